# Two tenants in eight runspaces, for the suite and, with many more calls, for the soak test.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/TestSupport.psm1"

# Half of the calls read, half register; every other branch uses the other tenant. Returns the requests and results of the
# wrong tenant (none is expected) and the tokens of each tenant.
function Invoke-TwoTenants {
    param([Parameter(Mandatory)] $Server, [Parameter(Mandatory)][int] $Count)
    $tenants = @{}
    foreach ($tenant in 'a', 'b') {
        $null = Invoke-Control $Server 'accounts' -Method Post -Body @{ clientId = "tenant-$tenant"; clientSecret = "secret-$tenant"; tenant = "of-$tenant" }
        $tenants[$tenant] = Connect-TestCegos $Server @{ Name = "Tenant $tenant"; Credential = New-TestCredential "tenant-$tenant" "secret-$tenant"; Scope = 'Catalog', 'Registration'; PassThru = $true }
    }
    Clear-RequestLog $Server
    $manifest = Join-Path $ModulePath 'TrainingApis.psd1'
    $each = [int] ($Count / 8)
    $wrong = @(1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:manifest
            $tenant = $_ % 2 ? 'a' : 'b'
            $connection = ($using:tenants)[$tenant]
            foreach ($number in 1..$using:each) {
                $name = "$tenant-$_-$number"
                if ($number % 2) {
                    Get-CegosProduct $name -Connection $connection -ErrorAction SilentlyContinue -ErrorVariable failed
                    $got = "$($failed.FullyQualifiedErrorId -replace ',.*') $($failed.TargetObject)"
                    if ($got -cne "NotFound $name") { "$name got $got" }
                }
                else {
                    $result = New-CegosRegistration -ManagerCrmId M-1 -TraineeCrmId $name -SessionId SES001 -ClientReference $name -Connection $connection
                    if ($result.ClientReference -cne $name -or $result.TraineeCrmId -cne $name -or -not $result.RegistrationNumber) { "$name got $result" }
                }
            }
        })
    $log = Get-RequestLog $Server
    $tokens = @{ a = [Collections.Generic.HashSet[string]]::new(); b = [Collections.Generic.HashSet[string]]::new() }
    foreach ($entry in $log) {
        if ("$($entry.target) $($entry.body)" -notmatch '/Products/([ab])-\d-\d+|"clientReference":"([ab])-') { $wrong += "$($entry.method) $($entry.target) is nobody's" }
        else { $null = $tokens[$Matches[1] ?? $Matches[2]].Add("$($entry.target -match '/catalog/' ? 'catalog' : 'registration') $($entry.headers.Authorization)") }
    }
    $held = (Invoke-Control $Server 'state').cegos.registrations
    foreach ($registration in $held) { if ($registration.tenant -cne "of-$($registration.fields.clientReference[0])") { $wrong += "$($registration.fields.clientReference) is with $($registration.tenant)" } }
    [pscustomobject]@{ Calls = $log.Count; Registered = @($held).Count; Wrong = $wrong; TokensA = @($tokens.a); TokensB = @($tokens.b) }
}

# Each tenant has one token of each kind, and no token is shared.
function Assert-TwoTenants {
    param([Parameter(Mandatory)] $Result, [Parameter(Mandatory)][int] $Count)
    if ($Result.Wrong) { throw "$($Result.Wrong.Count) in the wrong hands: $($Result.Wrong | Select-Object -First 5)" }
    if ($Result.Calls -ne $Count -or $Result.Registered -ne $Count / 2) { throw "$($Result.Calls) calls and $($Result.Registered) registrations, not $Count and $($Count / 2)." }
    if ($Result.TokensA.Count -ne 2 -or $Result.TokensB.Count -ne 2) { throw "$($Result.TokensA.Count) and $($Result.TokensB.Count) tokens, not one of each kind for each tenant." }
    if ($Result.TokensA | Where-Object { $_ -in $Result.TokensB }) { throw 'A token is shared.' }
}

Export-ModuleMember -Function *-*
