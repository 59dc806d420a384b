#Requires -Version 7.4
# Runs Pester files against the built module, one after the other, each in a runspace of its own, and says behind each whether it
# passed: '=== <file>: passed'. Fails the process where a test failed or a file ran none.
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]] $Path)

$ErrorActionPreference = 'Stop'
# The Pester that the build restored, where there is one.
$env:PSModulePath = (Join-Path $PSScriptRoot '../bin/Release/net10.0/Modules') + [IO.Path]::PathSeparator + $env:PSModulePath
$PSStyle.OutputRendering = 'PlainText'
$run = {
    param($File)
    $ErrorActionPreference = 'Stop'
    $ProgressPreference = 'SilentlyContinue'
    Import-Module Pester -MinimumVersion 5.5.0
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $File
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'Detailed'
    $result = Invoke-Pester -Configuration $configuration
    $result.FailedCount -eq 0 -and $result.FailedContainersCount -eq 0 -and $result.PassedCount + $result.SkippedCount -gt 0
}
$exitCode = 0
foreach ($file in $Path) {
    $runspace = [runspacefactory]::CreateRunspace($Host)
    $runspace.Open()
    $shell = [powershell]::Create($runspace)
    try { $passed = $shell.AddScript($run).AddArgument($file).Invoke()[-1] -eq $true }
    catch { $passed = $false; "$_" }
    finally { $shell.Dispose(); $runspace.Dispose() }
    "=== ${file}: $($passed ? 'passed' : 'failed')"
    if (-not $passed) { $exitCode = 1 }
}
exit $exitCode
