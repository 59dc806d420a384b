# What every command promises, read off the cmdlet classes: a new command is checked here without being listed.
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

    It 'exports exactly the commands there are' {
        $assembly = (Get-Command Connect-Cegos).ImplementingType.Assembly
        $classes = $assembly.GetExportedTypes() | Where-Object { -not $_.IsAbstract -and $_.IsSubclassOf([System.Management.Automation.Cmdlet]) }
        $names = $classes | ForEach-Object { $a = $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]; "$($a.VerbName)-$($a.NounName)" }
        (Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1").CmdletsToExport | Sort-Object | Should -Be ($names | Sort-Object)
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

    It 'says what it emits, with a type of this module or a plain one' {
        $command.OutputType | Should -Not -BeNullOrEmpty
        foreach ($type in $command.OutputType.Type) { $type.FullName | Should -Match '^(TrainingApis\.(Cegos\.|Loop\.|Resamania\.|Conferences\.)?\w+|System\.(Void|Boolean|String)|System\.Management\.Automation\.PSObject|System\.IO\.FileInfo)$' }
    }

    It 'supports ShouldProcess exactly where it changes something' {
        $attribute.SupportsShouldProcess | Should -Be (-not $reads)
        $high = $command.Verb -in 'Remove', 'Move', 'Unregister' -or $command.Name -eq 'Confirm-ResamaniaTransfer'
        ($attribute.ConfirmImpact -eq 'High') | Should -Be $high
    }

    It 'takes a connection, unless it makes or lists them' {
        if ($command.Noun -notin 'TrainingApiConnection', 'TrainingSandbox', 'TrainingJournal' -and $command.Verb -ne 'Connect') {
            $command.Parameters.Keys | Should -Contain 'Connection'
        }
    }

    It 'has the journal, its retry and a throttle on every change' {
        if (-not $reads -and $command.Name -notin 'Export-CegosCatalog', 'Invoke-TrainingApiRequest') {
            $command.Parameters.Keys | Should -Contain 'Journal'
            $command.Parameters.Keys | Should -Contain 'RetryInDoubt'
            $command.Parameters.Keys | Should -Contain 'ThrottleLimit'
        }
    }

    It 'has a default parameter set, at most one typed by-value parameter beside the row, and few positions' {
        if ($command.ParameterSets.Count -gt 1) { $command.DefaultParameterSet | Should -Not -BeNullOrEmpty }
        foreach ($set in $command.ParameterSets) {
            $byValue = @($set.Parameters | Where-Object { $_.ValueFromPipeline -and $_.Name -ne 'Row' })
            $byValue.Count | Should -BeLessOrEqual 1 -Because $set.Name
            $byValue | Where-Object { $_.ParameterType -eq [object] } | Should -BeNullOrEmpty
            @($set.Parameters | Where-Object Position -ge 0).Count | Should -BeLessOrEqual 4
        }
    }

    It 'has parameters of the right kind' {
        foreach ($parameter in $own) {
            $parameter.Name | Should -Match '^[A-Z][A-Za-z0-9]+$'
            $parameter.ParameterType | Should -Not -Be ([bool]) -Because "$($parameter.Name) would be a switch or a nullable"
            if ($parameter.Name -ne 'FaultRate') { $parameter.ParameterType | Should -Not -BeIn ([double], [float]) -Because "$($parameter.Name): money and hours are decimal" }
            if ($parameter.Name -match 'Password|Secret|Token$|Key$' -and $parameter.ParameterType -eq [string]) { $parameter.Name | Should -BeIn @('ClientToken') }
            if ($parameter.Name -match 'Credential$') {
                $parameter.ParameterType | Should -Be ([pscredential])
                $parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.CredentialAttribute] } | Should -Not -BeNullOrEmpty
            }
        }
    }

    It 'has no alias of its own and clashes with no built-in' {
        Get-Alias -Definition $command.Name -ErrorAction Ignore | Should -BeNullOrEmpty
        (Get-Command $command.Name -All | Measure-Object).Count | Should -Be 1
    }

    It 'pages a list' {
        $attribute.SupportsPaging | Should -Be ($command.Name -in 'Get-CegosProduct', 'Get-CegosSession', 'Get-ResamaniaContact')
    }
}

Describe 'What is emitted' {
    BeforeDiscovery {
        $types = (Get-Command -Module TrainingApis).OutputType.Type | Where-Object { $_.FullName -like 'TrainingApis.*' } | Sort-Object FullName -Unique
    }

    It 'has a view for <_>' -ForEach $types {
        $view = Get-FormatData $_.FullName -PowerShellVersion 7.4
        $view | Should -Not -BeNullOrEmpty
        $table = $view.FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] } | Select-Object -First 1
        $table.Headers.Count | Should -BeLessOrEqual 6
    }

    It 'holds no package type and no field of an isolated one: <_>' -ForEach $types {
        foreach ($property in $_.GetProperties()) { $property.PropertyType.Assembly.GetName().Name | Should -Match '^(System\.Private\.CoreLib|System\.Private\.Uri|System\.\w+|TrainingApis\.Abstractions)$' }
    }
}
