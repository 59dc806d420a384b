# What the benchmarks share: a server of their own, runs in fresh PowerShells turn by turn, and medians.
#Requires -Version 7.4
Set-StrictMode -Version 3
Import-Module (Join-Path $PSScriptRoot '../tests/Pester/Support/TestSupport.psm1')

# Runs each script text in a PowerShell of its own, A B A B …, and gives the seconds that the script itself measured and the process's peak memory.
function Measure-Alternated {
    param(
        [Parameter(Mandatory)][System.Collections.Specialized.OrderedDictionary] $Script,
        [int] $Count = 5
    )
    $runs = foreach ($turn in 0..$Count) {
        foreach ($name in $Script.Keys) {
            $body = @"
`$ErrorActionPreference = 'Stop'
`$ProgressPreference = 'SilentlyContinue'
`$clock = [Diagnostics.Stopwatch]::StartNew()
$($Script[$name])
`$clock.Stop()
`$process = [Diagnostics.Process]::GetCurrentProcess()
[string]::Format([cultureinfo]::InvariantCulture, 'BENCH {0:0.000} {1:0.000} {2}', `$clock.Elapsed.TotalSeconds, `$process.TotalProcessorTime.TotalSeconds, `$process.PeakWorkingSet64)
"@
            $result = Invoke-FreshPowerShell $body -TimeoutSec 900
            if ($result.Output -notmatch 'BENCH (\S+) (\S+) (\d+)') { throw "The run '$name' failed: $($result.Output) $($result.Error)" }
            if ($turn -gt 0) {
                [pscustomobject]@{ Name = $name; Seconds = [double] $Matches[1]; Cpu = [double] $Matches[2]; PeakMB = [long] $Matches[3] / 1MB }
            }
        }
    }
    foreach ($name in $Script.Keys) {
        $own = @($runs | Where-Object Name -eq $name)
        [pscustomobject]@{
            Name    = $name
            Runs    = $own.Count
            Seconds = [math]::Round((Get-Median $own.Seconds), 3)
            Cpu     = [math]::Round((Get-Median $own.Cpu), 3)
            PeakMB  = [math]::Round((Get-Median $own.PeakMB), 1)
        }
    }
}

function Get-Median {
    param([double[]] $Value)
    $sorted = @($Value | Sort-Object)
    $sorted[[math]::Floor($sorted.Count / 2)]
}

Export-ModuleMember -Function *-*
