# Functions for all suites: the built module, the sandbox behind a real HTTP server, and the requests that this server received.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$script:Root = [IO.Path]::GetFullPath("$PSScriptRoot/../../..")
# The module under test: the build output, or the installed package that Test-Package.ps1 names.
$script:ModulePath = $env:TRAININGAPIS_INSTALLED ? $env:TRAININGAPIS_INSTALLED : (Join-Path $Root 'out/TrainingApis')
$script:ServerPath = Join-Path $Root 'tests/SandboxServer/bin/Release/net10.0/SandboxServer.dll'

function Import-TestedModule {
    Import-Module (Join-Path $script:ModulePath 'TrainingApis.psd1') -Force -Global
}

# A separate server for a suite; it ends with this process at the latest.
function Start-SandboxServer {
    [CmdletBinding()]
    param([string[]] $ArgumentList = @())
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    foreach ($argument in @($script:ServerPath, '--parent', "$PID") + $ArgumentList) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLineAsync()
    if (-not $line.Wait(120000) -or $line.Result -notmatch '^listening (\S+)') { throw "The sandbox server did not start: $($line.Result)" }
    $server = [pscustomobject]@{ Uri = [uri] $Matches[1]; Process = $process; Https = @() }
    # Three more addresses, as on the server's page.
    if ('--https' -in $ArgumentList) { $server.Https = @(1..3 | ForEach-Object { [uri] $process.StandardOutput.ReadLine().Split(' ')[1] }) }
    $server
}

function Stop-SandboxServer {
    param([Parameter(Mandatory)] $Server)
    if (-not $Server.Process.HasExited) { $Server.Process.Kill() }
    $Server.Process.Dispose()
}

function Invoke-Control {
    param([Parameter(Mandatory)] $Server, [Parameter(Mandatory)][string] $Path, [string] $Method = 'Get', $Body)
    $parameters = @{ Uri = [uri]::new($Server.Uri, "_control/$Path"); Method = $Method; ContentType = 'application/json'; NoProxy = $true }
    if ($null -ne $Body) { $parameters.Body = ConvertTo-Json -InputObject $Body -Depth 10 }
    Invoke-RestMethod @parameters
}

# The requests that the server received, in order: n, method, target (path with query, as sent), headers, body, acted, status.
function Get-RequestLog {
    param([Parameter(Mandatory)] $Server, [string] $TargetLike = '*')
    @(Invoke-Control $Server 'log') | ForEach-Object { $_ } | Where-Object { $_ -and $_.target -like $TargetLike }
}

function Clear-RequestLog { param([Parameter(Mandatory)] $Server) $null = Invoke-Control $Server 'log' -Method Delete }

# Sets faults, e.g. @{ match = @{ path = 'Products' }; times = 1; fault = @{ kind = 'status'; status = 503 } }
function Set-Fault {
    param([Parameter(Mandatory)] $Server, [Parameter(Mandatory)][object[]] $Rule)
    $null = Invoke-Control $Server 'faults' -Method Post -Body @($Rule)
}

function Clear-Fault { param([Parameter(Mandatory)] $Server) $null = Invoke-Control $Server 'faults' -Method Delete }

function New-TestCredential {
    param([string] $UserName = 'sandbox-client', [string] $Password = 'sandbox-secret')
    $secure = [securestring]::new()
    foreach ($character in $Password.ToCharArray()) { $secure.AppendChar($character) }
    [pscredential]::new($UserName, $secure)
}

# Connects the real client to the server; extra parameters are passed to Connect-Cegos.
function Connect-TestCegos {
    param([Parameter(Mandatory)] $Server, [hashtable] $With = @{})
    $parameters = @{
        Credential      = New-TestCredential
        CatalogUri      = [uri]::new($Server.Uri, 'cegos/catalog/')
        RegistrationUri = [uri]::new($Server.Uri, 'cegos/registration/')
        TokenUri        = [uri]::new($Server.Uri, 'cegos/auth/connect/token')
    }
    foreach ($key in $With.Keys) { $parameters[$key] = $With[$key] }
    Connect-Cegos @parameters
}

function New-TestSecret {
    param([Parameter(Mandatory)][string] $Text)
    (New-TestCredential -Password $Text).Password
}

# Connects the real client to the server's conferences; extra parameters are passed to Connect-Conference. -With may name other credentials.
function Connect-TestConference {
    param([Parameter(Mandatory)] $Server, [hashtable] $With = @{})
    $parameters = @{
        BaseUri    = [uri]::new($Server.Uri, 'conference/')
        TokenUri   = [uri]::new($Server.Uri, 'conference/o/oauth2/token')
        WatcherUri = [uri]::new($Server.Uri, 'conference/api/2.0/watchers/')
    }
    if (-not ($With.Keys -match '^(ApiKey|AccessToken|RefreshToken)$')) { $parameters += @{ ApiKey = New-TestSecret 'sandbox-api-key'; Token = New-TestSecret 'sandbox-token' } }
    foreach ($key in $With.Keys) { $parameters[$key] = $With[$key] }
    Connect-Conference @parameters
}

# The same for Loop, with the account that every sandbox has; a parameter that is $null is omitted.
function Connect-TestLoop {
    param([Parameter(Mandatory)] $Server, [hashtable] $With = @{})
    $parameters = @{
        Credential      = New-TestCredential 'sandbox-key' 'sandbox+secret/loop=='
        SubscriptionKey = (New-TestCredential 'x' 'sandbox-subscription').Password
        Domain          = 'TESTRDDCABINET'
        BaseUri         = [uri]::new($Server.Uri, 'loop')
    }
    foreach ($key in $With.Keys) { if ($null -eq $With[$key]) { $parameters.Remove($key) } else { $parameters[$key] = $With[$key] } }
    Connect-Loop @parameters
}

# Connects the real client to the server's Resamania, as club 1 of a chain; extra parameters are passed to Connect-Resamania, $null omits one.
function Connect-TestResamania {
    param([Parameter(Mandatory)] $Server, [hashtable] $With = @{})
    $parameters = @{
        ClientToken       = 'demoapi'
        Credential        = New-TestCredential
        BaseUri           = [uri]::new($Server.Uri, 'resamania/')
        GatewayKey        = (New-TestCredential -Password 'sandbox-gateway-key').Password
        ClubId            = '1'
        NetworkNodeId     = '1433'
        ContactCredential = New-TestCredential 'sandbox-contact-client' 'sandbox-contact-secret'
    }
    foreach ($key in $With.Keys) { if ($null -eq $With[$key]) { $parameters.Remove($key) } else { $parameters[$key] = $With[$key] } }
    Connect-Resamania @parameters
}

# Runs a script text in a new PowerShell process, without a profile, and returns its output and exit code.
function Invoke-FreshPowerShell {
    param([Parameter(Mandatory)][string] $Script, [hashtable] $Environment = @{}, [int] $TimeoutSec = 120)
    $own = [Environment]::ProcessPath
    $start = [Diagnostics.ProcessStartInfo]::new($own)
    if ([IO.Path]::GetFileNameWithoutExtension($own) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
    foreach ($argument in '-NoProfile', '-NonInteractive', '-Command', $Script) { $start.ArgumentList.Add($argument) }
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
    $start.Environment['POWERSHELL_TELEMETRY_OPTOUT'] = '1' # or PowerShell itself goes to the network while it starts
    $start.Environment['TRAININGAPIS_TESTED'] = Join-Path $script:ModulePath 'TrainingApis.psd1'
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    $output = $process.StandardOutput.ReadToEndAsync()
    $errors = $process.StandardError.ReadToEndAsync()
    if (-not $process.WaitForExit($TimeoutSec * 1000)) {
        $process.Kill($true)
        throw "A PowerShell of its own did not end within $TimeoutSec s: $Script"
    }
    [pscustomobject]@{ Output = $output.Result.TrimEnd(); Error = $errors.Result.TrimEnd(); ExitCode = $process.ExitCode }
}

Export-ModuleMember -Function *-* -Variable ModulePath, Root
