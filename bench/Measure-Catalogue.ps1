#Requires -Version 7.4
<#
.SYNOPSIS
    The catalogue through a real HTTP server: this module against Invoke-RestMethod doing the same pages.
.DESCRIPTION
    Every run is a fresh PowerShell; the two take turns; medians of -Count runs after one that is not counted.
#>
[CmdletBinding()]
param([int] $Count = 5, [int] $ProductCount = 20000)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force

function Get-ModuleScript([uri] $Uri, [string] $Pipeline) {
    @"
Import-Module `$env:TRAININGAPIS_TESTED
`$secret = [securestring]::new(); 'sandbox-secret'.ToCharArray() | ForEach-Object { `$secret.AppendChar(`$_) }
Connect-Cegos -Credential ([pscredential]::new('sandbox-client', `$secret)) -CatalogUri '$($Uri)cegos/catalog/' -TokenUri '$($Uri)cegos/auth/connect/token'
$Pipeline
"@
}

function Get-ScriptScript([uri] $Uri, [string] $Query, [string] $After) {
    @"
`$token = (Invoke-RestMethod '$($Uri)cegos/auth/connect/token' -Method Post -Body @{ grant_type = 'client_credentials'; client_id = 'sandbox-client'; client_secret = 'sandbox-secret'; scope = 'api-cegos' }).access_token
`$headers = @{ Authorization = "Bearer `$token" }
& {
    `$number = 1
    do {
        `$page = Invoke-RestMethod "$($Uri)cegos/catalog/v1/Products?pageNumber=`$number$Query" -Headers `$headers
        `$page.data
        `$number++
    } while (`$number -le `$page.totalPages)
} $After
"@
}

$csv = Join-Path ([IO.Path]::GetTempPath()) "catalogue-$PID.csv"
$server = Start-SandboxServer '--products', $ProductCount
$small = Start-SandboxServer '--products', 1000
$slow = Start-SandboxServer '--latency', 100
try {
    $export = "| Export-Csv '$csv' -Encoding utf8BOM"
    $table = @(
        Measure-Alternated -Count $Count ([ordered]@{
            "$ProductCount hydrated products to Export-Csv, this module"       = Get-ModuleScript $server.Uri "Get-CegosProduct -Hydrate $export"
            "$ProductCount hydrated products to Export-Csv, Invoke-RestMethod" = Get-ScriptScript $server.Uri '&hydrate=true' $export
        })
        Measure-Alternated -Count $Count ([ordered]@{
            '13 pages at 100 ms latency, this module'       = Get-ModuleScript $slow.Uri 'Get-CegosProduct | Out-Null'
            '13 pages at 100 ms latency, Invoke-RestMethod' = Get-ScriptScript $slow.Uri '' '| Out-Null'
        })
        Measure-Alternated -Count $Count ([ordered]@{
            '1000 hydrated products, this module'           = Get-ModuleScript $small.Uri 'Get-CegosProduct -Hydrate | Out-Null'
            "$ProductCount hydrated products, this module"  = Get-ModuleScript $server.Uri 'Get-CegosProduct -Hydrate | Out-Null'
        })
    )
    $table | Format-Table -AutoSize
    'Ratios: export {0:0.0} x faster; 13 pages {1:0.0} x faster; memory from 1,000 to {2:N0} products +{3:0.0} MB' -f
        ($table[1].Seconds / $table[0].Seconds), ($table[3].Seconds / $table[2].Seconds), $ProductCount, ($table[5].PeakMB - $table[4].PeakMB)
}
finally {
    $server, $small, $slow | ForEach-Object { Stop-SandboxServer $_ }
    Remove-Item $csv -ErrorAction Ignore
}
