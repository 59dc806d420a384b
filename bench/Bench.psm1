# Shared functions of the benchmarks: runs in new processes that take turns, medians, and the rows of a table.
#Requires -Version 7.4
Set-StrictMode -Version 3
Import-Module (Join-Path $PSScriptRoot '../tests/Pester/Support/TestSupport.psm1')

# One contender of a row. -Script is measured, -Setup before it is not; both run in a new PowerShell. A -Command is a program that
# prints its own BENCH line. A script may set $seconds itself.
function New-Run {
    param([string] $Setup = '', [string] $Script, [string[]] $Command)
    if ($Command) { return @{ Command = $Command } }
    @{ Script = @"
`$ErrorActionPreference = 'Stop'
`$ProgressPreference = 'SilentlyContinue'
`$process = [Diagnostics.Process]::GetCurrentProcess()
$Setup
`$process.Refresh()
`$cpu = `$process.TotalProcessorTime
`$clock = [Diagnostics.Stopwatch]::StartNew()
`$seconds = `$null
$Script
`$seconds ??= `$clock.Elapsed.TotalSeconds
`$process.Refresh()
[string]::Format([cultureinfo]::InvariantCulture, 'BENCH {0:0.0000} {1:0.0000} {2}', `$seconds, (`$process.TotalProcessorTime - `$cpu).TotalSeconds, `$process.PeakWorkingSet64)
"@ }
}

function Invoke-Run {
    param([Parameter(Mandatory)][hashtable] $Run)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $output = if ($Run.ContainsKey('Command')) {
        $program, $arguments = $Run.Command
        & $program @arguments 2>&1 | Out-String
    }
    else {
        $result = Invoke-FreshPowerShell $Run.Script -TimeoutSec 900
        "$($result.Output)`n$($result.Error)"
    }
    $whole = $clock.Elapsed.TotalSeconds
    if ($output -notmatch 'BENCH (\S+) (\S+) (\d+)') { throw "A run failed: $output" }
    [pscustomobject]@{ Seconds = [double] $Matches[1]; Cpu = [double] $Matches[2]; PeakMB = [long] $Matches[3] / 1MB; Process = $whole }
}

# Runs the contenders A B A B … and returns the medians of each name. The first turn is not counted. Process is the time of the whole process.
function Measure-Alternated {
    param([Parameter(Mandatory)][System.Collections.Specialized.OrderedDictionary] $Run, [int] $Count = 5)
    $runs = @{}
    foreach ($turn in 0..$Count) {
        foreach ($name in $Run.Keys) {
            Write-Progress 'Bench' "$name, turn $turn of $Count"
            $result = Invoke-Run $Run[$name]
            if ($turn -gt 0) { $runs[$name] = @($runs[$name]) + $result | Where-Object { $_ } }
        }
    }
    Write-Progress 'Bench' -Completed
    $medians = @{}
    foreach ($name in $Run.Keys) {
        $medians[$name] = [pscustomobject]@{
            Seconds = Get-Median $runs[$name].Seconds
            Cpu     = Get-Median $runs[$name].Cpu
            PeakMB  = Get-Median $runs[$name].PeakMB
            Process = Get-Median $runs[$name].Process
        }
    }
    $medians
}

function Get-Median {
    param([double[]] $Value)
    $sorted = @($Value | Sort-Object)
    $sorted[[math]::Floor($sorted.Count / 2)]
}

# One line of the Markdown table.
function Format-Row {
    param([string] $Work, [string] $Floor = '–', [string] $Module, [string] $Other = '–', [string] $Result, [string] $Target = '–', [Nullable[bool]] $IsMet)
    "| $Work | $Floor | $Module | $Other | $Result | $Target$(if ($null -ne $IsMet) { $IsMet ? ': met' : ': **missed**' }) |"
}

# Tells how this PowerShell was built. The .NET tool contains no machine code, so the engine is compiled at each start.
function Get-EngineKind {
    $file = [IO.File]::OpenRead([psobject].Assembly.Location)
    try {
        $reader = [Reflection.PortableExecutable.PEReader]::new($file)
        $reader.PEHeaders.CorHeader.ManagedNativeHeaderDirectory.Size -gt 0 ? 'precompiled, as its installers provide it' : 'the .NET tool, not precompiled'
    }
    finally { $file.Dispose() }
}

Export-ModuleMember -Function *-*
