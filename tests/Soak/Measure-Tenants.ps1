#Requires -Version 7.4
<#
.SYNOPSIS
    Two tenants in eight parallel runspaces, ten thousand calls: nobody gets what is another's, and each uses one token.
#>
[CmdletBinding()]
param([int] $Count = 10000)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot '../Pester/Support/TestSupport.psm1') -Force
Import-Module (Join-Path $PSScriptRoot '../Pester/Support/Tenants.psm1') -Force
Import-TestedModule
$server = Start-SandboxServer
try {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    Assert-TwoTenants (Invoke-TwoTenants $server $Count) $Count
    "$Count calls of two tenants in eight runspaces in $([int] $clock.Elapsed.TotalSeconds) s, PowerShell $($PSVersionTable.PSVersion): none in the wrong hands, one token of each kind for each tenant."
}
finally {
    Disconnect-TrainingApi
    Stop-SandboxServer $server
}
