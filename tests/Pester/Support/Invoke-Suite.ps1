#Requires -Version 7.4
# Runs Pester files against the built module, one after the other, each in its own runspace, and writes after each whether it
# passed: '=== <file>: passed', or '=== <file>: failed' and each failed test again, with its reason. Fails the process if a test failed or a file
# ran none.
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]] $Path)

$ErrorActionPreference = 'Stop'
# The Pester that the build restored, if there is one.
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
    foreach ($failed in @($result.Failed) + @($result.FailedBlocks) + @($result.FailedContainers)) {
        "[-] $($failed.PSObject.Properties['ExpandedPath'] ? $failed.ExpandedPath : $File)"
        foreach ($record in $failed.ErrorRecord) { "$record".Trim(), @($record.ScriptStackTrace -split '\r?\n' -notmatch 'Pester\.(psm1|ScriptScope)|<No file>') }
    }
    $result.FailedCount -eq 0 -and $result.FailedContainersCount -eq 0 -and $result.PassedCount + $result.SkippedCount -gt 0
}
$exitCode = 0
foreach ($file in $Path) {
    $runspace = [runspacefactory]::CreateRunspace($Host)
    $runspace.Open()
    $shell = [powershell]::Create($runspace)
    try { $said = @($shell.AddScript($run).AddArgument($file).Invoke()) }
    catch { $said = "$_", $false }
    finally { $shell.Dispose(); $runspace.Dispose() }
    $passed = $said[-1] -eq $true
    "=== ${file}: $($passed ? 'passed' : 'failed')"
    $said | Select-Object -SkipLast 1
    if (-not $passed) { $exitCode = 1 }
}
exit $exitCode
