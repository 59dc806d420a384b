# Several processes: objects from a job or a file work like those of this process, and four workers share one file.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer '--products', '12', '--sessions', '12'
}
AfterAll { Stop-SandboxServer $server }

Describe 'Objects from another process' {
    BeforeAll {
        # One object of every emitted type, from a new state of the vendor, so that two runs create the same objects.
        $make = {
            param($Support, $Uri, $Journal)
            Import-Module $Support/TestSupport.psm1
            Import-Module $Support/ChangeSupport.psm1
            Import-TestedModule
            $server = [pscustomobject]@{ Uri = [uri] $Uri }
            Reset-TestApi $server
            $null = Invoke-Control $server 'resamania' -Method Put -Body @{ transferCode = '0123' }
            $ErrorActionPreference = 'Stop'
            Get-CegosCatalog | Select-Object -First 1
            Get-CegosCatalogTopic | Select-Object -First 1
            Get-CegosProduct -First 1 -Hydrate
            Get-CegosSession -First 1 -Hydrate
            Get-CegosCenter | Select-Object -First 1
            New-RegistrationRow 1 | Test-CegosRegistration
            Compare-CegosCatalog "$Journal.snapshot" -Update
            (Get-Content "$Journal.snapshot" -Raw) -replace '"Title":"Management', '"Title":"Direction' | Set-Content "$Journal.snapshot" -NoNewline
            Compare-CegosCatalog "$Journal.snapshot" | Select-Object -First 1
            New-CegosLead -Civility 1 -Emailing 1 -LastName Doe -FirstName Jo -Email jo@example.com
            $registration = New-RegistrationRow 1 | New-CegosRegistration -Journal $Journal
            $registration
            Get-TrainingJournal $Journal
            New-RegistrationRow 2 | New-CegosRegistration | Remove-CegosRegistration -PassThru -Confirm:$false
            $registration | Move-CegosRegistration -SessionId SES002 -Confirm:$false
            Get-TrainingApiConnection Cegos
            Test-TrainingApiConnection Cegos
            Get-LoopFolder | Select-Object -First 1
            Add-LoopCollaborativeOffer MANON003 Consultation
            Initialize-LoopFolder MANON004
            Add-LoopClient -CodeDossier MANON001 -Email new.client@example.com -Offer Start -LastName Doe -FirstName Jo -Phone 0102030405 -Profile 1.0 -Social true
            Get-ResamaniaContact -Id 12345
            Get-ResamaniaClub -Id 1
            Get-ResamaniaSource | Select-Object -First 1
            Get-ResamaniaNetworkNode 1433
            Register-ResamaniaContact -Email jo@example.com -FamilyName Doe -GivenName Jo -BirthDate 1990-04-01
            Update-ResamaniaSale 33 -PassThru
            $transfer = Request-ResamaniaTransfer 12345 1
            $transfer
            Move-ResamaniaContact 12345 2 -Confirm:$false
            Get-Conference 1201
            Get-ConferenceSession 1201 40001
            Get-ConferenceRegistration 1201 40001 -RegistrationId 700001
            Register-ConferenceRegistrationWatch 0 https://example.com/hook
        }
        $support = [IO.Path]::GetFullPath("$PSScriptRoot/../Support")
        $live = @(& $make $support $server.Uri "$TestDrive/here.jsonl")
        $fromJob = @(Start-Job $make -ArgumentList $support, $server.Uri, "$TestDrive/there.jsonl" | Receive-Job -Wait -AutoRemoveJob)
        $live | Export-Clixml "$TestDrive/live.xml"
        $fromFile = @(Import-Clixml "$TestDrive/live.xml")

        # Members that differ between two runs or processes of the same object.
        $ofTheRun = 'RunspaceId', 'PSComputerName', 'PSShowComputerName', 'PSSourceJobInstanceId', 'Time', 'Milliseconds', 'TokenExpires'
        function Get-Print($Thing) { (($Thing | Format-Table | Out-String -Width 300) + ($Thing | Format-List | Out-String -Width 300)) -replace '\d\d:\d\d:\d\d(\.\d+)?|(?<=Milliseconds\s*:)\s*\d+' }
        function Get-Export($Thing) { $Thing | Select-Object * -ExcludeProperty $ofTheRun | ConvertTo-Csv }
    }

    It 'include every type that a command declares as output' {
        $types = (Get-Command -Module TrainingApis).OutputType.Type | Where-Object { $_.FullName -like 'TrainingApis.*' } | Sort-Object FullName -Unique
        $types.FullName | Where-Object { $_ -notin @($live | ForEach-Object { $_.GetType().FullName }) } | Should -BeNullOrEmpty -Because 'a new type needs its line in $make'
        $fromJob.Count, $fromFile.Count | Should -Be $live.Count, $live.Count
        foreach ($place in 0..($live.Count - 1)) {
            $fromJob[$place].PSObject.TypeNames[0], $fromFile[$place].PSObject.TypeNames[0] | Should -BeExactly (@("Deserialized.$($live[$place].GetType().FullName)") * 2)
        }
    }

    It 'print the same' {
        foreach ($place in 0..($live.Count - 1)) {
            Get-Print $fromFile[$place] | Should -BeExactly (Get-Print $live[$place])
            if ($live[$place].GetType().Name -notin 'JournalEntry', 'ConnectionTest', 'Connection') { Get-Print $fromJob[$place] | Should -BeExactly (Get-Print $live[$place]) }
        }
    }

    It 'export the same' {
        foreach ($place in 0..($live.Count - 1)) {
            Get-Export $fromFile[$place] | Should -BeExactly (Get-Export $live[$place])
            Get-Export $fromJob[$place] | Should -BeExactly (Get-Export $live[$place])
        }
    }

    It 'have lists and unknown members that print the same' {
        $compared = 0
        foreach ($place in 0..($live.Count - 1)) {
            foreach ($property in $live[$place].GetType().GetProperties() | Where-Object { $_.PropertyType -eq [TrainingApis.AdditionalProperties] -or $_.PropertyType.Name -eq 'ItemList`1' }) {
                $text = $property.GetValue($live[$place]).ToString()
                $compared += [bool] $text
                $fromJob[$place].($property.Name).ToString() | Should -BeExactly $text -Because "$($live[$place].GetType().Name).$($property.Name)"
                $fromFile[$place].($property.Name).ToString() | Should -BeExactly $text -Because "$($live[$place].GetType().Name).$($property.Name)"
            }
        }
        $compared | Should -BeGreaterThan 8
    }

    It 'have lists whose elements are the same: counted, indexed, compared and joined' {
        $product = @($fromJob | Where-Object { $_.PSTypeNames[0] -eq 'Deserialized.TrainingApis.Cegos.Product' })[0]
        $cities = @($live | Where-Object { $_ -is [TrainingApis.Cegos.Product] })[0].Cities
        foreach ($list in $product.Cities, $cities) {
            $list.Count | Should -Be 2
            $list[0], $list[-1] | Should -Be 'Paris', 'Lyon'
            $list -contains 'lyon' | Should -BeTrue
            $list -join '/' | Should -Be 'Paris/Lyon'
            "$list" | Should -Be 'Paris Lyon' -Because 'string interpolation of a list is PowerShell''s'
            $list.ToString() | Should -Be 'Paris; Lyon'
        }
    }

    It 'bind to every command like live objects, with the same requests and the same errors' {
        $null = Invoke-Control $server 'reset' -Method Post
        Reset-TestApi $server
        # Every response is an error: only the requests matter.
        Set-Fault $server @{ match = @{ path = '^(?!.*token)' }; times = -1; fault = @{ kind = 'status'; status = 404 } }
        $onward = Get-Command -Module TrainingApis | Where-Object { $_.Parameters.ContainsKey('Connection') -and $_.Name -notin 'Invoke-TrainingApiRequest', 'Disconnect-TrainingApi', 'Export-CegosCatalog', 'Compare-CegosCatalog' -and $_.Parameters.Values.ParameterSets.Values.ValueFromPipelineByPropertyName }
        $sent = 0
        foreach ($command in $onward) {
            $with = @{ Connection = Get-ConnectionOf $command; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }
            if ($command.Parameters.ContainsKey('Confirm')) { $with.Confirm = $false }
            $outcomes = foreach ($things in $live, $fromJob, $fromFile) {
                Clear-RequestLog $server
                $said = foreach ($thing in $things) {
                    $null = $thing | & $command @with
                    "$($thing.PSObject.TypeNames[0] -replace '^Deserialized\.'): $($failed | Get-ErrorId)"
                }
                $log = @(Get-RequestLog $server | Where-Object target -NotLike '*token*')
                $sent += $log.Count
                ($said + @($log | ForEach-Object { "$($_.method) $($_.target) $($_.body)" })) -join "`n"
            }
            $outcomes[1] | Should -BeExactly $outcomes[0] -Because "it went through a job into $command"
            $outcomes[2] | Should -BeExactly $outcomes[0] -Because "it went through a file into $command"
        }
        $sent | Should -BeGreaterThan 60 -Because 'otherwise nothing was bound'
    }
}

Describe 'Type data' {
    BeforeAll {
        $names = 'Deserialized.TrainingApis.ItemList', 'Deserialized.TrainingApis.AdditionalProperties'
        $file = "$TestDrive/product.xml"
        Reset-TestCegos $server
        Get-CegosProduct -First 1 | Export-Clixml $file
        $read = "(Import-Clixml '$file').Cities.ToString()"
        # A module as another build makes it: the same name and version, another identity of the assembly.
        function Copy-OtherBuild([string] $Folder, [string] $Version) {
            Copy-Item $ModulePath $Folder -Recurse
            $path = Join-Path $Folder 'TrainingApis.Cmdlets.dll'
            $bytes = [IO.File]::ReadAllBytes($path)
            $id = (Get-Command Connect-Cegos).ImplementingType.Module.ModuleVersionId.ToByteArray()
            $text = [Text.Encoding]::Latin1.GetString($bytes)
            $at = $text.IndexOf([Text.Encoding]::Latin1.GetString($id), [StringComparison]::Ordinal)
            $at | Should -BeGreaterThan 0
            $bytes[$at] = $bytes[$at] -bxor 1
            [IO.File]::WriteAllBytes($path, $bytes)
            $manifest = Join-Path $Folder 'TrainingApis.psd1'
            (Get-Content $manifest -Raw) -replace "(ModuleVersion\s*=\s*)'[^']+'", "`$1'$Version'" | Set-Content $manifest
            $manifest
        }
    }

    It 'is in every runspace that imports the module: <how>' -ForEach @(
        @{ how = 'a script'; script = 'Import-Module $env:TRAININGAPIS_TESTED; READ' }
        @{ how = 'a second import'; script = 'Import-Module $env:TRAININGAPIS_TESTED; Import-Module $env:TRAININGAPIS_TESTED -Force; READ' }
        @{ how = 'an import after a removal'; script = 'Import-Module $env:TRAININGAPIS_TESTED; Remove-Module TrainingApis; Import-Module $env:TRAININGAPIS_TESTED; READ' }
        @{ how = 'ForEach-Object -Parallel'; script = 'Import-Module $env:TRAININGAPIS_TESTED; 1 | ForEach-Object -Parallel { Import-Module $env:TRAININGAPIS_TESTED; READ }' }
        @{ how = 'a thread job'; script = 'Start-ThreadJob { Import-Module $env:TRAININGAPIS_TESTED; READ } | Receive-Job -Wait' }
        @{ how = 'an initial session state'; script = '$state = [initialsessionstate]::CreateDefault2(); $state.ImportPSModule($env:TRAININGAPIS_TESTED); $runspace = [runspacefactory]::CreateRunspace($state); $runspace.Open(); [powershell]::Create($runspace).AddScript(''READ'').Invoke()' }
    ) {
        $result = Invoke-FreshPowerShell $script.Replace('READ', $how -like 'an initial*' ? $read.Replace("'", "''") : $read)
        $result.Error | Should -BeNullOrEmpty
        $result.Output | Should -Be 'Paris; Lyon'
    }

    It 'is removed with the module' {
        $result = Invoke-FreshPowerShell "Import-Module `$env:TRAININGAPIS_TESTED; (Get-TypeData Deserialized.TrainingApis.*).TypeName; 'removed'; Remove-Module TrainingApis; (Get-TypeData Deserialized.TrainingApis.*).TypeName"
        $result.Output -split '\r?\n' | Should -Be ($names + 'removed')
    }

    It 'does not fail the import of the same build from another folder' {
        Copy-Item $ModulePath "$TestDrive/same" -Recurse
        $result = Invoke-FreshPowerShell "Import-Module `$env:TRAININGAPIS_TESTED; Import-Module '$TestDrive/same/TrainingApis.psd1'; $read"
        $result.Error | Should -BeNullOrEmpty
        $result.Output | Should -Be 'Paris; Lyon'
    }

    It 'causes the message of PowerShell if another build is imported: version <_>' -ForEach '0.1.0', '99.0.0' {
        $other = Copy-OtherBuild "$TestDrive/other-$_" $_
        $result = Invoke-FreshPowerShell "Import-Module `$env:TRAININGAPIS_TESTED; try { Import-Module '$other' -ErrorAction Stop } catch { `"`$_`" }; $read"
        $result.Error | Should -BeNullOrEmpty
        $message, $text = $result.Output -split '\r?\n'
        $message | Should -BeLike '*Assembly with same name is already loaded*'
        $text | Should -Be 'Paris; Lyon' -Because 'the first import is still usable'
    }
}

Describe 'Four workers with a quarter of a file each' {
    It 'register every row once, also when all of them run again' {
        Reset-TestCegos $server
        Push-Location $TestDrive
        try {
            New-RegistrationRow (1..60) | Export-Csv registrations.csv
            # Splits the file as about_TrainingApis_BulkRuns does.
            $script:n = 0
            Import-Csv registrations.csv | Group-Object { $script:n++ % 4 } | ForEach-Object { $_.Group | Export-Csv "part-$($_.Name).csv" }
            $work = {
                param($Support, $Uri, $Folder, $Part)
                Import-Module $Support/TestSupport.psm1
                Import-TestedModule
                Set-Location $Folder
                Connect-TestCegos ([pscustomobject]@{ Uri = [uri] $Uri }) @{ Scope = 'Registration' }
                Import-Csv "part-$Part.csv" | New-CegosRegistration -Journal "part-$Part.jsonl" -ThrottleLimit 4
            }
            foreach ($run in 1, 2) {
                $jobs = 0..3 | ForEach-Object { Start-Job $work -ArgumentList ([IO.Path]::GetFullPath("$PSScriptRoot/../Support")), $server.Uri, "$TestDrive", $_ }
                $results = @($jobs | Receive-Job -Wait -AutoRemoveJob)
                $results.ClientReference | Sort-Object | Should -Be (1..60 | ForEach-Object { "REF-$_" } | Sort-Object)
                $results.FromJournal | Sort-Object -Unique | Should -Be ($run -eq 2)
                (Get-CegosState $server).registrations.fields.clientReference | Sort-Object | Should -Be ($results.ClientReference | Sort-Object)
                @(Get-SentChange $server) | Should -HaveCount 60
                $entries = @(Get-ChildItem part-*.jsonl | Get-TrainingJournal)
                ($entries | Group-Object State -NoElement | ForEach-Object { "$($_.Name) $($_.Count)" }) | Should -Be 'Succeeded 60'
                $entries.Key | Sort-Object -Unique | Should -HaveCount 60
            }
            Get-ChildItem part-*.lock | Should -BeNullOrEmpty

            # The output of the workers binds to commands of this process.
            $results[0..2] | Remove-CegosRegistration -Confirm:$false
            (Get-SentChange $server | Select-Object -Last 3).body | Should -BeExactly @($results[0..2] | ForEach-Object { "{""registrationNumber"":""$($_.RegistrationNumber)""}" })
        }
        finally { Pop-Location }
    }
}
