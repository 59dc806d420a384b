# Certificates, protocols and client certificates of a real server: what a connection says that fails, and that nothing was sent.
Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
if ($reason = Get-SkipReason nginx) { Describe 'A TLS server' { It "is skipped: $reason" -Skip { } }; return }

BeforeAll {
    Import-Module "$PSScriptRoot/../Pester/Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Pester/Support/ChangeSupport.psm1" -Force
    Import-Module "$PSScriptRoot/Support/Components.psm1" -Force
    $server = Start-SandboxServer
    $authority = New-TestAuthority authority $TestDrive
    $other = New-TestAuthority other $TestDrive
    $intermediate = New-TestAuthority intermediate $TestDrive $authority
    $crlPort, $noCrlPort = (Get-FreePort), (Get-FreePort)
    $good = New-TestCertificate $authority $TestDrive
    $revoked = New-TestCertificate $authority $TestDrive revoked.test -CrlUri "http://127.0.0.1:$crlPort/authority.crl"
    $notRevoked = New-TestCertificate $authority $TestDrive current.test -CrlUri "http://127.0.0.1:$crlPort/authority.crl"
    $null = New-Item "$TestDrive/www" -ItemType Directory
    New-RevocationList $authority "$TestDrive/www/authority.crl" $revoked
    $client = New-TestCertificate $authority $TestDrive client.test
    $stranger = New-TestCertificate $other $TestDrive stranger.test

    $sites = @{
        good       = @{ Certificate = $good }
        chain      = @{ Certificate = New-TestCertificate $intermediate $TestDrive chain.test -Chain (Get-Content $intermediate.Path -Raw) }
        expired    = @{ Certificate = New-TestCertificate $authority $TestDrive expired.test -FromDay -20 -ToDay -5 }
        early      = @{ Certificate = New-TestCertificate $authority $TestDrive early.test -FromDay 5 -ToDay 20 }
        name       = @{ Certificate = New-TestCertificate $authority $TestDrive elsewhere.test -Names @() }
        unknown    = @{ Certificate = New-TestCertificate $other $TestDrive unknown.test -Chain (Get-Content $other.Path -Raw) }
        incomplete = @{ Certificate = New-TestCertificate $intermediate $TestDrive incomplete.test }
        revoked    = @{ Certificate = $revoked }
        current    = @{ Certificate = $notRevoked }
        unlisted   = @{ Certificate = New-TestCertificate $authority $TestDrive unlisted.test -CrlUri "http://127.0.0.1:$noCrlPort/none.crl" }
        protocol   = @{ Certificate = $good; Server = 'ssl_protocols TLSv1.1; ssl_ciphers DEFAULT@SECLEVEL=0;' }
        cipher     = @{ Certificate = $good; Server = 'ssl_protocols TLSv1.2; ssl_ciphers AES128-SHA:@SECLEVEL=0;' }
        plain      = @{}
        client     = @{ Certificate = $good; Server = "ssl_verify_client on; ssl_client_certificate $($authority.Path);" }
        list       = @{ Port = $crlPort; Root = "$TestDrive/www" }
    }
    foreach ($site in $sites.Values) { $site.Port ??= Get-FreePort }
    $nginx = Start-Nginx "$TestDrive" @($sites.Values) $server

    # Connects in a process that trusts the first authority: what the connection said, and what a change then said.
    function Invoke-Site([string] $Site, [string] $More = '', [string] $Port) {
        $result = Invoke-FreshPowerShell @"
Import-Module '$PSScriptRoot/../Pester/Support/TestSupport.psm1'
Import-TestedModule
`$certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPemFile('$($client.CertificatePath)', '$($client.KeyPath)')
`$stranger = [Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPemFile('$($stranger.CertificatePath)', '$($stranger.KeyPath)')
try {
    Connect-TestCegos ([pscustomobject]@{ Uri = [uri] 'https://127.0.0.1:$($Port ? $Port : $sites[$Site].Port)/' }) @{ MaximumRetryCount = 0; $More }
    "connected: `$((Get-CegosProduct 202561072).Title)"
}
catch { "`$(`$_.FullyQualifiedErrorId.Split(',')[0]): `$(`$_.Exception.Message)" }
"@ @{ SSL_CERT_FILE = $authority.Path; no_proxy = '127.0.0.1' }
        $result.Error | Should -BeNullOrEmpty
        $result.Output -replace '127\.0\.0\.1:\d+', 'HOST'
    }
    $day = { param($Offset) [datetimeoffset]::UtcNow.AddDays($Offset).LocalDateTime.ToString('yyyy-MM-dd') }
}
AfterAll {
    Stop-Component $nginx
    Stop-SandboxServer $server
}

Describe 'A TLS server' {
    BeforeEach { Clear-RequestLog $server }

    It 'is accepted where <name>' -ForEach @(
        @{ name = 'its certificate is trusted'; site = 'good'; more = '' }
        @{ name = 'it sends the intermediate certificate'; site = 'chain'; more = '' }
        @{ name = 'it wants a client certificate, and one is given'; site = 'client'; more = 'Certificate = $certificate' }
        @{ name = 'its certificate was revoked, and revocation is not checked'; site = 'revoked'; more = '' }
        @{ name = 'its certificate was not revoked, and revocation is checked'; site = 'current'; more = 'CheckCertificateRevocation = $true' }
    ) {
        Invoke-Site $site $more | Should -BeLike 'connected: *Management*'
    }

    It 'is refused with the reason where <name>, and nothing is sent' -ForEach @(
        @{ name = 'its certificate has expired'; site = 'expired'; reason = 'the certificate expired.test expired on {-5}; check this computer''s clock too' }
        @{ name = 'its certificate is not valid yet'; site = 'early'; reason = 'the certificate early.test is not valid before {5}; check this computer''s clock' }
        @{ name = 'its certificate is for another name'; site = 'name'; reason = 'the certificate elsewhere.test is for another name than 127.0.0.1' }
        @{ name = 'its authority is unknown'; site = 'unknown'; reason = 'the certificate unknown.test was issued by an authority that this computer does not trust (CN=other)' }
        @{ name = 'it does not send the intermediate certificate'; site = 'incomplete'; reason = 'the certificate chain is incomplete: the server does not send the certificate of CN=intermediate, which issued incomplete.test, and this computer does not trust it' }
        @{ name = 'it accepts TLS 1.1 only'; site = 'protocol'; reason = 'the server accepts none of this computer''s TLS versions' }
        @{ name = 'it accepts weak ciphers only'; site = 'cipher'; reason = 'the server accepts none of this computer''s ciphers' }
        @{ name = 'it uses no TLS'; site = 'plain'; reason = 'the server does not use TLS; the address may have to begin with http://, or to name another port' }
        @{ name = 'its certificate was revoked'; site = 'revoked'; more = 'CheckCertificateRevocation = $true'; reason = 'the certificate revoked.test was revoked' }
        @{ name = 'the list of revoked certificates cannot be read'; site = 'unlisted'; more = 'CheckCertificateRevocation = $true'; reason = 'whether the certificate unlisted.test was revoked could not be found out' }
    ) {
        $expected = [regex]::Replace($reason, '\{(-?\d+)\}', { & $day ([int] $args[0].Groups[1].Value) })
        Invoke-Site $site $more | Should -BeExactly "Unreachable: Cannot get a token: cannot connect to HOST ($expected)."
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'that wants a client certificate is named where <name>' -ForEach @(
        @{ name = 'none is given'; more = ''; reason = 'the server asks for a client certificate (-Certificate of the Connect- command)' }
        @{ name = 'another authority issued the one that is given'; more = 'Certificate = $stranger'; reason = 'the server does not accept the client certificate' }
    ) {
        Invoke-Site client $more | Should -BeExactly "Unreachable: Cannot get a token: cannot connect to HOST ($reason)."
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'behind haproxy that wants a client certificate is named where none is given' {
        if ($reason = Get-SkipReason haproxy) { Set-ItResult -Skipped -Because $reason }
        $gateway = [pscustomobject]@{ BothPath = "$($good.BothPath) ca-file $($authority.Path) verify required" }
        $haproxy = Start-Haproxy "$TestDrive" $gateway $server
        try {
            Invoke-Site -Port $haproxy.Port | Should -BeLike 'Unreachable: Cannot get a token: * HOST (the server asks for a client certificate (-Certificate of the Connect- command)).'
            Invoke-Site -Port $haproxy.Port -More 'Certificate = $certificate' | Should -BeLike 'connected: *'
        }
        finally { Stop-Component $haproxy -Kill }
    }
}
