#Requires -Version 7.4
<#
.SYNOPSIS
    Builds a copy of the source in another folder, and fails if a file of the module or a package differs from those of this folder.
.DESCRIPTION
    The copy is a clone of the same commit with the files as they are in this folder. Build this folder and create its packages first.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)][string[]] $Package,
    [string] $ProjectUri,
    [string] $Prerelease
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$root = [IO.Path]::GetFullPath("$PSScriptRoot/../../..")
$options = @{}
foreach ($name in 'ProjectUri', 'Prerelease') { if ($PSBoundParameters.ContainsKey($name)) { $options[$name] = $PSBoundParameters[$name] } }
$temporary = (New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "TrainingApis-$([guid]::NewGuid().ToString('n'))")).FullName
# A path of another length, with a space in it.
$copy = Join-Path $temporary 'another folder/TrainingApis'

# Each file below a folder with its hash, by relative path.
function Get-Content256 {
    param([string] $Folder)
    $hashes = [ordered]@{}
    foreach ($file in Get-ChildItem $Folder -Recurse -File | Sort-Object FullName) { $hashes[[IO.Path]::GetRelativePath($Folder, $file.FullName)] = (Get-FileHash $file).Hash }
    $hashes
}

try {
    git clone --quiet --no-hardlinks $root $copy
    # The build writes the address of the remote repository into the assemblies, if there is one.
    $remote = git -C $root remote
    if ($remote -contains 'origin') { git -C $copy remote set-url origin (git -C $root remote get-url origin) }
    else { git -C $copy remote remove origin }
    foreach ($file in git -c core.quotePath=false -C $copy ls-files) { Remove-Item -LiteralPath (Join-Path $copy $file) -Force }
    foreach ($file in git -c core.quotePath=false -C $root ls-files --cached --others --exclude-standard) {
        $source = Join-Path $root $file
        if (-not (Test-Path -LiteralPath $source)) { continue }
        $null = New-Item -ItemType Directory -Path (Split-Path (Join-Path $copy $file)) -Force
        Copy-Item -LiteralPath $source (Join-Path $copy $file) -Force
    }

    dotnet build (Join-Path $copy 'src/TrainingApis.Cmdlets') --verbosity quiet
    $here = Get-Content256 (Join-Path $root 'out/TrainingApis')
    $there = Get-Content256 (Join-Path $copy 'out/TrainingApis')
    $different = @(@($here.Keys) + @($there.Keys) | Sort-Object -Unique | Where-Object { $here[$_] -ne $there[$_] })
    if ($different) { throw "These files of the module differ between two folders: $($different -join ', ')" }

    $null = & (Join-Path $copy 'tools/New-Package.ps1') @options
    $null = & (Join-Path $copy 'tools/New-NuGetPackage.ps1') @options
    foreach ($file in Get-Item $Package) {
        $other = Get-ChildItem (Join-Path $copy 'out') -Recurse -Filter $file.Name
        if ((Get-FileHash $file).Hash -ne (Get-FileHash $other).Hash) { throw "$($file.Name) differs between two folders." }
    }
    "$($here.Count) files of the module and $($Package.Count) packages are the same in two folders."
}
finally { Remove-Item $temporary -Recurse -Force }
