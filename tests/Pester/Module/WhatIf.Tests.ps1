# -WhatIf of every changing command, found by its class: it describes the change, and only reads.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    $commands = Get-Command -Module TrainingApis | Where-Object { $_.Parameters.ContainsKey('WhatIf') }
}
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    # Mandatory parameters that no row supplies.
    $others = @{
        'Invoke-TrainingApiRequest' = @{ Scope = 'Registration'; Method = 'Post'; Path = 'v1/Registration'; Body = @{ a = 1 } }
        'Set-ConferenceRegistration' = @{ ConferenceId = '1201'; SessionId = '40001'; RegistrationId = '700001'; Seats = '2' }
        'Register-ConferenceRegistrationWatch' = @{ SessionId = '0'; Address = 'https://example.com/hook' }
        'Move-ResamaniaContact' = @{ SourceContactId = '12345'; TargetContactId = '2' }
        'Export-CegosCatalog'       = @{ Path = Join-Path $TestDrive 'catalogue.xlsx' }
        'Compare-CegosCatalog'      = @{ Path = Join-Path $TestDrive 'catalogue.snapshot'; Update = $true }
    }
}
AfterAll { Stop-SandboxServer $server }

Describe '<_.Name> -WhatIf' -ForEach $commands {
    BeforeAll {
        Reset-TestApi $server
        $command = $_
        $arguments = $others[$command.Name] ?? (Get-SampleRow $command)
        $journal = Join-Path $TestDrive "$($command.Name).jsonl"
        $ways = @(
            { param($c, $name, $arguments, $journal) & $name @arguments @journal -Connection $c -WhatIf }
            { param($c, $name, $arguments, $journal) & { $WhatIfPreference = $true; & $name @arguments @journal -Connection $c } }
            if ($command.Parameters.ContainsKey('Journal')) { { param($c, $name, $arguments, $journal) [pscustomobject] $arguments, [pscustomobject] $arguments | & $name @journal -Connection $c -WhatIf } }
        )
    }

    It 'describes the change, sends only GET requests, and writes no file' {
        foreach ($way in $ways) {
            $with = $command.Parameters.ContainsKey('Journal') ? @{ Journal = $journal } : @{}
            $said = Wait-Shell (Start-Shell $way (Get-ConnectionOf $command), $command.Name, $arguments, $with)
            $said.Ended | Should -BeNullOrEmpty
            $said.Errors | Should -BeNullOrEmpty
            @($said.Lines -like 'What if: *.').Count | Should -Be ("$way" -like '*pscustomobject*' ? 2 : 1)
            $said.Questions | Should -BeNullOrEmpty -Because '-WhatIf needs no confirmation'
        }
        Get-SentChange $server | Should -BeNullOrEmpty
        Get-ChildItem $TestDrive -File | Should -BeNullOrEmpty
    }

    It 'sends the change without -WhatIf' {
        if ($command.Name -in 'Export-CegosCatalog', 'Compare-CegosCatalog') { Set-ItResult -Skipped -Because 'it changes a file, not a vendor' }
        else {
            $null = & $command.Name @arguments -Connection (Get-ConnectionOf $command) -Confirm:$false -ErrorAction SilentlyContinue
            @(Get-SentChange $server).Count | Should -Be 1
        }
    }
}
