# Every way to end a command × every moment at which it may hit it: the shell is back at once, what was in the air is known, nothing starts
# afterwards, no thread stays. What hangs here hangs for good, so a stop that waited for it would wait far longer than the limit.
Describe 'Stopping' {
    BeforeDiscovery {
        $moments = @(
            @{ moment = 'connecting' }
            @{ moment = 'waiting for an answer'; fault = @{ kind = 'hang' } }
            @{ moment = 'in a body'; fault = @{ kind = 'hang'; at = 'inBody' } }
            @{ moment = 'in the wait before a retry'; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '60' } } }
            @{ moment = 'renewing a token'; fault = @{ kind = 'status'; status = 401 }; token = $true }
            @{ moment = 'between pages'; fault = @{ kind = 'hang' } }
        )
        $outer = foreach ($way in 'Ctrl+C', 'a closed runspace') { $moments | ForEach-Object { $_ + @{ way = $way } } }
        $inner = foreach ($way in 'Select-Object -First', '-ErrorAction Stop') { $moments | Where-Object moment -NotIn 'connecting', 'between pages' | ForEach-Object { $_ + @{ way = $way } } }
        $bulk = 'Ctrl+C', 'a closed runspace', 'Select-Object -First', '-ErrorAction Stop' | ForEach-Object { @{ way = $_ } }
    }

    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/Shells.psm1" -Force
        Import-TestedModule
        $limit = 2000
        $measured = [ordered]@{}
        $server = Start-SandboxServer
        $logUri = [uri]::new($server.Uri, '_control/log')
        $connection = Connect-TestCegos $server @{ PassThru = $true; Scope = 'Catalog', 'Registration' }
        # It takes connections and never says a word: whoever wants TLS of it is connecting for ever.
        $silent = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $silent.Start()
        $far = Connect-TestLoop $server @{ BaseUri = [uri] "https://$($silent.LocalEndpoint)/"; Domain = $null; PassThru = $true }
        $list = 'param($c, $log) Get-CegosProduct -Connection $c'
        # At the hundredth-and-first object, once the pages ahead are where they hang: the clock runs.
        $downstream = 'param($c, $log) $clock = [Diagnostics.Stopwatch]::new(); $n = 0
            function Wait-Ahead { while (@((Invoke-RestMethod $log -NoProxy) | ForEach-Object { $_ } | Where-Object fault -in hang, status).Count -lt 1) { Start-Sleep -Milliseconds 20 }; $clock.Start() }'
        function Get-OwnThread { [Diagnostics.Process]::GetCurrentProcess().Threads.Count - [Threading.ThreadPool]::ThreadCount }
        function Set-Moment([string] $Path, $Fault, [bool] $Token) {
            if (-not $Fault) { return }
            Set-Fault $server @{ match = @{ path = $Path }; times = -1; fault = $Fault }
            if ($Token) { Set-Fault $server @{ match = @{ path = 'token' }; times = -1; fault = @{ kind = 'hang' } } }
        }
        # Ends it from outside, and gives the milliseconds until the shell is back.
        function Stop-By([string] $Way, $Shell) {
            if ($Way -eq 'Ctrl+C') { return Stop-Shell $Shell }
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $Shell.Runspace.Close()
            $clock.ElapsedMilliseconds
        }
        function Assert-Ended([string] $What, [int] $Milliseconds, $Shell) {
            $measured[$What] = $Milliseconds
            $Milliseconds | Should -BeLessThan $limit -Because 'it must not wait for what hangs'
            Wait-Until { $Shell.PowerShell.InvocationStateInfo.State -in 'Stopped', 'Completed', 'Failed' } | Should -BeTrue
            # The server sees that nobody waits any more, and nothing comes after that.
            Wait-Until { -not (Get-WireLog $server | Where-Object { $_.fault -eq 'hang' -and -not $_.aborted }) } | Should -BeTrue
            $before = @(Get-WireLog $server).Count
            Start-Sleep -Milliseconds 200
            @(Get-WireLog $server).Count | Should -Be $before -Because 'nothing is asked for after the end'
            Remove-Shell $Shell
        }
        $threads = Get-OwnThread
    }

    AfterAll {
        $silent.Stop()
        Stop-SandboxServer $server
    }

    BeforeEach {
        Clear-Fault $server
        Clear-WireLog $server
    }

    It '<way> ends a read that is <moment>' -ForEach $outer {
        $shell = if ($moment -eq 'connecting') {
            Start-Shell 'param($c) Get-LoopFolder -Connection $c -Domain CABINET' $far
            Wait-Until { $silent.Pending() } | Should -BeTrue
        }
        elseif ($moment -eq 'between pages') {
            Set-Moment 'pageNumber=[3-9]' $fault $false
            Start-Shell 'param($c) $n = 0; Get-CegosProduct -Connection $c | ForEach-Object { if (++$n -eq 101) { Start-Sleep 60 } }' $connection
            Wait-Until { @(Get-WireLog $server | Where-Object fault -EQ hang).Count -eq 3 } | Should -BeTrue
        }
        else {
            Set-Moment 'Products' $fault ([bool] $token)
            Start-Shell $list $connection
            Wait-Until { (Get-WireLog $server).fault | Where-Object { $_ -eq ($token ? 'hang' : $fault.kind) } } | Should -BeTrue
        }
        Start-Sleep -Milliseconds 50 # the answer is here as well, where there is one
        Assert-Ended "$moment, $way" (Stop-By $way $shell) $shell
        if ($moment -eq 'connecting') { $silent.AcceptTcpClient().Dispose() }
        Clear-Fault $server
        Get-CegosCenter 679 -Connection $connection | Should -HaveCount 1 -Because 'the connection is as good as before'
    }

    It '<way> ends a read whose pages ahead are <moment>' -ForEach $inner {
        if ($way -eq '-ErrorAction Stop') { Set-Fault $server @{ match = @{ path = 'pageNumber=3$' }; times = -1; fault = @{ kind = 'empty'; status = 404 } } }
        Set-Moment 'pageNumber=[3-9]' $fault ([bool] $token)
        $script = $way -eq '-ErrorAction Stop' ?
            "$downstream; try { Get-CegosProduct -Connection `$c -ErrorAction Stop | ForEach-Object { if (++`$n -eq 200) { Wait-Ahead } } } catch { }; `$clock.ElapsedMilliseconds" :
            "$downstream; Get-CegosProduct -Connection `$c | ForEach-Object { if (++`$n -eq 101) { Wait-Ahead }; `$_ } | Select-Object -First 101 | Out-Null; `$clock.ElapsedMilliseconds"
        $shell = Start-Shell $script $connection, $logUri
        $elapsed = @(Wait-Shell $shell 20000)[0]
        $elapsed | Should -BeGreaterThan -1
        Assert-Ended "$moment, $way" $elapsed $shell
        @((Get-WireLog $server).target -match 'pageNumber=[7-9]') | Should -BeNullOrEmpty -Because 'no more than four pages are under way'
    }

    It '<way> ends a bulk change; what is in the air is in doubt, nothing is sent again or anew' -ForEach $bulk {
        $journal = Join-Path $TestDrive "$($way -replace '\W').jsonl"
        $rows = foreach ($number in 1..8) { [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = "T-$number"; SessionId = 'SES001'; ClientReference = "$way-$number" } }
        if ($way -eq '-ErrorAction Stop') { Set-Fault $server @{ match = @{ path = 'Registration$' }; fault = @{ kind = 'status'; status = 404 } } }
        $first = $way -eq 'Select-Object -First' ? 1 : 0
        Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = $first; times = -1; fault = @{ kind = 'hang'; at = 'afterAct' } }
        # The first row is the first to arrive, and the others are in the air when its answer comes.
        $ended = $way -in 'Select-Object -First', '-ErrorAction Stop'
        $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = $ended ? 600 : 0 }
        $first = '$rows | ForEach-Object { if ($_.TraineeCrmId -eq "T-1") { $clock.Restart(); $_; Start-Sleep -Milliseconds 200 } else { $_ } }'
        $change = "$($ended ? $first : '$rows')" + ' | New-CegosRegistration -Connection $c -Journal $journal -ThrottleLimit 4'
        $script = "param(`$c, `$rows, `$journal) `$clock = [Diagnostics.Stopwatch]::new(); " + $(switch ($way) {
            'Select-Object -First' { "$change | ForEach-Object { Start-Sleep -Milliseconds 300; `$clock.Restart(); `$_ } | Select-Object -First 1 | Out-Null; `$clock.ElapsedMilliseconds" }
            '-ErrorAction Stop' { "try { $change -ErrorAction Stop } catch { }; `$clock.ElapsedMilliseconds - 600" } # beyond the answer's own time
            default { $change }
        })
        $shell = Start-Shell $script $connection, $rows, $journal
        if ($way -in 'Ctrl+C', 'a closed runspace') {
            Wait-Until { @(Get-WireLog $server | Where-Object fault -EQ hang).Count -eq 4 } | Should -BeTrue
            $elapsed = Stop-By $way $shell
        }
        else { $elapsed = @(Wait-Shell $shell 20000)[0] }
        Assert-Ended "a bulk change, $way" $elapsed $shell
        $sent = @(Get-WireLog $server | Where-Object method -EQ POST)
        $states = @(Get-TrainingJournal $journal | Group-Object State -NoElement | ForEach-Object { "$($_.Name) $($_.Count)" } | Sort-Object)
        $hung = @($sent | Where-Object fault -EQ hang).Count
        $hung | Should -BeGreaterThan 0 -Because 'something was in the air'
        $states | Where-Object { $_ -like 'InDoubt*' } | Should -Be "InDoubt $hung"
        $states | Where-Object { $_ -like 'Started*' } | Should -BeNullOrEmpty -Because 'the journal knows what became of each'

        Clear-Fault $server
        $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = 0 }
        $results = $rows | New-CegosRegistration -Connection $connection -Journal $journal -ErrorVariable failed -ErrorAction SilentlyContinue
        @($failed | ForEach-Object { $_.Exception.Kind } | Select-Object -Unique) | Should -Be 'InDoubt'
        $failed.Count | Should -Be $hung
        @($results).Count | Should -Be ($rows.Count - $hung)
        $held = @((Invoke-Control $server 'state').cegos.registrations.fields.clientReference -like "$way-*")
        $held | Sort-Object | Should -Be @($rows.ClientReference | Sort-Object) -Because 'the vendor acted on each row once'
    }

    It 'leaves no thread' {
        Wait-Until { (Get-OwnThread) -le $threads + 3 } 10000 | Should -BeTrue -Because "there were $threads of our process before, and $(Get-OwnThread) are there now"
        $measured.Count | Should -BeGreaterThan 20
        $slowest = $measured.GetEnumerator() | Sort-Object Value -Descending | Select-Object -First 3 | ForEach-Object { "$($_.Value) ms $($_.Key)" }
        Write-Host "    $($measured.Count) ends; the slowest: $($slowest -join '; ')"
    }
}
