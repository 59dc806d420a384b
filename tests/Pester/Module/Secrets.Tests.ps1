# Secrets are set in every part of a connection, and vendors echo them in responses; no output and no log contains them.
Describe 'Secrets' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/Planted.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $clientSecret = 'Pl4nted-Secret/+=&é"x'
        $token = 'planted.T0ken-Value_123.abcdefghij'
        $proxyPassword = 'Pl4nted#Proxy:Pass'
        $null = Invoke-Control $server 'accounts' -Method Post -Body @{ clientId = 'crm'; clientSecret = $clientSecret }

        # Unchanged, percent-encoded, in base64 at any shift, in JSON, and the parts of a wrapped line.
        $planted = foreach ($secret in $clientSecret, $token, $proxyPassword) {
            $secret
            [uri]::EscapeDataString($secret)
            [uri]::EscapeDataString($secret).ToLowerInvariant()
            foreach ($before in '', 'a', 'ab') { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("$before$secret")).Substring($before ? 4 : 0, 16) }
        }
        $planted += 'Pl4nted', 'planted.T0ken', 'T0ken-Value'
        $pattern = [regex]::new(($planted | Sort-Object -Unique | ForEach-Object { [regex]::Escape($_) }) -join '|', 'IgnoreCase, CultureInvariant, NonBacktracking')

        # All forms that can be echoed: the secrets, plain and encoded, in the formats of error responses.
        $echo = "secret=$clientSecret token=$token header=Bearer $token form=$([uri]::EscapeDataString($clientSecret)) basic=$([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("crm:$clientSecret")))"
        $echoes = @{
            text    = @{ contentType = 'text/plain'; body = $echo }
            problem = @{ contentType = 'application/problem+json'; body = (ConvertTo-Json @{ title = $echo; detail = $echo; errors = @{ $token = @($echo); field = @($clientSecret) } }) }
            code    = @{ contentType = 'application/json'; body = (ConvertTo-Json @{ code = $token; reason = $echo }) }
            html    = @{ contentType = 'text/html'; body = "<html><title>$([Net.WebUtility]::HtmlEncode($echo))</title></html>" }
            json    = @{ contentType = 'application/json'; body = "{""data"": $token" }
        }

        function Connect-Planted([hashtable] $With = @{}) {
            Set-Fault $server @{ match = @{ path = '/token' }; times = -1; fault = @{ kind = 'replaceBody'; status = 200; body = (ConvertTo-Json @{ access_token = $token; expires_in = 3600; refresh_token = $proxyPassword }) } }
            Connect-TestCegos $server (@{ Credential = New-TestCredential crm $clientSecret; PassThru = $true; MaximumRetryCount = 0 } + $With)
        }

        function Assert-Clean([object[]] $Text) {
            foreach ($part in $Text) { if ($pattern.IsMatch("$part")) { $pattern.Matches("$part").Value | Should -BeNullOrEmpty -Because "$part" } }
        }

        # Every view of an object.
        function Get-View($Thing) {
            $Thing | Format-List * -Force | Out-String -Width 500
            $Thing | Out-String -Width 500
            $Thing | ConvertTo-Json -Depth 3 -WarningAction SilentlyContinue
            $Thing | ConvertTo-Csv
            [System.Management.Automation.PSSerializer]::Serialize($Thing, 3)
            "$Thing"
        }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Disconnect-TrainingApi
        Clear-Fault $server
        Clear-RequestLog $server
    }

    It 'are sent over HTTP as the tests expect, and the pattern finds them' {
        $null = Connect-Planted
        { Get-CegosCatalog } | Should -Throw -ErrorId 'AuthenticationFailed,*'
        $sent = Get-RequestLog $server
        $sent[0].body | Should -Match ([regex]::Escape([uri]::EscapeDataString($clientSecret)))
        $sent[1].headers.Authorization | Should -BeExactly "Bearer $token"
        { Assert-Clean $sent[0].body } | Should -Throw
        { Assert-Clean $echo } | Should -Throw
        { Assert-Clean ([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("crm:$clientSecret"))) } | Should -Throw
    }

    It 'are in no stream of any command, though the vendor echoes them as <_>' -ForEach 'text', 'problem', 'code', 'html', 'json' {
        $response = $echoes[$_]
        $connection = Connect-Planted
        Set-Fault $server @{ match = @{ path = 'catalog' }; times = -1; fault = @{ kind = 'replaceBody'; status = ($_ -eq 'json' ? 200 : 400) } + $response + @{ act = $true } }
        $Error.Clear()
        $streams = foreach ($call in { Get-CegosProduct A @common }, { Get-CegosProduct @common }, { Get-CegosSession A @common }, { Get-CegosCatalog @common }, { Get-CegosCatalogTopic @common },
            { Get-CegosCenter @common }, { Invoke-TrainingApiRequest Cegos "v1/x?token=$token" -Query @{ key = $clientSecret } @common }, { Test-TrainingApiConnection @common }, { Get-TrainingApiConnection @common }) {
            $common = @{ Verbose = $true; Debug = $true; ErrorAction = 'Continue' }
            & $call *>&1
        }
        @($streams | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Count | Should -BeGreaterOrEqual 8
        @($streams | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }).Count | Should -BeGreaterOrEqual 7
        Assert-Clean ($streams | ForEach-Object { "$_"; $_ | Format-List * -Force | Out-String -Width 500 })
        foreach ($record in $Error) {
            # The command line of the user may contain the user's own input.
            $own = $record.InvocationInfo.Line
            Assert-Clean (Get-View $record | ForEach-Object { $_.Replace("$own", '') })
            for ($exception = $record.Exception; $exception; $exception = $exception.InnerException) { Assert-Clean (Get-View $exception), $exception.ToString() }
        }
        Assert-Clean (Get-View $connection)
    }

    It 'are in no error of a refused connection, though the token endpoint echoes them' -ForEach 'text', 'problem', 'code', 'html' {
        Set-Fault $server @{ match = @{ path = '/token' }; times = -1; fault = @{ kind = 'replaceBody'; status = 400 } + $echoes[$_] }
        $Error.Clear()
        $said = & { try { Connect-TestCegos $server @{ Credential = New-TestCredential crm $clientSecret; Verbose = $true; Debug = $true } } catch { $_ } } *>&1
        $failed = @($said | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })[0]
        $failed.FullyQualifiedErrorId | Should -BeLike 'AuthenticationFailed,*'
        $failed.Exception.Reason | Should -Match '\*\*\*'
        # The token was never issued, so the module cannot know it; it knows the secret.
        Assert-Clean ($said + $Error | ForEach-Object { "$_"; $_ | Format-List * -Force | Out-String -Width 500 } | ForEach-Object { $_ -replace [regex]::Escape($token) })
    }

    It 'are in no transcript' {
        $script = @'
            $ErrorActionPreference = 'Continue'
            Import-Module $env:TRAININGAPIS_TESTED
            $secret = [securestring]::new(); $env:PLANTED.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
            $null = Start-Transcript -Path $env:TRANSCRIPT
            Connect-Cegos ([pscredential]::new('crm', $secret)) -CatalogUri "${env:SERVER}cegos/catalog" -TokenUri "${env:SERVER}cegos/auth/connect/token" -MaximumRetryCount 0 -Verbose -Debug -PassThru
            Get-CegosProduct A -Verbose -Debug
            Get-CegosCatalog -Verbose -Debug
            $Error | Format-List * -Force | Out-String -Width 500
            Get-TrainingApiConnection | Format-List *
            $null = Stop-Transcript
'@
        Set-Fault $server @{ match = @{ path = '/token' }; times = -1; fault = @{ kind = 'replaceBody'; status = 200; body = (ConvertTo-Json @{ access_token = $token }) } },
            @{ match = @{ path = 'catalog' }; times = -1; fault = @{ kind = 'replaceBody'; status = 400 } + $echoes.problem }
        $result = Invoke-FreshPowerShell $script @{ PLANTED = $clientSecret; SERVER = "$($server.Uri)"; TRANSCRIPT = "$TestDrive/transcript.txt" }
        $transcript = Get-Content "$TestDrive/transcript.txt" -Raw
        $transcript | Should -Match 'Cannot read product A: secret=\*\*\*'
        $transcript | Should -Match 'v1/Products/\{yearlyProductCode\} -> 400'
        Assert-Clean $transcript, $result.Output, $result.Error
    }

    It 'are in no error of a proxy that refuses, and neither is its password' {
        $Error.Clear()
        $challenge = @{ kind = 'replaceBody'; status = 407; contentType = 'text/plain'; body = "password $proxyPassword of $([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("proxy-user:$proxyPassword")))" }
        Set-Fault $server @{ match = @{ path = 'token' }; times = 1; fault = @{ kind = 'status'; status = 407; headers = @{ 'Proxy-Authenticate' = 'Basic realm="x"' } } }, @{ match = @{ path = 'token' }; times = -1; fault = $challenge }
        $said = & { try { Connect-TestCegos $server @{ Credential = New-TestCredential crm $clientSecret; Proxy = $server.Uri; ProxyCredential = New-TestCredential proxy-user $proxyPassword; MaximumRetryCount = 0; Verbose = $true; Debug = $true } } catch { $_ } } *>&1
        $sent = Get-RequestLog $server
        $sent[1].headers.'Proxy-Authorization' | Should -BeExactly ('Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("proxy-user:$proxyPassword"))) -Because 'the proxy was told'
        @($said | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })[0].FullyQualifiedErrorId | Should -BeLike 'Unreachable,*'
        Assert-Clean ($said + $Error | ForEach-Object { "$_"; $_ | Format-List * -Force | Out-String -Width 500 })
    }

    It 'are in no error of a proxy that HTTPS_PROXY names with its password, and which refuses' {
        $script = @'
            $ErrorView = 'DetailedView'
            Import-Module $env:TRAININGAPIS_TESTED
            $secret = ConvertTo-SecureString $env:PLANTED -AsPlainText -Force
            Remove-Item Env:PLANTED
            try { Connect-Cegos ([pscredential]::new('crm', $secret)) -MaximumRetryCount 0 -Verbose -Debug } catch { }
            $Error | ForEach-Object { "$_"; $_ | Format-List * -Force | Out-String -Width 500; Get-Error -InputObject $_ | Out-String -Width 500; $_.Exception.ToString() }
'@
        Set-Fault $server @{ match = @{ method = 'CONNECT' }; times = -1; fault = @{ kind = 'status'; status = 407; headers = @{ 'Proxy-Authenticate' = 'Basic realm="x"' } } }
        $address = "http://proxy-user:$([uri]::EscapeDataString($proxyPassword))@$($server.Uri.Authority)"
        $result = Invoke-FreshPowerShell $script @{ PLANTED = $clientSecret; HTTPS_PROXY = $address; ALL_PROXY = $address }
        $result.Output | Should -Match "the proxy $([regex]::Escape($server.Uri.Authority)) responded 407"
        (Get-RequestLog $server)[1].headers.'Proxy-Authorization' | Should -BeExactly ('Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("proxy-user:$proxyPassword"))) -Because 'the password was used'
        Assert-Clean $result.Output, $result.Error
    }

    It 'are refused in -Proxy of <_>, before anything is sent' -ForEach 'Connect-TestCegos', 'Connect-TestLoop', 'Connect-TestResamania', 'Connect-TestConference' {
        $Error.Clear()
        $with = @{ Proxy = "http://proxy-user:$([uri]::EscapeDataString($proxyPassword))@$($server.Uri.Authority)" }
        { & $_ $server $with } | Should -Throw -ErrorId 'InvalidArgument,*' -ExpectedMessage '*Give them with -ProxyCredential.*'
        Get-RequestLog $server | Should -BeNullOrEmpty
        Assert-Clean ($Error | ForEach-Object { "$_"; $_.Exception.ToString(); $_.Exception | Format-List * -Force | Out-String -Width 500 })
    }

    It 'are in no result and in no completion' {
        $connection = Connect-Planted @{ ProxyCredential = New-TestCredential proxy-user $proxyPassword }
        Set-Fault $server @{ match = @{ path = 'Products/' }; times = -1; fault = @{ kind = 'replaceBody'; status = 200; body = '{"data":{"yearlyProductCode":"A","title":"T"}}' } }
        $product = Get-CegosProduct A
        $product.Title | Should -BeExactly 'T'
        $line = 'Get-CegosProduct -Connection '
        Assert-Clean ((Get-View $product) + (TabExpansion2 $line $line.Length).CompletionMatches.ToolTip + (Get-View $connection) + (Get-View (Test-TrainingApiConnection)))
    }

    It 'are removed by Disconnect-TrainingApi: no object that the connection references contains them' {
        $connection = Connect-Planted @{ Proxy = $server.Uri; ProxyCredential = New-TestCredential proxy-user $proxyPassword }
        $bare = $connection.PSObject.BaseObject
        Find-ReachableText $bare $clientSecret, $token, $proxyPassword | Should -Not -BeNullOrEmpty -Because 'while it is open it has what it needs, and the walk finds it'
        Disconnect-TrainingApi -Connection $connection
        Find-ReachableText $bare $clientSecret, $token, $proxyPassword | Should -BeNullOrEmpty
        $connection.IsOpen, $connection.TokenExpires | Should -Be $false, $null
    }
}
