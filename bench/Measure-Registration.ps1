#Requires -Version 7.4
<#
.SYNOPSIS
    Registrations through a real HTTP server: this module with its journal against a foreach with Invoke-RestMethod, and what the journal costs.
.DESCRIPTION
    Every run is a fresh PowerShell; those of one comparison take turns; medians of -Count runs after one that is not counted.
#>
[CmdletBinding()]
param([int] $Count = 3, [int] $RowCount = 400, [int] $Latency = 50)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
Import-Module (Join-Path $PSScriptRoot '../tests/Pester/Support/TestSupport.psm1')

$folder = Join-Path ([IO.Path]::GetTempPath()) "registrations-$PID"
$null = New-Item $folder -ItemType Directory
$csv = Join-Path $folder 'registrations.csv'
1..$RowCount | ForEach-Object { [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = "T-$_"; SessionId = 'SES001'; ClientReference = "REF-$_"; IsCpf = 'true'; CpfHours = '35' } } | Export-Csv $csv
$server = Start-SandboxServer '--latency', $Latency

# A journal of its own for every run: one that knows the rows would send nothing.
$journal = "-Journal (Join-Path '$folder' ([guid]::NewGuid()))"
function Get-ModuleScript([string] $Parameters) {
    @"
Import-Module `$env:TRAININGAPIS_TESTED
`$secret = [securestring]::new(); 'sandbox-secret'.ToCharArray() | ForEach-Object { `$secret.AppendChar(`$_) }
Connect-Cegos -Credential ([pscredential]::new('sandbox-client', `$secret)) -Scope Registration -RegistrationUri '$($server.Uri)cegos/registration/' -TokenUri '$($server.Uri)cegos/auth/connect/token'
if (@(Import-Csv '$csv' | New-CegosRegistration $Parameters).Count -ne $RowCount) { throw 'A row is missing.' }
"@
}
$restScript = @"
`$token = (Invoke-RestMethod '$($server.Uri)cegos/auth/connect/token' -Method Post -Body @{ grant_type = 'client_credentials'; client_id = 'sandbox-client'; client_secret = 'sandbox-secret'; scope = 'api-registration' }).access_token
`$results = foreach (`$row in Import-Csv '$csv') {
    `$body = [ordered]@{ managerCrmId = `$row.ManagerCrmId; managerCrmIsLead = 'false'; traineeCrmId = `$row.TraineeCrmId; traineeCrmIsLead = 'false'; sessionId = `$row.SessionId; clientReference = `$row.ClientReference; isCPF = [bool]::Parse(`$row.IsCpf); cpfHours = `$row.CpfHours }
    Invoke-RestMethod '$($server.Uri)cegos/registration/v1/Registration' -Method Post -ContentType application/json -Body (ConvertTo-Json `$body) -Headers @{ Authorization = "Bearer `$token" }
}
if (@(`$results | Where-Object code -EQ SUCCESS).Count -ne $RowCount) { throw 'A row is missing.' }
"@

try {
    $table = @(
        Measure-Alternated -Count $Count ([ordered]@{
                "$RowCount registrations at $Latency ms, 8 at once, journal" = Get-ModuleScript "-ThrottleLimit 8 $journal"
                "$RowCount registrations at $Latency ms, Invoke-RestMethod"  = $restScript
                "$RowCount registrations at $Latency ms, 1 at once, journal" = Get-ModuleScript $journal
                "$RowCount registrations at $Latency ms, 1 at once"          = Get-ModuleScript ''
            }))
    $table | Format-Table -AutoSize
    'Ratios: 8 at once with journal {0:0.0} x faster than Invoke-RestMethod; the journal costs {1:+0.0;-0.0} % at -ThrottleLimit 1' -f
        ($table[1].Seconds / $table[0].Seconds), (100 * ($table[2].Seconds / $table[3].Seconds - 1))
}
finally {
    Stop-SandboxServer $server
    Remove-Item $folder -Recurse -ErrorAction Ignore
}
