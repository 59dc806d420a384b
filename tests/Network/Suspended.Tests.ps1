# A bulk run whose process was suspended, as with Ctrl+Z or a computer that sleeps, for longer than its token lives and its connections are kept.
Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
if ($reason = Get-SkipReason signals) { Describe 'A bulk run that was suspended' { It "is skipped: $reason" -Skip { } }; return }

BeforeAll {
    Import-Module "$PSScriptRoot/../Pester/Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Pester/Support/ChangeSupport.psm1" -Force
    Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
    Import-Module "$PSScriptRoot/Support/BulkRuns.psm1" -Force
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'A bulk run that was suspended' {
    BeforeEach {
        $null = Invoke-Control $server 'reset' -Method Post
        $null = Invoke-Control $server 'tokens/lifetime' -Method Put -Body @{ seconds = 3 }
        Set-Latency $server 60
        $run = New-BulkRun $server $server.Uri $TestDrive -Rows 300
    }

    It 'for longer than its token lives renews it and registers everyone' {
        $started = Start-BulkRun $run
        foreach ($count in 60, 150) {
            Wait-Registered $started $server $count
            Send-Signal $started.Process.Id STOP
            Start-Sleep -Seconds 5
            Send-Signal $started.Process.Id CONT
        }
        Assert-BulkRun $run (Wait-BulkRun $started)
        @(Get-RequestLog $server '*/token').Count | Should -BeGreaterOrEqual 3 -Because 'a token was requested after each suspension'
    }

    It 'for longer than its requests may take leaves no more rows in doubt than were in flight' {
        $with = @{ TimeoutSec = 2 }
        $started = Start-BulkRun $run -With $with
        foreach ($count in 60, 150) {
            Wait-Registered $started $server $count
            Send-Signal $started.Process.Id STOP
            Start-Sleep -Seconds 4
            Send-Signal $started.Process.Id CONT
        }
        $inDoubt = @(Assert-BulkRun $run (Wait-BulkRun $started) -InDoubtAtMost (2 * $run.ThrottleLimit))
        Complete-BulkRun $run $inDoubt @{ With = $with }
    }

    It 'while the vendor restarted leaves no more rows in doubt than were in flight' {
        if ($reason = Get-SkipReason nginx) { Set-ItResult -Skipped -Because $reason }
        $authority = New-TestAuthority authority $TestDrive
        $nginx = Start-Nginx "$TestDrive" @{ Port = Get-FreePort; Certificate = New-TestCertificate $authority $TestDrive } $server
        try {
            $run = New-BulkRun $server "https://127.0.0.1:$($nginx.Port)/" $TestDrive $authority.Path 300
            $started = Start-BulkRun $run
            Wait-Registered $started $server 100
            Send-Signal $started.Process.Id STOP
            Stop-Component $nginx -Kill
            Start-Sleep -Seconds 4
            $nginx = Restart-Component $nginx
            Send-Signal $started.Process.Id CONT
            $inDoubt = @(Assert-BulkRun $run (Wait-BulkRun $started) -InDoubtAtMost $run.ThrottleLimit)
            Complete-BulkRun $run $inDoubt
        }
        finally { Stop-Component $nginx -Kill }
    }
}
