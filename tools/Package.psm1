# Functions shared by New-Package.ps1 and New-NuGetPackage.ps1.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$script:Root = [IO.Path]::GetFullPath("$PSScriptRoot/..")

# The time of the files in a package: SOURCE_DATE_EPOCH, or the time of the commit, so that the same source gives the same package.
function Get-PackageTime {
    $seconds = $env:SOURCE_DATE_EPOCH
    if (-not $seconds -and (Test-Path (Join-Path $script:Root '.git')) -and (Get-Command git -ErrorAction Ignore)) {
        $seconds = git -C $script:Root log -1 --format=%ct
    }
    # Otherwise, the earliest time of a .zip file.
    $seconds ? [DateTimeOffset]::FromUnixTimeSeconds($seconds) : [DateTimeOffset]::new(1980, 1, 1, 0, 0, 0, [timespan]::Zero)
}

# The section of a version in the change log, without its heading.
function Get-ReleaseNote {
    param([Parameter(Mandatory)][string] $Version)
    $log = (Get-Content (Join-Path $script:Root 'CHANGELOG.md') -Raw) -replace '\r'
    $section = [regex]::Match($log, "(?ms)^## \[$([regex]::Escape($Version))\][^\n]*\n(.*?)(?=^## |\z)")
    if (-not $section.Success) { throw "CHANGELOG.md has no section for version $Version. Add the heading '## [$Version] - <date>'." }
    $section.Groups[1].Value.Trim()
}

# The text of a Markdown file for readers who do not have the repository: links to its files become URLs. Without a repository
# URL, they become plain text, and pictures are removed.
function ConvertTo-PublicMarkdown {
    param([Parameter(Mandatory)][string] $Text, [string] $PageUri, [string] $FileUri)
    $file = '\((?!https?://|#)([^)]+)\)'
    if ($PageUri) { return $Text -replace "(!\[[^\]]*\])$file", "`$1($FileUri`$2)" -replace "(?<!!)(\[[^\]]*\])$file", "`$1($PageUri`$2)" }
    $Text -replace "!\[[^\]]*\]$file\r?\n\r?\n?" -replace "\[([^\]]*)\]$file", '$1'
}

# Writes a .nupkg file again: entries in ordinal order, with one time, and with package parts that contain nothing random.
function ConvertTo-ReproduciblePackage {
    param([Parameter(Mandatory)][string] $Path)
    $entries = [Collections.Generic.SortedDictionary[string, byte[]]]::new([StringComparer]::Ordinal)
    $zip = [IO.Compression.ZipFile]::OpenRead($Path)
    try {
        foreach ($entry in $zip.Entries) {
            $content = [IO.MemoryStream]::new()
            $stream = $entry.Open()
            try { $stream.CopyTo($content) } finally { $stream.Dispose() }
            $entries[$entry.FullName] = $content.ToArray()
        }
    }
    finally { $zip.Dispose() }

    # The core properties have a random name, and name the operating system.
    $old = @($entries.Keys -like 'package/services/metadata/core-properties/*.psmdcp')[0]
    $properties = [Text.Encoding]::UTF8.GetString($entries[$old]) -replace '\r' -replace ' *<lastModifiedBy>.*</lastModifiedBy>\n?'
    $null = $entries.Remove($old)
    $core = "package/services/metadata/core-properties/$(Get-ShortHash $properties).psmdcp"
    $nuspec = @($entries.Keys -match '^[^/]+\.nuspec$')[0]
    $relationships = @(
        @{ Type = 'http://schemas.microsoft.com/packaging/2010/07/manifest'; Target = "/$nuspec" }
        @{ Type = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'; Target = "/$core" }
    ) | ForEach-Object { '  <Relationship Type="{0}" Target="{1}" Id="R{2}" />' -f $_.Type, $_.Target, (Get-ShortHash $_.Target) }
    $known = @{ rels = 'application/vnd.openxmlformats-package.relationships+xml'; psmdcp = 'application/vnd.openxmlformats-package.core-properties+xml' }
    $names = @($entries.Keys) + '_rels/.rels', $core -ne '[Content_Types].xml'
    $types = @(
        $names | ForEach-Object { [IO.Path]::GetExtension($_).TrimStart('.') } | Where-Object { $_ } | Sort-Object -Unique -Culture '' |
            ForEach-Object { '  <Default Extension="{0}" ContentType="{1}" />' -f $_, ($known[$_] ?? 'application/octet') }
        $names | Where-Object { -not [IO.Path]::GetExtension($_) } | ForEach-Object { '  <Override PartName="/{0}" ContentType="application/octet" />' -f $_ }
    )
    $parts = @{
        $core                 = $properties
        '_rels/.rels'         = Format-Part 'Relationships' 'http://schemas.openxmlformats.org/package/2006/relationships' $relationships
        '[Content_Types].xml' = Format-Part 'Types' 'http://schemas.openxmlformats.org/package/2006/content-types' $types
    }
    foreach ($name in $parts.Keys) { $entries[$name] = [Text.UTF8Encoding]::new($false).GetBytes($parts[$name]) }

    $time = Get-PackageTime
    Remove-Item -LiteralPath $Path
    $zip = [IO.Compression.ZipFile]::Open($Path, 'Create')
    try {
        foreach ($name in $entries.Keys) {
            $entry = $zip.CreateEntry($name, [IO.Compression.CompressionLevel]::Optimal)
            $entry.LastWriteTime = $time
            $entry.ExternalAttributes = 0x81A4 -shl 16 # a file that its owner may write and all may read
            $stream = $entry.Open()
            try { $stream.Write($entries[$name]) } finally { $stream.Dispose() }
        }
    }
    finally { $zip.Dispose() }
}

function Get-ShortHash {
    param([string] $Text)
    [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($Text))).Substring(0, 32).ToLowerInvariant()
}

function Format-Part {
    param([string] $Name, [string] $Namespace, [string[]] $Line)
    @('<?xml version="1.0" encoding="utf-8"?>', "<$Name xmlns=`"$Namespace`">", $Line, "</$Name>", '') | ForEach-Object { $_ } | Join-String -Separator "`n"
}

Export-ModuleMember -Function Get-PackageTime, Get-ReleaseNote, ConvertTo-PublicMarkdown, ConvertTo-ReproduciblePackage
