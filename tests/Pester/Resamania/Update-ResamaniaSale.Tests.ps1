Describe 'Update-ResamaniaSale' {
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

    It 'refreshes sales, with an empty object as body, and emits nothing' {
        33, 34 | Update-ResamaniaSale | Should -BeNullOrEmpty
        Get-Sent | Should -Be 'PUT sales/33/update_contact', 'PUT sales/34/update_contact'
        (Get-RequestLog $server)[0].headers.'Content-Length' | Should -Be '0'
    }

    It 'emits the result with -PassThru, and accepts an IRI' {
        $result = Update-ResamaniaSale /demoapi/sales/33 -PassThru
        $result.SaleId, $result.FromJournal | Should -Be '/demoapi/sales/33', $false
    }

    It 'is sent once if the connection closes early, and is InDoubt' {
        Set-Fault $server @{ match = @{ path = 'update_contact' }; times = -1; fault = @{ kind = 'reset'; at = 'beforeAct' } }
        Update-ResamaniaSale 33 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'InDoubt,TrainingApis.Cmdlets.Resamania.UpdateResamaniaSaleCommand'
        @(Get-Sent) | Should -HaveCount 1
    }

    It 'reports a sale that does not exist and continues' {
        '99999', '33' | Update-ResamaniaSale -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'NotFound,TrainingApis.Cmdlets.Resamania.UpdateResamaniaSaleCommand'
        @(Get-Sent) | Should -HaveCount 2
    }
}
