#Requires -Version 7.4
<#
.SYNOPSIS
    Tests that two tenants in eight parallel runspaces receive only their own data, and use one token each.
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
    "$Count calls of two tenants in eight runspaces in $([int] $clock.Elapsed.TotalSeconds) s, PowerShell $($PSVersionTable.PSVersion): no data of the other tenant, one token of each kind for each tenant."
}
finally {
    Disconnect-TrainingApi
    Stop-SandboxServer $server
}
