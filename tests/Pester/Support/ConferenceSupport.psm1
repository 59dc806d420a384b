# Functions for the suites of the conferences: a new state, sent changes, and the state of the vendor.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/TestSupport.psm1"

# Resets the sandbox and connects; the request log is empty afterwards.
function Reset-TestConference {
    param([Parameter(Mandatory)] $Server, [hashtable] $With = @{}, [hashtable] $Knob = @{})
    $null = Invoke-Control $Server 'reset' -Method Post
    if ($Knob.Count) { Set-ConferenceControl $Server $Knob }
    Disconnect-TrainingApi
    Connect-TestConference $Server $With
    Clear-RequestLog $Server
}

function Set-ConferenceControl { param([Parameter(Mandatory)] $Server, [hashtable] $Knob) $null = Invoke-Control $Server 'conferences' -Method Put -Body $Knob }

# Every request that can change something, in the order of arrival.
function Get-SentConferenceChange { param([Parameter(Mandatory)] $Server) Get-RequestLog $Server | Where-Object { $_.method -ne 'GET' -and $_.target -notlike '*/oauth2/token' } }

# The state of the vendor.
function Get-ConferenceState { param([Parameter(Mandatory)] $Server) (Invoke-Control $Server 'state').conferences }

function Get-ErrorName { param([Parameter(Mandatory, ValueFromPipeline)] $ErrorRecord) process { $ErrorRecord.FullyQualifiedErrorId.Split(',')[0] } }

Export-ModuleMember -Function *-*
