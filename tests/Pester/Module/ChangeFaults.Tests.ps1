# Effects of a gateway, a rate limit and an unavailable vendor on a run of changes, over real HTTP: a request that may have been processed is not sent
# again, and a run stops before many rows are in doubt.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    $quiet = @{ ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue'; WarningVariable = 'warned'; WarningAction = 'SilentlyContinue'; InformationAction = 'Ignore' }
    $breaker = (Get-Command New-CegosRegistration).ImplementingType.Assembly.GetType('TrainingApis.Cmdlets.Changes.CircuitBreaker').GetProperty('Limit')

    function Get-StateCount { $counts = @{}; Get-TrainingJournal $journal | ForEach-Object { $counts["$($_.State)"]++ }; $counts }
    function Get-Reference { @((Get-CegosState $server).registrations.fields.clientReference) }
    # The number of requests for each row.
    function Get-SendCount { @(Get-SentChange $server | Group-Object { ($_.body | ConvertFrom-Json).clientReference } | ForEach-Object Count) }
}
AfterAll { Stop-SandboxServer $server }

Describe 'A response of a gateway after the vendor acted' {
    BeforeEach {
        Reset-TestCegos $server
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $failed = @()
    }

    It 'does not cause a change to be sent again: <Status> with Retry-After <Wait>' -ForEach @(
        foreach ($status in 500, 502, 503, 504, 408) { foreach ($wait in '0', '1', '3600', '') { @{ Status = $status; Wait = $wait } } }
    ) {
        $headers = $Wait ? @{ 'Retry-After' = $Wait } : @{}
        foreach ($place in 3, 9, 17, 26, 33) {
            Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = $place; fault = @{ kind = 'status'; status = $Status; headers = $headers; act = $true } }
        }
        $rows = New-RegistrationRow (1..40)
        $results = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit 4 @quiet
        $failed | Get-ErrorId | Should -Be (@('InDoubt') * 5)
        $results.Count | Should -Be 35
        (Get-StateCount).InDoubt | Should -Be 5

        $again = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit 4 @quiet
        $failed | Get-ErrorId | Should -Be (@('InDoubt') * 5)
        $again.FromJournal | Should -Be (@($true) * 35)
        Get-SendCount | Should -Be (@(1) * 40)
        Get-Reference | Sort-Object | Should -Be ($rows.ClientReference | Sort-Object)
    }

    It 'is a definite rejection only if it is 429: the change is sent again, in this run or the next' {
        Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 1; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '0' } } },
            @{ match = @{ path = 'Registration$' }; skip = 3; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '3600' } } }
        $rows = New-RegistrationRow (1..6)
        $null = $rows | New-CegosRegistration -Journal $journal @quiet
        $failed | Get-ErrorId | Should -BeExactly 'RateLimited'
        (Get-StateCount).Rejected | Should -Be 1
        ($rows | New-CegosRegistration -Journal $journal @quiet).Count | Should -Be 6
        Get-Reference | Sort-Object | Should -Be ($rows.ClientReference | Sort-Object)
    }
}

Describe 'A run of changes whose outcomes are in doubt' {
    BeforeEach {
        Reset-TestCegos $server
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $failed = @()
    }
    AfterEach { $breaker.SetValue($null, [timespan]::FromMinutes(5)) }

    It 'ends with VendorUnavailable if the vendor does not respond, and the rest can be sent later: <Name>, -ThrottleLimit <Limit>' -ForEach @(
        foreach ($limit in 1, 4, 16) {
            @{ Name = '502, the back end did not act'; Limit = $limit; Fault = @{ kind = 'html'; status = 502; act = $false } }
            @{ Name = '502, the back end acted'; Limit = $limit; Fault = @{ kind = 'html'; status = 502; act = $true } }
            @{ Name = '503 of a rate limit'; Limit = $limit; Fault = @{ kind = 'status'; status = 503; headers = @{ 'Retry-After' = '1' } } }
        }
    ) {
        # Probes continue for 5 minutes; here for 2 seconds.
        $breaker.SetValue($null, [timespan]::FromSeconds(2))
        $rows = New-RegistrationRow (1..400)
        $null = $rows[0..19] | New-CegosRegistration -Journal $journal @quiet
        Set-Fault $server @{ match = @{ path = 'Registration$' }; times = -1; fault = $Fault }, @{ match = @{ path = 'token' }; times = -1; fault = @{ kind = 'html'; status = 502; act = $false } }
        $ended = $null
        $null = try { $rows | New-CegosRegistration -Journal $journal -ThrottleLimit $Limit @quiet } catch { $ended = $_ }
        $ended.FullyQualifiedErrorId | Should -BeExactly 'VendorUnavailable,TrainingApis.Cmdlets.Cegos.NewCegosRegistrationCommand'
        $ended.CategoryInfo.Category | Should -Be 'ConnectionError'
        "$ended" | Should -BeLike "Cegos left * changes in a row in doubt and did not recover within * minutes. The remaining rows were not sent.*"
        @($warned | Where-Object { "$_" -like '*No further row is sent until Cegos responds*' }).Count | Should -Be 1
        # The count of consecutive failures restarts if a success that was in flight ends after the first of them.
        $most = [math]::Max(3, $Limit + 1) + $Limit + $Limit - 1
        $states = Get-StateCount
        $states.InDoubt | Should -BeLessOrEqual $most
        $states.InDoubt | Should -BeGreaterOrEqual ([math]::Max(3, $Limit + 1))
        $states.Succeeded | Should -Be 20
        @(Get-SentChange $server).Count | Should -Be (20 + $states.InDoubt) -Because 'nothing is sent twice, and nothing after the pause began'
        @(Get-RequestLog $server '*/token').Count | Should -BeGreaterOrEqual 1 -Because 'the vendor was probed'

        Clear-Fault $server
        $again = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit $Limit @quiet
        $failed | Get-ErrorId | Select-Object -Unique | Should -Be 'InDoubt'
        $failed.Count | Should -Be $states.InDoubt
        $again.Count | Should -Be (400 - $states.InDoubt)
        Get-SendCount | Should -Be (@(1) * 400)
        if (-not $Fault.act) {
            $null = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit $Limit -RetryInDoubt @quiet
            Get-Reference | Sort-Object | Should -Be ($rows.ClientReference | Sort-Object)
        }
    }

    It 'pauses with one warning and continues when a probe and one change succeed' {
        Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 10; times = -1; fault = @{ kind = 'html'; status = 502; act = $false } }, @{ match = @{ path = 'token' }; times = -1; fault = @{ kind = 'html'; status = 502; act = $false } }
        $started = Start-Shell { param($c, $rows, $journal) $rows | New-CegosRegistration -Connection $c -Journal $journal -ThrottleLimit 4 } (Get-TrainingApiConnection), (New-RegistrationRow (1..200)), $journal
        Wait-Until { $started.Streams.Warning.Count -gt 0 }
        Wait-Until { @(Get-RequestLog $server '*/token').Count -gt 0 }
        $sent = @(Get-SentChange $server).Count
        $sent | Should -BeLessOrEqual (10 + 3 + 5 + 4) -Because 'a success that was in flight may end behind the first three failures'
        Clear-Fault $server
        $said = Wait-Shell $started
        $said.Ended | Should -BeNullOrEmpty
        @($started.Streams.Warning).Count | Should -Be 1
        "$($started.Streams.Warning[0])" | Should -BeExactly 'The outcomes of 5 changes in a row are unknown. No further row is sent until Cegos responds; trying for up to 5 minutes.'
        $said.Output.Count | Should -Be (200 - ($sent - 10))
        $said.Errors | Get-ErrorId | Should -Be (@('InDoubt') * ($sent - 10))
        Get-SendCount | Should -Be (@(1) * 200)
    }

    It 'sends one change at a time while only the probe succeeds' {
        $breaker.SetValue($null, [timespan]::FromSeconds(4))
        # The token request succeeds, the back end of the registrations fails.
        Set-Fault $server @{ match = @{ path = 'Registration$' }; times = -1; fault = @{ kind = 'html'; status = 502; act = $false } }
        $ended = $null
        try { New-RegistrationRow (1..200) | New-CegosRegistration -Journal $journal -ThrottleLimit 4 @quiet } catch { $ended = $_ }
        $ended | Get-ErrorId | Should -BeExactly 'VendorUnavailable'
        @($warned | Where-Object { "$_" -like '*No further row is sent*' }).Count | Should -Be 1
        # 9 at most until the pause, and one after each probe: after 1 s, 3 s and 4 s.
        (Get-StateCount).InDoubt | Should -BeLessOrEqual 12
    }

    It 'is not paused by outcomes in doubt that are not consecutive, nor by rejections' {
        foreach ($place in 0..19) { Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 3 * $place; fault = @{ kind = 'html'; status = 502; act = $false } } }
        $null = New-RegistrationRow (1..90) | New-CegosRegistration -Journal $journal @quiet
        $warned | Should -BeNullOrEmpty
        $failed.Count | Should -Be 20
        Clear-Fault $server
        Set-Fault $server @{ match = @{ path = 'Registration$' }; times = 30; fault = @{ kind = 'status'; status = 409 } }
        $null = New-RegistrationRow (101..150) | New-CegosRegistration -Journal $journal @quiet
        $warned | Should -BeNullOrEmpty
        $failed.Count | Should -Be 30
    }

    It 'stops at once on Ctrl+C during the pause' {
        Set-Fault $server @{ match = @{ path = 'cegos/' }; times = -1; fault = @{ kind = 'html'; status = 502; act = $false } }
        $started = Start-Shell { param($c, $rows) $rows | New-CegosRegistration -Connection $c } (Get-TrainingApiConnection), (New-RegistrationRow (1..50))
        Wait-Until { $started.Streams.Warning.Count -gt 0 }
        Stop-Shell $started | Should -BeLessThan 2000
        (Wait-Shell $started).Ended | Should -BeOfType System.Management.Automation.PipelineStoppedException
    }
}
