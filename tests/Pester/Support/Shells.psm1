# PowerShell instances in this process, for code that cannot run on the thread of a suite: it hangs, is stopped, or runs concurrently.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$script:Manifest = Join-Path ($env:TRAININGAPIS_INSTALLED ? $env:TRAININGAPIS_INSTALLED : "$PSScriptRoot/../../../out/TrainingApis") 'TrainingApis.psd1'

# Creates a runspace with the module and starts the script; the arguments are passed to its param block.
function Start-Shell {
    param([Parameter(Mandatory)][string] $Script, [object[]] $ArgumentList = @())
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule($script:Manifest)
    $runspace = [runspacefactory]::CreateRunspace($state)
    $runspace.Open()
    $shell = [powershell]::Create($runspace).AddScript($Script)
    foreach ($argument in $ArgumentList) { $null = $shell.AddArgument($argument) }
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $empty = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $empty.Complete()
    [pscustomobject]@{ PowerShell = $shell; Runspace = $runspace; Output = $output; Run = $shell.BeginInvoke($empty, $output) }
}

# Waits for its end and returns its output; throws if it does not end in time, or wrote an error.
function Wait-Shell {
    param([Parameter(Mandatory)] $Shell, [int] $Milliseconds = 10000)
    if (-not $Shell.Run.AsyncWaitHandle.WaitOne($Milliseconds)) { throw "The shell did not end within $Milliseconds ms." }
    $null = $Shell.PowerShell.EndInvoke($Shell.Run)
    if ($Shell.PowerShell.Streams.Error.Count) { throw $Shell.PowerShell.Streams.Error[0] }
    $Shell.Output
}

# Stops the shell like Ctrl+C; returns the milliseconds until it has stopped.
function Stop-Shell {
    param([Parameter(Mandatory)] $Shell, [int] $Milliseconds = 10000)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $stop = $Shell.PowerShell.BeginStop($null, $null)
    if (-not $stop.AsyncWaitHandle.WaitOne($Milliseconds)) { throw "The shell did not stop within $Milliseconds ms." }
    $clock.ElapsedMilliseconds
}

function Remove-Shell {
    param([Parameter(Mandatory)] $Shell)
    # A shell that hangs would hang here too, which the test has already reported.
    if ($Shell.PowerShell.InvocationStateInfo.State -ne 'Running') {
        $Shell.PowerShell.Dispose()
        $Shell.Runspace.Dispose()
    }
}

# Repeats the check until it succeeds or the time is over; returns whether it succeeded.
function Wait-Until {
    param([Parameter(Mandatory)][scriptblock] $Condition, [int] $Milliseconds = 5000)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($clock.ElapsedMilliseconds -gt $Milliseconds) { return $false }
        Start-Sleep -Milliseconds 15
    }
    $true
}

Export-ModuleMember -Function *-*
