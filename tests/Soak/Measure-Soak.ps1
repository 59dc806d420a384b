#Requires -Version 7.4
<#
.SYNOPSIS
    Tests that handles, threads and memory do not grow when one process runs many thousand commands.
.DESCRIPTION
    Runs reads, incompletely read lists, rejected requests, changes with a journal, and opens and closes connections, for all four APIs.
    Takes ten samples, each after a full garbage collection, and compares the fifth with the last. Growth above a limit is an error.
    The handlers of a closed connection are released after two minutes, so a run should last longer than four.
.EXAMPLE
    ./tests/Soak/Measure-Soak.ps1 -Count 5000
#>
[CmdletBinding()]
param([ValidateRange(1000, 10000000)][int] $Count = 50000)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot '../Pester/Support/TestSupport.psm1') -Force
$server = Start-SandboxServer '--products', '20', '--sessions', '20'
$folder = (New-Item (Join-Path ([IO.Path]::GetTempPath()) "soak-$PID") -ItemType Directory).FullName

# The maximum growth. The number of pooled connections and threads varies.
$limits = @{ Handles = 12; Threads = 8; ManagedMB = 4; PrivateMB = 48 }

$script = @"
`$ErrorActionPreference = 'Stop'
`$ProgressPreference = 'SilentlyContinue'
Import-Module '$PSScriptRoot/../Pester/Support/TestSupport.psm1'
Import-TestedModule
`$server = [pscustomobject]@{ Uri = [uri] '$($server.Uri)' }
`$quiet = @{ ErrorAction = 'SilentlyContinue' }
function Connect-All { Connect-TestCegos `$server @{ Scope = 'Catalog', 'Registration' }; Connect-TestLoop `$server; Connect-TestResamania `$server; Connect-TestConference `$server }
Connect-All
`$n = 0
`$turn = @(
    { Get-CegosCenter | Select-Object -First 1 }
    { Get-CegosProduct -First 3 }
    { Get-CegosProduct | Select-Object -First 1 }
    { Get-CegosProduct "NONE-`$n" @quiet }
    { [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = "T-`$n"; SessionId = 'SES001' } | New-CegosRegistration -Journal '$folder/run.jsonl' }
    { [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = "T-`$n"; SessionId = 'SES900' } | New-CegosRegistration -ThrottleLimit 4 @quiet }
    { Get-LoopFolder | Select-Object -First 1 }
    { Add-LoopCollaborativeOffer MANON001 Consultation -WhatIf 6> `$null }
    { Get-ResamaniaContact -Id 12345 }
    { Get-ResamaniaContact -First 2 }
    { Get-Conference 1201 }
    { Get-ConferenceSession 1201 | Select-Object -First 1 }
    { Set-ConferenceRegistration 1201 40001 700001 -Seats 2 }
    { Invoke-TrainingApiRequest Cegos v1/Catalogs }
    { Test-TrainingApiConnection Loop }
    { Get-TrainingApiConnection }
    { Get-CegosCatalog -Connection Nobody @quiet }
    { Get-TrainingJournal '$folder/run.jsonl' }
    { Remove-CegosRegistration "INS-`$n" -Confirm:`$false @quiet }
    { if (`$n % 500 -eq 499) { Disconnect-TrainingApi; Connect-All } else { Get-CegosDeferral "NONE-`$n" @quiet } }
)
`$process = [Diagnostics.Process]::GetCurrentProcess()
function Show-Sample {
    # Collect twice, because finalizers release objects. Idle pooled connections are counted.
    foreach (`$time in 1, 2) { [GC]::Collect(); [GC]::WaitForPendingFinalizers() }
    `$process.Refresh()
    `$handles = `$IsLinux ? [IO.Directory]::GetFileSystemEntries('/proc/self/fd').Length : `$process.HandleCount
    [string]::Format([cultureinfo]::InvariantCulture, 'SOAK {0} {1} {2} {3:0.0} {4:0.0}', `$n, `$handles, `$process.Threads.Count, [GC]::GetTotalMemory(`$true) / 1MB, `$process.PrivateMemorySize64 / 1MB)
}
while (`$n -lt $Count) {
    try { `$null = & `$turn[`$n % `$turn.Count] }
    catch { if ("`$(`$_.FullyQualifiedErrorId)" -notlike 'NotConnected,*') { throw } }
    `$n++
    if (`$n % 500 -eq 0) { Remove-Item '$folder/run.jsonl'; Clear-RequestLog `$server }
    if (`$n % ([int] ($Count / 10)) -eq 0) { Show-Sample }
}
"@

try {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $result = Invoke-FreshPowerShell $script -TimeoutSec 7200
    $samples = @([regex]::Matches($result.Output, '(?m)^SOAK (\d+) (\d+) (\d+) (\S+) (\S+)') | ForEach-Object {
            [pscustomobject]@{ Commands = [int] $_.Groups[1].Value; Handles = [int] $_.Groups[2].Value; Threads = [int] $_.Groups[3].Value; ManagedMB = [double] $_.Groups[4].Value; PrivateMB = [double] $_.Groups[5].Value }
        })
    $samples | Format-Table | Out-String
    if ($samples.Count -ne 10) { throw "The run failed: $($result.Error) $($result.Output)" }
    $grown = foreach ($what in $limits.Keys | Sort-Object) {
        $more = $samples[-1].$what - $samples[4].$what
        if ($more -gt $limits[$what]) { "$what grew by $more, more than $($limits[$what])." }
    }
    if ($grown) { throw "$grown" }
    "$Count commands in $([int] $clock.Elapsed.TotalSeconds) s, $(Get-Date -Format yyyy-MM-dd), PowerShell $($PSVersionTable.PSVersion): handles, threads and memory stay within the limits of the second half: $(($limits.GetEnumerator() | Sort-Object Name | ForEach-Object { "$($_.Name) +$($_.Value)" }) -join ', ')."
}
finally {
    Stop-SandboxServer $server
    Remove-Item $folder -Recurse -ErrorAction Ignore
}
