#Requires -Version 7.4
<#
.SYNOPSIS
    Measures registrations over a real HTTP server: the module with a journal against a loop with Invoke-RestMethod, the cost of the
    journal, runs of 1,000 to 100,000 rows, and runspaces that share a connection.
.DESCRIPTION
    Every run is a new PowerShell, and the contenders of a comparison take turns. Results are medians of -Count runs. The first turn is not
    counted. The runs of Growth are run once each.
.EXAMPLE
    ./bench/Measure-Registration.ps1 -Row Growth
#>
[CmdletBinding()]
param(
    [int] $Count = 3, [int] $RowCount = 400, [int] $Latency = 50,
    [ValidateSet('Compare', 'Growth', 'Runspaces')][string[]] $Row = @('Compare', 'Growth', 'Runspaces')
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
Import-Module (Join-Path $PSScriptRoot 'Scripts.psm1') -Force

$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "registrations-$PID")).FullName

# A new journal for every run: with a journal that contains the rows, nothing would be sent.
$newJournal = "-Journal (Join-Path '$folder' ([guid]::NewGuid()))"
function Get-ModuleScript([string] $Csv, [string] $Parameters, [int] $Rows) {
    "if ((Import-Csv '$Csv' | New-CegosRegistration $Parameters 6>`$null | Measure-Object).Count -ne $Rows) { throw 'A row is missing.' }"
}

function Measure-Comparison {
    $csv = New-RegistrationFile $folder $RowCount
    $server = Start-SandboxServer '--latency', $Latency
    $restScript = @"
`$results = foreach (`$row in Import-Csv '$csv') {
    `$body = [ordered]@{ managerCrmId = `$row.ManagerCrmId; managerCrmIsLead = 'false'; traineeCrmId = `$row.TraineeCrmId; traineeCrmIsLead = 'false'; sessionId = `$row.SessionId; clientReference = `$row.ClientReference; isCPF = [bool]::Parse(`$row.IsCpf); cpfHours = `$row.CpfHours }
    Invoke-RestMethod '$($server.Uri)cegos/registration/v1/Registration' -Method Post -ContentType application/json -Body (ConvertTo-Json `$body) -Headers `$headers
}
if (@(`$results | Where-Object code -EQ SUCCESS).Count -ne $RowCount) { throw 'A row is missing.' }
"@
    try {
        $connect = Get-ConnectScript $server.Uri Registration
        $m = Measure-Alternated ([ordered]@{
                eight   = New-Run -Script "$connect`n$(Get-ModuleScript $csv "-ThrottleLimit 8 $newJournal" $RowCount)"
                rest    = New-Run -Script "$(Get-TokenScript $server.Uri 'api-registration')`n$restScript"
                journal = New-Run -Script "$connect`n$(Get-ModuleScript $csv $newJournal $RowCount)"
                one     = New-Run -Script "$connect`n$(Get-ModuleScript $csv '' $RowCount)"
            }) $Count
    }
    finally { Stop-SandboxServer $server }
    $ratio = $m.rest.Seconds / $m.eight.Seconds
    Format-Row "$RowCount registrations with a journal at $Latency ms latency, ``-ThrottleLimit 8``" '–' ('{0:0.0} s' -f $m.eight.Seconds) ('`Invoke-RestMethod`: {0:0.0} s' -f $m.rest.Seconds) ('{0:0.0} × faster' -f $ratio) '5 ×' ($ratio -ge 5)
    Format-Row 'cost of the journal at `-ThrottleLimit 1`' '–' ('{0:0.0} s' -f $m.journal.Seconds) ('without it: {0:0.0} s' -f $m.one.Seconds) ('{0:+0.0;-0.0} %' -f (100 * ($m.journal.Seconds / $m.one.Seconds - 1)))
}

# Time, memory and journal size of a run, and of a second run over its complete journal. Growth is per row, from the smallest to the largest run.
function Measure-Growth {
    $results = foreach ($rows in 1000, 10000, 100000) {
        $csv = New-RegistrationFile $folder $rows
        $journal = Join-Path $folder "journal-$rows.jsonl"
        $server = Start-SandboxServer
        try {
            $run = New-Run (Get-ConnectScript $server.Uri Registration) (Get-ModuleScript $csv "-ThrottleLimit 8 -Journal '$journal'" $rows)
            [pscustomobject]@{ Rows = $rows; First = Invoke-Run $run; Second = Invoke-Run $run; JournalKB = (Get-Item $journal).Length / 1KB }
        }
        finally { Stop-SandboxServer $server }
    }
    foreach ($kind in @('First', 'registrations with a journal'), @('Second', 'the second run over the journal')) {
        foreach ($result in $results) {
            $run = $result.($kind[0])
            Format-Row ('{0:N0} {1}' -f $result.Rows, $kind[1]) '–' ('{0:0.0} s, {1:0} MB' -f $run.Seconds, $run.PeakMB) ('journal: {0:0} kB' -f $result.JournalKB) ('{0:0.00} ms a row' -f (1000 * $run.Seconds / $result.Rows))
        }
        $small, $large = $results[1].($kind[0]), $results[2].($kind[0])
        $bytes = ($large.PeakMB - $small.PeakMB) * 1MB / ($results[2].Rows - $results[1].Rows)
        $time = ($large.Seconds / $results[2].Rows) / ($small.Seconds / $results[1].Rows)
        Format-Row "growth from 10,000 to 100,000: $($kind[1])" '–' ('{0:0} bytes a row' -f $bytes) '–' ('{0:0.00} × the time a row' -f $time) 'linear, 1 kB a row' ($bytes -lt 1024 -and $time -le 1.1)
    }
}

# The same number of registrations, divided among runspaces that share a connection.
function Measure-Runspaces {
    $rows = 1600
    $csv = New-RegistrationFile $folder $rows
    $server = Start-SandboxServer '--latency', $Latency
    try {
        $runs = [ordered]@{}
        foreach ($number in 1, 8, 16) {
            $runs["$number"] = New-Run "$(Get-ConnectScript $server.Uri Registration)`n`$connection = Get-TrainingApiConnection Cegos; `$rows = Import-Csv '$csv'" @"
`$sent = 0..$($number - 1) | ForEach-Object -ThrottleLimit $number -Parallel {
    Import-Module `$env:TRAININGAPIS_TESTED
    `$all = `$using:rows
    `$number = `$_
    0..$($rows / $number - 1) | ForEach-Object { `$all[`$_ * $number + `$number] } | New-CegosRegistration -Connection `$using:connection
}
if (@(`$sent).Count -ne $rows) { throw 'A row is missing.' }
"@
        }
        $m = Measure-Alternated $runs $Count
    }
    finally { Stop-SandboxServer $server }
    foreach ($number in 1, 8, 16) {
        Format-Row "$rows registrations at $Latency ms latency in $number runspaces with one connection" '–' ('{0:0.0} s, {1:0} MB' -f $m["$number"].Seconds, $m["$number"].PeakMB) '–' ('{0:0.0} × of one runspace' -f ($m.'1'.Seconds / $m["$number"].Seconds))
    }
}

try {
    '| work | plain C# | this module | other | result | target |'
    '|---|---|---|---|---|---|'
    if ('Compare' -in $Row) { Measure-Comparison }
    if ('Growth' -in $Row) { Measure-Growth }
    if ('Runspaces' -in $Row) { Measure-Runspaces }
}
finally { Remove-Item $folder -Recurse -ErrorAction Ignore }
