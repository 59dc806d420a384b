# Several runspaces: each has its own connections, an object can be passed, and shared state is thread-safe.
Describe 'Parallel' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/Shells.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/Tenants.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        # Installed as by a user, so that other runspaces find the module by its command names.
        $path = $env:PSModulePath
        $env:PSModulePath = (Split-Path $ModulePath) + [IO.Path]::PathSeparator + $path
        $null = Invoke-Control $server 'accounts' -Method Post -Body @{ clientId = 'tenant-a'; clientSecret = 'secret-a' }
        $null = Invoke-Control $server 'accounts' -Method Post -Body @{ clientId = 'tenant-b'; clientSecret = 'secret-b' }
        function Connect-Tenant([string] $Tenant, [hashtable] $With = @{}) {
            Connect-TestCegos $server (@{ Name = "Tenant $Tenant"; Credential = New-TestCredential "tenant-$Tenant" "secret-$Tenant"; PassThru = $true } + $With)
        }
        function Set-Latency([int] $Milliseconds) { $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = $Milliseconds } }
    }

    AfterAll {
        $env:PSModulePath = $path
        Stop-SandboxServer $server
    }

    BeforeEach {
        Disconnect-TrainingApi
        Clear-Fault $server
        Set-Latency 0
        Clear-RequestLog $server
    }

    Context 'A connection that is passed to other runspaces' {
        It 'works in ForEach-Object -Parallel as $using:c' {
            $c = Connect-Tenant a
            Clear-RequestLog $server
            $counts = 1..8 | ForEach-Object -Parallel { @(Get-CegosCenter -Connection $using:c).Count } -ThrottleLimit 8
            $counts | Should -Be (@(60) * 8)
            (Get-RequestLog $server).target | Should -Be (@('/cegos/catalog/v1/Referentials/centers') * 8)
            (Get-RequestLog $server).headers.Authorization | Sort-Object -Unique | Should -HaveCount 1
        }

        It 'works in a thread job' {
            $c = Connect-Tenant a
            (Start-ThreadJob { (Get-CegosProduct 202561072 -Connection $using:c).Title } | Receive-Job -Wait -AutoRemoveJob) | Should -BeExactly 'Management : les fondamentaux'
        }

        It 'returns all pages, in order, to each of several concurrent runspaces' {
            $c = Connect-Tenant a
            $expected = (Get-CegosProduct -First 600).YearlyProductCode -join ','
            $codes = 1..4 | ForEach-Object -Parallel { (Get-CegosProduct -First 600 -Connection $using:c -ThrottleLimit 8).YearlyProductCode -join ',' } -ThrottleLimit 4
            $codes | Should -Be (@($expected) * 4)
        }

        It 'does not become a connection of the other runspace' {
            $c = Connect-Tenant a
            $found = 1 | ForEach-Object -Parallel { $null = Get-CegosCatalog -Connection $using:c; @(Get-TrainingApiConnection).Count; try { Get-CegosCatalog } catch { $_.FullyQualifiedErrorId } }
            $found | Should -Be 0, 'NotConnected,TrainingApis.Cmdlets.Cegos.GetCegosCatalogCommand'
        }

        It 'is closed for all when one runspace closes it' {
            $c = Connect-Tenant a
            1 | ForEach-Object -Parallel { Disconnect-TrainingApi -Connection $using:c }
            $c.IsOpen | Should -BeFalse
            { Get-CegosCatalog -Connection $c } | Should -Throw -ErrorId 'NotConnected,*'
        }

        It 'is closed with NotConnected for requests in flight of other runspaces' {
            $c = Connect-Tenant a
            Set-Fault $server @{ match = @{ path = 'centers' }; times = -1; fault = @{ kind = 'hang' } }
            $shell = Start-Shell 'param($c) try { Get-CegosCenter -Connection $c } catch { $_.FullyQualifiedErrorId }' $c
            Wait-Until { Get-RequestLog $server '*centers*' } | Should -BeTrue
            Disconnect-TrainingApi -Connection $c
            @(Wait-Shell $shell 5000) | Should -Be 'NotConnected,TrainingApis.Cmdlets.Cegos.GetCegosCenterCommand'
            Remove-Shell $shell
        }
    }

    Context 'Connections of a runspace' {
        It 'are not seen by another runspace: <what>' -ForEach @(
            @{ what = 'as the current one'; script = 'try { Get-CegosCatalog } catch { $_ }'; says = 'Connect-Cegos' }
            @{ what = 'by name'; script = 'try { Get-CegosCatalog -Connection "Tenant a" } catch { $_ }'; says = "Connect-Cegos -Name 'Tenant a'" }
        ) {
            $null = Connect-Tenant a
            $shell = Start-Shell $script
            $failed = @(Wait-Shell $shell)[0]
            $failed.FullyQualifiedErrorId | Should -BeExactly 'NotConnected,TrainingApis.Cmdlets.Cegos.GetCegosCatalogCommand'
            $failed.Exception.Message | Should -Match $says
            Remove-Shell $shell
        }

        It 'do not replace those of the same name in another runspace' {
            $mine = Connect-Tenant a @{ }
            $shell = Start-Shell 'param($credential, $uri) Connect-Cegos $credential -CatalogUri ([uri]::new($uri, "cegos/catalog")) -TokenUri ([uri]::new($uri, "cegos/auth/connect/token")) -Name "Tenant a" -PassThru; Disconnect-TrainingApi' (New-TestCredential tenant-b secret-b), $server.Uri
            $theirs = @(Wait-Shell $shell)[0]
            $theirs.Account, $theirs.IsOpen | Should -Be 'tenant-b', $false
            $mine.IsOpen | Should -BeTrue
            Get-TrainingApiConnection | Should -Be $mine
            Remove-Shell $shell
        }

        # `build.ps1 -Task Soak` repeats this ten thousand times.
        It 'are isolated: two tenants in eight branches, reading and registering' {
            $null = Invoke-Control $server 'reset' -Method Post
            Set-Latency 5
            $result = Invoke-TwoTenants $server 800
            $result.Wrong | Should -BeNullOrEmpty
            $result.Calls, $result.Registered | Should -Be 800, 400
            $result.TokensA, $result.TokensB | ForEach-Object { $_ | Should -HaveCount 2 -Because 'one for the catalogue and one for registrations' }
            $result.TokensA | Where-Object { $_ -in $result.TokensB } | Should -BeNullOrEmpty
            { Assert-TwoTenants $result 800 } | Should -Not -Throw
            $null = Invoke-Control $server 'accounts' -Method Post -Body @{ clientId = 'tenant-a'; clientSecret = 'secret-a' }
            $null = Invoke-Control $server 'accounts' -Method Post -Body @{ clientId = 'tenant-b'; clientSecret = 'secret-b' }
        }
    }

    Context 'The token' {
        It 'is requested once by eight runspaces that need it at the same time: <what>' -ForEach @(
            @{ what = 'on first use'; scope = 'Registration'; expire = $false }
            @{ what = 'after it has expired'; scope = 'Catalog'; expire = $true }
        ) {
            $c = Connect-Tenant a @{ Scope = $scope }
            if ($expire) { $null = Invoke-Control $server 'tokens/expire' -Method Post }
            Set-Latency 200
            Clear-RequestLog $server
            # All runspaces are ready before any starts.
            $barrier = [Threading.Barrier]::new(8)
            $counts = 1..8 | ForEach-Object -Parallel {
                $null = Get-TrainingApiConnection
                $null = ($using:barrier).SignalAndWait(20000)
                @(Get-CegosCatalog -Connection $using:c).Count
            } -ThrottleLimit 8
            Set-Latency 0
            $counts | Should -Be (@(8) * 8)
            $asked = @(Get-RequestLog $server '*token*')
            $asked | Should -HaveCount 1
            $asked[0].body | Should -Match 'client_id=tenant-a&client_secret=secret-a&scope=api-cegos$'
            $successes = @(Get-RequestLog $server '*Catalogs*' | Where-Object status -EQ 200)
            $successes | Should -HaveCount 8
            $successes.headers.Authorization | Sort-Object -Unique | Should -HaveCount 1
        }

        It 'is renewed once before it expires' {
            $null = Invoke-Control $server 'tokens/lifetime' -Method Put -Body @{ seconds = 2 }
            $c = Connect-Tenant a
            $null = Invoke-Control $server 'tokens/lifetime' -Method Put -Body @{ seconds = 3600 }
            Start-Sleep -Milliseconds 1600
            Clear-RequestLog $server
            $null = 1..4 | ForEach-Object -Parallel { Get-CegosCatalog -Connection $using:c } -ThrottleLimit 4
            @(Get-RequestLog $server '*token*') | Should -HaveCount 1
            (Get-RequestLog $server '*Catalogs*').status | Should -Be 200, 200, 200, 200 -Because 'none was refused first'
        }

        It 'is renewed during a long list with -ThrottleLimit <limit>, and no item is lost' -ForEach @{ limit = 1; at = 150, 350 }, @{ limit = 8; at = @(150) } {
            $c = Connect-Tenant a
            Clear-RequestLog $server
            $n = 0
            $products = Get-CegosProduct -Connection $c -ThrottleLimit $limit | ForEach-Object { if (++$n -in $at) { $null = Invoke-Control $server 'tokens/expire' -Method Post }; $_ }
            $products.YearlyProductCode | Sort-Object -Unique | Should -HaveCount 1247
            @(Get-RequestLog $server '*token*') | Should -HaveCount $at.Count
        }
    }
}
