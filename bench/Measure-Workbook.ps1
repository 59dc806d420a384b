#Requires -Version 7.4
<#
.SYNOPSIS
    The hydrated products in a workbook, through a real HTTP server: memory with 1,000 and with -ProductCount of them.
.DESCRIPTION
    Every run is a fresh PowerShell; the two take turns; medians of -Count runs after one that is not counted.
#>
[CmdletBinding()]
param([int] $Count = 5, [int] $ProductCount = 20000)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force

$book = Join-Path ([IO.Path]::GetTempPath()) "catalogue-$PID.xlsx"
function Get-ModuleScript([uri] $Uri) {
    @"
Import-Module `$env:TRAININGAPIS_TESTED
`$secret = [securestring]::new(); 'sandbox-secret'.ToCharArray() | ForEach-Object { `$secret.AppendChar(`$_) }
Connect-Cegos -Credential ([pscredential]::new('sandbox-client', `$secret)) -CatalogUri '$($Uri)cegos/catalog/' -TokenUri '$($Uri)cegos/auth/connect/token'
Export-CegosCatalog '$book' -Include Products -Hydrate -Force
"@
}

$server = Start-SandboxServer '--products', $ProductCount
$small = Start-SandboxServer '--products', 1000
try {
    $table = @(
        Measure-Alternated -Count $Count ([ordered]@{
            '1000 hydrated products to a workbook'          = Get-ModuleScript $small.Uri
            "$ProductCount hydrated products to a workbook" = Get-ModuleScript $server.Uri
        })
    )
    $table | Format-Table -AutoSize
    'Memory from 1,000 to {0:N0} products +{1:0.0} MB; the workbook has {2:0.0} MB' -f $ProductCount, ($table[1].PeakMB - $table[0].PeakMB), ((Get-Item $book).Length / 1MB)
}
finally {
    $server, $small | ForEach-Object { Stop-SandboxServer $_ }
    Remove-Item $book -ErrorAction Ignore
}
