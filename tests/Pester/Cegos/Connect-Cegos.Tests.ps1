Describe 'Connect-Cegos' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $tokenUri = [uri]::new($server.Uri, 'cegos/auth/connect/token')
        $id = 'TrainingApis.Cmdlets.Cegos.ConnectCegosCommand'
        function Get-Target { (Get-RequestLog $server).target }
        function Get-Refusal([scriptblock] $Connect) {
            try { & $Connect } catch { return $_ }
            throw 'It connected.'
        }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Disconnect-TrainingApi
        Clear-Fault $server
        Clear-RequestLog $server
    }

    Context 'The token' {
        It 'is requested at once, with ID and secret in the form and the scope of the catalogue' {
            Connect-TestCegos $server | Should -BeNullOrEmpty
            $request = @(Get-RequestLog $server)
            $request | Should -HaveCount 1
            $request[0].method, $request[0].target | Should -Be 'POST', '/cegos/auth/connect/token'
            $request[0].body | Should -BeExactly 'grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret&scope=api-cegos'
            $request[0].headers.'Content-Type' | Should -BeExactly 'application/x-www-form-urlencoded'
            $request[0].headers.PSObject.Properties.Name | Should -Not -Contain 'Authorization'
        }

        It 'is requested once for each -Scope, in their order, and for other scopes on first use' {
            Connect-TestCegos $server @{ Scope = 'Registration', 'Catalog' }
            (Get-RequestLog $server).body | Should -Be @(
                'grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret&scope=api-registration'
                'grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret&scope=api-cegos')
            Clear-RequestLog $server
            Connect-TestCegos $server @{ Scope = 'Registration' }
            $null = Get-CegosCenter
            $null = Get-CegosCatalog
            Get-Target | Should -Be '/cegos/auth/connect/token', '/cegos/auth/connect/token', '/cegos/catalog/v1/Referentials/centers', '/cegos/catalog/v1/Catalogs'
            (Get-RequestLog $server).body[1] | Should -Match 'scope=api-cegos$'
        }

        It 'percent-encodes any character of the credentials' {
            $null = Invoke-Control $server 'accounts' -Method Post -Body @{ clientId = 'É & co'; clientSecret = 'p+ä=%&;"😀' }
            Connect-TestCegos $server @{ Credential = New-TestCredential 'É & co' 'p+ä=%&;"😀' }
            (Get-RequestLog $server).body | Should -BeExactly 'grant_type=client_credentials&client_id=%C3%89%20%26%20co&client_secret=p%2B%C3%A4%3D%25%26%3B%22%F0%9F%98%80&scope=api-cegos'
        }

        It 'is retried like a GET request' {
            Set-Fault $server @{ match = @{ path = 'token' }; times = 2; fault = @{ kind = 'status'; status = 503; headers = @{ 'Retry-After' = '0' } } }
            Connect-TestCegos $server @{ WarningVariable = 'warned'; WarningAction = 'SilentlyContinue' }
            Get-Target | Should -HaveCount 3
            (Get-TrainingApiConnection).IsOpen | Should -BeTrue
        }
    }

    Context 'The connection' {
        It 'is emitted with -PassThru only, with its name, account and addresses' {
            $before = [datetimeoffset]::UtcNow
            $connection = Connect-TestCegos $server @{ PassThru = $true }
            $connection.GetType().FullName | Should -BeExactly 'TrainingApis.Connection'
            $connection.Service, $connection.Name, $connection.Account, $connection.Authentication, $connection.IsOpen | Should -Be 'Cegos', 'Cegos', 'sandbox-client', 'OAuth client credentials', $true
            $connection.BaseUri | Should -Be ([uri]::new($server.Uri, 'cegos/catalog/'))
            $connection.TokenExpires | Should -BeGreaterThan $before.AddMinutes(59)
            $connection.TokenExpires | Should -BeLessThan $before.AddMinutes(61)
        }

        It 'uses the vendor''s address if no address is given' {
            (Connect-Cegos (New-TestCredential) -TokenUri $tokenUri -PassThru).BaseUri | Should -Be ([uri] 'https://catalog.api.cegos.fr/')
        }

        It 'uses -Proxy, to <vendor>, the vendor''s address by default' -ForEach @(
            @{ vendor = 'api.cegos.fr'; call = { Connect-Cegos (New-TestCredential) -Proxy $server.Uri -MaximumRetryCount 0 } }
            @{ vendor = 'registration.api.cegos.fr'; call = {
                    # A dummy token: only the destination of the request is checked.
                    $token = '{"access_token":"x","expires_in":3600}'
                    Set-Fault $server @{ match = @{ path = '/cegos/auth/' }; fault = @{ kind = 'replaceBody'; status = 200; body = $token } }
                    Connect-Cegos (New-TestCredential) -TokenUri $tokenUri -Scope Registration -Proxy $server.Uri -MaximumRetryCount 0
                    Clear-RequestLog $server
                    Invoke-TrainingApiRequest Cegos v1/Registration -Scope Registration -ErrorAction Stop } }
        ) {
            (Get-Refusal $call).FullyQualifiedErrorId | Should -Match '^Unreachable,'
            (Get-RequestLog $server).method | Should -Be 'CONNECT'
            Get-Target | Should -Be "$vendor`:443"
        }

        It 'keeps the path of its address, with or without a slash at the end' {
            Connect-TestCegos $server @{ CatalogUri = [uri]::new($server.Uri, 'cegos/catalog') }
            $null = Get-CegosCatalog
            (Get-Target)[-1] | Should -BeExactly '/cegos/catalog/v1/Catalogs'
        }

        It 'can be used with others of another name; the last one is the current one' {
            $null = Invoke-Control $server 'accounts' -Method Post -Body @{ clientId = 'second'; clientSecret = 'secret2' }
            Connect-TestCegos $server @{ Name = 'One' }
            Connect-TestCegos $server @{ Name = 'Two'; Credential = New-TestCredential second secret2 }
            (Get-TrainingApiConnection).Name | Should -Be 'One', 'Two'
            Clear-RequestLog $server
            foreach ($call in { Get-CegosCatalog }, { Get-CegosCatalog -Connection Two }, { Get-CegosCatalog -Connection ONE }) { $null = & $call }
            $sent = (Get-RequestLog $server).headers.Authorization
            $sent[0] | Should -BeExactly $sent[1]
            $sent[0] | Should -Not -Be $sent[2]
        }

        It 'replaces and closes one of the same name, in any letter case' {
            $old = Connect-TestCegos $server @{ Name = 'One'; PassThru = $true }
            $new = Connect-TestCegos $server @{ Name = 'ONE'; PassThru = $true }
            Get-TrainingApiConnection | Should -Be $new
            $old.IsOpen | Should -BeFalse
            { Get-CegosCatalog -Connection $old } | Should -Throw -ErrorId 'NotConnected,*'
        }
    }

    Context 'Errors' {
        It 'is terminating for refused credentials, and keeps the older connection of that name unchanged' {
            $old = Connect-TestCegos $server @{ PassThru = $true }
            Clear-RequestLog $server
            $failed = Get-Refusal { Connect-TestCegos $server @{ Credential = New-TestCredential sandbox-client wrong } }
            $failed.FullyQualifiedErrorId | Should -BeExactly "AuthenticationFailed,$id"
            $failed.CategoryInfo.Category | Should -Be 'AuthenticationError'
            $failed.Exception.StatusCode, $failed.Exception.Code, $failed.Exception.Api, $failed.Exception.Operation | Should -Be 400, 'invalid_client', 'Cegos', 'Token'
            @(Get-Target) | Should -HaveCount 1 -Because 'a refusal is not retried'
            Get-TrainingApiConnection | Should -Be $old
            $old.IsOpen | Should -BeTrue
            Get-CegosCatalog | Should -HaveCount 8
        }

        It 'is terminating if the account may not have the scope' {
            $null = Invoke-Control $server 'accounts' -Method Post -Body @{ clientId = 'narrow'; clientSecret = 'secret'; scopes = @('api-cegos') }
            Connect-TestCegos $server @{ Credential = New-TestCredential narrow secret }
            $failed = Get-Refusal { Connect-TestCegos $server @{ Credential = New-TestCredential narrow secret; Name = 'Other'; Scope = 'Catalog', 'Registration' } }
            $failed.FullyQualifiedErrorId | Should -BeExactly "AuthenticationFailed,$id"
            $failed.Exception.Code | Should -BeExactly 'invalid_scope'
            (Get-TrainingApiConnection).Name | Should -Be 'Cegos'
        }

        It 'sends nothing where <what>' -ForEach @(
            @{ what = '-CatalogUri is http:// to another machine'; with = @{ CatalogUri = 'http://catalog.example/' }; says = 'CatalogUri.*https://' }
            @{ what = '-RegistrationUri is http:// to another machine'; with = @{ RegistrationUri = 'http://10.0.0.1/' }; says = 'RegistrationUri.*https://' }
            @{ what = '-TokenUri is http:// to another machine'; with = @{ TokenUri = 'http://token.example/connect' }; says = 'TokenUri.*https://' }
            @{ what = 'an address is none'; with = @{ CatalogUri = 'catalog' }; says = 'CatalogUri' }
            @{ what = 'an address is a file'; with = @{ CatalogUri = 'file:///tmp/x' }; says = 'CatalogUri' }
            @{ what = 'an address holds a password'; with = @{ CatalogUri = 'https://u:p@h/' }; says = 'CatalogUri' }
            @{ what = 'an address holds a query'; with = @{ CatalogUri = 'https://h/?a=b' }; says = 'CatalogUri' }
            @{ what = 'a route is for no operation'; with = @{ Route = @{ Nope = 'GET x' } }; says = 'Nope.*Topics, CreateRegistration, CancelRegistration, DeferRegistration' }
            @{ what = 'a route is no METHOD path'; with = @{ Route = @{ Topics = 'FETCH x' } }; says = 'METHOD path' }
            @{ what = 'a route climbs out'; with = @{ Route = @{ Topics = 'GET ../x' } }; says = 'METHOD path' }
            @{ what = 'a route has an unknown parameter'; with = @{ Route = @{ Topics = 'GET x/{id}' } }; says = '\{id\}' }
            @{ what = 'the credential is empty'; with = @{ Credential = [pscredential]::Empty }; says = 'client id' }
        ) {
            $failed = Get-Refusal { Connect-TestCegos $server $with }
            $failed.FullyQualifiedErrorId | Should -BeExactly "InvalidArgument,$id"
            $failed.CategoryInfo.Category | Should -Be 'InvalidArgument'
            $failed.Exception.Message | Should -Match $says
            Get-TrainingApiConnection | Should -BeNullOrEmpty
            Get-Target | Should -BeNullOrEmpty
        }

        It 'refuses -<name> <value>' -ForEach @(
            @{ name = 'TimeoutSec'; value = 0 }, @{ name = 'TimeoutSec'; value = 86401 }, @{ name = 'MaximumRetryCount'; value = -1 }, @{ name = 'MaximumRetryCount'; value = 101 }
            @{ name = 'Name'; value = '' }, @{ name = 'Scope'; value = @() }, @{ name = 'Scope'; value = 'Document' }
        ) {
            $failed = Get-Refusal { Connect-TestCegos $server @{ $name = $value } }
            $failed.CategoryInfo.Category | Should -BeIn 'InvalidData', 'InvalidArgument'
            $failed.Exception.Message | Should -Match $name
            Get-Target | Should -BeNullOrEmpty
        }

        It 'does not follow a redirect' {
            Set-Fault $server @{ match = @{ path = 'token' }; times = -1; fault = @{ kind = 'redirect'; location = "$($server.Uri)elsewhere" } }
            $failed = Get-Refusal { Connect-TestCegos $server }
            $failed.FullyQualifiedErrorId | Should -BeExactly "Unreachable,$id"
            Get-Target | Should -Be '/cegos/auth/connect/token'
        }

        It 'is UnexpectedResponse if the token response has no token: <body>' -ForEach @(
            @{ body = '{"expires_in":3600}' }, @{ body = '{"access_token":""}' }, @{ body = '{"access_token":"a\nb"}' }, @{ body = '<html>Login</html>' }, @{ body = '' }
        ) {
            Set-Fault $server @{ match = @{ path = 'token' }; times = -1; fault = @{ kind = 'replaceBody'; body = $body } }
            (Get-Refusal { Connect-TestCegos $server }).FullyQualifiedErrorId | Should -BeExactly "UnexpectedResponse,$id"
        }

        It 'is a timeout after -TimeoutSec' {
            Set-Fault $server @{ match = @{ path = 'token' }; times = -1; fault = @{ kind = 'hang' } }
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $failed = Get-Refusal { Connect-TestCegos $server @{ TimeoutSec = 1 } }
            $failed.FullyQualifiedErrorId | Should -BeExactly "Timeout,$id"
            $clock.Elapsed.TotalSeconds | Should -BeGreaterThan 0.9
            Get-Target | Should -HaveCount 1
        }

        It 'is Unreachable after its retries if no server listens' {
            $listener = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
            $listener.Start()
            $port = $listener.LocalEndpoint.Port
            $listener.Stop()
            $failed = Get-Refusal { Connect-TestCegos $server @{ TokenUri = "http://127.0.0.1:$port/"; MaximumRetryCount = 1; WarningAction = 'SilentlyContinue' } }
            $failed.FullyQualifiedErrorId | Should -BeExactly "Unreachable,$id"
            $failed.Exception.Message | Should -Match "127\.0\.0\.1:$port .*connection refused"
        }
    }
}
