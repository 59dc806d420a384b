#Requires -Version 7.4
<#
.SYNOPSIS
    Creates the picture of the README: the output of a few commands in the sandbox, as a terminal shows it.
#>
[CmdletBinding()]
param(
    [string] $Path = (Join-Path $PSScriptRoot '../docs/terminal.svg'),
    [string] $Module = (Join-Path $PSScriptRoot '../out/TrainingApis')
)

$ErrorActionPreference = 'Stop'
$lines = @(
    'Connect-TrainingSandbox'
    'Get-CegosSession -First 8'
    'Import-Csv trainees.csv | New-CegosRegistration -Journal run.jsonl'
    'Get-TrainingJournal run.jsonl | Format-Wide -Column 3'
    'Get-ConferenceRegistration 1201 40001 -IncludeCancelled | Select-Object -First 6'
)
$columns = 112
$folder = (New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid()))).FullName
@'
ManagerCrmId,TraineeCrmId,SessionId
CON-1,CON-10,SES001
CON-1,CON-11,SES001
CON-1,CON-12,SES901
'@ | Set-Content (Join-Path $folder trainees.csv)

# Returns the output of each line for a terminal of that width.
$shell = [powershell]::Create()
# This setting applies to the whole process, including the caller of this script.
$rendering = $PSStyle.OutputRendering
try {
    $null = $shell.AddScript({
            param($Module, $Folder)
            $PSStyle.OutputRendering = 'Ansi'
            Import-Module $Module
            Set-Location -LiteralPath $Folder
        }).AddArgument((Convert-Path $Module)).AddArgument($folder).Invoke()
    $shown = foreach ($line in $lines) {
        $shell.Commands.Clear()
        "`e[36mPS>`e[0m $line"
        $text = -join $shell.AddScript("[cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = 'en-GB'; $line 2>&1 | Out-String -Width $columns", $false).Invoke()
        # Errors are red in a terminal. This host has no terminal, so the color is added here.
        $text.Trim("`r", "`n") -split '\r?\n' -replace '^\w+-\w+: .*', "`e[31m`$0`e[0m" | Where-Object { $_ -notmatch '^(\e\[[0-9;]*m)*$' }
        ''
    }
}
finally {
    $PSStyle.OutputRendering = $rendering
    $shell.Dispose()
    Remove-Item $folder -Recurse -Force
}

# Converts text with escape codes to spans with absolute positions, so that columns are aligned in any font.
$colors = @{ '31' = '#f07178'; '32' = '#98c379'; '33' = '#e5c07b'; '36' = '#61afef' }
$cell = 7.8
$row = 18
$body = for ($i = 0; $i -lt $shown.Count; $i++) {
    $color = '#d7dae0'
    $column = 0
    $spans = foreach ($part in [regex]::Split($shown[$i], '(\e\[[0-9;]*m)')) {
        if ($part -match '^\e\[([0-9;]*)m$') {
            $codes = $Matches[1] -split ';'
            $color = ($codes | ForEach-Object { $colors[$_] } | Select-Object -Last 1) ?? '#d7dae0'
        }
        else {
            foreach ($words in [regex]::Matches($part, '\S+( \S+)*')) {
                '<tspan x="{0}" fill="{1}">{2}</tspan>' -f (16 + $cell * ($column + $words.Index)).ToString('0.#', [cultureinfo]::InvariantCulture), $color, [Security.SecurityElement]::Escape($words.Value)
            }
            $column += $part.Length
        }
    }
    '<text y="{0}">{1}</text>' -f (54 + $row * $i), (-join $spans)
}
$width = [int] (32 + $cell * $columns)
$height = 56 + $row * $shown.Count
@(
    "<svg xmlns=`"http://www.w3.org/2000/svg`" width=`"$width`" height=`"$height`" viewBox=`"0 0 $width $height`" role=`"img`">"
    '<title>TrainingApis in a terminal: sessions, registrations with a refusal, the journal, and who comes to a conference</title>'
    '<rect width="100%" height="100%" rx="8" fill="#1b1e24"/>'
    '<circle cx="20" cy="18" r="6" fill="#f07178"/><circle cx="40" cy="18" r="6" fill="#e5c07b"/><circle cx="60" cy="18" r="6" fill="#98c379"/>'
    '<g font-family="ui-monospace, Consolas, Menlo, ''DejaVu Sans Mono'', monospace" font-size="13">'
    $body
    '</g>'
    '</svg>'
) -join "`n" | Set-Content -LiteralPath $Path -Encoding utf8
