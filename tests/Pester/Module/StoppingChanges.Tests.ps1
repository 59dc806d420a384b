# Each way to end a run of changes: requests in flight get up to 10 seconds, so that the journal records their outcomes; nothing new is sent;
# without a request in flight the prompt returns at once. Number of stops for each way: $env:TRAININGAPIS_STOPS, default 2.
BeforeDiscovery {
    # A process started in the background of a shell without job control ignores SIGINT, and so do its child processes.
    $isIgnored = (Test-Path /proc/self/status) -and ([Convert]::ToUInt64(((Get-Content /proc/self/status) -match '^SigIgn:' -split '\s+')[1], 16) -band 2)
    $hasInterrupt = -not $IsWindows -and -not $isIgnored
    $ways = 'Ctrl+C', 'a closed runspace', 'Select-Object -First', '-ErrorAction Stop', 'SIGINT' | Where-Object { $_ -ne 'SIGINT' -or $hasInterrupt }
}
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/Shells.psm1" -Force # for its Start-Shell and Wait-Shell
    Import-TestedModule
    $stops = $env:TRAININGAPIS_STOPS ? [int] $env:TRAININGAPIS_STOPS : 2
    $random = [random]::new($env:TRAININGAPIS_SEED ? [int] $env:TRAININGAPIS_SEED : 20260115)
    $server = Start-SandboxServer
    # Hangs without end after the vendor acted, so that only the limit ends the wait.
    $hang = @{ match = @{ path = 'Registration$' }; times = -1; fault = @{ kind = 'hang'; at = 'afterAct' } }

    # The request of the first row arrives at the vendor before the others.
    $firstAlone = 'ForEach-Object { $_; if ($_.TraineeCrmId -eq "T-1") { Start-Sleep -Milliseconds 500 } }'

    function Get-StateCount { $counts = @{}; Get-TrainingJournal $journal | ForEach-Object { $counts["$($_.State)"]++ }; $counts }

    # A separate PowerShell process that runs the given line.
    function Start-Process([string] $Line) {
        $start = [Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
        if ([IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
        $script = @"
Import-Module '$PSScriptRoot/../Support/TestSupport.psm1'
Import-TestedModule
Connect-TestCegos ([pscustomobject]@{ Uri = [uri] '$($server.Uri)' }) @{ Scope = 'Registration' }
$Line
"@
        foreach ($argument in '-NoProfile', '-NonInteractive', '-Command', $script) { $start.ArgumentList.Add($argument) }
        $start.Environment['POWERSHELL_TELEMETRY_OPTOUT'] = '1'
        $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $process = [Diagnostics.Process]::Start($start)
        [pscustomobject]@{ Process = $process; Output = $process.StandardOutput.ReadToEndAsync(); Error = $process.StandardError.ReadToEndAsync() }
    }
    function Send-Interrupt($Started) { kill -INT $Started.Process.Id }
    # Waits for the end of the process, and returns its output.
    function Wait-Process($Started, [int] $Milliseconds = 60000) {
        if (-not $Started.Process.WaitForExit($Milliseconds)) { $Started.Process.Kill($true); throw "The process did not end within $Milliseconds ms." }
        "$($Started.Output.Result)`n$($Started.Error.Result)" -replace '\x1b\[[\d;]*m'
    }

    # Sends the rows and ends the run in the given way while requests are in flight.
    function Invoke-Stop([string] $Way, [object[]] $Rows) {
        $change = "`$rows | $firstAlone | New-CegosRegistration -Connection `$c -Journal `$journal -ThrottleLimit 4"
        switch ($Way) {
            'SIGINT' {
                $csv = "$journal.csv"
                $Rows | Export-Csv $csv
                $started = Start-Process "Import-Csv '$csv' | New-CegosRegistration -Journal '$journal' -ThrottleLimit 4"
                Wait-Until { @(Get-SentChange $server).Count -ge $random.Next(1, 8) } -Milliseconds 60000 | Should -BeTrue
                # The last request must still be in flight when the other process gets the signal.
                Start-Sleep -Milliseconds $random.Next(0, 600)
                Send-Interrupt $started
                Wait-Process $started
            }
            'Select-Object -First' { $null = Start-Shell "param(`$c, `$rows, `$journal) $change | Select-Object -First 1" $connection, $Rows, $journal | ForEach-Object { Wait-Shell $_ 60000; Remove-Shell $_ } }
            '-ErrorAction Stop' {
                Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = $random.Next(0, 4); fault = @{ kind = 'status'; status = 404 } }
                $null = Start-Shell "param(`$c, `$rows, `$journal) try { $change -ErrorAction Stop } catch { `$_.FullyQualifiedErrorId }" $connection, $Rows, $journal | ForEach-Object { Wait-Shell $_ 60000; Remove-Shell $_ }
            }
            default {
                $shell = Start-Shell "param(`$c, `$rows, `$journal) $change" $connection, $Rows, $journal
                Wait-Until { @(Get-SentChange $server).Count -ge $random.Next(1, 8) } -Milliseconds 60000 | Should -BeTrue
                Start-Sleep -Milliseconds $random.Next(0, 900)
                if ($Way -eq 'Ctrl+C') { $null = Stop-Shell $shell -Milliseconds 60000 } else { $shell.Runspace.Close() }
                Remove-Shell $shell
            }
        }
    }
}
AfterAll { Stop-SandboxServer $server }

Describe 'Stopping a run of changes' {
    BeforeEach {
        Reset-TestCegos $server
        $connection = Get-TrainingApiConnection
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    It 'leaves nothing in doubt at a latency of a second, and sends nothing new: <_>' -ForEach $ways {
        foreach ($stop in 1..$stops) {
            Reset-TestCegos $server
            $connection = Get-TrainingApiConnection
            $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
            $rows = New-RegistrationRow (1..40)
            Set-Latency $server 1000
            $said = Invoke-Stop $_ $rows
            $sent = @(Get-SentChange $server)
            $states = Get-StateCount
            $states.InDoubt | Should -BeNullOrEmpty -Because 'every request in flight got its response within the limit'
            $states.Started | Should -BeNullOrEmpty
            $sent.Count | Should -BeLessThan 40 -Because 'the run was stopped'
            ($states.Succeeded ?? 0) + ($states.Rejected ?? 0) | Should -BeGreaterOrEqual $sent.Count
            if ($_ -eq 'SIGINT') {
                $said | Should -Match 'WARNING: Waiting up to 10 s for [1-4] requests? in flight, so that their outcomes are known\. Press Ctrl\+C again to stop waiting\.'
                $said | Should -Match "New-CegosRegistration: $($states.Succeeded) succeeded, 0 from journal, 0 rejected, 0 in doubt, \d+ not sent\. To send the rest, run the same command again with -Journal '$([regex]::Escape($journal))'\."
            }

            Set-Latency $server 0
            Start-Sleep -Milliseconds 200
            @(Get-SentChange $server).Count | Should -Be $sent.Count -Because 'nothing is sent after the end'
            Clear-Fault $server
            @($rows | New-CegosRegistration -Journal $journal -ThrottleLimit 4).Count | Should -Be 40
            @((Get-CegosState $server).registrations.fields.clientReference | Sort-Object) | Should -Be ($rows.ClientReference | Sort-Object) -Because 'each row is there once'
        }
    }

    It 'waits 10 seconds for missing responses, after which these rows are in doubt: <_>' -ForEach 'Ctrl+C', 'Select-Object -First' {
        $rows = New-RegistrationRow (1..20)
        Set-Fault $server ($hang + @{ skip = $_ -eq 'Ctrl+C' ? 0 : 1 })
        # The others are in flight when the first row's response ends the pipeline.
        if ($_ -ne 'Ctrl+C') { Set-Latency $server 1500 }
        $clock = [Diagnostics.Stopwatch]::StartNew()
        Invoke-Stop $_ $rows
        $clock.Elapsed.TotalSeconds | Should -BeGreaterThan 9.5
        $hung = @(Get-RequestLog $server | Where-Object fault -EQ hang).Count
        $hung | Should -BeGreaterThan 0
        (Get-StateCount).InDoubt | Should -Be $hung
        (Get-StateCount).Started | Should -BeNullOrEmpty
        @(Get-SentChange $server).Count | Should -BeLessThan 20
        Wait-Until { -not (Get-RequestLog $server | Where-Object { $_.fault -eq 'hang' -and -not $_.aborted }) } | Should -BeTrue -Because 'the requests are aborted in the end'

        Clear-Fault $server
        Set-Latency $server 0
        $results = $rows | New-CegosRegistration -Journal $journal -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Select-Object -Unique | Should -Be 'InDoubt'
        $failed.Count | Should -Be $hung
        @($results).Count | Should -Be (20 - $hung)
        @((Get-CegosState $server).registrations.fields.clientReference | Sort-Object) | Should -Be ($rows.ClientReference | Sort-Object) -Because 'the vendor acted on each row once'
    }

    It 'is ended early by Ctrl+C during the wait: after <_>' -AllowNullOrEmptyForEach -ForEach @('SIGINT', 'Select-Object -First' | Where-Object { $hasInterrupt }) {
        $first = $_ -eq 'SIGINT' ? '' : ' | Select-Object -First 1'
        Set-Fault $server ($hang + @{ skip = $_ -eq 'SIGINT' ? 0 : 1 })
        if ($_ -ne 'SIGINT') { Set-Latency $server 1500 }
        $rows = New-RegistrationRow (1..20)
        $rows | Export-Csv "$journal.csv"
        $started = Start-Process "Import-Csv '$journal.csv' | $firstAlone | New-CegosRegistration -Journal '$journal' -ThrottleLimit 4$first; 'the end'"
        Wait-Until { @(Get-RequestLog $server | Where-Object fault -EQ hang).Count -ge 3 } -Milliseconds 60000 | Should -BeTrue
        if ($first) { Wait-Until { @(Get-SentChange $server | Where-Object { $_.completed -and -not $_.fault }).Count -eq 1 } | Should -BeTrue }
        Start-Sleep -Milliseconds 700
        $clock = [Diagnostics.Stopwatch]::StartNew()
        if ($_ -eq 'SIGINT') {
            Send-Interrupt $started
            Start-Sleep -Milliseconds 700
            $started.Process.HasExited | Should -BeFalse -Because 'it waits'
        }
        Send-Interrupt $started
        $said = Wait-Process $started
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 8 -Because 'otherwise it would have waited 10 seconds'
        $states = Get-StateCount
        $states.InDoubt | Should -Be @(Get-RequestLog $server | Where-Object fault -EQ hang).Count
        $states.Started | Should -BeNullOrEmpty
        if ($_ -eq 'SIGINT') { $said | Should -Match "New-CegosRegistration: 0 succeeded, 0 from journal, 0 rejected, $($states.InDoubt) in doubt, \d+ not sent\. To send the rest, .*; add -RetryInDoubt once the changes in doubt are checked\." }
    }

    It 'returns the prompt at once if nothing is in flight: <_>' -ForEach 'Ctrl+C', 'Select-Object -First', '-ErrorAction Stop' {
        $way = $_
        $script = 'param($c, $rows, $journal) $clock = [Diagnostics.Stopwatch]::new()
            ' + $(switch ($way) {
                'Ctrl+C' { '$rows | ForEach-Object { if ($_.TraineeCrmId -eq "T-3") { Start-Sleep 60 }; $_ } | New-CegosRegistration -Connection $c -Journal $journal' }
                'Select-Object -First' { '$rows | New-CegosRegistration -Connection $c -Journal $journal | ForEach-Object { $clock.Restart(); $_ } | Select-Object -First 1 | Out-Null; $clock.ElapsedMilliseconds' }
                default { '$rows[0].SessionId = "NOPE"; try { $rows | ForEach-Object { $clock.Restart(); $_ } | New-CegosRegistration -Connection $c -Journal $journal -ErrorAction Stop } catch { }; $clock.ElapsedMilliseconds' }
            })
        # The fastest of three attempts, so that a busy machine does not fail the test.
        $elapsed = foreach ($try in 1..3) {
            $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
            $shell = Start-Shell $script $connection, (New-RegistrationRow (1..20)), $journal
            if ($way -eq 'Ctrl+C') {
                $null = Wait-Until { (Test-Path $journal) -and (Get-StateCount).Succeeded -eq 2 } -Milliseconds 30000
                Stop-Shell $shell
            }
            else { @(Wait-Shell $shell 30000)[-1] }
            Remove-Shell $shell
        }
        ($elapsed | Measure-Object -Minimum).Minimum | Should -BeLessOrEqual 300
    }
}
