#Requires -Version 7.4
<#
.SYNOPSIS
    Creates the .nupkg file of the built module for a PowerShell repository, and returns its path.
.DESCRIPTION
    PSResourceGet, which is part of PowerShell 7.4 and later, publishes a copy of the module to a folder. It needs no network. The same
    source gives the same package, byte for byte. The list of the third-party packages in the module (SBOM, CycloneDX JSON) is written
    beside the package, by a .NET tool that is restored if necessary.
.PARAMETER ProjectUri
    Specifies the address of the repository. The manifest of the package gets ProjectUri, LicenseUri and IconUri, and Get-Help -Online
    opens the page of a command. The addresses lead to the tag of the version. By default, the package has none of these.
.PARAMETER ReleaseNotes
    Specifies the release notes in the manifest of the package. By default, the section of the version in CHANGELOG.md.
.PARAMETER Prerelease
    Specifies the label of a prerelease, for example beta1.
.EXAMPLE
    ./tools/New-Package.ps1 -ProjectUri https://example.com/training/TrainingApis
#>
[CmdletBinding()]
param(
    [string] $Module = (Join-Path $PSScriptRoot '../out/TrainingApis'),
    [string] $Destination = (Join-Path $PSScriptRoot '../out/packages'),
    [ValidatePattern('^https://[^/]+/.*[^/]$')][string] $ProjectUri,
    [string] $ReleaseNotes,
    [ValidatePattern('^[A-Za-z0-9]+$')][string] $Prerelease
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Import-Module (Join-Path $PSScriptRoot 'Package.psm1') -Force
$root = Split-Path $PSScriptRoot
$number = (Import-PowerShellDataFile (Join-Path $Module 'TrainingApis.psd1')).ModuleVersion
$version = $Prerelease ? "$number-$Prerelease" : $number
$pages = $ProjectUri ? "$ProjectUri/blob/v$version/" : $null
$files = $ProjectUri ? "$ProjectUri/raw/v$version/" : $null
$temporary = (New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "TrainingApis-$([guid]::NewGuid().ToString('n'))")).FullName
# Use a unique name, because all runs of a user share the list of repositories.
$repository = Split-Path $temporary -Leaf
try {
    $copy = Join-Path $temporary 'TrainingApis'
    Copy-Item $Module $copy -Recurse

    # The manifest: values that are known only for a package.
    $values = [ordered]@{}
    if ($Prerelease) { $values.Prerelease = $Prerelease }
    if ($ProjectUri) {
        $values.ProjectUri = $ProjectUri
        $values.LicenseUri = $pages + 'LICENSE'
        $values.IconUri = $files + 'docs/icon.png'
    }
    $values.ReleaseNotes = $ReleaseNotes ? $ReleaseNotes : (Get-ReleaseNote $number)
    $manifest = Join-Path $copy 'TrainingApis.psd1'
    $text = Get-Content $manifest -Raw
    $lines = foreach ($name in $values.Keys) {
        $text = $text -replace "(?m)^ +$name += .*\r?\n"
        "            {0,-12} = '{1}'`n" -f $name, [Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($values[$name])
    }
    Set-Content $manifest ($text -replace '(?m)^ +Tags += .*\r?\n', { $_.Value + (-join $lines) }) -NoNewline

    # The README and the help: links to the repository, if its URL is known.
    $readme = Join-Path $copy 'README.md'
    Set-Content $readme (ConvertTo-PublicMarkdown (Get-Content $readme -Raw) $pages $files) -NoNewline
    if ($ProjectUri) {
        $path = Join-Path $copy 'en-US/TrainingApis.Cmdlets.dll-Help.xml'
        $help = [xml]::new()
        $help.PreserveWhitespace = $true
        $help.Load($path)
        foreach ($links in $help.GetElementsByTagName('command:relatedLinks')) {
            $name = $links.ParentNode['command:details']['command:name'].InnerText
            $link = $help.CreateElement('maml:navigationLink', $links.ParentNode.GetNamespaceOfPrefix('maml'))
            foreach ($part in @('linkText', 'Online version:'), @('uri', "${pages}docs/$name.md")) {
                $link.AppendChild($help.CreateElement("maml:$($part[0])", $link.NamespaceURI)).InnerText = $part[1]
            }
            $null = $links.PrependChild($link)
            $null = $links.PrependChild($help.CreateWhitespace("`n      "))
        }
        Set-Content $path $help.OuterXml -NoNewline
    }

    $out = Join-Path $temporary 'packages'
    $null = New-Item -ItemType Directory -Path $out
    Register-PSResourceRepository -Name $repository -Uri $out -Trusted
    try { Publish-PSResource -Path $copy -Repository $repository }
    finally { Unregister-PSResourceRepository -Name $repository }
    $package = Join-Path $out "TrainingApis.$version.nupkg"
    ConvertTo-ReproduciblePackage $package

    # The SBOM: the clients have every package that the module contains. A package without an assembly for netstandard is omitted,
    # because the module contains no file of it.
    $project = Join-Path $root 'src/TrainingApis.Clients'
    $assets = Get-Content (Join-Path $project 'obj/project.assets.json') -Raw | ConvertFrom-Json -AsHashtable
    $target = @($assets.targets.Values)[0]
    $empty = $target.Keys | Where-Object { $target[$_].type -eq 'package' -and -not @($target[$_]['runtime'].Keys -notlike '*/_._') }
    $list = "TrainingApis.$version.cdx.json"
    $arguments = '--output', $out, '--filename', $list, '--output-format', 'Json', '--spec-version', '1.6', '--no-serial-number', '--disable-package-restore'
    $arguments += '--set-name', 'TrainingApis', '--set-version', $version, '--set-type', 'Library', '--exclude-dev'
    if ($empty) { $arguments += '--exclude-filter', (($empty | ForEach-Object { $_ -replace '/', '@' }) -join ',') }
    Push-Location $PSScriptRoot
    try {
        $null = dotnet tool restore
        $null = dotnet dotnet-CycloneDX (Join-Path $project 'TrainingApis.Clients.csproj') @arguments
    }
    finally { Pop-Location }
    $sbom = Join-Path $out $list
    $time = (Get-PackageTime).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [cultureinfo]::InvariantCulture)
    Set-Content $sbom ((Get-Content $sbom -Raw) -replace '\r' -replace '("timestamp": )"[^"]*"', "`$1`"$time`"") -NoNewline

    # A repository accepts a version only once, and the folder must contain the version that was just built.
    $null = New-Item -ItemType Directory -Path $Destination -Force
    Move-Item $package, $sbom $Destination -Force
}
finally { Remove-Item $temporary -Recurse -Force }
Convert-Path (Join-Path $Destination (Split-Path $package -Leaf))
