# Bulk runs through a component: each in a process of its own, which trusts the test's authority. Compares what a run said with what the vendor holds.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../Pester/Support/ChangeSupport.psm1"
Import-Module "$PSScriptRoot/../../Pester/Support/TestSupport.psm1"
Import-Module "$PSScriptRoot/Components.psm1"

# A file of rows, with a journal that does not exist yet.
function New-BulkRun {
    param([Parameter(Mandatory)] $Server, [Parameter(Mandatory)][uri] $Base, [Parameter(Mandatory)][string] $Folder, [string] $Authority, [int] $Rows = 200, [int] $ThrottleLimit = 8)
    $name = [guid]::NewGuid().ToString('N').Substring(0, 8)
    $csv = Join-Path $Folder "$name.csv"
    New-RegistrationRow (1..$Rows) | Export-Csv $csv
    [pscustomobject]@{
        Server = $Server; Base = $Base; Folder = $Folder; Authority = $Authority; Csv = $csv; Journal = Join-Path $Folder "$name.jsonl"; ThrottleLimit = $ThrottleLimit
        References = @((Import-Csv $csv).ClientReference); Runs = 0
    }
}

# Starts the run, or starts it again with the same journal. -With has parameters of Connect-Cegos.
function Start-BulkRun {
    param([Parameter(Mandatory)] $Run, [hashtable] $With = @{}, [hashtable] $Environment = @{}, $Namespace, [string] $ProxyUser, [string] $ProxyPassword, [int] $Pause, [string] $Csv, [switch] $RetryInDoubt)
    $Run.Runs++
    $path = "$($Run.Journal).$($Run.Runs)"
    @{
        Base = $Run.Base; With = $With; Csv = $Csv ? $Csv : $Run.Csv; Journal = $Run.Journal; ThrottleLimit = $Run.ThrottleLimit; Output = "$path.out.json"; Pause = $Pause
        ProxyUser = $ProxyUser; ProxyPassword = $ProxyPassword; RetryInDoubt = [bool] $RetryInDoubt
    } | ConvertTo-Json -Depth 4 | Set-Content "$path.json"
    $own = [Environment]::ProcessPath
    $arguments = @($own) + ([IO.Path]::GetFileNameWithoutExtension($own) -eq 'dotnet' ? (Join-Path $PSHOME 'pwsh.dll') : @()) + '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/Invoke-BulkRun.ps1", "$path.json"
    if ($Namespace) { $arguments = @((Find-Component ip), 'netns', 'exec', $Namespace.Name) + $arguments }
    $start = [Diagnostics.ProcessStartInfo]::new($arguments[0])
    foreach ($argument in $arguments | Select-Object -Skip 1) { $start.ArgumentList.Add($argument) }
    # The proxies of this machine are not part of a test.
    foreach ($name in 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'all_proxy', 'no_proxy') { $null = $start.Environment.Remove($name) }
    if ($Run.Authority) { $start.Environment['SSL_CERT_FILE'] = $Run.Authority }
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    [pscustomobject]@{ Process = $process; Output = "$path.out.json"; Said = $process.StandardOutput.ReadToEndAsync(); Failed = $process.StandardError.ReadToEndAsync() }
}

# Waits for the end of a started run: the references that Succeeded or are InDoubt, the errors of those that were Refused, what Ended it, and all Text.
function Wait-BulkRun {
    param([Parameter(Mandatory)] $Started, [int] $TimeoutSec = 240)
    if (-not $Started.Process.WaitForExit($TimeoutSec * 1000)) {
        $Started.Process.Kill($true)
        throw "The run did not end within $TimeoutSec s."
    }
    if (-not (Test-Path $Started.Output)) { throw "The run failed: $($Started.Said.Result) $($Started.Failed.Result)" }
    $result = Get-Content $Started.Output -Raw | ConvertFrom-Json
    [pscustomobject]@{
        Succeeded = @($result.Succeeded | ForEach-Object Reference)
        InDoubt   = @($result.Errors | Where-Object Id -EQ 'InDoubt' | ForEach-Object Reference)
        Refused   = @($result.Errors | Where-Object Id -NE 'InDoubt')
        Messages  = @($result.Errors | ForEach-Object Message)
        Ended     = $result.Ended
        Text      = $result.Text
    }
}

# What the vendor holds.
function Get-Registered { param([Parameter(Mandatory)] $Server) @((Get-CegosState $Server).registrations | ForEach-Object { $_.fields.clientReference }) }

# Waits until a run is at work: the vendor holds that many rows.
function Wait-Registered {
    param([Parameter(Mandatory)] $Started, [Parameter(Mandatory)] $Server, [Parameter(Mandatory)][int] $Count)
    Wait-Until { $Started.Process.HasExited -or @(Get-Registered $Server).Count -ge $Count } -TimeoutSec 90
    if ($Started.Process.HasExited) { throw "The run ended too early: $($Started.Said.Result) $($Started.Failed.Result)" }
}

# Compares the outcome of a run with what the vendor holds: no row twice, none lost, none called done that is not, and the outcome of no more rows
# unknown than were in flight. Returns the references in doubt.
function Assert-BulkRun {
    param([Parameter(Mandatory)] $Run, [Parameter(Mandatory)] $Result, [int] $InDoubtAtMost = 0, [string[]] $ErrorId = @(), [string] $Ended)
    $registered = @(Get-Registered $Run.Server)
    $outcome = @($Result.Refused | Group-Object Id | ForEach-Object { ", $($_.Count) $($_.Name)" }) -join ''
    $missing = @($Result.InDoubt | Where-Object { $_ -notin $registered })
    Write-Host "    $($Run.References.Count) rows: $($Result.Succeeded.Count) succeeded, $($Result.InDoubt.Count) in doubt ($($missing.Count) not at the vendor)$outcome$($Result.Ended ? ", ended: $($Result.Ended.Id)" : '')"
    @($registered | Group-Object | Where-Object Count -GT 1 | ForEach-Object Name) | Should -BeNullOrEmpty -Because 'no row is there twice'
    @($Result.Succeeded | Where-Object { $_ -notin $registered }) | Should -BeNullOrEmpty -Because 'what succeeded is at the vendor'
    @($Result.Refused | Where-Object Reference -In $registered) | Should -BeNullOrEmpty -Because 'an error other than InDoubt means that nothing was done'
    @($Result.Refused | Where-Object Id -NotIn $ErrorId | ForEach-Object Message) | Should -BeNullOrEmpty
    if ($Result.Ended) { $Result.Ended.Id | Should -BeExactly $Ended -Because $Result.Ended.Message }
    else {
        @($Result.Succeeded) + @($Result.InDoubt) + @($Result.Refused | ForEach-Object Reference) | Sort-Object | Should -Be ($Run.References | Sort-Object) -Because 'every row has one outcome'
    }
    @($registered | Where-Object { $_ -notin $Result.Succeeded -and $_ -notin $Result.InDoubt }) | Should -BeNullOrEmpty -Because 'what the vendor did succeeded or is in doubt'
    $Result.InDoubt.Count | Should -BeLessOrEqual $InDoubtAtMost -Because "no more rows were in flight: $($Result.Messages | Select-Object -First 1)"
    $Result.InDoubt
}

# Runs again with the same journal once the fault is over: the rest succeeds, what is in doubt stays and is not sent. Then what is in doubt and not
# at the vendor is sent with -RetryInDoubt, and the vendor holds each row once.
function Complete-BulkRun {
    param([Parameter(Mandatory)] $Run, [AllowEmptyCollection()][AllowNull()][string[]] $InDoubt, [hashtable] $Parameters = @{})
    $result = Wait-BulkRun (Start-BulkRun $Run @Parameters)
    "$($result.Ended)" | Should -BeNullOrEmpty
    @($result.Refused | ForEach-Object Message) | Should -BeNullOrEmpty
    @($result.InDoubt | Sort-Object) | Should -Be @($InDoubt | Sort-Object)
    $result.Succeeded.Count | Should -Be ($Run.References.Count - $InDoubt.Count)
    $held = @(Get-Registered $Run.Server)
    $missing = @(Import-Csv $Run.Csv | Where-Object { $_.ClientReference -in $InDoubt -and $_.ClientReference -notin $held })
    if ($missing) {
        $missing | Export-Csv "$($Run.Csv).missing"
        $again = Wait-BulkRun (Start-BulkRun $Run @Parameters -Csv "$($Run.Csv).missing" -RetryInDoubt)
        $again.Succeeded.Count | Should -Be $missing.Count
    }
    Get-Registered $Run.Server | Sort-Object | Should -Be ($Run.References | Sort-Object) -Because 'the vendor holds each row once'
}

Export-ModuleMember -Function *-*
