#Requires -Version 7.4
<#
.SYNOPSIS
    Creates the .nupkg file of the built module for a PowerShell repository, and returns its path.
.DESCRIPTION
    PSResourceGet, which is part of PowerShell 7.4 and later, publishes the module to a folder. It needs no network.
#>
[CmdletBinding()]
param(
    [string] $Module = (Join-Path $PSScriptRoot '../out/TrainingApis'),
    [string] $Destination = (Join-Path $PSScriptRoot '../out/packages')
)

$ErrorActionPreference = 'Stop'
$manifest = Import-PowerShellDataFile (Join-Path $Module 'TrainingApis.psd1')
$folder = New-Item -ItemType Directory -Path $Destination -Force
$package = Join-Path $folder "TrainingApis.$($manifest.ModuleVersion).nupkg"
# A repository accepts a version only once, and the folder must contain the version that was just built.
if (Test-Path $package) { Remove-Item $package }

# Use a unique name, because all runs of a user share the list of repositories.
$repository = "TrainingApis-$([guid]::NewGuid().ToString('n'))"
Register-PSResourceRepository -Name $repository -Uri $folder.FullName -Trusted
try { Publish-PSResource -Path $Module -Repository $repository }
finally { Unregister-PSResourceRepository -Name $repository }
Convert-Path $package
