#Requires -Version 7.4
<#
.SYNOPSIS
    Installs a package into a clean PowerShell, from a folder, and runs suites on the installed copy.
.DESCRIPTION
    The PowerShell that runs them has a home and a module path of its own, both empty but for the installed package. Fails where a suite fails.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)][string] $Package,
    [string[]] $Suite = @(Join-Path $PSScriptRoot '../Module/Smoke.Tests.ps1'),
    [int] $TimeoutSec = 600
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'TestSupport.psm1') -Force
$file = Get-Item $Package
$version = $file.BaseName.Substring('TrainingApis.'.Length)
$clean = (New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "TrainingApis-$([guid]::NewGuid().ToString('n'))")).FullName
$modules = (New-Item -ItemType Directory -Path (Join-Path $clean 'Modules')).FullName
$environment = @{ HOME = $clean; XDG_DATA_HOME = $clean; XDG_CONFIG_HOME = $clean; XDG_CACHE_HOME = $clean; PSModulePath = $modules }
# A folder with this package only: the folder that it lies in may contain others.
$packages = (New-Item -ItemType Directory -Path (Join-Path $clean 'Packages')).FullName
Copy-Item $file $packages
try {
    $repository = "TrainingApis-$([guid]::NewGuid().ToString('n'))"
    $install = Invoke-FreshPowerShell -Environment $environment -TimeoutSec $TimeoutSec -Script @"
`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'
Register-PSResourceRepository -Name $repository -Uri '$packages' -Trusted
try { Save-PSResource -Name TrainingApis -Version '$version' -Prerelease -Repository $repository -Path '$modules' } finally { Unregister-PSResourceRepository -Name $repository }
"@
    if ($install.ExitCode) { throw "The package cannot be installed: $($install.Error) $($install.Output)" }

    $environment.TRAININGAPIS_INSTALLED = (Get-Item (Join-Path $modules 'TrainingApis/*')).FullName
    $arguments = $Suite | Convert-Path | ForEach-Object { "'$($_.Replace("'", "''"))'" }
    $run = Invoke-FreshPowerShell -Environment $environment -TimeoutSec $TimeoutSec -Script "& '$PSScriptRoot/Invoke-Suite.ps1' -Path $($arguments -join ', '); exit `$LASTEXITCODE"
    $run.Output
    if ($run.ExitCode) { throw "The installed package does not pass. $($run.Error)" }
}
finally { Remove-Item $clean -Recurse -Force -ErrorAction Ignore }
