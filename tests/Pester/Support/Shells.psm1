# PowerShells within this process, for what a suite cannot do on its own thread: hang, be stopped, run beside others.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$script:Manifest = Join-Path ($env:TRAININGAPIS_INSTALLED ? $env:TRAININGAPIS_INSTALLED : "$PSScriptRoot/../../../out/TrainingApis") 'TrainingApis.psd1'

# A runspace of its own, the module imported, the script started; arguments arrive as its param block says.
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

# Waits for its end and gives what it wrote; throws where it does not end in time, or wrote an error.
function Wait-Shell {
    param([Parameter(Mandatory)] $Shell, [int] $Milliseconds = 10000)
    if (-not $Shell.Run.AsyncWaitHandle.WaitOne($Milliseconds)) { throw "The shell did not end within $Milliseconds ms." }
    $null = $Shell.PowerShell.EndInvoke($Shell.Run)
    if ($Shell.PowerShell.Streams.Error.Count) { throw $Shell.PowerShell.Streams.Error[0] }
    $Shell.Output
}

# What Ctrl+C does; gives the milliseconds until it has stopped.
function Stop-Shell {
    param([Parameter(Mandatory)] $Shell, [int] $Milliseconds = 10000)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $stop = $Shell.PowerShell.BeginStop($null, $null)
    if (-not $stop.AsyncWaitHandle.WaitOne($Milliseconds)) { throw "The shell did not stop within $Milliseconds ms." }
    $clock.ElapsedMilliseconds
}

function Remove-Shell {
    param([Parameter(Mandatory)] $Shell)
    # A shell that hangs would hang here too: that is for the test to have noticed.
    if ($Shell.PowerShell.InvocationStateInfo.State -ne 'Running') {
        $Shell.PowerShell.Dispose()
        $Shell.Runspace.Dispose()
    }
}

# Asks again until it is so, at most that long; says whether it came to be.
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
