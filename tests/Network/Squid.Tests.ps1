# Bulk runs through squid: with and without credentials, refused, and dying in the middle of a run. The vendor is behind nginx with TLS.
Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
if ($reason = Get-SkipReason nginx, squid) { Describe 'A bulk run through squid' { It "is skipped: $reason" -Skip { } }; return }

BeforeAll {
    Import-Module "$PSScriptRoot/../Pester/Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Pester/Support/ChangeSupport.psm1" -Force
    Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
    Import-Module "$PSScriptRoot/Support/BulkRuns.psm1" -Force
    $server = Start-SandboxServer
    $authority = New-TestAuthority authority $TestDrive
    $nginx = Start-Nginx "$TestDrive" @{ Port = Get-FreePort; Certificate = New-TestCertificate $authority $TestDrive } $server
    $password = 'Pl4nted#Proxy:Pass word'
    function New-Folder { (New-Item (Join-Path $TestDrive ([guid]::NewGuid().ToString('N').Substring(0, 8))) -ItemType Directory).FullName }
    function New-Run([int] $Rows = 200) { New-BulkRun $server "https://127.0.0.1:$($nginx.Port)/" $TestDrive $authority.Path $Rows }
    function Measure-Connect($Squid, [string] $Status) { @(Get-Content "$($Squid.Folder)/squid-access.log" | Where-Object { $_ -match "/$Status \d+ CONNECT 127\.0\.0\.1:$($nginx.Port) " }).Count }

    # No form of the password is in anything that the session can show.
    function Assert-NoPassword([string] $Text) {
        foreach ($form in $password, [uri]::EscapeDataString($password), [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("jane:$password"))) {
            $Text.Contains($form, 'OrdinalIgnoreCase') | Should -BeFalse -Because "'$form' is the password"
        }
    }
}
AfterAll {
    Stop-Component $nginx
    Stop-SandboxServer $server
}

Describe 'A bulk run through squid' {
    BeforeEach { $null = Invoke-Control $server 'reset' -Method Post }
    AfterEach { Stop-Component $squid -Kill }

    It 'registers everyone through a proxy without credentials' {
        $squid = Start-Squid (New-Folder)
        $run = New-Run
        Assert-BulkRun $run (Wait-BulkRun (Start-BulkRun $run -With @{ Proxy = "http://127.0.0.1:$($squid.Port)" }))
        Measure-Connect $squid 200 | Should -BeGreaterThan 0
    }

    It 'registers everyone through a proxy with credentials, from <from>' -ForEach @(
        @{ from = '-ProxyCredential' }
        @{ from = 'HTTPS_PROXY' }
    ) {
        $squid = Start-Squid (New-Folder) -User jane -Password $password
        $run = New-Run
        $parameters = $from -eq 'HTTPS_PROXY' ? @{ Environment = @{ HTTPS_PROXY = "http://jane:$([uri]::EscapeDataString($password))@127.0.0.1:$($squid.Port)" } } :
            @{ With = @{ Proxy = "http://127.0.0.1:$($squid.Port)" }; ProxyUser = 'jane'; ProxyPassword = $password }
        $result = Wait-BulkRun (Start-BulkRun $run @parameters)
        Assert-BulkRun $run $result
        Measure-Connect $squid 200 | Should -BeGreaterThan 0
        Assert-NoPassword $result.Text
    }

    It 'sends nothing, names the proxy and its response, and shows no password where it gives <name>' -ForEach @(
        @{ name = 'no credentials'; with = @{} }
        @{ name = 'a password that is refused'; with = @{ ProxyUser = 'john'; ProxyPassword = 'Pl4nted#Proxy:Pass word' } }
        @{ name = 'a password that is refused in HTTPS_PROXY'; with = @{}; environment = 'john:Pl4nted%23Proxy%3APass%20word' }
    ) {
        $squid = Start-Squid (New-Folder) -User jane -Password $password
        $run = New-Run 20
        $parameters = $environment ? @{ Environment = @{ HTTPS_PROXY = "http://$environment@127.0.0.1:$($squid.Port)" } } : @{ With = @{ Proxy = "http://127.0.0.1:$($squid.Port)" } } + $with
        $parameters.With = ($parameters['With'] ?? @{}) + @{ MaximumRetryCount = 0 }
        $result = Wait-BulkRun (Start-BulkRun $run @parameters)
        $result.Ended.Id | Should -BeExactly 'Unreachable'
        $result.Ended.Message | Should -BeExactly "Cannot get a token: cannot connect to 127.0.0.1:$($nginx.Port) (the proxy 127.0.0.1:$($squid.Port) responded 407 ProxyAuthenticationRequired)."
        Assert-NoPassword $result.Text
        Get-Registered $server | Should -BeNullOrEmpty
    }

    It 'names the proxy and its response where it <name>' -ForEach @(
        @{ name = 'refuses the address'; refuses = $true; response = 'responded 403 Forbidden' }
        @{ name = 'cannot reach the vendor'; refuses = $false; response = 'responded 503 ServiceUnavailable' }
        @{ name = 'does not run'; refuses = $null; response = 'does not respond: connection refused' }
    ) {
        $target = $refuses ? $nginx.Port : (Get-FreePort)
        $squid = Start-Squid (New-Folder) -Refused ($refuses ? $nginx.Port : 0)
        if ($null -eq $refuses) { Stop-Component $squid -Kill }
        $run = New-BulkRun $server "https://127.0.0.1:$target/" $TestDrive $authority.Path 10
        $result = Wait-BulkRun (Start-BulkRun $run -With @{ Proxy = "http://127.0.0.1:$($squid.Port)"; MaximumRetryCount = 0 })
        $result.Ended.Id | Should -BeExactly 'Unreachable'
        $result.Ended.Message | Should -BeExactly "Cannot get a token: cannot connect to 127.0.0.1:$target (the proxy 127.0.0.1:$($squid.Port) $response)."
    }

    It 'leaves no more rows in doubt than were in flight when the proxy died, and the next run sends the rest' {
        Set-Latency $server 60
        $squid = Start-Squid (New-Folder)
        $run = New-Run 300
        $with = @{ Proxy = "http://127.0.0.1:$($squid.Port)"; MaximumRetryCount = 0 }
        $started = Start-BulkRun $run -With $with
        Wait-Registered $started $server 100
        Stop-Component $squid -Kill
        $result = Wait-BulkRun $started
        $inDoubt = @(Assert-BulkRun $run $result -InDoubtAtMost $run.ThrottleLimit -ErrorId Unreachable -Ended VendorUnavailable)
        $inDoubt.Count | Should -BeGreaterThan 0 -Because 'otherwise nothing was in flight'
        $result.Refused.Count | Should -BeGreaterThan 0
        $result.Refused[0].Message | Should -BeLike "*the proxy 127.0.0.1:$($squid.Port) does not respond: connection refused*"
        $squid = Restart-Component $squid
        Complete-BulkRun $run $inDoubt @{ With = $with }
    }

    It 'goes on where the proxy is back after a second' {
        Set-Latency $server 60
        $squid = Start-Squid (New-Folder)
        $run = New-Run 300
        $with = @{ Proxy = "http://127.0.0.1:$($squid.Port)" }
        $started = Start-BulkRun $run -With $with
        Wait-Registered $started $server 100
        Stop-Component $squid -Kill
        Start-Sleep -Seconds 1
        $squid = Restart-Component $squid
        $inDoubt = @(Assert-BulkRun $run (Wait-BulkRun $started) -InDoubtAtMost $run.ThrottleLimit)
        Complete-BulkRun $run $inDoubt @{ With = $with }
    }
}
