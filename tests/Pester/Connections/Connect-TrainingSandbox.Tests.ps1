Describe 'Connect-TrainingSandbox' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
    }

    BeforeEach { Disconnect-TrainingApi }
    AfterAll { Disconnect-TrainingApi }

    It 'sends nothing: the first command requests a token' {
        $all = Connect-TrainingSandbox -PassThru -Verbose 4>&1
        $all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | Should -BeNullOrEmpty
        $all.TokenExpires | Where-Object { $_ } | Should -BeNullOrEmpty
        Get-CegosCenter -Verbose 4>&1 | Where-Object { $_ -like '*token*' } | Should -HaveCount 1
    }

    It 'connects without an account, and emits nothing' {
        Connect-TrainingSandbox | Should -BeNullOrEmpty
        $connections = Get-TrainingApiConnection
        $services = Get-Command -Module TrainingApis -Verb Connect | ForEach-Object Noun | Where-Object { $_ -ne 'TrainingSandbox' }
        $connections.Service | Sort-Object | Should -Be ([TrainingApis.ApiService[]] $services | Sort-Object)
        $connections.Name | Sort-Object -Unique | Should -Be 'Sandbox'
        $connections.IsOpen | Should -Not -Contain $false
        (Get-CegosProduct -First 1).YearlyProductCode | Should -BeExactly '202561072'
    }

    It 'emits its connections with -PassThru' {
        $connections = @(Connect-TrainingSandbox -PassThru)
        $connections | ForEach-Object { $_.GetType().FullName } | Sort-Object -Unique | Should -Be 'TrainingApis.Connection'
        $connections.Service | Should -Contain 'Cegos'
        Get-CegosCatalog -Connection ($connections | Where-Object Service -EQ Cegos) | Should -HaveCount 8
    }

    It 'contains 1,247 products and 2,847 sessions' {
        Connect-TrainingSandbox
        Get-CegosProduct -ThrottleLimit 16 | Should -HaveCount 1247
        (Get-CegosSession -First 0 -IncludeTotalCount).ToString() | Should -BeExactly 'Total count: 2847'
    }

    It 'contains the requested numbers: <products> and <sessions>' -ForEach @(
        @{ products = 0; sessions = 0 }, @{ products = 1; sessions = 1 }, @{ products = 250; sessions = 101 }
    ) {
        Connect-TrainingSandbox -ProductCount $products -SessionCount $sessions
        @(Get-CegosProduct) | Should -HaveCount $products
        @(Get-CegosSession) | Should -HaveCount $sessions
    }

    It 'returns the same data for the same seed, and other data for another' {
        $first, $second, $other = 20260115, 20260115, 7 | ForEach-Object {
            Connect-TrainingSandbox -Seed $_ -ProductCount 120
            , (Get-CegosProduct -Hydrate | ConvertTo-Json -Depth 6)
        }
        $first | Should -BeExactly $second
        $first | Should -Not -Be $other
        Connect-TrainingSandbox -ProductCount 120
        Get-CegosProduct -Hydrate | ConvertTo-Json -Depth 6 | Should -BeExactly $first -Because 'the seed has a default'
    }

    It 'delays each response by -Latency' {
        Connect-TrainingSandbox -Latency 150
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $null = Get-CegosProduct 202561072, 202500038
        $clock.ElapsedMilliseconds | Should -BeGreaterThan 290
    }

    It 'returns the same results with faults as without, in order, with retries' {
        Connect-TrainingSandbox -ProductCount 450
        $plain = (Get-CegosProduct).YearlyProductCode
        Connect-TrainingSandbox -ProductCount 450 -FaultRate 0.5 -WarningAction SilentlyContinue
        (Get-CegosProduct -WarningVariable warned -WarningAction SilentlyContinue).YearlyProductCode | Should -Be $plain
        $warned | Should -Not -BeNullOrEmpty
        $warned[0].Message | Should -Match '^Cegos \w+: .+; waiting .+ before attempt \d of 5\.$'
    }

    It 'sends nothing over the network' {
        # A proxy on a port without a listener would refuse any request, so no host name is resolved either.
        $env:HTTPS_PROXY = $env:HTTP_PROXY = $env:ALL_PROXY = 'http://127.0.0.1:9'
        try {
            Connect-TrainingSandbox
            Get-CegosCatalog | Should -HaveCount 8
        }
        finally { $env:HTTPS_PROXY = $env:HTTP_PROXY = $env:ALL_PROXY = $null }
    }

    It 'has no changes of an earlier sandbox' {
        $old = @(Connect-TrainingSandbox -ProductCount 1 -PassThru)
        Connect-TrainingSandbox -ProductCount 2
        $old.IsOpen | Should -Not -Contain $true
        @(Get-CegosProduct) | Should -HaveCount 2
        @(Get-TrainingApiConnection | Where-Object Service -EQ Cegos) | Should -HaveCount 1
    }

    It 'refuses -<name> <value>' -ForEach @(
        @{ name = 'ProductCount'; value = -1 }, @{ name = 'SessionCount'; value = -1 }, @{ name = 'Latency'; value = -1 }, @{ name = 'FaultRate'; value = 1.1 }, @{ name = 'FaultRate'; value = -0.1 }
    ) {
        $with = @{ $name = $value }
        { Connect-TrainingSandbox @with } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        Get-TrainingApiConnection | Should -BeNullOrEmpty
    }
}
