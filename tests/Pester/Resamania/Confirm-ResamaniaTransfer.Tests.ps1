Describe 'Confirm-ResamaniaTransfer' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $null = Connect-TestResamania $server
        function Get-Sent { Get-RequestLog $server '*demoapi*' | Where-Object target -notlike '*/token' | ForEach-Object { "$($_.method) $($_.target -replace '^/resamania/demoapi/')" } }
        function Get-SentBody { (Get-RequestLog $server | Where-Object method -in 'POST', 'PUT' | Where-Object target -notlike '*/token').body }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        $null = Invoke-Control $server 'reset' -Method Post
        $null = Invoke-Control $server 'resamania' -Method Put -Body @{ transferCode = '0123' }
        $null = Connect-TestResamania $server
        $transfer = Request-ResamaniaTransfer 12345 1
        Clear-RequestLog $server
    }

    It 'sends to the IRI of the transfer' {
        $result = $transfer | Confirm-ResamaniaTransfer -Code 0123 -Confirm:$false
        $result.TransferId, $result.Status | Should -Be $transfer.TransferId, 'Confirmed'
        Get-Sent | Should -Be "POST $($transfer.TransferId -replace '^/demoapi/')/transitions"
        Get-SentBody | Should -BeExactly '{"transition":"validate","code":"0123"}'
        $result.ResultContactId | Should -BeLike '/demoapi/contacts/*'
    }

    It 'shows no code and no person with -WhatIf, and sends nothing' {
        Confirm-ResamaniaTransfer $transfer.TransferId 0123 -WhatIf
        @(Get-Sent) | Should -HaveCount 0
    }

    It 'reports a transfer that does not exist' {
        Confirm-ResamaniaTransfer 99999 0123 -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'NotFound,TrainingApis.Cmdlets.Resamania.ConfirmResamaniaTransferCommand'
    }
}
