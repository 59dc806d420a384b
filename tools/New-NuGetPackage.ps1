#Requires -Version 7.4
<#
.SYNOPSIS
    Creates the NuGet packages of the built clients for C# programs, and returns their paths.
.DESCRIPTION
    TrainingApis.Clients needs TrainingApis.Abstractions, so both are created. The same source gives the same packages, byte for byte.
.PARAMETER ProjectUri
    Specifies the address of the repository, which the packages then contain. By default, they contain none.
.PARAMETER Prerelease
    Specifies the label of a prerelease, for example beta1.
.EXAMPLE
    ./tools/New-NuGetPackage.ps1 -ProjectUri https://example.com/training/TrainingApis
#>
[CmdletBinding()]
param(
    [string] $Destination = (Join-Path $PSScriptRoot '../out/nuget'),
    [ValidatePattern('^https://[^/]+/.*[^/]$')][string] $ProjectUri,
    [ValidatePattern('^[A-Za-z0-9]+$')][string] $Prerelease
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Import-Module (Join-Path $PSScriptRoot 'Package.psm1') -Force
$root = Split-Path $PSScriptRoot
$version = (Import-PowerShellDataFile (Join-Path $root 'TrainingApis.psd1')).ModuleVersion
$folder = (New-Item -ItemType Directory -Path $Destination -Force).FullName
# Use new folders, because dotnet pack does nothing if there is a newer package, even with another repository URL.
$temporary = (New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "TrainingApis-$([guid]::NewGuid().ToString('n'))")).FullName
$properties = @("-p:PackageOutputPath=$temporary", "-p:NuspecOutputPath=$temporary")
if ($ProjectUri) { $properties += "-p:PackageProjectUrl=$ProjectUri", "-p:RepositoryUrl=$ProjectUri" }
if ($Prerelease) {
    $version += "-$Prerelease"
    $properties += "-p:PackageVersion=$version"
}
try {
    foreach ($name in 'TrainingApis.Abstractions', 'TrainingApis.Clients') {
        $null = dotnet pack (Join-Path $root "src/$name") --no-build --verbosity quiet @properties
        $package = Join-Path $temporary "$name.$version.nupkg"
        ConvertTo-ReproduciblePackage $package
        Move-Item $package $folder -Force
        Join-Path $folder "$name.$version.nupkg"
    }
}
finally { Remove-Item $temporary -Recurse -Force }
