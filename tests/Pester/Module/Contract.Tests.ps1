# The conventions of every command, checked on the cmdlet classes: a new command is tested without being listed here.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    $commands = Get-Command -Module TrainingApis
}

Describe 'The manifest' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
    }

    It 'exports exactly the existing commands' {
        $assembly = (Get-Command Connect-Cegos).ImplementingType.Assembly
        $classes = $assembly.GetExportedTypes() | Where-Object { -not $_.IsAbstract -and $_.IsSubclassOf([System.Management.Automation.Cmdlet]) }
        $names = $classes | ForEach-Object { $a = $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]; "$($a.VerbName)-$($a.NounName)" }
        (Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1").CmdletsToExport | Sort-Object | Should -Be ($names | Sort-Object)
    }

    It 'is complete' {
        $manifest = Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1"
        foreach ($key in 'RootModule', 'ModuleVersion', 'GUID', 'Author', 'CompanyName', 'Copyright', 'Description', 'PowerShellVersion', 'CompatiblePSEditions') { $manifest[$key] | Should -Not -BeNullOrEmpty -Because $key }
        foreach ($key in 'FunctionsToExport', 'AliasesToExport', 'VariablesToExport') { $manifest[$key] | Should -HaveCount 0 -Because $key }
        foreach ($key in 'DefaultCommandPrefix', 'RequiredModules', 'ScriptsToProcess', 'TypesToProcess') { $manifest.Keys | Should -Not -Contain $key }
        foreach ($tag in 'PSEdition_Core', 'Windows', 'Linux', 'MacOS') { $manifest.PrivateData.PSData.Tags | Should -Contain $tag }
        foreach ($key in 'LicenseUri', 'ReleaseNotes') { $manifest.PrivateData.PSData[$key] | Should -Not -BeNullOrEmpty -Because $key }
        foreach ($file in $manifest.FormatsToProcess) { Join-Path $ModulePath $file | Should -Exist }
    }

    It 'has its version in the change log and in all assemblies' {
        $version = (Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1").ModuleVersion
        $version | Should -Match '^\d+\.\d+\.\d+$'
        "$Root/CHANGELOG.md" | Should -FileContentMatch "^## \[$([regex]::Escape($version))\] - \d{4}-\d\d-\d\d$"
        foreach ($file in Get-ChildItem $ModulePath -Recurse -Filter TrainingApis.*.dll) { [Diagnostics.FileVersionInfo]::GetVersionInfo($file).ProductVersion | Should -Match "^$([regex]::Escape($version))(\+|$)" -Because $file.Name }
    }
}

Describe '<_.Name>' -ForEach $commands {
    BeforeAll {
        $command = $_
        $attribute = $command.ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]
        $reads = $command.Verb -in 'Get', 'Test', 'Connect', 'Disconnect'
        $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
        $own = $command.Parameters.Values | Where-Object Name -notin $common
    }

    It 'has an approved verb and a singular, prefixed noun' {
        (Get-Verb $command.Verb) | Should -Not -BeNullOrEmpty
        $command.Noun | Should -Match '^(Cegos|Loop|Resamania|Conference|Training)'
        ($command.Noun -replace '^(Cegos|Loop|Resamania|Conference|Training)') | Should -Not -Match '[^s]s$' -Because 'nouns are singular'
        $command.ImplementingType.Name | Should -BeExactly "$($command.Verb)$($command.Noun)Command"
    }

    It 'declares its output, with a type of this module or a plain one' {
        $command.OutputType | Should -Not -BeNullOrEmpty
        foreach ($type in $command.OutputType.Type) { $type.FullName | Should -Match '^(TrainingApis\.(Cegos\.|Loop\.|Resamania\.|Conferences\.)?\w+|System\.(Void|Boolean|String)|System\.Management\.Automation\.PSObject|System\.IO\.FileInfo)$' }
    }

    It 'supports ShouldProcess exactly if it changes something' {
        $attribute.SupportsShouldProcess | Should -Be (-not $reads)
        $high = $command.Verb -in 'Remove', 'Move', 'Unregister' -or $command.Name -eq 'Confirm-ResamaniaTransfer'
        ($attribute.ConfirmImpact -eq 'High') | Should -Be $high
    }

    It 'has -Connection, unless it creates or lists connections' {
        if ($command.Noun -notin 'TrainingApiConnection', 'TrainingSandbox', 'TrainingJournal' -and $command.Verb -ne 'Connect') {
            $command.Parameters.Keys | Should -Contain 'Connection'
        }
    }

    It 'has -Journal, -RetryInDoubt and -ThrottleLimit on every change' {
        if (-not $reads -and $command.Name -notin 'Compare-CegosCatalog', 'Export-CegosCatalog', 'Invoke-TrainingApiRequest') {
            $command.Parameters.Keys | Should -Contain 'Journal'
            $command.Parameters.Keys | Should -Contain 'RetryInDoubt'
            $command.Parameters.Keys | Should -Contain 'ThrottleLimit'
        }
    }

    It 'has a default parameter set, at most one typed by-value parameter besides the row, and few positions' {
        if ($command.ParameterSets.Count -gt 1) { $command.DefaultParameterSet | Should -Not -BeNullOrEmpty }
        foreach ($set in $command.ParameterSets) {
            $byValue = @($set.Parameters | Where-Object { $_.ValueFromPipeline -and $_.Name -ne 'Row' })
            $byValue.Count | Should -BeLessOrEqual 1 -Because $set.Name
            $byValue | Where-Object { $_.ParameterType -eq [object] } | Should -BeNullOrEmpty
            @($set.Parameters | Where-Object Position -ge 0).Count | Should -BeLessOrEqual 4
        }
    }

    It 'has parameters of the right kind' {
        $cmdlet = [Activator]::CreateInstance($command.ImplementingType)
        foreach ($parameter in $own) {
            $parameter.Name | Should -Match '^[A-Z][A-Za-z0-9]+$'
            $parameter.ParameterType | Should -Not -Be ([bool]) -Because "$($parameter.Name) would be a switch or a nullable"
            if ($parameter.Name -ne 'FaultRate') { $parameter.ParameterType | Should -Not -BeIn ([double], [float]) -Because "$($parameter.Name): money and hours are decimal" }
            if ($parameter.Name -match 'Date$|^(Since|Until)$') { $parameter.ParameterType | Should -Not -Be ([string]) -Because "$($parameter.Name) is a date" }
            if ($parameter.ParameterType.IsArray -and $parameter.Name -ne 'Status') { $parameter.Name | Should -Not -Match '[^s]s$' -Because "$($parameter.Name) is singular even where it takes several" }
            if ($parameter.ParameterType -eq [switch]) { $cmdlet.($parameter.Name).IsPresent | Should -BeFalse -Because "$($parameter.Name) is off by itself" }
            if (-not $attribute.SupportsPaging) { $parameter.Name | Should -Not -BeIn 'First', 'Skip', 'IncludeTotalCount' }
            if ($parameter.Name -match 'Password|Secret|Token$|Key$' -and $parameter.ParameterType -eq [string]) { $parameter.Name | Should -BeIn @('ClientToken') }
            if ($parameter.Name -match 'Credential$') {
                $parameter.ParameterType | Should -Be ([pscredential])
                $parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.CredentialAttribute] } | Should -Not -BeNullOrEmpty
            }
        }
    }

    It 'has no alias and does not clash with a built-in command' {
        Get-Alias -Definition $command.Name -ErrorAction Ignore | Should -BeNullOrEmpty
        (Get-Command $command.Name -All | Measure-Object).Count | Should -Be 1
    }

    It 'emits nothing by default if that is expected' {
        # Set-LoopClient emits the new revision of the contact, which the vendor returns.
        if ($command.Verb -in 'Remove', 'Set', 'Update', 'Unregister' -and $command.Name -ne 'Set-LoopClient') { $command.OutputType.Type -contains [void] -or $command.Parameters.ContainsKey('PassThru') | Should -BeTrue }
    }

    It 'has its counterpart, or documents the alternative' {
        # The vendors cannot undo these; their pages name the alternative.
        $instead = @{ 'Add-LoopClient' = 'Remove-LoopApplication'; 'Register-ResamaniaContact' = 'Set-ResamaniaContact' }
        $opposite = switch ($command.Verb) { Add { 'Remove' } Connect { 'Disconnect' } Register { 'Unregister' } Confirm { 'Deny' } }
        if (-not $opposite) { return }
        $other = $instead[$command.Name] ?? ($opposite -eq 'Disconnect' ? 'Disconnect-TrainingApi' : "$opposite-$($command.Noun)")
        Get-Command $other -Module TrainingApis | Should -Not -BeNullOrEmpty
        if ($instead.ContainsKey($command.Name)) { "$Root/docs/$($command.Name).md" | Should -FileContentMatch $other }
    }

    It 'supports paging if it returns a list' {
        $attribute.SupportsPaging | Should -Be ($command.Name -in 'Get-CegosProduct', 'Get-CegosSession', 'Get-ResamaniaClub', 'Get-ResamaniaContact', 'Get-ResamaniaNetworkNode', 'Get-ResamaniaSource')
    }
}

Describe 'Emitted types' {
    BeforeDiscovery {
        $types = (Get-Command -Module TrainingApis).OutputType.Type | Where-Object { $_.FullName -like 'TrainingApis.*' } | Sort-Object FullName -Unique
    }

    It 'expose no package type and no field of an isolated type: <_>' -ForEach $types {
        foreach ($property in $_.GetProperties()) { $property.PropertyType.Assembly.GetName().Name | Should -Match '^(System\.Private\.CoreLib|System\.Private\.Uri|System\.\w+|TrainingApis\.Abstractions)$' }
    }
}

Describe 'The source' {
    BeforeDiscovery {
        $scripts = @(Get-ChildItem $Root -Recurse -Include *.ps1, *.psm1 | Where-Object FullName -notmatch '[\\/](bin|obj|out)[\\/]')
    }

    BeforeAll { Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force }

    # WriteToHost is for messages after the streams are closed.
    It 'does not write to the console from a command, except for the notice of a stopped run' {
        Get-ChildItem "$Root/src/TrainingApis.Cmdlets", "$Root/src/TrainingApis.Clients" -Recurse -Filter *.cs | Select-String '\bConsole\.(?!CancelKeyPress)|Host\.UI|WriteHost' |
            Where-Object Line -notmatch '^\s*write\(Host\.UI\);$' |
            ForEach-Object { "$($_.Path):$($_.LineNumber)" } | Should -BeNullOrEmpty
    }

    It 'is built with strict settings' {
        [xml] $props = Get-Content "$Root/Directory.Build.props" -Raw
        foreach ($name in 'TreatWarningsAsErrors', 'Deterministic') { $props.Project.PropertyGroup.$name | Should -Be 'true' -Because $name }
        $props.Project.PropertyGroup.Nullable | Should -Be 'enable'
    }

    It 'uses only permitted script constructs: <_.Name>' -ForEach $scripts {
        $problems = $null
        $script = [System.Management.Automation.Language.Parser]::ParseFile($_.FullName, [ref] $null, [ref] $problems)
        $problems | Should -BeNullOrEmpty
        $found = $script.FindAll({ $true }, $true)
        $calls = @($found | Where-Object { $_ -is [System.Management.Automation.Language.CommandAst] })
        $names = @($calls | ForEach-Object { $_.GetCommandName() } | Where-Object { $_ })
        $names | Where-Object { Get-Alias -Name ([wildcardpattern]::Escape($_)) -ErrorAction Ignore } | Should -BeNullOrEmpty -Because 'an alias is for the prompt'
        $names | Should -Not -Contain 'Invoke-Expression'
        $found | Where-Object { $_ -is [System.Management.Automation.Language.CatchClauseAst] -and -not $_.Body.Statements } | ForEach-Object { "line $($_.Extent.StartLineNumber)" } | Should -BeNullOrEmpty -Because 'an error is dealt with'
        $found | Where-Object { $_ -is [System.Management.Automation.Language.VariableExpressionAst] -and $_.VariablePath.IsGlobal } | ForEach-Object { "$_ in line $($_.Extent.StartLineNumber)" } | Should -BeNullOrEmpty
        $calls | Where-Object { $_.GetCommandName() -eq 'ConvertTo-SecureString' } | Where-Object { $_.CommandElements.ParameterName -contains 'AsPlainText' } | Should -BeNullOrEmpty
        foreach ($call in $calls) {
            $elements = $call.CommandElements
            for ($i = 0; $i -lt $elements.Count - 1; $i++) {
                if ($elements[$i].Extent.Text -eq '-ComputerName') { $elements[$i + 1] | Should -Not -BeOfType ([System.Management.Automation.Language.StringConstantExpressionAst]) }
            }
        }
    }
}

# The fifty conventions: each has a test that proves it, or a reason.
Describe 'Convention <Number>, <Item>' -ForEach $(
    $table = Import-PowerShellDataFile "$PSScriptRoot/../Support/Conventions.psd1" -SkipLimitCheck
    1..50 | ForEach-Object { @{ Number = $_; Item = $table[$_].Item; Proof = @($table[$_].Proof | Where-Object { $_ }); Reason = $table[$_].Reason } }
) {
    BeforeAll { Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force }

    It 'is proven, or has a reason' {
        $Item | Should -Not -BeNullOrEmpty
        if (-not $Proof) { $Reason | Should -Match '\.$' }
        foreach ($proof in $Proof) {
            $suite, $test = $proof -split ': ', 2
            $file = Get-ChildItem "$Root/tests/Pester" -Recurse -Filter "$suite.Tests.ps1"
            $file | Should -HaveCount 1 -Because $proof
            $file | Should -FileContentMatch "It '$([regex]::Escape($test.Replace("'", "''")))" -Because $proof
        }
    }
}

AfterAll {
    $table = Import-PowerShellDataFile "$PSScriptRoot/../Support/Conventions.psd1" -SkipLimitCheck
    $partly = @($table.Values | Where-Object { $_.Proof -and $_.Reason }).Count
    $not = @($table.Values | Where-Object { -not $_.Proof }).Count
    Write-Host "Of fifty conventions $(50 - $partly - $not) are proven by tests, $partly but for a part with its reason, $not not, with its reason."
}
