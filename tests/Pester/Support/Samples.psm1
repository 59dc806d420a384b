# One or more objects of every type that a command emits, created by the commands in the connected sandbox.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

# By type name. The changes are made in the sandbox; the caller deletes the journal.
function Get-EmittedSample {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string] $Folder)
    $ConfirmPreference = 'None'
    $journal = Join-Path $Folder 'samples.jsonl'
    $person = @{ ManagerCrmId = 'CON-1'; TraineeCrmId = 'CON-10' }
    $samples = & {
        Get-TrainingApiConnection
        Test-TrainingApiConnection

        Get-CegosCatalog
        Get-CegosCatalogTopic
        Get-CegosProduct -First 40
        Get-CegosSession -First 60
        Get-CegosCenter
        [pscustomobject]@{ ManagerCrmId = 'CON-1'; TraineeCrmId = 'CON-10'; SessionId = '2025-61072-PAR-001' }, [pscustomobject]@{ SessionId = 'NOPE' } | Test-CegosRegistration
        $snapshot = Join-Path $Folder 'samples.snapshot'
        Compare-CegosCatalog $snapshot -Update
        (Get-Content -LiteralPath $snapshot -Raw) -replace '"Title":"[^"]*"', '"Title":"Before"' -replace '"StartDate":"2025', '"StartDate":"2024' | Set-Content -LiteralPath $snapshot -NoNewline
        Compare-CegosCatalog $snapshot | Select-Object -First 60
        New-CegosLead -Civility Mrs -Emailing $true -LastName Lefèvre -FirstName Zoé -Email zoe.lefevre@example.com
        New-CegosRegistration @person -SessionId SES001 -Journal $journal
        New-CegosRegistration @person -SessionId SES901 -Journal $journal -ErrorAction Ignore
        $registration = New-CegosRegistration @person -SessionId SES003
        $registration | Move-CegosRegistration -SessionId SES002 -Wait
        New-CegosRegistration @person -SessionId SES004 | Remove-CegosRegistration -PassThru
        Get-TrainingJournal $journal

        Get-LoopFolder
        Add-LoopCollaborativeOffer MANON001 Consultation
        Initialize-LoopFolder MANON004
        Add-LoopClient -CodeDossier MANON001 -Email jean@example.com -Offer Start -LastName Petit -FirstName Jean -Phone 0405060302 -Profile 2.0 -Social $true

        Get-ResamaniaClub -Network
        Get-ResamaniaSource -IncludeArchived
        Get-ResamaniaNetworkNode
        Get-ResamaniaContact -Email john+test@email.tld -Network
        $new = @{ FamilyName = 'Lefèvre'; GivenName = 'Zoé'; BirthDate = '1990-04-01'; Network = $true }
        Register-ResamaniaContact -Email zoe.lefevre@example.com @new
        Register-ResamaniaContact -Email john+test@email.tld @new
        Register-ResamaniaContact -Email contact+2800300@example.com @new -TemporaryEmail temporary@example.com
        Request-ResamaniaTransfer 12345 1
        Move-ResamaniaContact 12345 2 -SaleId 33
        Update-ResamaniaSale 33 -PassThru

        Get-Conference
        Get-Conference | Get-ConferenceSession
        Get-Conference | Get-ConferenceSession | Get-ConferenceRegistration -IncludeCancelled
        Register-ConferenceRegistrationWatch -SessionId 0 -Address https://example.com/hook
    }
    $samples | Group-Object { $_.GetType().FullName } -AsHashTable
}

Export-ModuleMember -Function Get-EmittedSample
