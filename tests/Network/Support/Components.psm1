# What stands between the module and a vendor, for the suites of this folder: nginx, squid, haproxy, a network namespace, certificates. Each
# component runs in the foreground with a configuration in a folder of the test and on free ports, and ends with Stop-Component.
#Requires -Version 7.4
using namespace System.Security.Cryptography
using namespace System.Security.Cryptography.X509Certificates
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$script:Packages = @{ nginx = 'nginx'; squid = 'squid'; haproxy = 'haproxy'; ip = 'iproute2'; tc = 'iproute2' }

# The path of a program; $null where it is not installed.
function Find-Component {
    param([Parameter(Mandatory)][string] $Name)
    $found = @(Get-Command $Name -CommandType Application -ErrorAction Ignore | ForEach-Object Source) + @("/usr/sbin/$Name", "/usr/local/sbin/$Name", "/sbin/$Name")
    $found | Where-Object { $_ -and (Test-Path $_) } | Select-Object -First 1
}

# Why a suite cannot run here; $null where it can. 'namespace' stands for the permission to create network namespaces, 'signals' for SIGSTOP.
function Get-SkipReason {
    param([Parameter(Mandatory)][string[]] $Component)
    if (-not $IsLinux) { return 'it needs Linux' }
    foreach ($name in $Component) {
        if ($name -eq 'namespace') {
            if (-not (Find-Component ip)) { return 'ip is not installed (Debian package iproute2)' }
            $said = & (Find-Component ip) netns add trainingapis-probe 2>&1
            if ($LASTEXITCODE) { return "network namespaces cannot be created: $said" }
            & (Find-Component ip) netns delete trainingapis-probe
        }
        elseif ($name -ne 'signals' -and -not (Find-Component $name)) { return "$name is not installed (Debian package $($script:Packages[$name]))" }
    }
}

# The versions of the components, for docs/testing.md.
function Get-ComponentVersion {
    $versions = [ordered]@{ PowerShell = "$($PSVersionTable.PSVersion)" }
    foreach ($name in 'nginx', 'squid', 'haproxy', 'ip') {
        $path = Find-Component $name
        if (-not $path) { continue }
        $argument = @{ nginx = '-v'; squid = '-v'; haproxy = '-v'; ip = '-V' }[$name]
        if ("$(& $path $argument 2>&1)" -match '\d+\.[\d.]*\d') { $versions[$name] = $Matches[0] }
    }
    ($versions.GetEnumerator() | ForEach-Object { "$($_.Key) $($_.Value)" }) -join ', '
}

function Get-FreePort {
    $listener = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $listener.LocalEndpoint.Port
    $listener.Stop()
}

# An authority. Where -Issuer is given it is an intermediate one.
function New-TestAuthority {
    param([Parameter(Mandatory)][string] $Name, [Parameter(Mandatory)][string] $Folder, $Issuer)
    $key = [RSA]::Create(2048)
    $request = [CertificateRequest]::new("CN=$Name", $key, 'SHA256', [RSASignaturePadding]::Pkcs1)
    $request.CertificateExtensions.Add([X509BasicConstraintsExtension]::new($true, $false, 0, $true))
    $request.CertificateExtensions.Add([X509KeyUsageExtension]::new('KeyCertSign, CrlSign', $true))
    $request.CertificateExtensions.Add([X509SubjectKeyIdentifierExtension]::new($request.PublicKey, $false))
    $now = [datetimeoffset]::UtcNow
    $certificate = $Issuer ? [RSACertificateExtensions]::CopyWithPrivateKey($request.Create($Issuer.Certificate, $now.AddDays(-900), $now.AddDays(900), [byte[]] (1..8)), $key) :
        $request.CreateSelfSigned($now.AddDays(-1000), $now.AddDays(1000))
    $path = Join-Path $Folder "$Name.pem"
    Set-Content $path $certificate.ExportCertificatePem()
    [pscustomobject]@{ Certificate = $certificate; Path = $path }
}

# A certificate with its key in two PEM files, and in one for haproxy. The names may be addresses.
function New-TestCertificate {
    param(
        [Parameter(Mandatory)] $Authority, [Parameter(Mandatory)][string] $Folder, [string] $Name = 'vendor.test', [string[]] $Names = @('localhost', '127.0.0.1'),
        [int] $FromDay = -10, [int] $ToDay = 10, [string] $CrlUri, [string] $Chain
    )
    $key = [RSA]::Create(2048)
    $request = [CertificateRequest]::new("CN=$Name", $key, 'SHA256', [RSASignaturePadding]::Pkcs1)
    $builder = [SubjectAlternativeNameBuilder]::new()
    foreach ($one in @($Name) + $Names) {
        $address = [ipaddress]::None
        if ([ipaddress]::TryParse($one, [ref] $address)) { $builder.AddIpAddress($address) } else { $builder.AddDnsName($one) }
    }
    $request.CertificateExtensions.Add($builder.Build($false))
    $request.CertificateExtensions.Add([X509BasicConstraintsExtension]::new($false, $false, 0, $true))
    $request.CertificateExtensions.Add([X509AuthorityKeyIdentifierExtension]::CreateFromCertificate($Authority.Certificate, $true, $false))
    if ($CrlUri) { $request.CertificateExtensions.Add([CertificateRevocationListBuilder]::BuildCrlDistributionPointExtension([string[]] $CrlUri, $false)) }
    $now = [datetimeoffset]::UtcNow
    $serial = [guid]::NewGuid().ToByteArray()
    $serial[0] = $serial[0] -band 0x7F
    $certificate = $request.Create($Authority.Certificate, $now.AddDays($FromDay), $now.AddDays($ToDay), $serial)
    $base = Join-Path $Folder "$Name-$([guid]::NewGuid().ToString('N').Substring(0, 8))"
    $pem = $certificate.ExportCertificatePem() + "`n" + $Chain
    Set-Content "$base.crt" $pem
    Set-Content "$base.key" $key.ExportPkcs8PrivateKeyPem()
    Set-Content "$base.pem" ($pem + "`n" + $key.ExportPkcs8PrivateKeyPem())
    [pscustomobject]@{ Certificate = $certificate; CertificatePath = "$base.crt"; KeyPath = "$base.key"; BothPath = "$base.pem" }
}

# A list of revoked certificates, as a file.
function New-RevocationList {
    param([Parameter(Mandatory)] $Authority, [Parameter(Mandatory)][string] $Path, [Parameter(Mandatory)] $Revoked)
    $builder = [CertificateRevocationListBuilder]::new()
    $builder.AddEntry($Revoked.Certificate, [datetimeoffset]::UtcNow.AddDays(-1))
    [IO.File]::WriteAllBytes($Path, $builder.Build($Authority.Certificate, 1, [datetimeoffset]::UtcNow.AddDays(5), 'SHA256', [RSASignaturePadding]::Pkcs1))
}

# Starts a program and waits until its port takes connections.
function Start-Component {
    param([Parameter(Mandatory)][string] $Name, [Parameter(Mandatory)][string[]] $ArgumentList, [Parameter(Mandatory)][string] $Folder, [Parameter(Mandatory)][int] $Port, [string] $Address = '127.0.0.1')
    $log = Join-Path $Folder "$Name.out"
    $process = Start-Process (Find-Component $Name) -ArgumentList $ArgumentList -PassThru -RedirectStandardOutput $log -RedirectStandardError "$log.err"
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        $client = [Net.Sockets.TcpClient]::new()
        try { $client.Connect($Address, $Port); break }
        catch {
            if ($process.HasExited -or $clock.Elapsed.TotalSeconds -gt 30) { throw "$Name did not start: $(Get-Content $log, "$log.err" -Raw)" }
            Start-Sleep -Milliseconds 50
        }
        finally { $client.Dispose() }
    }
    [pscustomobject]@{ Name = $Name; Process = $process; Folder = $Folder; Port = $Port; ArgumentList = $ArgumentList; Address = $Address }
}

# Ends a program, its children included; -Kill gives it no time.
function Stop-Component {
    param($Component, [switch] $Kill)
    if (-not $Component) { return }
    if (-not $Component.Process.HasExited) {
        if (-not $Kill) { Send-Signal $Component.Process.Id TERM; $null = $Component.Process.WaitForExit(3000) }
        if (-not $Component.Process.HasExited) { $Component.Process.Kill($true) }
        $Component.Process.WaitForExit()
    }
    if ($Component.Name -eq 'squid') { Remove-Item "/dev/shm/ta$($Component.Port)-*" }
}

# Starts a program again as it was.
function Restart-Component {
    param([Parameter(Mandatory)] $Component)
    Start-Component $Component.Name $Component.ArgumentList $Component.Folder $Component.Port $Component.Address
}

function Send-Signal { param([Parameter(Mandatory)][int[]] $Id, [Parameter(Mandatory)][string] $Signal) & sh -c "kill -$Signal $Id 2>/dev/null || true" }

# nginx with the given servers, a hash table each: Port, Certificate, Address, Server, Location (more directives), Return (instead of a proxy).
function Start-Nginx {
    param([Parameter(Mandatory)][string] $Folder, [Parameter(Mandatory)][hashtable[]] $Site, [Parameter(Mandatory)] $Vendor, [string] $Http = '')
    Set-NginxConfiguration @PSBoundParameters
    $first = $Site[0]
    Start-Component nginx @('-c', "$Folder/nginx.conf", '-p', $Folder, '-e', "$Folder/error.log") $Folder $first.Port ($first['Address'] ?? '127.0.0.1')
}

function Set-NginxConfiguration {
    param([Parameter(Mandatory)][string] $Folder, [Parameter(Mandatory)][hashtable[]] $Site, [Parameter(Mandatory)] $Vendor, [string] $Http = '')
    $temporary = 'client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi' | ForEach-Object { "${_}_temp_path $Folder/$_;" }
    $servers = foreach ($one in $Site) {
        $tls = $one['Certificate'] ? "ssl_certificate $($one.Certificate.CertificatePath); ssl_certificate_key $($one.Certificate.KeyPath);" : ''
        $location = $one['Root'] ? "root $($one.Root);" : @"
proxy_pass http://vendor; proxy_http_version 1.1; proxy_set_header Connection ""; client_max_body_size 0; $($one['Location'])
"@
        "server { listen $($one['Address'] ?? '127.0.0.1'):$($one.Port)$($tls ? ' ssl' : ''); $tls $($one['Server']) location / { $location } }"
    }
    Set-Content "$Folder/nginx.conf" @"
daemon off; worker_processes 2; pid $Folder/nginx.pid; $((id -u) -eq 0 ? 'user root;' : '')
events { worker_connections 512; }
http {
    log_format requests '`$request_method `$uri `$status'; access_log $Folder/access.log requests; error_log $Folder/error.log;
    $temporary
    upstream vendor { server 127.0.0.1:$($Vendor.Uri.Port); keepalive 32; }
    $Http
    $($servers -join "`n    ")
}
"@
}

# Gets the number of registrations to which nginx responded with a status.
function Measure-NginxStatus { param([Parameter(Mandatory)] $Nginx, [int] $Status) @(Get-Content "$($Nginx.Folder)/access.log" | Where-Object { $_ -eq "POST /cegos/registration/v1/Registration $Status" }).Count }

function Get-NginxWorker { param([Parameter(Mandatory)] $Nginx) [int[]] ((Get-Content "/proc/$($Nginx.Process.Id)/task/$($Nginx.Process.Id)/children") -split ' ' -ne '') }

# A proxy for CONNECT to any port of this machine; with -User it requires credentials, with -Refused it denies a port.
function Start-Squid {
    param([Parameter(Mandatory)][string] $Folder, [string] $User, [string] $Password, [int] $Refused)
    $port = Get-FreePort
    # squid does not run as root: its files are nobody's then.
    & sh -c "chmod 777 '$Folder'"
    $access = if ($User) {
        # The simplest program that tells squid whether a user and a password are right; squid percent-encodes what RFC 1738 calls unsafe.
        $pair = ($User, $Password | ForEach-Object { [regex]::Replace($_, '[ <>"#%{}|\\^~\[\]`'']', { '%{0:X2}' -f [int] $args[0].Value[0] }) }) -join ' '
        Set-Content "$Folder/check.sh" "#!/bin/sh`nwhile read -r pair; do`n  [ `"`$pair`" = '$pair' ] && echo OK || echo ERR`ndone"
        & sh -c "chmod 755 '$Folder/check.sh'"
        "auth_param basic program $Folder/check.sh", 'auth_param basic children 1 startup=1', 'acl known proxy_auth REQUIRED', 'http_access allow known'
    }
    else { 'http_access allow all' }
    Set-Content "$Folder/squid.conf" @(
        "http_port 127.0.0.1:$port", "visible_hostname squid.test", "pid_filename $Folder/squid.pid", "cache_log $Folder/cache.log", "access_log stdio:$Folder/squid-access.log"
        'cache deny all', 'shutdown_lifetime 0 seconds', 'pinger_enable off', 'via off', 'connect_timeout 3 seconds', ((id -u) -eq 0 ? 'cache_effective_user nobody' : '')
        $Refused ? @("acl refused port $Refused", 'http_access deny refused') : @()
        $access, 'http_access deny all'
    )
    # The name is that of its shared memory, which a killed squid leaves behind.
    Start-Component squid @('-N', '-n', "ta$port", '-f', "$Folder/squid.conf") $Folder $port
}

# haproxy with TLS before the vendor. -Backend has the server lines; by default, the vendor alone.
function Start-Haproxy {
    param([Parameter(Mandatory)][string] $Folder, [Parameter(Mandatory)] $Certificate, [Parameter(Mandatory)] $Vendor, [string[]] $Defaults = @(), [string[]] $Backend)
    $port = Get-FreePort
    Set-Content "$Folder/haproxy.cfg" @(
        'global', "  stats socket $Folder/haproxy.sock level admin", 'defaults', '  mode http', '  timeout connect 2s', '  timeout client 30s', '  timeout server 30s'
        $Defaults | ForEach-Object { "  $_" }
        'frontend tls', "  bind 127.0.0.1:$port ssl crt $($Certificate.BothPath)", '  default_backend vendor', 'backend vendor'
        ($Backend ?? "server vendor 127.0.0.1:$($Vendor.Uri.Port)") | ForEach-Object { "  $_" }
    )
    Start-Component haproxy @('-db', '-f', "$Folder/haproxy.cfg") $Folder $port
}

# A command of haproxy's own interface, such as 'disable server vendor/vendor'.
function Send-HaproxyCommand {
    param([Parameter(Mandatory)] $Haproxy, [Parameter(Mandatory)][string] $Command)
    $socket = [Net.Sockets.Socket]::new('Unix', 'Stream', 'Unspecified')
    try {
        $socket.Connect([Net.Sockets.UnixDomainSocketEndPoint]::new("$($Haproxy.Folder)/haproxy.sock"))
        $null = $socket.Send([Text.Encoding]::ASCII.GetBytes("$Command`n"))
        $buffer = [byte[]]::new(4096)
        $said = [Text.Encoding]::ASCII.GetString($buffer, 0, $socket.Receive($buffer)).Trim()
        if ($said) { throw "haproxy: $said" }
    }
    finally { $socket.Dispose() }
}

# A namespace that reaches this machine at one address only, of a network that is reserved for documents and that this machine does not use.
# 'vendor.test' has that address; 'dead.test' has two, of which the first takes no connection.
function New-Namespace {
    $ip = Find-Component ip
    $used = (& $ip address) + (& $ip route) -join "`n"
    $network = '198.51.100', '203.0.113', '192.0.2' | Where-Object { -not $used.Contains("$_.") } | Select-Object -First 1
    if (-not $network) { throw 'This machine uses all networks that are reserved for documents.' }
    $name = "trainingapis-$PID"
    $folder = "/etc/netns/$name"
    $null = New-Item $folder -ItemType Directory -Force
    Set-Content "$folder/hosts" '127.0.0.1 localhost', "$network.1 vendor.test", "$network.3 dead.test", "$network.1 dead.test"
    foreach ($command in @(
            "netns add $name", "link add tavendor type veth peer name taclient netns $name", "address add $network.1/24 dev tavendor", 'link set tavendor up', "-n $name link set lo up"
            "-n $name address add $network.2/24 dev taclient", "-n $name link set taclient up", "-n $name neighbour add $network.3 lladdr 02:00:00:00:00:99 dev taclient")) {
        $said = & $ip ($command -split ' ') 2>&1
        if ($LASTEXITCODE) { throw "ip ${command}: $said" }
    }
    [pscustomobject]@{ Name = $name; Folder = $folder; Device = 'tavendor'; Vendor = "$network.1"; Dead = "$network.3" }
}

function Remove-Namespace {
    param($Namespace)
    if (-not $Namespace) { return }
    & (Find-Component ip) link delete $Namespace.Device
    & (Find-Component ip) netns delete $Namespace.Name
    Remove-Item $Namespace.Folder -Recurse
}

# Cuts the connection between the namespace and this machine, without a word to either, or restores it.
function Set-Link { param([Parameter(Mandatory)] $Namespace, [Parameter(Mandatory)][ValidateSet('up', 'down')][string] $State) & (Find-Component ip) link set $Namespace.Device $State }

Export-ModuleMember -Function *-*
