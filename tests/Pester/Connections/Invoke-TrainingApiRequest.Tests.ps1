Describe 'Invoke-TrainingApiRequest' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $connection = Connect-TestCegos $server @{ Scope = 'Catalog', 'Registration'; PassThru = $true; MaximumRetryCount = 0 }
        $id = 'TrainingApis.Cmdlets.Connections.InvokeTrainingApiRequestCommand'
        function Get-Sent { Get-RequestLog $server }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    Context 'Requests' {
        It 'is a GET by default, with the token and no body' {
            $null = Invoke-TrainingApiRequest Cegos v1/Catalogs
            (Get-Sent).method, (Get-Sent).target, (Get-Sent).body | Should -Be 'GET', '/cegos/catalog/v1/Catalogs', ''
            (Get-Sent).headers.PSObject.Properties.Name | Sort-Object | Should -Be 'Accept', 'Accept-Encoding', 'Authorization', 'Host', 'User-Agent'
        }

        It 'uses <how>' -ForEach @(
            @{ how = 'the API''s current connection'; call = { Invoke-TrainingApiRequest -Service Cegos -Path v1/Catalogs } }
            @{ how = 'a connection by name'; call = { Invoke-TrainingApiRequest -Connection cegos v1/Catalogs } }
            @{ how = 'a connection as an object'; call = { Invoke-TrainingApiRequest -Connection $connection -Path /v1/Catalogs } }
        ) {
            (& $call).data[0].id | Should -Be 92446
            (Get-Sent).target | Should -Be '/cegos/catalog/v1/Catalogs'
        }

        It 'encodes -Query in the order of the names, lists as repeated parameters, in the invariant culture' {
            $before = [cultureinfo]::CurrentCulture
            [cultureinfo]::CurrentCulture = 'fr-FR'
            $null = Invoke-TrainingApiRequest Cegos v1/Catalogs -Query @{ 'é &' = 'a b+c', 'x=y'; hydrate = $true; number = 1.5; day = [datetime]::new(2025, 1, 2); empty = $null }
            [cultureinfo]::CurrentCulture = $before
            (Get-Sent).target | Should -BeExactly '/cegos/catalog/v1/Catalogs?day=2025-01-02T00%3A00%3A00.0000000&%C3%A9%20%26=a%20b%2Bc&%C3%A9%20%26=x%3Dy&empty=&hydrate=true&number=1.5'
        }

        It 'adds -Query to a query in the path' {
            $null = Invoke-TrainingApiRequest Cegos 'v1/Products?pageNumber=2' -Query @{ hydrate = $true }
            (Get-Sent).target | Should -BeExactly '/cegos/catalog/v1/Products?pageNumber=2&hydrate=true'
        }

        It 'sends -Body <what> as <sent>' -ForEach @(
            @{ what = 'an object'; body = { [pscustomobject]@{ name = 'é"'; list = @(1, 2.5); none = $null; yes = $true; inner = [ordered]@{ b = 1; a = 'x' } } }; sent = '{"name":"é\"","list":[1,2.5],"none":null,"yes":true,"inner":{"b":1,"a":"x"}}' }
            @{ what = 'a list'; body = { , @('a', @{ b = 1 }) }; sent = '["a",{"b":1}]' }
            @{ what = 'text, as it is'; body = { '{"raw": 1}' }; sent = '{"raw": 1}' }
            @{ what = 'null'; body = { $null }; sent = 'null' }
            @{ what = 'a date'; body = { @{ d = [datetime]::new(2025, 1, 2, 3, 4, 5) } }; sent = '{"d":"2025-01-02T03:04:05"}' }
            @{ what = 'a wrapped thing'; body = { @{ d = (Get-Item /).Exists; t = 'x' | Write-Output; u = [uri] 'https://a/b' } }; sent = $null }
        ) {
            Set-Fault $server @{ match = @{ method = 'POST'; path = 'v1/Registration' }; fault = @{ kind = 'status'; status = 200; contentType = 'application/json'; body = '{"ok":true}' } }
            (Invoke-TrainingApiRequest Cegos v1/Registration -Method Post -Scope Registration -Body (& $body)).ok | Should -BeTrue
            (Get-Sent).method, (Get-Sent).target, (Get-Sent).headers.'Content-Type' | Should -Be 'POST', '/cegos/registration/v1/Registration', 'application/json'
            if ($sent) { (Get-Sent).body | Should -BeExactly $sent }
            else { (Get-Sent).body | ConvertFrom-Json -AsHashtable | ForEach-Object { $_.d, $_.t, $_.u } | Should -Be $true, 'x', 'https://a/b' }
        }

        It 'sends <method> as <method>, without a body if none is given' -ForEach @{ method = 'Post' }, @{ method = 'Put' }, @{ method = 'Patch' }, @{ method = 'Delete' } {
            Set-Fault $server @{ match = @{ path = 'Registration' }; fault = @{ kind = 'status'; status = 204 } }
            Invoke-TrainingApiRequest Cegos v1/Registration -Method $method -Scope Registration | Should -BeNullOrEmpty
            (Get-Sent).method | Should -BeExactly $method.ToUpperInvariant()
            (Get-Sent).body | Should -BeNullOrEmpty
            (Get-Sent).headers.'Content-Length' | Should -Be 0
            (Get-Sent).headers.PSObject.Properties.Name | Should -Not -Contain 'Content-Type'
        }

        It 'selects host and token by -Scope: <scope>' -ForEach @(
            @{ scope = 'Catalog'; path = '/cegos/catalog/v1/x' }, @{ scope = 'registration'; path = '/cegos/registration/v1/x' }
        ) {
            $null = Invoke-TrainingApiRequest Cegos v1/x -Scope $scope -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed.Exception.StatusCode | Should -Be 404 -Because 'the token was of the right scope'
            (Get-Sent).target | Should -Be $path
        }

        It 'renews a refused token once, and sends the same request again' {
            $null = Invoke-Control $server 'tokens/expire' -Method Post
            (Invoke-TrainingApiRequest Cegos v1/Catalogs).data | Should -HaveCount 8
            (Get-Sent).target | Should -Be '/cegos/catalog/v1/Catalogs', '/cegos/auth/connect/token', '/cegos/catalog/v1/Catalogs'
        }
    }

    Context 'Refused requests' {
        It 'sends nothing to <_>' -ForEach 'https://elsewhere.example/x', 'http://127.0.0.1/x', '//elsewhere.example/x', '../x', 'v1/../../x', 'v1/%2e%2e/x', 'v1/x#y', 'v1\x', "v1/`nx" {
            Invoke-TrainingApiRequest Cegos $_ -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeExactly "InvalidArgument,$id"
            Get-Sent | Should -BeNullOrEmpty
        }

        It 'sends no body with a GET' {
            Invoke-TrainingApiRequest Cegos v1/Catalogs -Body @{ a = 1 } -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed.FullyQualifiedErrorId | Should -BeExactly "InvalidArgument,$id"
            Get-Sent | Should -BeNullOrEmpty
        }

        It 'refuses <what> in a body' -ForEach @(
            @{ what = 'credential'; value = { New-TestCredential } }, @{ what = 'SecureString'; value = { (New-TestCredential).Password } }
            @{ what = 'endless nesting'; value = { $h = @{}; $h.h = $h; $h } }
        ) {
            Invoke-TrainingApiRequest Cegos v1/Registration -Scope Registration -Method Post -Body @{ p = & $value } -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed.FullyQualifiedErrorId | Should -BeExactly "InvalidArgument,$id"
            "$failed" | Should -Not -Match 'sandbox-secret'
            Get-Sent | Should -BeNullOrEmpty
        }

        It 'is terminating without a connection: <what>' -ForEach @(
            @{ what = 'none to that API'; call = { Invoke-TrainingApiRequest Loop x }; says = 'Connect-Loop' }
            @{ what = 'none of that name'; call = { Invoke-TrainingApiRequest -Connection Nobody x }; says = "-Name 'Nobody'" }
        ) {
            try { & $call; throw 'It went through.' } catch { $failed = $_ }
            $failed.FullyQualifiedErrorId | Should -BeExactly "NotConnected,$id"
            $failed.Exception.Message | Should -Match $says
        }

        It 'supports -WhatIf: it sends nothing but a GET, and shows no query' {
            foreach ($method in 'Post', 'Put', 'Patch', 'Delete') { Invoke-TrainingApiRequest Cegos 'v1/x?email=a@b.c' -Method $method -WhatIf -Body 1 | Should -BeNullOrEmpty }
            Get-Sent | Should -BeNullOrEmpty
            $null = Invoke-TrainingApiRequest Cegos v1/Catalogs -WhatIf
            (Get-Sent).method | Should -Be 'GET'
            $said = Invoke-FreshPowerShell @"
                Import-Module `$env:TRAININGAPIS_TESTED
                Connect-TrainingSandbox
                Invoke-TrainingApiRequest Cegos 'v1/x?email=a@b.c' -Method Delete -WhatIf
"@
            $said.Output | Should -BeExactly 'What if: Performing the operation "DELETE v1/x" on target "Cegos sandbox.test".'
        }
    }

    Context 'Results' {
        It 'are objects, in the order of the response, dates as text, numbers exact' {
            Set-Fault $server @{ match = @{ path = 'Catalogs' }; fault = @{ kind = 'replaceBody'; body = '{"z":1,"a":1.10,"big":12345678901234567890,"date":"2025-01-02T03:04:05Z","list":[1,[2]],"none":null}' } }
            $response = Invoke-TrainingApiRequest Cegos v1/Catalogs
            $response.PSObject.Properties.Name | Should -Be 'z', 'a', 'big', 'date', 'list', 'none'
            $response.date | Should -BeExactly '2025-01-02T03:04:05Z'
            $response.a, $response.big | Should -Be 1.1d, 12345678901234567890d
            $response.list[1] | Should -Be 2
        }

        It 'are <count> objects for <body>' -ForEach @(
            @{ body = '[{"a":1},{"a":2}]'; count = 2 }, @{ body = '[]'; count = 0 }, @{ body = 'null'; count = 0 }, @{ body = '[1,null,"x"]'; count = 2 }, @{ body = '"text"'; count = 1 }
        ) {
            Set-Fault $server @{ match = @{ path = 'Catalogs' }; fault = @{ kind = 'replaceBody'; body = $body } }
            @(Invoke-TrainingApiRequest Cegos v1/Catalogs) | Should -HaveCount $count
        }

        It 'are a dictionary if names differ only in case' {
            Set-Fault $server @{ match = @{ path = 'Catalogs' }; fault = @{ kind = 'replaceBody'; body = '{"a":1,"A":2}' } }
            $response = Invoke-TrainingApiRequest Cegos v1/Catalogs
            $response['a'], $response['A'] | Should -Be 1, 2
        }

        It 'are text if the response is not JSON, and nothing if it has no body' {
            Set-Fault $server @{ match = @{ path = 'Catalogs' }; fault = @{ kind = 'replaceBody'; body = 'Opération réussie'; contentType = 'text/plain; charset=utf-8' } }, @{ match = @{ path = 'Catalogs' }; fault = @{ kind = 'empty'; status = 204 } }
            Invoke-TrainingApiRequest Cegos v1/Catalogs | Should -BeExactly 'Opération réussie'
            Invoke-TrainingApiRequest Cegos v1/Catalogs | Should -BeNullOrEmpty
        }

        It 'are <errorId> for <what>' -ForEach @(
            @{ what = 'a 404'; fault = @{ kind = 'status'; status = 404 }; errorId = 'NotFound' }
            @{ what = 'HTML'; fault = @{ kind = 'html' }; errorId = 'UnexpectedResponse' }
            @{ what = 'broken JSON'; fault = @{ kind = 'replaceBody'; status = 200; body = '{"data":[' }; errorId = 'UnexpectedResponse' }
        ) {
            Set-Fault $server @{ match = @{ path = 'v1/Secret123' }; fault = $fault }
            $said = Invoke-TrainingApiRequest Cegos v1/Secret123 -ErrorVariable failed -ErrorAction SilentlyContinue -Verbose 4>&1
            $failed.FullyQualifiedErrorId | Should -BeExactly "$errorId,$id"
            "$said" | Should -Match '^GET 127\.0\.0\.1:\d+ v1/\{…\} -> \d+ in \d+ ms$' -Because 'what may be an id is not logged'
        }

        It 'are InDoubt for a change that may have happened' {
            Set-Fault $server @{ match = @{ path = 'Registration' }; times = -1; fault = @{ kind = 'reset'; at = 'afterAct' } }
            Invoke-TrainingApiRequest Cegos v1/Registration -Scope Registration -Method Put -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed.FullyQualifiedErrorId | Should -BeExactly "InDoubt,$id"
            @(Get-Sent) | Should -HaveCount 1
        }
    }

    It 'completes the names of connections' {
        $line = 'Invoke-TrainingApiRequest -Connection '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'Cegos'
    }
}
