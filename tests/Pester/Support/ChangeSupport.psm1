# Functions for the suites of the changing commands: rows, sent changes, the state of the vendor, and a shell whose streams,
# prompts and end a test controls.
#Requires -Version 7.4
using namespace System.Collections.Generic
using namespace System.Management.Automation
using namespace System.Management.Automation.Host
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/TestSupport.psm1"

# Records its output and prompts, and responds to every prompt with $Answer.
[NoRunspaceAffinity()]
class RecordingUI : PSHostUserInterface {
    [List[string]] $Lines = [List[string]]::new()
    [List[string]] $Questions = [List[string]]::new()
    [int] $Answer = 0
    [PSHostRawUserInterface] get_RawUI() { return $null }
    [bool] get_SupportsVirtualTerminal() { return $false }
    [string] ReadLine() { return '' }
    [securestring] ReadLineAsSecureString() { return [securestring]::new() }
    [void] Write([string] $value) { $this.Lines.Add($value) }
    [void] Write([ConsoleColor] $front, [ConsoleColor] $back, [string] $value) { $this.Lines.Add($value) }
    [void] WriteLine([string] $value) { $this.Lines.Add($value) }
    [void] WriteErrorLine([string] $value) { }
    [void] WriteDebugLine([string] $value) { }
    [void] WriteVerboseLine([string] $value) { }
    [void] WriteWarningLine([string] $value) { }
    [void] WriteProgress([long] $sourceId, [ProgressRecord] $record) { }
    [Dictionary[string, psobject]] Prompt([string] $caption, [string] $message, [System.Collections.ObjectModel.Collection[FieldDescription]] $fields) { throw 'A mandatory parameter is missing.' }
    [pscredential] PromptForCredential([string] $caption, [string] $message, [string] $user, [string] $target) { throw 'Nobody is there.' }
    [pscredential] PromptForCredential([string] $caption, [string] $message, [string] $user, [string] $target, [PSCredentialTypes] $types, [PSCredentialUIOptions] $options) { throw 'Nobody is there.' }
    [int] PromptForChoice([string] $caption, [string] $message, [System.Collections.ObjectModel.Collection[ChoiceDescription]] $choices, [int] $default) {
        $this.Questions.Add($message)
        return $this.Answer
    }
}

[NoRunspaceAffinity()]
class RecordingHost : PSHost {
    [RecordingUI] $Seen = [RecordingUI]::new()
    [guid] $Id = [guid]::NewGuid()
    [guid] get_InstanceId() { return $this.Id }
    [string] get_Name() { return 'Recording' }
    [version] get_Version() { return [version] '1.0' }
    [PSHostUserInterface] get_UI() { return $this.Seen }
    [cultureinfo] get_CurrentCulture() { return [cultureinfo]::InvariantCulture }
    [cultureinfo] get_CurrentUICulture() { return [cultureinfo]::InvariantCulture }
    [void] SetShouldExit([int] $code) { }
    [void] EnterNestedPrompt() { throw 'Nobody is there.' }
    [void] ExitNestedPrompt() { }
    [void] NotifyBeginApplication() { }
    [void] NotifyEndApplication() { }
}

# Starts a shell in this process, with the module. $Answer: 0 yes, 1 yes to all, 2 no, 3 no to all.
function Start-Shell {
    param([Parameter(Mandatory)][scriptblock] $Script, [object[]] $ArgumentList = @(), [int] $Answer = 0)
    $recorder = [RecordingHost]::new()
    $recorder.Seen.Answer = $Answer
    $state = [Runspaces.InitialSessionState]::CreateDefault2()
    $state.ImportPSModule((Join-Path $ModulePath 'TrainingApis.psd1'))
    $runspace = [runspacefactory]::CreateRunspace($recorder, $state)
    $runspace.Open()
    $shell = [powershell]::Create($runspace)
    $null = $shell.AddScript($Script.ToString())
    foreach ($argument in $ArgumentList) { $null = $shell.AddArgument($argument) }
    $output = [PSDataCollection[psobject]]::new()
    $running = $shell.BeginInvoke([PSDataCollection[psobject]]::new(), $output)
    [pscustomobject]@{ Shell = $shell; Running = $running; Output = $output; Streams = $shell.Streams; Screen = $recorder.Seen }
}

# Waits for its end and returns Output, Errors, Lines, Questions, Progress, and the error that ended it.
function Wait-Shell {
    param([Parameter(Mandatory)] $Started, [int] $TimeoutSec = 60)
    $ended = $null
    if (-not $Started.Running.AsyncWaitHandle.WaitOne($TimeoutSec * 1000)) { throw "The shell did not end within $TimeoutSec s." }
    try { $Started.Shell.EndInvoke($Started.Running) } catch { $ended = $_.Exception.InnerException ?? $_.Exception }
    [pscustomobject]@{
        Output    = @($Started.Output)
        Errors    = @($Started.Streams.Error)
        Progress  = @($Started.Streams.Progress)
        Verbose   = @($Started.Streams.Verbose)
        Lines     = @($Started.Screen.Lines)
        Questions = @($Started.Screen.Questions)
        Ended     = $ended
    }
    $Started.Shell.Runspace.Dispose()
    $Started.Shell.Dispose()
}

# Stops the shell like Ctrl+C. Returns the milliseconds that it took.
function Stop-Shell {
    param([Parameter(Mandatory)] $Started)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $Started.Shell.Stop()
    $clock.ElapsedMilliseconds
}

# Waits until the condition is true.
function Wait-Until {
    param([Parameter(Mandatory)][scriptblock] $Condition, [int] $TimeoutSec = 30)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($clock.Elapsed.TotalSeconds -gt $TimeoutSec) { throw "This did not come true within $TimeoutSec s: $Condition" }
        Start-Sleep -Milliseconds 15
    }
}

# Resets the sandbox and connects with a registration token; the request log is empty afterwards.
function Reset-TestCegos {
    param([Parameter(Mandatory)] $Server, [hashtable] $With = @{})
    $null = Invoke-Control $Server 'reset' -Method Post
    Disconnect-TrainingApi
    Connect-TestCegos $Server (@{ Scope = 'Registration' } + $With)
    Clear-RequestLog $Server
}

# The same for Loop.
function Reset-TestLoop {
    param([Parameter(Mandatory)] $Server, [hashtable] $With = @{})
    $null = Invoke-Control $Server 'reset' -Method Post
    Connect-TestLoop $Server $With
    Clear-RequestLog $Server
}

# Settings of Loop: status of rejections, forms of responses, apostrophes, files, routes.
function Set-LoopControl { param([Parameter(Mandatory)] $Server, [hashtable] $Knob) $null = Invoke-Control $Server 'loop' -Method Put -Body $Knob }

# The state of the firm.
function Get-LoopState { param([Parameter(Mandatory)] $Server) (Invoke-Control $Server 'state').loop }

# Connects to every API that TestSupport can connect, for suites that find their commands by class.
function Reset-TestApi {
    param([Parameter(Mandatory)] $Server)
    $null = Invoke-Control $Server 'reset' -Method Post
    Disconnect-TrainingApi
    foreach ($connect in Get-Command -Module TestSupport -Name Connect-Test*) { & $connect $Server }
    Clear-RequestLog $Server
}

# The connection that a command needs.
function Get-ConnectionOf {
    param([Parameter(Mandatory)] $Command)
    $all = @(Get-TrainingApiConnection)
    ($all | Where-Object { $Command.Noun -like "$($_.Service)*" }) ?? ($all | Where-Object Service -EQ 'Cegos')
}

function Set-Latency { param([Parameter(Mandatory)] $Server, [int] $Milliseconds) $null = Invoke-Control $Server 'latency' -Method Put -Body @{ milliseconds = $Milliseconds } }

# Settings of Cegos: status of rejections, number of reads for which a deferral is pending, routes.
function Set-CegosControl { param([Parameter(Mandatory)] $Server, [hashtable] $Knob) $null = Invoke-Control $Server 'cegos' -Method Put -Body $Knob }

# Every request that can change something, in the order of arrival.
function Get-SentChange { param([Parameter(Mandatory)] $Server) Get-RequestLog $Server | Where-Object { $_.method -ne 'GET' -and $_.target -notlike '*/token' } }

# The state of the vendor.
function Get-CegosState { param([Parameter(Mandatory)] $Server) (Invoke-Control $Server 'state').cegos }

# Rows as from Import-Csv.
function New-RegistrationRow {
    param([Parameter(Mandatory)][int[]] $Number)
    foreach ($one in $Number) { [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = "T-$one"; SessionId = 'SES001'; ClientReference = "REF-$one" } }
}

# A registration at the vendor, created without the module.
function Add-CegosRegistration {
    param([Parameter(Mandatory)] $Server, [int] $Count = 1, [string] $SessionId = 'SES001')
    $token = Invoke-RestMethod ([uri]::new($Server.Uri, 'cegos/auth/connect/token')) -Method Post -NoProxy -Body @{
        grant_type = 'client_credentials'; client_id = 'sandbox-client'; client_secret = 'sandbox-secret'; scope = 'api-registration'
    }
    foreach ($one in 1..$Count) {
        $body = @{ managerCrmId = 'M-1'; managerCrmIsLead = 'false'; traineeCrmId = "T-$one"; traineeCrmIsLead = 'false'; sessionId = $SessionId } | ConvertTo-Json
        (Invoke-RestMethod ([uri]::new($Server.Uri, 'cegos/registration/v1/Registration')) -Method Post -NoProxy -Body $body -ContentType 'application/json' -Headers @{ Authorization = "Bearer $($token.access_token)" }).id
    }
    Clear-RequestLog $Server
}

# The commands that change something row by row.
function Get-RowCommand { Get-Command -Module TrainingApis | Where-Object { $_.Parameters.ContainsKey('Journal') } }

# Other arguments of a command that queries the vendor before it changes something: the IDs of samples do not exist.
function Get-SampleSwitch {
    param([Parameter(Mandatory)] $Command)
    $switches = @{}
    foreach ($name in 'SkipExistenceCheck', 'SkipPreconditionCheck') { if ($Command.Parameters.ContainsKey($name)) { $switches[$name] = $true } }
    $switches
}

# The parameters that a row supplies by name: name, aliases, whether an ID, whether mandatory, and the reader of its cell ('' for plain text).
$script:RowParameters = @{}
function Get-RowParameter {
    param([Parameter(Mandatory)] $Command)
    if (-not $script:RowParameters.ContainsKey($Command.Name)) {
        $script:RowParameters[$Command.Name] = @(
            foreach ($property in $Command.ImplementingType.GetProperties()) {
                $attributes = $property.GetCustomAttributes($true)
                $uses = $attributes | Where-Object { $_ -is [ParameterAttribute] }
                if (-not ($uses | Where-Object ValueFromPipelineByPropertyName)) { continue }
                $id = $attributes | Where-Object { $_.GetType().Name -eq 'IdAttribute' }
                $cell = $attributes | ForEach-Object { $_.GetType().Name } | Where-Object { $_ -like '*FieldAttribute' -and $_ -ne 'TextFieldAttribute' }
                [pscustomobject]@{
                    Name      = $property.Name
                    Names     = @($property.Name) + @($Command.Parameters[$property.Name].Aliases)
                    Type      = [Nullable]::GetUnderlyingType($property.PropertyType) ?? $property.PropertyType
                    IsId      = [bool] $id
                    Mandatory = [bool] ($uses | Where-Object Mandatory)
                    Cell      = $cell ? $cell -replace 'FieldAttribute' -replace 'Integer', 'WholeNumber' : $id -and $id.WholeNumber ? 'WholeNumber' : ''
                }
            })
    }
    $script:RowParameters[$Command.Name]
}

# The names of an enumeration that a change may send.
function Get-SettableName { param([Parameter(Mandatory)][type] $Type) [enum]::GetNames($Type) | Where-Object { $_ -notin 'Unknown', 'Cancelled' } }

# A cell that the parameter can read; -Other returns another one.
function Get-SampleCell {
    param([Parameter(Mandatory)] $Parameter, [switch] $Other)
    switch ($Parameter.Cell) {
        'Boolean' { $Other ? 'true' : 'false' }
        'Enum' { @(Get-SettableName $Parameter.Type)[$Other ? -1 : 0] }
        'Number' { $Other ? '99.5' : '1.5' }
        'WholeNumber' { $Other ? '99' : '7' }
        'Form' { , @(@{ id = 'comment'; value = $Other ? 'other' : 'some' }) }
        'Date' { $Other ? '1999-12-31' : '2000-12-31' }
        default { "$($Parameter.Name -eq 'Address' -and $Parameter.Mandatory ? 'https://example.com/' : '')$($Other ? 'Other' : 'Some')$($Parameter.Name)" }
    }
}

# The mandatory values of a command, as a row or to splat.
function Get-SampleRow {
    param([Parameter(Mandatory)] $Command)
    $row = [ordered]@{}
    foreach ($parameter in Get-RowParameter $Command | Where-Object Mandatory) { $row[$parameter.Name] = Get-SampleCell $parameter }
    # Values that the command requires besides its mandatory parameters.
    $more = switch ($Command.Name) {
        'New-CegosLead' { @{ LastName = 'SomeLastName'; FirstName = 'SomeFirstName'; Email = 'some@example.com'; CompanyName = 'SomeCompany' } }
        'Set-ConferenceRegistration' { @{ ClientId = 'SomeClientId' } }
        'Set-LoopClient' { @{ Phone = 'SomePhone' } }
        'Set-ResamaniaContact' { @{ Mobile = 'SomeMobile' } }
        default { @{} }
    }
    foreach ($name in $more.Keys | Sort-Object) { $row[$name] = $more[$name] }
    $row
}

# The error id without the command's class.
function Get-ErrorId { param([Parameter(Mandatory, ValueFromPipeline)] $ErrorRecord) process { $ErrorRecord.FullyQualifiedErrorId.Split(',')[0] } }

# Kills a process some milliseconds after a condition is met, and fails if the process ended before.
function Stop-RunAtWork {
    param([Diagnostics.Process] $Process, [scriptblock] $IsReached, [int] $Delay)
    try {
        Wait-Until { $Process.HasExited -or (& $IsReached) } -TimeoutSec 90
        Start-Sleep -Milliseconds $Delay
        $Process.HasExited | Should -BeFalse -Because 'it is to be killed at work'
    }
    finally {
        $Process.Kill()
        $Process.WaitForExit()
        $Process.Dispose()
    }
}

Export-ModuleMember -Function *-*
