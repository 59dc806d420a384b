#Requires -Version 7.4
<#
.SYNOPSIS
    Registrations through a real HTTP server: this module with its journal against a foreach with Invoke-RestMethod, and what the journal costs.
.DESCRIPTION
    Every run is a fresh PowerShell; those of one comparison take turns; medians of -Count runs after one that is not counted.
#>
[CmdletBinding()]
param([int] $Count = 3, [int] $RowCount = 400, [int] $Latency = 50)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
Import-Module (Join-Path $PSScriptRoot 'Scripts.psm1') -Force

$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "registrations-$PID")).FullName
$csv = New-RegistrationFile $folder $RowCount
$server = Start-SandboxServer '--latency', $Latency

# A journal of its own for every run: one that knows the rows would send nothing.
$journal = "-Journal (Join-Path '$folder' ([guid]::NewGuid()))"
function Get-ModuleScript([string] $Parameters) {
    "if (@(Import-Csv '$csv' | New-CegosRegistration $Parameters).Count -ne $RowCount) { throw 'A row is missing.' }"
}
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
            eight   = New-Run -Script "$connect`n$(Get-ModuleScript "-ThrottleLimit 8 $journal")"
            rest    = New-Run -Script "$(Get-TokenScript $server.Uri 'api-registration')`n$restScript"
            journal = New-Run -Script "$connect`n$(Get-ModuleScript $journal)"
            one     = New-Run -Script "$connect`n$(Get-ModuleScript '')"
        }) $Count
    $ratio = $m.rest.Seconds / $m.eight.Seconds
    Format-Row "$RowCount registrations with journal, $Latency ms latency, ``-ThrottleLimit 8``, medians of $Count" '–' ('{0:0.0} s' -f $m.eight.Seconds) ('{0:0.0} s' -f $m.rest.Seconds) ('{0:0.0} × faster' -f $ratio) '5 ×' ($ratio -ge 5)
    Format-Row "what the journal costs at ``-ThrottleLimit 1``, medians of $Count" '–' ('{0:0.0} s' -f $m.journal.Seconds) ('{0:0.0} s without it' -f $m.one.Seconds) ('{0:+0.0;-0.0} %' -f (100 * ($m.journal.Seconds / $m.one.Seconds - 1)))
}
finally {
    Stop-SandboxServer $server
    Remove-Item $folder -Recurse -ErrorAction Ignore
}
