# Bulk runs through haproxy with TLS: connections that it closes, its time limits, its own retries, a vendor that is down, and a kill.
Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
if ($reason = Get-SkipReason haproxy) { Describe 'A bulk run through haproxy' { It "is skipped: $reason" -Skip { } }; return }

BeforeAll {
    Import-Module "$PSScriptRoot/../Pester/Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Pester/Support/ChangeSupport.psm1" -Force
    Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
    Import-Module "$PSScriptRoot/Support/BulkRuns.psm1" -Force
    $server = Start-SandboxServer
    $authority = New-TestAuthority authority $TestDrive
    $certificate = New-TestCertificate $authority $TestDrive
    function Start-Site([string[]] $Defaults, [string[]] $Backend) {
        $folder = (New-Item (Join-Path $TestDrive ([guid]::NewGuid().ToString('N').Substring(0, 8))) -ItemType Directory).FullName
        Start-Haproxy $folder $certificate $server $Defaults $Backend
    }
    function New-Run($Haproxy, [int] $Rows = 200) { New-BulkRun $server "https://127.0.0.1:$($Haproxy.Port)/" $TestDrive $authority.Path $Rows }
}
AfterAll { Stop-SandboxServer $server }

Describe 'A bulk run through haproxy' {
    BeforeEach { $null = Invoke-Control $server 'reset' -Method Post }
    AfterEach { Stop-Component $haproxy -Kill }

    It 'registers everyone where the server closes each connection: <option>' -ForEach @(
        @{ option = 'httpclose' }
        @{ option = 'http-server-close' }
    ) {
        $haproxy = Start-Site "option $option"
        $run = New-Run $haproxy
        Assert-BulkRun $run (Wait-BulkRun (Start-BulkRun $run))
    }

    It 'leaves no row in doubt where haproxy closes idle connections after 1 s and rows come in bursts' {
        $haproxy = Start-Site 'timeout http-keep-alive 1s'
        $run = New-Run $haproxy 80
        Assert-BulkRun $run (Wait-BulkRun (Start-BulkRun $run -Pause 800))
    }

    It 'leaves exactly the rows in doubt whose response did not come within the time limit of haproxy (504)' {
        $haproxy = Start-Site 'timeout server 400ms'
        Set-Fault $server @(foreach ($skip in 10, 50, 51, 120) { @{ match = @{ path = 'Registration$' }; skip = $skip; fault = @{ kind = 'hang'; at = $skip -eq 50 ? 'beforeAct' : 'afterAct' } } })
        $run = New-Run $haproxy
        $inDoubt = @(Assert-BulkRun $run (Wait-BulkRun (Start-BulkRun $run)) -InDoubtAtMost 4)
        $inDoubt.Count | Should -Be 4
        Complete-BulkRun $run $inDoubt
    }

    It 'registers everyone once where haproxy itself tries a second server, since the first takes no connection' {
        $haproxy = Start-Site @('retries 3', 'option redispatch 1') "server dead 127.0.0.1:$(Get-FreePort)", "server vendor 127.0.0.1:$($server.Uri.Port)"
        $run = New-Run $haproxy
        Assert-BulkRun $run (Wait-BulkRun (Start-BulkRun $run))
    }

    It 'stops while the vendor is down (503), and goes on by itself once it is back' {
        Set-Latency $server 40
        $haproxy = Start-Site
        $run = New-Run $haproxy 300
        $started = Start-BulkRun $run
        Wait-Registered $started $server 60
        Send-HaproxyCommand $haproxy 'disable server vendor/vendor'
        Start-Sleep -Seconds 3
        Send-HaproxyCommand $haproxy 'enable server vendor/vendor'
        $inDoubt = @(Assert-BulkRun $run (Wait-BulkRun $started) -InDoubtAtMost 60)
        # Requests that reached the vendor before it was down succeed in between. After the last of them, as many outcomes in doubt in a row as the
        # limit allows end the sending; the others were in flight by then.
        $longest, $length = 0, 0
        foreach ($state in Get-Content $run.Journal | ForEach-Object { ($_ | ConvertFrom-Json).state }) {
            if ($state -eq 'Succeeded') { $length = 0 }
            if ($state -eq 'InDoubt') { $longest = [math]::Max($longest, ++$length) }
        }
        $longest | Should -BeGreaterThan $run.ThrottleLimit -Because 'otherwise the run did not stop'
        $longest | Should -BeLessOrEqual (2 * $run.ThrottleLimit + 1)
        Complete-BulkRun $run $inDoubt
    }

    It 'leaves no more rows in doubt than were in flight when haproxy was killed, and goes on where it is back' {
        Set-Latency $server 60
        $haproxy = Start-Site
        $run = New-Run $haproxy 300
        $started = Start-BulkRun $run
        Wait-Registered $started $server 100
        Stop-Component $haproxy -Kill
        Start-Sleep -Milliseconds 700
        $haproxy = Restart-Component $haproxy
        $inDoubt = @(Assert-BulkRun $run (Wait-BulkRun $started) -InDoubtAtMost $run.ThrottleLimit)
        $inDoubt.Count | Should -BeGreaterThan 0 -Because 'otherwise nothing was in flight'
        Complete-BulkRun $run $inDoubt
    }
}
