# One cell of the fault matrix: a fault, a kind of command, and a lane of the server for both. Returns the results; the suite checks the requests
# in the log of the server, once all cells have run.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$WarningPreference = 'SilentlyContinue' # in parallel runspaces 3> does not reach them

Import-Module "$PSScriptRoot/TestSupport.psm1"

$script:Rows = 4
$script:Met = 3 # the first row that has the fault

function Get-FaultKind { 'read', 'paged read', 'change', 'bulk change' }

function Get-LanePath([string] $Lane, [string] $Rest) { "^/lane/$Lane/$Rest" }

# The requests of the lane that have the fault.
function Get-FaultPath($Case, [string] $Kind, [string] $Lane) {
    Get-LanePath $Lane $(switch ($Kind) {
        'read' { 'cegos/catalog/v1/(Products|Sessions)/' }
        'paged read' { "cegos/catalog/.*pageNumber=$($Case.Page)$" }
        default { 'cegos/registration/v1/Registration$' }
    })
}

function Set-CellFault($Server, $Case, [string] $Kind, [string] $Lane) {
    $fault = $Kind -like '*change' -and $Case.ChangeFault ? $Case.ChangeFault : $Case.Fault
    if ($fault) {
        Set-Fault $Server @{ match = @{ path = Get-FaultPath $Case $Kind $Lane }; times = $Case.Times; fault = $fault; skip = $Kind -eq 'bulk change' ? $script:Met - 1 : 0 }
    }
    if ($Case.Token) { Set-Fault $Server @{ match = @{ path = Get-LanePath $Lane '.*token' }; times = $Case.TokenTimes; fault = $Case.Token } }
}

function Clear-CellFault($Server, $Case, [string] $Kind, [string] $Lane) {
    foreach ($path in (Get-FaultPath $Case $Kind $Lane), (Get-LanePath $Lane '.*token')) { $null = Invoke-Control $Server 'faults' -Method Delete -Body @{ path = $path } }
}

function Connect-Cell($Server, $Addresses, $Case, [string] $Kind, [string] $Lane) {
    $isChange = $Kind -like '*change'
    $lane0 = [uri]::new($Server.Uri, "lane/$Lane/")
    $base = $Case.Address ? [uri]::new($Addresses[$Case.Address], "lane/$Lane/") : $lane0
    $parameters = @{
        Credential      = New-TestCredential
        CatalogUri      = [uri]::new($base, 'cegos/catalog/')
        RegistrationUri = [uri]::new($base, 'cegos/registration/')
        TokenUri        = [uri]::new($lane0, 'cegos/auth/connect/token')
        Scope           = $isChange ? 'Registration' : 'Catalog'
    }
    if ($Case.Address -eq 'Proxy') { $parameters.Proxy = $Server.Uri }
    Connect-Cegos @parameters -MaximumRetryCount 1 -TimeoutSec $Case.TimeoutSec -MaximumResponseBytes $Case.MaximumResponseBytes -Name $Lane -PassThru
}

# Runs the command and returns its objects, its errors (the terminating one last), and whether there was a terminating error.
function Invoke-Cell([scriptblock] $Call) {
    $ErrorActionPreference = 'Continue'
    $objects, $errors, $ended = [Collections.Generic.List[object]]::new(), [Collections.Generic.List[object]]::new(), $false
    try { & $Call 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { $errors.Add($_) } else { $objects.Add($_) } } }
    catch {
        $errors.Add($_)
        $ended = $true
    }
    [pscustomobject]@{ Objects = @($objects); Errors = @($errors); Ids = @($errors | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] }); Ended = $ended }
}

function Invoke-FaultCell {
    param([Parameter(Mandatory)] $Server, [Parameter(Mandatory)] $Addresses, [Parameter(Mandatory)] $Case, [Parameter(Mandatory)][string] $Kind, [Parameter(Mandatory)][string] $Folder)
    $lane = "$($Case.Id)-$($Kind -replace ' ')"
    $connection = Connect-Cell $Server $Addresses $Case $Kind $lane
    Set-CellFault $Server $Case $Kind $lane
    $again, $journal = $null, $null
    $rows = foreach ($number in 1..$script:Rows) { [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = "T-$number"; SessionId = 'SES001'; ClientReference = "$lane-$number" } }
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $run = switch ($Kind) {
        'read' { Invoke-Cell { $Case.Noun -eq 'Session' ? (Get-CegosSession 2025-61072-PAR-001 -Connection $connection) : (Get-CegosProduct 202561072 -Connection $connection) } }
        'paged read' { Invoke-Cell { if ($Case.Noun -eq 'Session') { Get-CegosSession -Connection $connection } else { Get-CegosProduct -Connection $connection } } }
        'change' { Invoke-Cell { $rows[0] | New-CegosRegistration -Connection $connection } }
        'bulk change' { Invoke-Cell { $rows | New-CegosRegistration -Connection $connection -ThrottleLimit 2 -Journal "$Folder/$lane.jsonl" } }
    }
    $elapsed = $clock.ElapsedMilliseconds
    if ($Kind -eq 'bulk change') {
        $journal = @(Get-TrainingJournal "$Folder/$lane.jsonl")
        Clear-CellFault $Server $Case $Kind $lane
        $again = Invoke-Cell { $rows | New-CegosRegistration -Connection $connection -ThrottleLimit 2 -Journal "$Folder/$lane.jsonl" }
    }
    Disconnect-TrainingApi -Connection $connection
    [pscustomobject]@{ Case = $Case; Kind = $Kind; Lane = $lane; Rows = @($rows); Run = $run; Journal = $journal; Again = $again; Milliseconds = $elapsed }
}

# The text of a cell in the table.
function Get-CellText {
    param([Parameter(Mandatory)] $Cell, [int] $Requests)
    $run, $errors = $Cell.Run, (@($Cell.Run.Ids | Sort-Object -Unique | ForEach-Object { "``$_``" }) -join ', ')
    switch ($Cell.Kind) {
        'read' { $run.Ids ? $errors : $Requests -gt 1 ? 'complete after a retry' : 'complete' }
        'paged read' { $run.Ids ? "$([math]::Floor($run.Objects.Count / 100)) pages, then $errors" : $Requests -gt 8 ? 'complete after a retry' : 'complete' }
        'change' { $run.Ids ? $errors : $Requests -gt 1 ? 'succeeds after a retry' : 'succeeds' }
        'bulk change' {
            $first = -not $run.Ids ? 'all succeed' : $run.Ended ? "run ends: $errors" : "$($run.Objects.Count) succeed, $($run.Ids.Count) $errors"
            $second = @($Cell.Again.Ids | Sort-Object -Unique | ForEach-Object { "``$_``" }) -join ', '
            $rest = -not $run.Ids ? 'nothing sent' : -not $Cell.Again.Ids ? 'the rest succeeds' : "$($Cell.Again.Ids.Count) stay $second"
            "$first; second run: $rest"
        }
    }
}

Export-ModuleMember -Function Get-FaultKind, Invoke-FaultCell, Get-CellText
