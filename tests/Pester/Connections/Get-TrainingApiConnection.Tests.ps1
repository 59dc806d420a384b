Describe 'Get-TrainingApiConnection' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Disconnect-TrainingApi
        Clear-RequestLog $server
    }

    It 'emits nothing, without an error, if there is none' {
        Get-TrainingApiConnection -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 0
    }

    It 'emits the connections of this runspace in the order of their creation, without a request' {
        $made = 'B', 'A', 'C' | ForEach-Object { Connect-TestCegos $server @{ Name = $_; PassThru = $true } }
        Clear-RequestLog $server
        $found = Get-TrainingApiConnection
        $found.Name | Should -Be 'B', 'A', 'C'
        0..2 | ForEach-Object { [object]::ReferenceEquals($found[$_], $made[$_]) | Should -BeTrue }
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'emits only those of -Service' {
        Connect-TestCegos $server
        (Get-TrainingApiConnection -Service Cegos).Name | Should -Be 'Cegos'
        (Get-TrainingApiConnection Cegos, Loop).Name | Should -Be 'Cegos'
        Get-TrainingApiConnection Loop | Should -BeNullOrEmpty
        { Get-TrainingApiConnection Nobody } | Should -Throw -ErrorId 'CannotConvertArgumentNoMessage,*'
    }

    It 'shows when the first token expires, once there is one' {
        $null = Invoke-Control $server 'tokens/lifetime' -Method Put -Body @{ seconds = 600 }
        $connection = Connect-TestCegos $server @{ PassThru = $true }
        ($connection.TokenExpires - [datetimeoffset]::UtcNow).TotalSeconds | Should -BeGreaterThan 570
        ($connection.TokenExpires - [datetimeoffset]::UtcNow).TotalSeconds | Should -BeLessOrEqual 600
        $null = Invoke-Control $server 'reset' -Method Post
    }

    It 'has these members and no other, and no secret' {
        $connection = Connect-TestCegos $server @{ PassThru = $true }
        $connection.PSObject.Properties.Name | Should -Be 'Service', 'Name', 'BaseUri', 'Account', 'Authentication', 'TokenExpires', 'IsOpen'
        $token = ((Get-CegosCatalog | Out-Null), (Get-RequestLog $server)[-1].headers.Authorization)[-1] -replace '^Bearer '
        $token | Should -Not -BeNullOrEmpty
        $shown = ($connection | Format-List * -Force | Out-String), ($connection | ConvertTo-Json -Depth 5), ($connection | ConvertTo-Csv | Out-String), [System.Management.Automation.PSSerializer]::Serialize($connection, 5), "$connection"
        $shown | ForEach-Object { $_ | Should -Not -Match ([regex]::Escape($token) + '|sandbox-secret') }
    }

    It 'is a table that fits 120 columns, also after CliXml' {
        $null = Invoke-Control $server 'accounts' -Method Post -Body @{ clientId = 'crm-export'; clientSecret = 'x1234' }
        Connect-Cegos (New-TestCredential crm-export x1234) -TokenUri ([uri]::new($server.Uri, 'cegos/auth/connect/token')) -Name Production
        $connection = Get-TrainingApiConnection
        $before = [cultureinfo]::CurrentCulture
        [cultureinfo]::CurrentCulture = 'en-US'
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($connection, 1))
        $time = $connection.TokenExpires.LocalDateTime.ToString('yyyy-MM-dd HH:mm')
        foreach ($things in $connection, $back) {
            (($things | Out-String -Width 120) -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ }) -join "`n" | Should -BeExactly (@"
Service    Name         Account          TokenExpires     BaseUri
-------    ----         -------          ------------     -------
Cegos      Production   crm-export       $time https://catalog.api.cegos.fr/
"@ -replace '\r')
        }
        [cultureinfo]::CurrentCulture = $before
    }
}
