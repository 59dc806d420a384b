# What the suites of the conferences share: a fresh start, what was sent, and what the vendor then holds.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/TestSupport.psm1"

# Everything as freshly started, and a connection; the wire log is empty after it.
function Reset-TestConference {
    param([Parameter(Mandatory)] $Server, [hashtable] $With = @{}, [hashtable] $Knob = @{})
    $null = Invoke-Control $Server 'reset' -Method Post
    if ($Knob.Count) { Set-ConferenceControl $Server $Knob }
    Disconnect-TrainingApi
    Connect-TestConference $Server $With
    Clear-WireLog $Server
}

function Set-ConferenceControl { param([Parameter(Mandatory)] $Server, [hashtable] $Knob) $null = Invoke-Control $Server 'conferences' -Method Put -Body $Knob }

# Every request that could change something, in the order in which they came.
function Get-SentConferenceChange { param([Parameter(Mandatory)] $Server) Get-WireLog $Server | Where-Object { $_.method -ne 'GET' -and $_.target -notlike '*/oauth2/token' } }

# What the vendor holds.
function Get-ConferenceState { param([Parameter(Mandatory)] $Server) (Invoke-Control $Server 'state').conferences }

function Get-ErrorName { param([Parameter(Mandatory, ValueFromPipeline)] $ErrorRecord) process { $ErrorRecord.FullyQualifiedErrorId.Split(',')[0] } }

Export-ModuleMember -Function *-*
