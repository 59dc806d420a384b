# Each way to end a read at each moment: the prompt returns at once, no request is sent afterwards, no thread remains. Requests that hang here do not
# end, so a stop that waited for them would exceed the limit. StoppingChanges.Tests.ps1 tests the changes.
Describe 'Stopping' {
    BeforeDiscovery {
        $moments = @(
            @{ moment = 'connecting' }
            @{ moment = 'waiting for a response'; fault = @{ kind = 'hang' } }
            @{ moment = 'in a body'; fault = @{ kind = 'hang'; at = 'inBody' } }
            @{ moment = 'in the wait before a retry'; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '60' } } }
            @{ moment = 'renewing a token'; fault = @{ kind = 'status'; status = 401 }; token = $true }
            @{ moment = 'between pages'; fault = @{ kind = 'hang' } }
        )
        $outer = foreach ($way in 'Ctrl+C', 'a closed runspace') { $moments | ForEach-Object { $_ + @{ way = $way } } }
        $inner = foreach ($way in 'Select-Object -First', '-ErrorAction Stop') { $moments | Where-Object moment -NotIn 'connecting', 'between pages' | ForEach-Object { $_ + @{ way = $way } } }
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
        # Accepts connections and sends nothing: a TLS client connects without end.
        $silent = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $silent.Start()
        $far = Connect-TestLoop $server @{ BaseUri = [uri] "https://$($silent.LocalEndpoint)/"; Domain = $null; PassThru = $true }
        $list = 'param($c, $log) Get-CegosProduct -Connection $c'
        # Starts the clock at object 101, when the prefetched pages are in the state under test.
        $downstream = 'param($c, $log) $clock = [Diagnostics.Stopwatch]::new(); $n = 0
            function Wait-Ahead { while (@((Invoke-RestMethod $log -NoProxy) | ForEach-Object { $_ } | Where-Object fault -in hang, status).Count -lt 1) { Start-Sleep -Milliseconds 20 }; $clock.Start() }'
        function Get-OwnThread { [Diagnostics.Process]::GetCurrentProcess().Threads.Count - [Threading.ThreadPool]::ThreadCount }
        function Set-Moment([string] $Path, $Fault, [bool] $Token) {
            if (-not $Fault) { return }
            Set-Fault $server @{ match = @{ path = $Path }; times = -1; fault = $Fault }
            if ($Token) { Set-Fault $server @{ match = @{ path = 'token' }; times = -1; fault = @{ kind = 'hang' } } }
        }
        # Ends the command from outside, and returns the milliseconds until the prompt returns.
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
            # The server notices that the client has closed the connection, and receives no further request.
            Wait-Until { -not (Get-RequestLog $server | Where-Object { $_.fault -eq 'hang' -and -not $_.aborted }) } | Should -BeTrue
            $before = @(Get-RequestLog $server).Count
            Start-Sleep -Milliseconds 200
            @(Get-RequestLog $server).Count | Should -Be $before -Because 'nothing is asked for after the end'
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
        Clear-RequestLog $server
    }

    It '<way> ends a read that is <moment>' -ForEach $outer {
        $shell = if ($moment -eq 'connecting') {
            Start-Shell 'param($c) Get-LoopFolder -Connection $c -Domain CABINET' $far
            Wait-Until { $silent.Pending() } | Should -BeTrue
        }
        elseif ($moment -eq 'between pages') {
            Set-Moment 'pageNumber=[3-9]' $fault $false
            Start-Shell 'param($c) $n = 0; Get-CegosProduct -Connection $c -ThrottleLimit 4 | ForEach-Object { if (++$n -eq 101) { Start-Sleep 60 } }' $connection
            Wait-Until { @(Get-RequestLog $server | Where-Object fault -EQ hang).Count -eq 3 } | Should -BeTrue
        }
        else {
            Set-Moment 'Products' $fault ([bool] $token)
            Start-Shell $list $connection
            Wait-Until { (Get-RequestLog $server).fault | Where-Object { $_ -eq ($token ? 'hang' : $fault.kind) } } | Should -BeTrue
        }
        Start-Sleep -Milliseconds 50 # the response has arrived too, if there is one
        Assert-Ended "$moment, $way" (Stop-By $way $shell) $shell
        if ($moment -eq 'connecting') { $silent.AcceptTcpClient().Dispose() }
        Clear-Fault $server
        Get-CegosCenter 679 -Connection $connection | Should -HaveCount 1 -Because 'the connection is as good as before'
    }

    It '<way> ends a read whose prefetched pages are <moment>' -ForEach $inner {
        if ($way -eq '-ErrorAction Stop') { Set-Fault $server @{ match = @{ path = 'pageNumber=3$' }; times = -1; fault = @{ kind = 'empty'; status = 404 } } }
        Set-Moment 'pageNumber=[3-9]' $fault ([bool] $token)
        $script = $way -eq '-ErrorAction Stop' ?
            "$downstream; try { Get-CegosProduct -Connection `$c -ThrottleLimit 4 -ErrorAction Stop | ForEach-Object { if (++`$n -eq 200) { Wait-Ahead } } } catch { }; `$clock.ElapsedMilliseconds" :
            "$downstream; Get-CegosProduct -Connection `$c -ThrottleLimit 4 | ForEach-Object { if (++`$n -eq 101) { Wait-Ahead }; `$_ } | Select-Object -First 101 | Out-Null; `$clock.ElapsedMilliseconds"
        $shell = Start-Shell $script $connection, $logUri
        $elapsed = @(Wait-Shell $shell 20000)[0]
        $elapsed | Should -BeGreaterThan -1
        Assert-Ended "$moment, $way" $elapsed $shell
        @((Get-RequestLog $server).target -match 'pageNumber=[7-9]') | Should -BeNullOrEmpty -Because 'no more than four pages are in flight'
    }

    It 'leaves no thread' {
        Wait-Until { (Get-OwnThread) -le $threads + 3 } 10000 | Should -BeTrue -Because "there were $threads of our process before, and $(Get-OwnThread) are there now"
        $measured.Count | Should -BeGreaterThan 15
        $slowest = $measured.GetEnumerator() | Sort-Object Value -Descending | Select-Object -First 3 | ForEach-Object { "$($_.Value) ms $($_.Key)" }
        Write-Host "    $($measured.Count) ends; the slowest: $($slowest -join '; ')"
    }
}
