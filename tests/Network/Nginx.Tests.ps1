# Bulk runs through nginx with TLS: rate limits, reloads, killed workers, and connections that nginx closes while they are idle.
Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
if ($reason = Get-SkipReason nginx) { Describe 'A bulk run through nginx' { It "is skipped: $reason" -Skip { } }; return }

BeforeAll {
    Import-Module "$PSScriptRoot/../Pester/Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Pester/Support/ChangeSupport.psm1" -Force
    Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
    Import-Module "$PSScriptRoot/Support/BulkRuns.psm1" -Force
    Write-Host "    $(Get-ComponentVersion)"
    $server = Start-SandboxServer
    $authority = New-TestAuthority authority $TestDrive
    $certificate = New-TestCertificate $authority $TestDrive

    function Start-Site([hashtable] $More = @{}, [string] $Http = '') {
        $folder = (New-Item (Join-Path $TestDrive ([guid]::NewGuid().ToString('N').Substring(0, 8))) -ItemType Directory).FullName
        $site = @{ Port = Get-FreePort; Certificate = $certificate }
        $started = Start-Nginx $folder ($site + $More) $server $Http
        $started | Add-Member Site $site
        $started
    }
    function New-Run($Nginx, [int] $Rows = 200) { New-BulkRun $server "https://127.0.0.1:$($Nginx.Port)/" $TestDrive $authority.Path $Rows }
}
AfterAll { Stop-SandboxServer $server }

Describe 'A bulk run through nginx' {
    BeforeEach { $null = Invoke-Control $server 'reset' -Method Post }
    AfterEach { Stop-Component $nginx }

    It 'sends rows that a rate limit refuses with 429 until all are done' {
        $nginx = Start-Site @{ Location = 'limit_req zone=slow burst=4 nodelay; limit_req_status 429;' } 'limit_req_zone $server_addr zone=slow:1m rate=25r/s;'
        $run = New-Run $nginx
        $result = Wait-BulkRun (Start-BulkRun $run)
        Measure-NginxStatus $nginx 429 | Should -BeGreaterThan 10
        $inDoubt = @(Assert-BulkRun $run $result -ErrorId RateLimited)
        for ($i = 0; $i -lt 9 -and @(Get-Registered $server).Count -lt $run.References.Count; $i++) {
            $inDoubt = @(Assert-BulkRun $run (Wait-BulkRun (Start-BulkRun $run)) -ErrorId RateLimited)
        }
        Get-Registered $server | Sort-Object | Should -Be ($run.References | Sort-Object)
    }

    It 'leaves exactly the rows in doubt that a rate limit refuses with 503' {
        $limit = 'limit_req_zone $server_addr zone=slow:1m rate=25r/s;'
        $nginx = Start-Site @{ Location = 'limit_req zone=slow burst=4 nodelay; limit_req_status 503;' } $limit
        $run = New-Run $nginx
        $result = Wait-BulkRun (Start-BulkRun $run)
        $refused = Measure-NginxStatus $nginx 503
        $refused | Should -BeGreaterThan 5
        $inDoubt = @(Assert-BulkRun $run $result -InDoubtAtMost $refused -Ended VendorUnavailable)
        $inDoubt.Count | Should -Be $refused
        $inDoubt | Where-Object { $_ -in (Get-Registered $server) } | Should -BeNullOrEmpty

        # Without the limit the rest is sent.
        Set-NginxConfiguration $nginx.Folder @($nginx.Site) $server
        Send-Signal $nginx.Process.Id HUP
        Start-Sleep -Milliseconds 700
        Complete-BulkRun $run $inDoubt
    }

    It 'survives five reloads' {
        Set-Latency $server 60
        $nginx = Start-Site
        $run = New-Run $nginx 300
        $started = Start-BulkRun $run
        foreach ($i in 1..5) {
            Wait-Registered $started $server (45 * $i)
            Send-Signal $nginx.Process.Id HUP
        }
        $inDoubt = @(Assert-BulkRun $run (Wait-BulkRun $started) -InDoubtAtMost (5 * $run.ThrottleLimit))
        Complete-BulkRun $run $inDoubt
    }

    It 'leaves no more rows in doubt than were in flight when all workers were killed, three times' {
        Set-Latency $server 60
        $nginx = Start-Site
        $run = New-Run $nginx 300
        $started = Start-BulkRun $run
        foreach ($i in 1..3) {
            Wait-Registered $started $server (70 * $i)
            Send-Signal (Get-NginxWorker $nginx) KILL
        }
        $inDoubt = @(Assert-BulkRun $run (Wait-BulkRun $started) -InDoubtAtMost (3 * $run.ThrottleLimit))
        $inDoubt.Count | Should -BeGreaterThan 0 -Because 'otherwise nothing was in flight'
        Complete-BulkRun $run $inDoubt
    }

    It 'leaves at most <inDoubt> rows in doubt when nginx closes idle connections after <seconds> s and rows come in bursts <pause> ms apart' -ForEach @(
        @{ seconds = 1; pause = 800; inDoubt = 0 }
        @{ seconds = 5; pause = 4800; inDoubt = 0 }
        # The module closes idle connections after 4 s too, so that both may do it at the same moment.
        @{ seconds = 4; pause = 3800; inDoubt = 8 }
    ) {
        $nginx = Start-Site @{ Server = "keepalive_timeout ${seconds}s;" }
        $run = New-Run $nginx 80
        $result = Wait-BulkRun (Start-BulkRun $run -Pause $pause)
        $doubted = @(Assert-BulkRun $run $result -InDoubtAtMost $inDoubt)
        Complete-BulkRun $run $doubted
    }

    It 'survives connections that nginx closes after every second request' {
        $nginx = Start-Site @{ Server = 'keepalive_requests 2;' }
        $run = New-Run $nginx
        $inDoubt = @(Assert-BulkRun $run (Wait-BulkRun (Start-BulkRun $run)))
        Complete-BulkRun $run $inDoubt
    }
}
