# Reads a workbook by nothing but zip and XML: what a file says, not what our code or the SDK makes of it.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

# The formats of Excel's own that mean a day or a time.
$script:DateFormats = '14', '22'

function Open-Part {
    param([System.IO.Compression.ZipArchive] $Zip, [string] $Path)
    $stream = $Zip.GetEntry($Path).Open()
    try { $xml = [xml]::new(); $xml.PreserveWhitespace = $true; $xml.Load($stream); $xml } finally { $stream.Dispose() }
}

# The sheets in order, by name: Names (the header), Rows (a table from heading to value; numbers are doubles), Links.
function Read-Workbook {
    param([Parameter(Mandatory)][string] $Path)
    $zip = [System.IO.Compression.ZipFile]::OpenRead($Path)
    try {
        $formats = @((Open-Part $zip 'xl/styles.xml').GetElementsByTagName('x:cellXfs')[0].ChildNodes | ForEach-Object { $_.GetAttribute('numFmtId') })
        $book, $number = [ordered]@{}, 0
        foreach ($sheet in (Open-Part $zip 'xl/workbook.xml').GetElementsByTagName('x:sheet')) {
            $number++
            $xml = Open-Part $zip "xl/worksheets/sheet$number.xml"
            $targets = @{}
            foreach ($relationship in (Open-Part $zip "xl/worksheets/_rels/sheet$number.xml.rels").GetElementsByTagName('Relationship')) { $targets[$relationship.GetAttribute('Id')] = $relationship.GetAttribute('Target') }
            $names, $rows = [ordered]@{}, [System.Collections.Generic.List[hashtable]]::new()
            foreach ($row in $xml.GetElementsByTagName('x:row')) {
                $values = @{}
                if ($names.Count) { foreach ($name in $names.Values) { $values[$name] = $null } }
                foreach ($cell in $row.ChildNodes) {
                    $column = $cell.GetAttribute('r') -replace '\d'
                    $value = switch ($cell.GetAttribute('t')) {
                        'inlineStr' { $cell.InnerText }
                        'b' { $cell.InnerText -eq '1' }
                        default {
                            $parsed = [double]::Parse($cell.InnerText, [cultureinfo]::InvariantCulture)
                            $formats[[int] $cell.GetAttribute('s')] -in $script:DateFormats ? [datetime]::FromOADate($parsed) : $parsed
                        }
                    }
                    if ($row.GetAttribute('r') -eq '1') { $names[$column] = $value } else { $values[$names[$column]] = $value }
                }
                if ($row.GetAttribute('r') -ne '1') { $rows.Add($values) }
            }
            $links = foreach ($link in $xml.GetElementsByTagName('x:hyperlink')) {
                $id = $link.GetAttribute('id', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships')
                [pscustomobject]@{ Cell = $link.GetAttribute('ref'); Location = $link.GetAttribute('location'); Target = $id ? $targets[$id] : $null }
            }
            $book[$sheet.GetAttribute('name')] = [pscustomobject]@{ Names = @($names.Values); Rows = $rows; Links = @($links) }
        }
        $book
    }
    finally { $zip.Dispose() }
}

# What is in the zip: each part's name, length and checksum.
function Get-WorkbookPart {
    param([Parameter(Mandatory)][string] $Path)
    $zip = [System.IO.Compression.ZipFile]::OpenRead($Path)
    try { $zip.Entries | ForEach-Object { "$($_.FullName) $($_.Length) $($_.Crc32)" } } finally { $zip.Dispose() }
}

Export-ModuleMember -Function Read-Workbook, Get-WorkbookPart
