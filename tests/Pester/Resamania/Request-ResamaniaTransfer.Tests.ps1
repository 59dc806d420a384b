Describe 'Request-ResamaniaTransfer' {
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
        Clear-RequestLog $server
    }

    It 'requests the transfer in the name of the destination club' {
        $transfer = Get-ResamaniaContact -Id 12345 | Request-ResamaniaTransfer -ClubId 1
        $transfer.TransferId | Should -BeLike '/demoapi/signature_requests/*'
        $transfer.ContactId, $transfer.ClubId, $transfer.Status | Should -Be '/demoapi/contacts/12345', '/demoapi/clubs/1', 'Requested'
        Get-Sent | Should -Be 'GET contacts/12345', 'POST contact_migration_requests'
        Get-SentBody | Should -BeExactly '{"clubId":"/demoapi/clubs/1","contactId":"/demoapi/contacts/12345"}'
        (Get-RequestLog $server)[1].headers.'x-user-club-id' | Should -BeExactly '/demoapi/clubs/1'
    }

    It 'does not bind the club of the contact' {
        Get-ResamaniaContact -Id 12345 | Request-ResamaniaTransfer -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'InvalidArgument,TrainingApis.Cmdlets.Resamania.RequestResamaniaTransferCommand'
        Get-Sent | Should -Be 'GET contacts/12345'
    }
}
