# Reads a workbook with only zip and XML functions: the content of the file, independent of the code that wrote it.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

# The formats that are a day, a time or a month.
$script:DateFormats = '14', '22', '166'
$script:Relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function Open-Part {
    param([System.IO.Compression.ZipArchive] $Zip, [string] $Path)
    $entry = $Zip.GetEntry($Path.TrimStart('/'))
    if (-not $entry) { return }
    $stream = $entry.Open()
    try { $xml = [xml]::new(); $xml.PreserveWhitespace = $true; $xml.Load($stream); $xml } finally { $stream.Dispose() }
}

# The targets of a part's relationships by id.
function Read-Relationship {
    param([System.IO.Compression.ZipArchive] $Zip, [string] $Path)
    $targets = @{}
    $xml = Open-Part $Zip ($Path -replace '([^/]+)$', '_rels/$1.rels')
    if ($xml) { foreach ($relationship in $xml.GetElementsByTagName('Relationship')) { $targets[$relationship.GetAttribute('Id')] = $relationship.GetAttribute('Target') } }
    $targets
}

# The letters of a column, from 0.
function Get-ColumnName {
    param([int] $Index)
    ($Index -ge 26 ? [string] [char] (64 + [Math]::DivRem($Index, 26).Item1) : '') + [char] (65 + $Index % 26)
}

$script:Letters = 0..99 | ForEach-Object { Get-ColumnName $_ }

function Read-Cell {
    param([System.Xml.XmlElement] $Cell, [string[]] $Format)
    if (-not $Cell.HasChildNodes) { return $null }
    $value = $Cell['v']
    switch ($Cell.GetAttribute('t')) {
        'inlineStr' { return $Cell['is'].InnerText }
        'str' { return $value.InnerText }
        'b' { return $value.InnerText -eq '1' }
    }
    $number = [double]::Parse($value.InnerText, [cultureinfo]::InvariantCulture)
    $Format[[int] $Cell.GetAttribute('s')] -in $script:DateFormats ? [datetime]::FromOADate($number) : $number
}

# The sheets in order, by name. For a sheet of rows: Names (the header) and Rows (a table from heading to value; numbers are doubles).
# For every sheet: Cells (a table from A1 to value), Formulas (from A1 to text), Links (web addresses), Xml.
function Read-Workbook {
    param([Parameter(Mandatory)][string] $Path)
    $zip = [System.IO.Compression.ZipFile]::OpenRead($Path)
    try {
        $formats = @((Open-Part $zip 'xl/styles.xml').GetElementsByTagName('cellXfs')[0].ChildNodes | Where-Object LocalName -EQ xf | ForEach-Object { $_.GetAttribute('numFmtId') })
        $parts = Read-Relationship $zip 'xl/workbook.xml'
        $book = [ordered]@{}
        foreach ($sheet in (Open-Part $zip 'xl/workbook.xml').GetElementsByTagName('sheet')) {
            $part = $parts[$sheet.GetAttribute('id', $script:Relationships)].TrimStart('/')
            $xml = Open-Part $zip $part
            $targets = Read-Relationship $zip $part
            $cells, $formulas, $names, $rows = @{}, @{}, @(), [System.Collections.Generic.List[hashtable]]::new()
            $number = 0
            foreach ($row in $xml.GetElementsByTagName('row')) {
                $number = $row.HasAttribute('r') ? [int] $row.GetAttribute('r') : $number + 1
                $index, $values = 0, @{}
                foreach ($cell in $row.ChildNodes) {
                    $name = $cell.HasAttribute('r') ? $cell.GetAttribute('r') : "$($script:Letters[$index])$number"
                    $value = Read-Cell $cell $formats
                    $cells[$name] = $value
                    if ($cell['f']) { $formulas[$name] = $cell['f'].InnerText }
                    if ($number -eq 1) { $names += $value } elseif ($index -lt $names.Count) { $values["$($names[$index])"] = $value }
                    $index++
                }
                if ($number -gt 1) { $rows.Add($values) }
            }
            $links = foreach ($link in $xml.GetElementsByTagName('hyperlink')) {
                [pscustomobject]@{ Cell = $link.GetAttribute('ref'); Target = $targets[$link.GetAttribute('id', $script:Relationships)] }
            }
            $book[$sheet.GetAttribute('name')] = [pscustomobject]@{ Names = $names; Rows = $rows; Cells = $cells; Formulas = $formulas; Links = @($links); Xml = $xml }
        }
        $book
    }
    finally { $zip.Dispose() }
}

# The parts in the zip: name, length and checksum of each.
function Get-WorkbookPart {
    param([Parameter(Mandatory)][string] $Path)
    $zip = [System.IO.Compression.ZipFile]::OpenRead($Path)
    try { $zip.Entries | ForEach-Object { "$($_.FullName) $($_.Length) $($_.Crc32)" } } finally { $zip.Dispose() }
}

# Converts a workbook with LibreOffice, which computes every formula again. The files are in the folder, named after workbook and sheet.
function Convert-Workbook {
    param([Parameter(Mandatory)][string] $Path, [Parameter(Mandatory)][string] $Format, [Parameter(Mandatory)][string] $Folder)
    $profileFolder = New-Item -ItemType Directory "$Folder/profile/user" -Force
    Set-Content "$profileFolder/registrymodifications.xcu" @'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
'@
    $soffice = Get-Command soffice, libreoffice -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    $start = [Diagnostics.ProcessStartInfo]::new($soffice.Source)
    foreach ($argument in "-env:UserInstallation=file://$Folder/profile", '--headless', '--convert-to', $Format, '--outdir', $Folder, $Path) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $start.RedirectStandardError = $start.RedirectStandardInput = $true
    $process = [Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    $said = $process.StandardOutput.ReadToEndAsync(), $process.StandardError.ReadToEndAsync()
    if (-not $process.WaitForExit(300000)) { $process.Kill($true); throw 'LibreOffice did not end within 300 s.' }
    if ($process.ExitCode) { throw "LibreOffice failed: $($said.Result)" }
}

Export-ModuleMember -Function Read-Workbook, Get-WorkbookPart, Get-ColumnName, Convert-Workbook
