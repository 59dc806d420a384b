Describe 'Test-TrainingApiConnection' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Disconnect-TrainingApi
        $null = Invoke-Control $server 'reset' -Method Post
    }

    It 'sends one small request over each connection and reports success' {
        'One', 'Two' | ForEach-Object { Connect-TestCegos $server @{ Name = $_ } }
        Clear-RequestLog $server
        $tests = Test-TrainingApiConnection
        $tests[0].GetType().FullName | Should -BeExactly 'TrainingApis.ConnectionTest'
        $tests.Name | Should -Be 'One', 'Two'
        $tests.Service | Should -Be 'Cegos', 'Cegos'
        $tests.Reachable | Should -Be $true, $true
        $tests.Authenticated | Should -Be $true, $true
        $tests.ErrorId | Should -Be $null, $null
        $tests[0].BaseUri | Should -Be ([uri]::new($server.Uri, 'cegos/catalog/'))
        (Get-RequestLog $server).target | Should -Be '/cegos/catalog/v1/Catalogs', '/cegos/catalog/v1/Catalogs'
        (Get-RequestLog $server).method | Should -Be 'GET', 'GET'
    }

    It 'measures the time of the request' {
        Connect-TestCegos $server
        $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = 150 }
        (Test-TrainingApiConnection).Milliseconds | Should -BeGreaterOrEqual 145
    }

    It 'requests another token if a connection is for registrations only, which has nothing to read' {
        Connect-TestCegos $server @{ Scope = 'Registration' }
        Clear-RequestLog $server
        (Test-TrainingApiConnection).Authenticated | Should -BeTrue
        (Get-RequestLog $server).target | Should -Be '/cegos/auth/connect/token'
        (Get-RequestLog $server).body | Should -Match 'scope=api-registration$'
    }

    It 'reports <errorId> for <what>, throws nothing and continues with the next' -ForEach @(
        @{ what = 'a refused account'; fault = @{ kind = 'status'; status = 401 }; errorId = 'AuthenticationFailed'; reachable = $true; authenticated = $false }
        @{ what = 'a forbidden endpoint'; fault = @{ kind = 'status'; status = 403 }; errorId = 'Forbidden'; reachable = $true; authenticated = $true }
        @{ what = 'a server with an internal error'; fault = @{ kind = 'status'; status = 500 }; errorId = 'UnexpectedResponse'; reachable = $true; authenticated = $true }
        @{ what = 'a page of HTML'; fault = @{ kind = 'html' }; errorId = 'UnexpectedResponse'; reachable = $true; authenticated = $true }
        @{ what = 'a redirect'; fault = @{ kind = 'redirect'; location = 'https://elsewhere.example/' }; errorId = 'Unreachable'; reachable = $true; authenticated = $true }
        @{ what = 'a dropped connection'; fault = @{ kind = 'reset'; at = 'beforeAct' }; errorId = 'Unreachable'; reachable = $false; authenticated = $false }
        @{ what = 'no response'; fault = @{ kind = 'hang' }; errorId = 'Timeout'; reachable = $false; authenticated = $false }
    ) {
        Connect-TestCegos $server @{ Name = 'Bad'; MaximumRetryCount = 0; TimeoutSec = 2 }
        Connect-TestCegos $server @{ Name = 'Good'; CatalogUri = [uri]::new($server.Uri, 'cegos/CATALOG/') }
        Set-Fault $server @{ match = @{ path = 'catalog/v1/Catalogs' }; times = $errorId -eq 'AuthenticationFailed' ? 2 : 1; fault = $fault }
        $tests = Test-TrainingApiConnection -ErrorVariable failed
        $failed | Should -HaveCount 0
        $tests[0].ErrorId, $tests[0].Reachable, $tests[0].Authenticated | Should -Be $errorId, $reachable, $authenticated
        $tests[0].Error | Should -Not -BeNullOrEmpty
        $tests[1].Name | Should -Be 'Good'
    }

    It 'emits one Boolean with -Quiet: <expected> for <what>' -ForEach @(
        @{ what = 'no connection'; names = @(); faulty = 0; expected = $false }
        @{ what = 'two good ones'; names = 'One', 'Two'; faulty = 0; expected = $true }
        @{ what = 'one good and one bad'; names = 'One', 'Two'; faulty = 1; expected = $false }
    ) {
        foreach ($name in $names) { Connect-TestCegos $server @{ Name = $name; MaximumRetryCount = 0 } }
        if ($faulty) { Set-Fault $server @{ match = @{ path = 'Catalogs' }; times = $faulty; fault = @{ kind = 'status'; status = 500 } } }
        $result = @(Test-TrainingApiConnection -Quiet)
        $result | Should -HaveCount 1
        $result[0] | Should -BeOfType bool
        $result[0] | Should -Be $expected
    }

    It 'tests only those of -Service' {
        Connect-TestCegos $server
        Clear-RequestLog $server
        Test-TrainingApiConnection -Service Loop | Should -BeNullOrEmpty
        Test-TrainingApiConnection Loop -Quiet | Should -BeFalse
        Get-RequestLog $server | Should -BeNullOrEmpty
        (Test-TrainingApiConnection Cegos).Name | Should -Be 'Cegos'
    }

    It 'emits nothing if there is no connection' {
        Test-TrainingApiConnection -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 0
    }

    It 'is a table that fits 120 columns' {
        $test = [TrainingApis.ConnectionTest]@{ Service = 'Cegos'; Name = 'Production'; Reachable = $true; Milliseconds = 12; ErrorId = 'Forbidden'; Error = 'Cegos does not allow GetCatalogs to this account.' }
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($test, 1))
        foreach ($things in $test, $back) {
            (($things | Out-String -Width 120) -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ }) -join "`n" | Should -BeExactly (@'
Service    Name         Reachable Authenticated Milliseconds Error
-------    ----         --------- ------------- ------------ -----
Cegos      Production   True      False                   12 Cegos does not allow GetCatalogs to this account.
'@ -replace '\r')
        }
    }
}
