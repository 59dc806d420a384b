# After the end of a pipeline the module sends no request, uses no thread and waits for nothing.
Describe 'Lifecycle' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/Shells.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $connection = Connect-TestCegos $server @{ PassThru = $true }
        $null = Get-CegosProduct -First 1
        function Get-Target { @((Get-RequestLog $server).target | Where-Object { $_ } | Sort-Object { [int] ($_ -replace '^.*pageNumber=(\d+).*$', '$1' -replace '^\D.*$', '0') }) }
        function Get-Pages([int[]] $Number) { @($Number | ForEach-Object { "/cegos/catalog/v1/Products?pageNumber=$_" }) }
        # The fastest of three attempts, so that a busy machine does not fail the test.
        function Measure-Best([scriptblock] $Try, [int] $Limit = 300) {
            $best = [int]::MaxValue
            for ($i = 0; $i -lt 3 -and $best -gt $Limit; $i++) { $best = [math]::Min($best, (& $Try)) }
            $best
        }
        # No further request arrives within the time.
        function Assert-Quiet {
            $before = Get-Target
            Start-Sleep -Milliseconds 250
            Get-Target | Should -Be $before -Because 'nothing is requested after the end'
        }
        # Script for a shell: blocks on asynchronous work, as some libraries do.
        $blocking = @'
            if (-not ('LifecycleTest.Blocking' -as [type])) { Add-Type -TypeDefinition 'namespace LifecycleTest { public static class Blocking {
                static async System.Threading.Tasks.Task<int> WorkAsync(int n) { await System.Threading.Tasks.Task.Delay(1); return n; }
                public static int Work(int n) { return WorkAsync(n).GetAwaiter().GetResult(); } } }' }
'@
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    Context 'The end of a pipeline by itself' {
        It 'is at the first object, and only the first page is requested: <how>' -ForEach @(
            @{ how = 'Select-Object -First'; script = 'Get-CegosProduct -Connection $c | Select-Object -First 1' }
            @{ how = 'throw downstream'; script = 'try { Get-CegosProduct -Connection $c | ForEach-Object { $_; throw "enough" } } catch { }' }
            @{ how = 'Write-Error -ErrorAction Stop downstream'; script = 'try { Get-CegosProduct -Connection $c | ForEach-Object { $_; Write-Error "enough" -ErrorAction Stop } } catch { }' }
            @{ how = 'break out of a loop'; script = 'foreach ($once in 1) { Get-CegosProduct -Connection $c | ForEach-Object { $_; break } }' }
            @{ how = 'a downstream command of ours'; script = 'Get-CegosProduct -Connection $c | Get-CegosProduct -Connection $c | Select-Object -First 1'; also = '/cegos/catalog/v1/Products/202561072' }
        ) {
            $shell = Start-Shell "param(`$c) $script" $connection
            @(Wait-Shell $shell).YearlyProductCode | Should -Be '202561072'
            Get-Target | Sort-Object | Should -Be (@(Get-Pages 1) + @($also | Where-Object { $_ }) | Sort-Object)
            Assert-Quiet
            Remove-Shell $shell
        }

        It 'cancels the pages in flight at once, which the server notices' {
            Set-Fault $server @{ match = @{ path = 'pageNumber=[3-9]$' }; times = -1; fault = @{ kind = 'hang' } }
            $elapsed = Measure-Best {
                Clear-RequestLog $server
                $shell = Start-Shell 'param($c, $log) $clock = [Diagnostics.Stopwatch]::new(); $n = 0
                    Get-CegosProduct -Connection $c -ThrottleLimit 4 | ForEach-Object {
                        if (++$n -eq 101) { while ((Invoke-RestMethod $log -NoProxy).Count -lt 5) { Start-Sleep -Milliseconds 20 }; $clock.Start() }
                        $_ } | Select-Object -First 101 | Out-Null
                    $clock.ElapsedMilliseconds' $connection, ([uri]::new($server.Uri, '_control/log'))
                @(Wait-Shell $shell)[0]
                Remove-Shell $shell
            }
            $elapsed | Should -BeLessOrEqual 300
            Get-Target | Should -Be (Get-Pages 1, 2, 3, 4, 5) -Because 'page 2 was being consumed, and three more may be in flight'
            Wait-Until { @((Get-RequestLog $server) | Where-Object aborted).Count -eq 3 } | Should -BeTrue
            (Get-RequestLog $server | Where-Object aborted).target | Sort-Object | Should -Be (Get-Pages 3, 4, 5)
            Assert-Quiet
        }

        It 'ends a wait between two records: a pending deferral is not polled again' {
            Set-Fault $server @{ match = @{ path = 'defer/PENDING' }; times = -1; fault = @{ kind = 'replaceBody'; status = 200; body = '{"status":"Scheduled"}' } },
                @{ match = @{ path = 'defer/DONE' }; times = -1; fault = @{ kind = 'replaceBody'; status = 200; body = '{"status":"Processed","response":{"code":"SUCCESS","id":"INS-1"}}' } }
            ('PENDING', 'DONE', 'NEVER' | Get-CegosDeferral -Wait | Select-Object -First 1).RegistrationNumber | Should -Be 'INS-1'
            $asked = '/cegos/registration/v1/Registration/defer/PENDING', '/cegos/registration/v1/Registration/defer/DONE'
            (Get-RequestLog $server '*defer*').target | Should -Be $asked
            Start-Sleep -Milliseconds 2200
            (Get-RequestLog $server '*defer*').target | Should -Be $asked -Because 'the next question would have been due by now'
        }

        It 'is at the first error with -ErrorAction Stop: <what>' -ForEach @(
            @{ what = 'by code, the second is not asked for'; script = '"x", "202561072" | Get-CegosProduct -Connection $c -ErrorAction Stop'; asked = '/cegos/catalog/v1/Products/x'; errorId = 'NotFound' }
            @{ what = 'in a list, the pages under way are given up'; script = 'Get-CegosProduct -Connection $c -ErrorAction Stop | Out-Null'; asked = $null; errorId = 'NotFound' }
            @{ what = 'of a cell'; script = '"abc", 92446 | Get-CegosCatalog -Connection $c -ErrorAction Stop'; asked = @(); errorId = 'ParameterArgumentTransformationError' }
        ) {
            Set-Fault $server @{ match = @{ path = 'pageNumber=2$' }; times = -1; fault = @{ kind = 'status'; status = 404 } }, @{ match = @{ path = 'pageNumber=[3-9]$' }; times = -1; fault = @{ kind = 'hang' } }
            $shell = Start-Shell "param(`$c) try { $script } catch { `$_.FullyQualifiedErrorId }" $connection
            @(Wait-Shell $shell 5000) | Should -BeLike "$errorId,*"
            if ($null -ne $asked) { Get-Target | Should -Be @($asked) } else { Get-Target | Should -BeIn (Get-Pages 1, 2, 3, 4, 5) }
            Assert-Quiet
            Remove-Shell $shell
        }

        It 'is at the warning before a wait with -WarningAction Stop, and the attempt is not repeated' {
            Set-Fault $server @{ match = @{ path = 'Products' }; times = -1; fault = @{ kind = 'status'; status = 503; headers = @{ 'Retry-After' = '60' } } }
            $shell = Start-Shell 'param($c) try { Get-CegosProduct -Connection $c -WarningAction Stop } catch { $_.FullyQualifiedErrorId }' $connection
            @(Wait-Shell $shell 5000) | Should -BeLike 'ActionPreferenceStop,*'
            Get-Target | Should -Be (Get-Pages 1)
            Assert-Quiet
            Remove-Shell $shell
        }
    }

    Context 'Ctrl+C' {
        It 'ends <what> within 300 ms, and nothing is requested afterwards' -ForEach @(
            @{ what = 'a first page that hangs'; path = 'Products'; fault = @{ kind = 'hang' }; script = 'Get-CegosProduct -Connection $c' }
            @{ what = 'a later page that hangs'; path = 'pageNumber=[3-9]'; fault = @{ kind = 'hang' }; script = 'Get-CegosProduct -Connection $c' }
            @{ what = 'a body that hangs'; path = 'Products'; fault = @{ kind = 'hang'; at = 'inBody' }; script = 'Get-CegosProduct -Connection $c' }
            @{ what = 'a read by code'; path = 'Products/'; fault = @{ kind = 'hang' }; script = '"a", "b" | Get-CegosProduct -Connection $c' }
            @{ what = 'a lookup'; path = 'centers'; fault = @{ kind = 'hang' }; script = 'Get-CegosCenter -Connection $c 679' }
            @{ what = 'the sessions of products, read at the end'; path = 'Sessions'; fault = @{ kind = 'hang' }; script = 'Get-CegosSession -Connection $c -YearlyProductCode 202561072' }
            @{ what = 'a long wait'; path = 'Products'; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '60' } }; script = 'Get-CegosProduct -Connection $c' }
            @{ what = 'a raw call'; path = 'Catalogs'; fault = @{ kind = 'hang' }; script = 'Invoke-TrainingApiRequest -Connection $c v1/Catalogs' }
        ) {
            Set-Fault $server @{ match = @{ path = $path }; times = -1; fault = $fault }
            $elapsed = Measure-Best {
                Clear-RequestLog $server
                $shell = Start-Shell "param(`$c) $script" $connection
                Wait-Until { (Get-RequestLog $server).fault | Where-Object { $_ } } | Should -BeTrue
                Stop-Shell $shell
                $shell.PowerShell.InvocationStateInfo.State | Should -Be 'Stopped'
                Remove-Shell $shell
            }
            $elapsed | Should -BeLessOrEqual 300
            if ($fault.kind -eq 'hang') { Wait-Until { -not ((Get-RequestLog $server) | Where-Object { $_.fault -and -not $_.aborted }) } | Should -BeTrue -Because 'the server sees that nobody waits any more' }
            Assert-Quiet
            Clear-Fault $server
            Get-CegosCatalog -Connection $connection | Should -HaveCount 8 -Because 'the connection is as good as before'
        }

        It 'ends a token request of Connect-Cegos within 300 ms, and creates no connection' {
            Set-Fault $server @{ match = @{ path = 'token' }; times = -1; fault = @{ kind = 'hang' } }
            $elapsed = Measure-Best {
                Clear-RequestLog $server
                $shell = Start-Shell 'param($credential, $uri) Connect-Cegos $credential -TokenUri $uri' (New-TestCredential), ([uri]::new($server.Uri, 'cegos/auth/connect/token'))
                Wait-Until { Get-RequestLog $server } | Should -BeTrue
                Stop-Shell $shell
                $shell.PowerShell.Commands.Clear()
                $shell.PowerShell.AddScript('Get-TrainingApiConnection').Invoke() | Should -BeNullOrEmpty
                Remove-Shell $shell
            }
            $elapsed | Should -BeLessOrEqual 300
            Assert-Quiet
        }

        It 'does not cancel the token request for others that wait for it' {
            $fresh = Connect-TestCegos $server @{ Name = 'Fresh'; Scope = 'Registration'; PassThru = $true }
            $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = 600 }
            Clear-RequestLog $server
            $stopped, $waiting = 1..2 | ForEach-Object { Start-Shell 'param($c) Get-CegosCenter -Connection $c 679' $fresh }
            Wait-Until { Get-RequestLog $server '*token*' } | Should -BeTrue
            Start-Sleep -Milliseconds 100
            $null = Stop-Shell $stopped
            (Wait-Shell $waiting).Code | Should -Be '679'
            $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = 0 }
            Get-Target | Should -Be '/cegos/auth/connect/token', '/cegos/catalog/v1/Referentials/centers'
            $stopped, $waiting | ForEach-Object { Remove-Shell $_ }
            Disconnect-TrainingApi -Connection $fresh
        }
    }

    Context 'The end of the runspace' {
        It 'ends the requests in flight within 300 ms' {
            Set-Fault $server @{ match = @{ path = 'pageNumber=[2-9]' }; times = -1; fault = @{ kind = 'hang' } }
            $elapsed = Measure-Best {
                Clear-RequestLog $server
                $shell = Start-Shell 'param($c) Get-CegosProduct -Connection $c' $connection
                Wait-Until { (Get-RequestLog $server).fault | Where-Object { $_ } } | Should -BeTrue
                $clock = [Diagnostics.Stopwatch]::StartNew()
                $shell.Runspace.Close()
                $clock.ElapsedMilliseconds
                Wait-Until { $shell.PowerShell.InvocationStateInfo.State -eq 'Stopped' } | Should -BeTrue
                $shell.Runspace.RunspaceStateInfo.State | Should -Be 'Closed'
            }
            $elapsed | Should -BeLessOrEqual 300
            Wait-Until { -not ((Get-RequestLog $server) | Where-Object { $_.fault -and -not $_.aborted }) } | Should -BeTrue
            Assert-Quiet
        }

        It 'does not end a connection that another runspace uses' {
            $shell = Start-Shell 'param($c) Get-CegosCatalog -Connection $c' $connection
            @(Wait-Shell $shell) | Should -HaveCount 8
            $shell.Runspace.Close()
            Get-CegosCatalog | Should -HaveCount 8
        }
    }

    Context 'Other commands in the pipeline' {
        It 'may block on their own asynchronous work' {
            $shell = Start-Shell "$blocking; `$n = 0; Get-CegosProduct -Connection `$args[0] -First 250 -Verbose | ForEach-Object { [LifecycleTest.Blocking]::Work(++`$n) }" $connection
            @(Wait-Shell $shell 20000) | Should -Be (1..250)
            Remove-Shell $shell
        }

        It 'may block inside error, warning and verbose records too' {
            Set-Fault $server @{ match = @{ path = 'Products/' }; times = 1; fault = @{ kind = 'status'; status = 503; headers = @{ 'Retry-After' = '0' } } }
            $shell = Start-Shell "$blocking; 'x', '202561072' | Get-CegosProduct -Connection `$args[0] -Verbose *>&1 | ForEach-Object { [LifecycleTest.Blocking]::Work(1); `$_.GetType().Name }" $connection
            $types = @(Wait-Shell $shell 20000) | Where-Object { $_ -is [string] }
            $types | Sort-Object -Unique | Should -Be 'ErrorRecord', 'Product', 'VerboseRecord', 'WarningRecord'
            Remove-Shell $shell
        }

        It 'get no synchronization context of this module' {
            $shell = Start-Shell 'param($c) Get-CegosCenter -Connection $c AJ4 | ForEach-Object { $null -eq [Threading.SynchronizationContext]::Current }; $null -eq [Threading.SynchronizationContext]::Current' $connection
            @(Wait-Shell $shell) | Should -Be $true, $true
            Remove-Shell $shell
        }

        It 'may be commands of this module, nested and consecutive' {
            $shell = Start-Shell 'param($c) $PSDefaultParameterValues = @{ "*-Cegos*:Connection" = $c }
                Get-CegosProduct -First 2 | ForEach-Object { Get-CegosProduct $_.YearlyProductCode | Get-CegosProduct | ForEach-Object { Get-CegosSession -YearlyProductCode $_.YearlyProductCode -First 1 | Get-CegosSession } }' $connection
            @(Wait-Shell $shell 20000).YearlySessionCode | Should -Be '2025-61072-PAR-001', '2025-00038-001'
            Remove-Shell $shell
        }

        It 'may keep the objects before the end in -OutVariable' {
            Get-CegosProduct -First 300 -OutVariable kept | Select-Object -First 2 | Should -HaveCount 2
            $kept | Should -HaveCount 2
        }
    }

    Context 'Common parameters' {
        It '-Debug and -Verbose do not prompt and do not throw: <_>' -ForEach 'Get-CegosProduct 202561072', 'Get-CegosProduct -First 1', 'Get-CegosSession -First 1', 'Get-CegosCatalog 92446', 'Get-CegosCatalogTopic 92446 -Tree | Select-Object -First 1', 'Get-CegosCenter 679', 'Invoke-TrainingApiRequest -Path v1/Catalogs' {
            $command, $rest = $_ -split ' \| ', 2
            $shell = Start-Shell "param(`$c) $command -Connection `$c -Debug -Verbose $(if ($rest) { "| $rest" })" $connection
            @(Wait-Shell $shell 5000) | Should -HaveCount 1
            $shell.PowerShell.Streams.Verbose.Count | Should -BeGreaterThan 0
            $shell.PowerShell.HadErrors | Should -BeFalse
            Remove-Shell $shell
        }
    }
}
