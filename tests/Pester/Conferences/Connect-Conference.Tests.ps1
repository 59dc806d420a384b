# Connect-Conference over real HTTP: three kinds of credentials, errors on connect, and no secret in any output.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ConferenceSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Connect-Conference' {
    BeforeEach { $null = Invoke-Control $server 'reset' -Method Post; Disconnect-TrainingApi }

    It 'sends key and token as headers, and reads the conference IDs to verify them' {
        $connection = Connect-TestConference $server @{ PassThru = $true }
        $sent = @(Get-RequestLog $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target | Should -BeExactly 'GET', '/conference/conferences?fields=id'
        $sent.headers.apiKey, $sent.headers.token | Should -BeExactly 'sandbox-api-key', 'sandbox-token'
        $connection.Service, $connection.Name, $connection.Authentication | Should -Be 'Conference', 'Conference', 'API key and token'
    }

    It 'sends an access token as a bearer token' {
        Connect-TestConference $server @{ AccessToken = New-TestSecret 'sandbox-access-token' }
        (Get-RequestLog $server).headers.Authorization | Should -BeExactly 'Bearer sandbox-access-token'
    }

    It 'requests a token with a refresh token, and renews it once after it has expired' {
        Set-ConferenceControl $server @{ rotateRefreshTokens = $true }
        Connect-TestConference $server @{ Credential = New-TestCredential; RefreshToken = New-TestSecret 'sandbox-refresh-token' }
        $sent = Get-RequestLog $server
        $sent.target | Should -BeExactly '/conference/o/oauth2/token'
        $sent.body | Should -BeExactly 'grant_type=refresh_token&client_id=sandbox-client&client_secret=sandbox-secret&refresh_token=sandbox-refresh-token'
        $null = Invoke-Control $server 'conferences/tokens/expire' -Method Post
        Get-Conference | Should -Not -BeNullOrEmpty
        @(Get-RequestLog $server '*oauth2*').Count | Should -Be 2
    }

    It 'ends at once if <Name> is refused, and keeps the older connection' -ForEach @(
        @{ Name = 'token'; With = @{ ApiKey = 'sandbox-api-key'; Token = 'planted-token' } }
        @{ Name = 'access token'; With = @{ AccessToken = 'planted-token' } }
        @{ Name = 'refresh token'; With = @{ RefreshToken = 'planted-token'; Credential = $null } }
    ) {
        Set-ConferenceControl $server @{ errorsWithSuccess = $false }
        Connect-TestConference $server
        $given = @{}
        foreach ($key in $With.Keys) { $given[$key] = $key -eq 'Credential' ? (New-TestCredential) : (New-TestSecret $With[$key]) }
        $failed = { Connect-TestConference $server $given } | Should -Throw -ErrorId 'AuthenticationFailed,*' -PassThru
        $failed | Out-String | Should -Not -Match 'planted'
        $failed.Exception.ToString() | Should -Not -Match 'planted'
        Get-Conference | Should -Not -BeNullOrEmpty
    }

    It 'shows no secret in any view' {
        $connection = Connect-TestConference $server @{ PassThru = $true; Verbose = $true; Debug = $true } *>&1
        $text = ($connection | Out-String) + ($connection | Format-List * | Out-String) + ([Management.Automation.PSSerializer]::Serialize($connection, 5)) + ($connection | ConvertTo-Json -Depth 5 -WarningAction Ignore)
        $text | Should -Not -Match 'sandbox-api-key|sandbox-token'
    }

    It 'refuses http to another machine, an unknown route and a watch in the query' {
        { Connect-TestConference $server @{ BaseUri = 'http://example.com/' } } | Should -Throw -ErrorId 'InvalidArgument,*'
        { Connect-TestConference $server @{ Route = @{ Nothing = 'GET x' } } } | Should -Throw -ErrorId 'InvalidArgument,*'
        { Connect-TestConference $server @{ Route = @{ Watch = 'POST x query' } } } | Should -Throw -ErrorId 'InvalidArgument,*'
        Get-RequestLog $server | Should -BeNullOrEmpty
    }
}
