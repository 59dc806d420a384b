# Reads the pages in docs/ and the code, independently, as the same plain facts; and runs the examples of the pages.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$script:Root = [IO.Path]::GetFullPath("$PSScriptRoot/../../..")

# The text below each heading of a level, by title, in the order of the page.
function Split-Heading {
    param([string] $Text, [int] $Level)
    $found = [ordered]@{}
    foreach ($match in [regex]::Matches($Text, "(?ms)^#{$Level} (?<title>[^\n]+)\n(?<body>.*?)(?=^#{1,$Level} \S|\z)")) {
        $found[$match.Groups['title'].Value] = $match.Groups['body'].Value.Trim()
    }
    $found
}

# A page: its sections as text, its syntax by parameter set, the facts of its parameters, and its examples.
function Read-HelpPage {
    param([Parameter(Mandatory, ValueFromPipelineByPropertyName)][Alias('FullName')][string] $Path)
    process {
        $text = (Get-Content -LiteralPath $Path -Raw) -replace "`r"
        $sections = Split-Heading $text 2
        $syntax = Split-Heading $sections['SYNTAX'] 3
        if (-not $syntax.Count) { $syntax['(All)'] = $sections['SYNTAX'] }
        $facts = foreach ($parameter in (Split-Heading $sections['PARAMETERS'] 3).GetEnumerator() | Where-Object Key -like '-*') {
            foreach ($block in [regex]::Matches($parameter.Value, '(?s)```yaml\n(.*?)\n```')) {
                $fact = @{ Name = $parameter.Key.Substring(1); Description = ($parameter.Value -split '```', 2)[0].Trim() }
                foreach ($line in $block.Groups[1].Value -split '\n' -ne '') { $fact[($line -split ':', 2)[0]] = ($line -split ':', 2)[1].Trim() }
                $fact
            }
        }
        [pscustomobject]@{
            Name     = [IO.Path]::GetFileNameWithoutExtension($Path)
            Text     = $text
            Syntax   = @($syntax.GetEnumerator() | ForEach-Object { '{0}: {1}' -f $_.Key, $_.Value.Replace('```', '').Trim() } | Sort-Object)
            Facts    = @($facts)
            Inputs   = @((Split-Heading $sections['INPUTS'] 3).Keys)
            Outputs  = @((Split-Heading $sections['OUTPUTS'] 3).Keys)
            Examples = @(Read-Example ([IO.Path]::GetFileNameWithoutExtension($Path)) $sections['EXAMPLES'])
        }
    }
}

function Read-Example {
    param([string] $Command, [string] $Text)
    foreach ($example in (Split-Heading $Text 3).GetEnumerator()) {
        @{
            Command = $Command
            Title   = $example.Key
            Code    = [regex]::Match($example.Value, '(?s)```powershell\n(.*?)\n```').Groups[1].Value
            Output  = [regex]::Match($example.Value, '(?s)```output\n(.*?)\n```').Groups[1].Value
            NotRun  = [regex]::Match($example.Value, '<!-- not run: (.*?) -->').Groups[1].Value
        }
    }
}

# A line of facts for each parameter and parameter set, from the page.
function Get-PageFact {
    param($Page, [string[]] $Sets)
    foreach ($fact in $Page.Facts) {
        $in = if ($fact['Parameter Sets'] -eq '(All)') { $Sets } else { $fact['Parameter Sets'] -split ', ' }
        foreach ($set in $in) {
            '-{0} in {1}: {2}; aliases {3}; values {4}; required {5}; position {6}; default {7}; pipeline {8}; wildcards {9}' -f $fact.Name, $set,
            $fact['Type'], $fact['Aliases'], $fact['Accepted values'], $fact['Required'], $fact['Position'], $fact['Default value'],
            $fact['Accept pipeline input'], $fact['Accept wildcard characters']
        }
    }
}

# The same lines, from the code.
function Get-CodeFact {
    param([Management.Automation.CmdletInfo] $Command)
    $cmdlet = [Activator]::CreateInstance($Command.ImplementingType)
    foreach ($set in $Command.ParameterSets) {
        foreach ($parameter in Get-OwnParameter $set) {
            $type = [Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType
            $element = $type.IsArray ? $type.GetElementType() : $type
            $values = $element.IsEnum ? [Enum]::GetNames($element) : @($parameter.Attributes | Where-Object { $_ -is [ValidateSet] } | ForEach-Object ValidValues)
            $pipeline = @(if ($parameter.ValueFromPipelineByPropertyName) { 'ByPropertyName' }; if ($parameter.ValueFromPipeline) { 'ByValue' })
            '-{0} in {1}: {2}; aliases {3}; values {4}; required {5}; position {6}; default {7}; pipeline {8}; wildcards {9}' -f $parameter.Name, $set.Name,
            $type.Name, ($parameter.Aliases -join ', '), ($values -join ', '), $parameter.IsMandatory,
            ($parameter.Position -lt 0 ? 'Named' : $parameter.Position), (Get-DefaultText $cmdlet $parameter),
            ($pipeline ? "True ($($pipeline -join ', '))" : 'False'), [bool]@($parameter.Attributes | Where-Object { $_ -is [SupportsWildcards] })
        }
    }
}

# The parameters that a user can see: no common parameter, and none that is hidden.
function Get-OwnParameter {
    param($Set)
    $Set.Parameters | Where-Object {
        $_.Name -notin [Management.Automation.PSCmdlet]::CommonParameters -and -not ($_.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow })
    }
}

function Get-DefaultText {
    param($Cmdlet, $Parameter)
    if ($Parameter.ParameterType -eq [switch]) { return 'False' }
    if ($Parameter.Name -eq 'Skip') { return '0' }
    if ($Parameter.IsMandatory -or $Parameter.Name -eq 'First') { return 'None' }
    $values = @($Cmdlet.($Parameter.Name) | Where-Object { $null -ne $_ } | ForEach-Object { "$_" })
    $values ? $values -join ', ' : 'None'
}

# The syntax of each parameter set as PowerShell itself writes it, without hidden parameters.
function Get-CodeSyntax {
    param([Management.Automation.CmdletInfo] $Command)
    $only = @($Command.ParameterSets).Count -eq 1
    $Command.ParameterSets | ForEach-Object {
        $name = $only ? '(All)' : "$($_.Name)$($_.IsDefault ? ' (Default)' : '')"
        $hidden = @('Row') + @($_.Parameters | Where-Object { $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow } } | ForEach-Object Name)
        '{0}: {1} {2}' -f $name, $Command.Name, ($_.ToString() -replace " ?\[-($($hidden -join '|')) <[\w\[\]]+>\]")
    } | Sort-Object
}

# The environment of an example: a temporary folder, a sandbox connection, a server in place of the vendor, and replies to prompts.
$script:ExampleSetup = {
    param($Folder, $Server, $Answers)
    Set-Location -LiteralPath $Folder
    Import-Module TrainingApis
    $ConfirmPreference = 'None'
    function Get-Credential { param($Message) $Answers[$Message ?? 'credential'] }
    function Get-Secret { param($Name) $Answers[$Name] ?? $Answers['credential'] }
    function Read-Host { param($Prompt, [switch] $AsSecureString) $Answers[$Prompt].Password }
    function Set-Secret { param($Name, $Secret) }
    function Invoke-Command { param($ComputerName, $ScriptBlock) }
    function Send-MailMessage { param($SmtpServer, $From, $To, $Subject, $Body, $Attachments, $Encoding, [switch] $UseSsl) Get-Item -LiteralPath $Attachments }
    $PSDefaultParameterValues['Connect-Cegos:CatalogUri'] = [uri]::new($Server, 'cegos/catalog/')
    $PSDefaultParameterValues['Connect-Cegos:RegistrationUri'] = [uri]::new($Server, 'cegos/registration/')
    $PSDefaultParameterValues['Connect-Cegos:TokenUri'] = [uri]::new($Server, 'cegos/auth/connect/token')
    $PSDefaultParameterValues['Connect-Loop:BaseUri'] = [uri]::new($Server, 'loop')
    $PSDefaultParameterValues['Connect-Conference:BaseUri'] = [uri]::new($Server, 'conference/')
    $PSDefaultParameterValues['Connect-Conference:TokenUri'] = [uri]::new($Server, 'conference/o/oauth2/token')
    $PSDefaultParameterValues['Connect-Conference:WatcherUri'] = [uri]::new($Server, 'conference/api/2.0/watchers/')
}

# Runs each script in a new runspace, a few at a time and those with a wait first, and returns their output and errors.
function Invoke-ExampleScript {
    param(
        [Parameter(Mandatory)][hashtable[]] $Example,
        [Parameter(Mandatory)][uri] $Server,
        [Parameter(Mandatory)][hashtable] $Answer,
        [Parameter(Mandatory)][string] $Folder,
        [int] $AtOnce = 10,
        [int] $TimeoutSec = 100
    )
    $waiting = [Collections.Generic.Queue[hashtable]]::new([hashtable[]] ($Example | Sort-Object { $_.Code -notmatch '-Wait\b' } -Stable))
    $running = [Collections.Generic.List[hashtable]]::new()
    while ($waiting.Count -or $running.Count) {
        while ($waiting.Count -and $running.Count -lt $AtOnce) { $running.Add((Start-ExampleScript $waiting.Dequeue() $Server $Answer $Folder)) }
        $first = [Threading.WaitHandle]::WaitAny([Threading.WaitHandle[]] $running.Handle.AsyncWaitHandle, $TimeoutSec * 1000)
        $run = $running[$first -eq [Threading.WaitHandle]::WaitTimeout ? 0 : $first]
        $null = $running.Remove($run)
        Complete-ExampleScript $run
    }
}

function Start-ExampleScript {
    param([hashtable] $Example, [uri] $Server, [hashtable] $Answer, [string] $Folder)
    $place = (New-Item -ItemType Directory -Path (Join-Path $Folder ([guid]::NewGuid()))).FullName
    $shell = [powershell]::Create([initialsessionstate]::CreateDefault())
    $null = $shell.AddScript($script:ExampleSetup, $false).AddArgument($place).AddArgument($Server).AddArgument($Answer).AddStatement()
    # The server takes the place of a vendor's address in an example.
    $text = $Example.Code.Replace('https://gateway.prod.gravitee.stadline.tech/resa2-staging', [uri]::new($Server, 'resamania/'))
    foreach ($code in $Example.Prelude, $text) { $null = $shell.AddScript($code, $false).AddStatement() }
    @{ Example = $Example; Shell = $shell; Handle = $shell.BeginInvoke() }
}

function Complete-ExampleScript {
    param([hashtable] $Run)
    $output = $null
    $problems = @(try {
            if ($Run.Handle.IsCompleted) { $output = $Run.Shell.EndInvoke($Run.Handle) } else { 'did not end in time' }
        }
        catch { "$_" })
    $problems += @($Run.Shell.Streams.Error | ForEach-Object { "$($_.FullyQualifiedErrorId): $_" })
    @{ Example = $Run.Example; Output = $output; Problems = $problems }
    $Run.Shell.Stop()
    $Run.Shell.Runspace.Dispose()
    $Run.Shell.Dispose()
}

# The code blocks of an about topic: lines indented by eight columns, after an empty line.
function Read-TopicCode {
    param([Parameter(Mandatory)][string] $Path)
    $text = (Get-Content -LiteralPath $Path -Raw) -replace "`r"
    [regex]::Matches($text, '(?m)(?<=\n\n)(?: {8}[^\n]*\n|\n(?= {8}))+') | ForEach-Object { $_.Value -replace '(?m)^ {8}' }
}

Export-ModuleMember -Function Read-HelpPage, Get-PageFact, Get-CodeFact, Get-OwnParameter, Get-CodeSyntax, Invoke-ExampleScript, Read-TopicCode
