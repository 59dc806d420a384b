@{
    RootModule           = 'TrainingApis.Cmdlets.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '0c6b1c5e-6f0d-4b6e-9a63-5b8f3c1d7e42'
    Author               = 'TrainingApis contributors'
    CompanyName          = 'TrainingApis contributors'
    Copyright            = '(c) 2026 TrainingApis contributors. MIT License.'
    Description          = 'Manages the vendor systems of a training company from PowerShell: the Cegos catalogue and registrations, client files and offers in Cegid Loop, contacts in Resamania, and Agendize conferences. A bulk run can be repeated without sending anything twice. An in-memory sandbox needs no account.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('Cegos.format.ps1xml', 'Conferences.format.ps1xml', 'Connections.format.ps1xml', 'Journal.format.ps1xml', 'Loop.format.ps1xml', 'Resamania.format.ps1xml')
    CmdletsToExport      = @(
        'Add-LoopClient'
        'Add-LoopCollaborativeOffer'
        'Confirm-ResamaniaTransfer'
        'Connect-Cegos'
        'Connect-Conference'
        'Connect-Loop'
        'Connect-Resamania'
        'Connect-TrainingSandbox'
        'Deny-ResamaniaTransfer'
        'Disconnect-TrainingApi'
        'Export-CegosCatalog'
        'Get-CegosCatalog'
        'Get-CegosCatalogTopic'
        'Get-CegosCenter'
        'Get-CegosDeferral'
        'Get-CegosProduct'
        'Get-CegosSession'
        'Get-Conference'
        'Get-ConferenceRegistration'
        'Get-ConferenceSession'
        'Get-LoopFolder'
        'Get-ResamaniaClub'
        'Get-ResamaniaContact'
        'Get-ResamaniaNetworkNode'
        'Get-ResamaniaSource'
        'Get-TrainingApiConnection'
        'Get-TrainingJournal'
        'Initialize-LoopFolder'
        'Invoke-TrainingApiRequest'
        'Move-CegosRegistration'
        'Move-ResamaniaContact'
        'New-CegosLead'
        'New-CegosRegistration'
        'New-ConferenceRegistration'
        'New-ResamaniaContact'
        'New-ResamaniaSource'
        'Register-ConferenceRegistrationWatch'
        'Register-ResamaniaContact'
        'Remove-CegosRegistration'
        'Remove-ConferenceRegistration'
        'Remove-LoopApplication'
        'Remove-LoopCollaborativeOffer'
        'Request-ResamaniaTransfer'
        'Set-ConferenceRegistration'
        'Set-LoopClient'
        'Set-ResamaniaContact'
        'Test-TrainingApiConnection'
        'Unregister-ConferenceRegistrationWatch'
        'Update-ResamaniaSale'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'Training', 'Cegos', 'Loop', 'Resamania', 'Agendize', 'REST')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
