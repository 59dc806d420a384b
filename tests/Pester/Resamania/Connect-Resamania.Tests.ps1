Describe 'Connect-Resamania' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $null = Connect-TestResamania $server
        function Get-Sent { Get-RequestLog $server '*demoapi*' | Where-Object target -notlike '*/token' | ForEach-Object { "$($_.method) $($_.target -replace '^/resamania/demoapi/')" } }
        function Get-SentBody { (Get-RequestLog $server | Where-Object method -in 'POST', 'PUT' | Where-Object target -notlike '*/token').body }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    AfterEach { $null = Connect-TestResamania $server }

    It 'requests a token at once, with the gateway key in that request too' {
        $connection = Connect-TestResamania $server @{ PassThru = $true; Name = 'other' }
        $connection.Service, $connection.Name, $connection.Account, $connection.Authentication | Should -Be 'Resamania', 'other', 'sandbox-client', 'OAuth client credentials'
        $sent = @(Get-RequestLog $server)
        $sent | Should -HaveCount 1
        $sent[0].target | Should -BeExactly '/resamania/demoapi/oauth/v2/token'
        $sent[0].headers.'x-gravitee-api-key' | Should -BeExactly 'sandbox-gateway-key'
        $sent[0].body | Should -BeExactly 'grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret'
    }

    It 'sends the club in the token request with -Grant Club, and sends no context' {
        $null = Connect-TestResamania $server @{ Grant = 'Club'; NetworkNodeId = $null }
        $null = Get-ResamaniaContact -First 1
        $sent = @(Get-RequestLog $server)
        $sent[0].body | Should -BeLike 'grant_type=http%3A%2F%2Fclubclientcredentials&*&clubId=%2Fdemoapi%2Fclubs%2F1'
        $sent[1].headers.PSObject.Properties.Name | Where-Object { $_ -like 'x-user-*' } | Should -BeNullOrEmpty
    }

    It 'ends with AuthenticationFailed if <name> is wrong' -ForEach @(
        @{ name = 'the secret'; with = { @{ Credential = New-TestCredential 'sandbox-client' 'wrong-secret' } } }
        @{ name = 'the key'; with = { @{ GatewayKey = (New-TestCredential -Password 'wrong-key').Password } } }
        @{ name = 'the missing key'; with = { @{ GatewayKey = $null } } }
    ) {
        { Connect-TestResamania $server (& $with) } | Should -Throw -ErrorId 'AuthenticationFailed,TrainingApis.Cmdlets.Resamania.ConnectResamaniaCommand'
    }

    It 'refuses <name> before a request is sent' -ForEach @(
        @{ name = 'a club that is none'; with = @{ ClubId = '/demoapi/contacts/1' } }
        @{ name = 'the club grant without a club'; with = @{ Grant = 'Club'; ClubId = $null } }
        @{ name = 'http to another machine'; with = @{ BaseUri = 'http://example.com/x' } }
        @{ name = 'a client token of two segments'; with = @{ ClientToken = 'a/b' } }
        @{ name = 'an unknown route'; with = @{ Route = @{ Nothing = 'GET x' } } }
    ) {
        { Connect-TestResamania $server $with } | Should -Throw -ErrorId 'InvalidArgument,*'
        @(Get-RequestLog $server) | Should -HaveCount 0
    }
}
