# Beyond one process: what comes back from a job or a file is as good as what was made here, and four workers share one file.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer '--products', '12', '--sessions', '12'
}
AfterAll { Stop-SandboxServer $server }

Describe 'What comes from another process' {
    BeforeAll {
        # One object of every type that a command emits, from a vendor as freshly started, so that two runs make the same.
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

        # Members that tell two runs or two processes apart, not two objects.
        $ofTheRun = 'RunspaceId', 'PSComputerName', 'PSShowComputerName', 'PSSourceJobInstanceId', 'Time', 'Milliseconds', 'TokenExpires'
        # Unknown members are a hashtable after a job, and a hashtable has no order; a list is its elements then, which a cell joins by spaces.
        function Get-Print($Thing) { (($Thing | Format-Table | Out-String -Width 300) + ($Thing | Format-List | Out-String -Width 300)) -replace 'AdditionalProperties +: .*' -replace '\d\d:\d\d:\d\d(\.\d+)?|(?<=Milliseconds\s*:)\s*\d+' }
        function Get-Export($Thing) { $Thing | Select-Object * -ExcludeProperty $ofTheRun | ConvertTo-Csv | ForEach-Object { $_.Replace('; ', ' ') } }
    }

    It 'is there for every type that a command says it emits' {
        $types = (Get-Command -Module TrainingApis).OutputType.Type | Where-Object { $_.FullName -like 'TrainingApis.*' } | Sort-Object FullName -Unique
        $types.FullName | Where-Object { $_ -notin @($live | ForEach-Object { $_.GetType().FullName }) } | Should -BeNullOrEmpty -Because 'a new type needs its line in $make'
        $fromJob.Count, $fromFile.Count | Should -Be $live.Count, $live.Count
        foreach ($place in 0..($live.Count - 1)) {
            $fromJob[$place].PSObject.TypeNames[0], $fromFile[$place].PSObject.TypeNames[0] | Should -BeExactly (@("Deserialized.$($live[$place].GetType().FullName)") * 2)
        }
    }

    It 'prints the same' {
        foreach ($place in 0..($live.Count - 1)) {
            Get-Print $fromFile[$place] | Should -BeExactly (Get-Print $live[$place])
            if ($live[$place].GetType().Name -notin 'JournalEntry', 'ConnectionTest', 'Connection') { Get-Print $fromJob[$place] | Should -BeExactly (Get-Print $live[$place]) }
        }
    }

    It 'exports the same' {
        foreach ($place in 0..($live.Count - 1)) {
            Get-Export $fromFile[$place] | Should -BeExactly (Get-Export $live[$place])
            Get-Export $fromJob[$place] | Should -BeExactly (Get-Export $live[$place])
        }
    }

    It 'binds onward as it would have here: every type into every command, the same goes out or the same is said' {
        $null = Invoke-Control $server 'reset' -Method Post
        Reset-TestApi $server
        # Every answer is a refusal: what is asked for first is what counts.
        Set-Fault $server @{ match = @{ path = '^(?!.*token)' }; times = -1; fault = @{ kind = 'status'; status = 404 } }
        $onward = Get-Command -Module TrainingApis | Where-Object { $_.Parameters.ContainsKey('Connection') -and $_.Name -notin 'Invoke-TrainingApiRequest', 'Disconnect-TrainingApi', 'Export-CegosCatalog', 'Compare-CegosCatalog' -and $_.Parameters.Values.ParameterSets.Values.ValueFromPipelineByPropertyName }
        $sent = 0
        foreach ($command in $onward) {
            $with = @{ Connection = Get-ConnectionOf $command; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }
            if ($command.Parameters.ContainsKey('Confirm')) { $with.Confirm = $false }
            $outcomes = foreach ($things in $live, $fromJob, $fromFile) {
                Clear-WireLog $server
                $said = foreach ($thing in $things) {
                    $null = $thing | & $command @with
                    "$($thing.PSObject.TypeNames[0] -replace '^Deserialized\.'): $($failed | Get-ErrorId)"
                }
                $log = @(Get-WireLog $server | Where-Object target -NotLike '*token*')
                $sent += $log.Count
                ($said + @($log | ForEach-Object { "$($_.method) $($_.target) $($_.body)" })) -join "`n"
            }
            $outcomes[1] | Should -BeExactly $outcomes[0] -Because "it went through a job into $command"
            $outcomes[2] | Should -BeExactly $outcomes[0] -Because "it went through a file into $command"
        }
        $sent | Should -BeGreaterThan 60 -Because 'otherwise nothing was bound'
    }
}

Describe 'Four workers with a quarter of a file each' {
    It 'register every row once, also when all of them run again' {
        Reset-TestCegos $server
        Push-Location $TestDrive
        try {
            New-RegistrationRow (1..60) | Export-Csv registrations.csv
            # As about_TrainingApis_BulkRuns splits it.
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

            # What the workers gave back binds onward here.
            $results[0..2] | Remove-CegosRegistration -Confirm:$false
            (Get-SentChange $server | Select-Object -Last 3).body | Should -BeExactly @($results[0..2] | ForEach-Object { "{""registrationNumber"":""$($_.RegistrationNumber)""}" })
        }
        finally { Pop-Location }
    }
}
