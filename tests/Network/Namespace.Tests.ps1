# Bulk runs from a network namespace of their own, whose only connection to the vendor is slow, cut for a while, or has an address that is dead.
Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
if ($reason = Get-SkipReason nginx, namespace) { Describe 'A bulk run from a network namespace' { It "is skipped: $reason" -Skip { } }; return }

BeforeAll {
    Import-Module "$PSScriptRoot/../Pester/Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Pester/Support/ChangeSupport.psm1" -Force
    Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
    Import-Module "$PSScriptRoot/Support/BulkRuns.psm1" -Force
    $server = Start-SandboxServer
    $namespace = New-Namespace
    $authority = New-TestAuthority authority $TestDrive
    $certificate = New-TestCertificate $authority $TestDrive -Names 'dead.test'
    $nginx = Start-Nginx "$TestDrive" @{ Port = Get-FreePort; Address = $namespace.Vendor; Certificate = $certificate } $server
    $tc = Find-Component tc
    $parameters = @{ Namespace = $namespace }
    function New-Run([int] $Rows = 200, [string] $Name = 'vendor.test') { New-BulkRun $server "https://${Name}:$($nginx.Port)/" $TestDrive $authority.Path $Rows }
}
AfterAll {
    Stop-Component $nginx
    Remove-Namespace $namespace
    Stop-SandboxServer $server
}

Describe 'A bulk run from a network namespace' {
    BeforeEach { $null = Invoke-Control $server 'reset' -Method Post }
    AfterEach {
        Set-Link $namespace up
        & $tc qdisc delete dev $namespace.Device root 2>$null
    }

    It 'registers everyone over a connection of 128 kbit/s' {
        $said = & $tc qdisc add dev $namespace.Device root tbf rate 128kbit burst 16kbit latency 800ms 2>&1
        if ($LASTEXITCODE) { Set-ItResult -Skipped -Because "traffic cannot be shaped: $said" }
        $run = New-Run 100
        Assert-BulkRun $run (Wait-BulkRun (Start-BulkRun $run @parameters))
        "$(& $tc -s qdisc show dev $namespace.Device)" | Should -Match 'overlimits [1-9]' -Because 'otherwise the connection was not slow'
    }

    It 'registers everyone over a connection that is cut for two seconds, three times' {
        Set-Latency $server 60
        $run = New-Run 300
        $started = Start-BulkRun $run @parameters
        foreach ($count in 50, 120, 190) {
            Wait-Registered $started $server $count
            Set-Link $namespace down
            Start-Sleep -Seconds 2
            Set-Link $namespace up
        }
        Assert-BulkRun $run (Wait-BulkRun $started)
    }

    It 'leaves no more rows in doubt than were in flight where the cut is longer than a request may take' {
        Set-Latency $server 60
        $run = New-Run 200
        $with = @{ TimeoutSec = 2; MaximumRetryCount = 1 }
        $started = Start-BulkRun $run -With $with @parameters
        Wait-Registered $started $server 60
        Set-Link $namespace down
        Start-Sleep -Seconds 9
        Set-Link $namespace up
        $result = Wait-BulkRun $started
        # Those in flight when the link was cut, and those whose request left just after it was restored, too late for their time limit.
        $inDoubt = @(Assert-BulkRun $run $result -InDoubtAtMost (2 * $run.ThrottleLimit) -ErrorId Unreachable)
        $inDoubt.Count | Should -BeGreaterThan 0 -Because 'otherwise nothing was in flight'
        Complete-BulkRun $run $inDoubt ($parameters + @{ With = $with })
    }

    It 'registers everyone where the first address of the vendor takes no connection' {
        $run = New-Run 100 dead.test
        $clock = [Diagnostics.Stopwatch]::StartNew()
        Assert-BulkRun $run (Wait-BulkRun (Start-BulkRun $run -With @{ MaximumRetryCount = 0 } @parameters))
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 15 -Because 'the next address is tried within the connect limit'
        # The namespace does try the dead address first; otherwise this test would prove nothing.
        (& (Find-Component ip) netns exec $namespace.Name getent ahostsv4 dead.test)[0] | Should -Match "^$([regex]::Escape($namespace.Dead)) "
    }

    It 'says that there was no response where the vendor has no other address' {
        $run = New-Run 5 $namespace.Dead
        $result = Wait-BulkRun (Start-BulkRun $run -With @{ MaximumRetryCount = 0 } @parameters)
        $result.Ended.Id | Should -BeExactly 'Unreachable'
        $result.Ended.Message | Should -BeExactly "Cannot get a token: cannot connect to $($namespace.Dead):$($nginx.Port) (no response within 15 seconds)."
    }
}
