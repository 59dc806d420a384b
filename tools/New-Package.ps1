#Requires -Version 7.4
<#
.SYNOPSIS
    Makes the .nupkg that a PowerShell repository takes, of the module as it was built, and gives its path.
.DESCRIPTION
    PSResourceGet, which comes with PowerShell 7.4 and later, publishes the module to a folder as it would to a gallery. No network is used.
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
# A repository takes a version once; this folder is to have the one just built.
if (Test-Path $package) { Remove-Item $package }

# A name of its own: other runs may be at work, and the list of repositories is one for each user.
$repository = "TrainingApis-$([guid]::NewGuid().ToString('n'))"
Register-PSResourceRepository -Name $repository -Uri $folder.FullName -Trusted
try { Publish-PSResource -Path $Module -Repository $repository }
finally { Unregister-PSResourceRepository -Name $repository }
Convert-Path $package
