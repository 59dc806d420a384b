# -Journal of every command that has it: the requests and results of a second run, after each outcome of the first.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    $commands = (Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1").CmdletsToExport |
        Where-Object { (Get-Command $_ -Module TrainingApis).Parameters.ContainsKey('Journal') }
}
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer '--products', '12', '--sessions', '12'

    # A row for which each command succeeds in the sandbox, built from a new state.
    function New-ValidRow([string] $Name) {
        $row = switch ($Name) {
            'New-CegosLead' { @{ Civility = 'Mrs'; Emailing = 'oui'; LastName = 'Lefèvre'; FirstName = 'Zoé'; Email = 'zoe@example.com' } }
            'New-CegosRegistration' { @{ ManagerCrmId = 'M-1'; TraineeCrmId = 'T-1'; SessionId = 'SES001'; Comments = "Arrivée à 9 h`nRepas végétarien"; CpfHours = '14.0'; IsCpf = 'oui' } }
            'Remove-CegosRegistration' { @{ RegistrationNumber = Add-CegosRegistration $server; Reason = 'Malade'; User = 'admin' } }
            'Move-CegosRegistration' { @{ RegistrationNumber = Add-CegosRegistration $server; SessionId = 'SES002' } }
            'Add-LoopCollaborativeOffer' { @{ CodeDossier = 'MANON001'; Offer = 'co-production' } }
            'Remove-LoopCollaborativeOffer' { @{ CodeDossier = 'MANON001'; Offer = 'consultation' } }
            'Initialize-LoopFolder' { @{ CodeDossier = 'MANON004' } }
            'Add-LoopClient' { @{ Email = 'jean@example.com'; CodeDossier = 'MANON001'; Offer = 'start'; LastName = 'Petit'; FirstName = 'Jean'; Phone = '0405060302'; Profile = '2.0'; Social = 'oui' } }
            'Set-LoopClient' { @{ Email = 'helene.lefevre@example.com'; CodeDossier = 'MANON001'; Phone = '0405060302' } }
            'Remove-LoopApplication' { @{ Email = 'helene.lefevre@example.com'; CodeDossier = 'MANON001'; Offer = 'consultation' } }
            'New-ResamaniaContact' { @{ Email = 'new@example.com'; FamilyName = 'Núñez'; GivenName = 'Loïc'; BirthDate = '2000-12-31' } }
            'Set-ResamaniaContact' { @{ Id = '2974221'; Mobile = '0612345678' } }
            'Register-ResamaniaContact' { @{ Email = 'new@example.com'; FamilyName = 'Núñez'; GivenName = 'Loïc'; BirthDate = '2000-12-31'; SaleId = '33' } }
            'Move-ResamaniaContact' { @{ SourceContactId = '12345'; TargetContactId = '2'; SaleId = '33' } }
            'Update-ResamaniaSale' { @{ SaleId = '33' } }
            'New-ResamaniaSource' { @{ Name = 'Salon' } }
            'Request-ResamaniaTransfer' { @{ ContactId = '12345'; ClubId = '1' } }
            'Confirm-ResamaniaTransfer' { @{ TransferId = (Request-ResamaniaTransfer 12345 1).TransferId; Code = '0123' } }
            'Deny-ResamaniaTransfer' { @{ TransferId = (Request-ResamaniaTransfer 12345 1).TransferId } }
            'New-ConferenceRegistration' { @{ ConferenceId = '1201'; SessionId = '40002'; ClientId = '5001'; Seats = '2' } }
            'Set-ConferenceRegistration' { @{ ConferenceId = '1201'; SessionId = '40001'; RegistrationId = '700001'; Seats = '2' } }
            'Remove-ConferenceRegistration' { @{ ConferenceId = '1201'; SessionId = '40001'; RegistrationId = '700001'; Reason = 'Malade' } }
            'Register-ConferenceRegistrationWatch' { @{ SessionId = '0'; Address = 'https://example.com/hook' } }
            'Unregister-ConferenceRegistrationWatch' { @{ WatchId = (Register-ConferenceRegistrationWatch 0 https://example.com/hook).WatchId } }
            default { throw "$Name is new: add a row with which it succeeds." }
        }
        Clear-RequestLog $server
        [pscustomobject] $row
    }

    # Sends the row once, and returns the result, the error IDs and the requests.
    function Invoke-Run([switch] $RetryInDoubt) {
        Clear-RequestLog $server
        $with = @{ Journal = $journal; RetryInDoubt = $RetryInDoubt; Confirm = $false; Connection = Get-ConnectionOf $command }
        if ($command.Parameters.ContainsKey('PassThru')) { $with.PassThru = $true }
        $results = @($row | & $command @with -ErrorVariable failed -ErrorAction SilentlyContinue)
        [pscustomobject]@{ Results = $results; Ids = @($failed | Get-ErrorId); Sent = @(Get-SentChange $server | ForEach-Object { "$($_.method) $($_.target) $($_.body)" }) }
    }
    function Get-State { @(Get-TrainingJournal $journal | ForEach-Object { "$($_.Command) $($_.Row) $($_.State) $($_.Error)".TrimEnd() }) }

    # A fault for the first change that the run without a fault sends.
    function Set-ChangeFault([hashtable] $Fault) {
        $null = $row | & $command -Journal "$journal.trial" -Confirm:$false -Connection (Get-ConnectionOf $command)
        $first = @(Get-SentChange $server)[0]
        Reset-All
        Set-Fault $server @{ match = @{ method = $first.method; path = "^$([regex]::Escape($first.target -replace '\?.*'))(\?|$)" }; fault = $Fault }
    }
    function Reset-All {
        Reset-TestApi $server
        $null = Invoke-Control $server 'resamania' -Method Put -Body @{ transferCode = '0123' }
        $script:row = New-ValidRow $command.Name
    }
}
AfterAll { Stop-SandboxServer $server }

Describe '<_> -Journal' -ForEach $commands {
    BeforeEach {
        $command = Get-Command $_ -Module TrainingApis
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        Reset-All
    }

    It 'does not resend a row that succeeded, and returns the same result' {
        $first = Invoke-Run
        $first.Ids | Should -BeNullOrEmpty
        $first.Sent.Count | Should -Be ($command.Name -eq 'Move-ResamaniaContact' ? 2 : 1)
        Get-State | Should -Be @(@("$($command.Name) 1 Succeeded") * $first.Sent.Count)
        $written = [IO.File]::ReadAllText($journal)
        $first.Results | ForEach-Object FromJournal | Should -Be @(@($false) * $first.Results.Count)

        foreach ($time in 1..2) {
            $again = Invoke-Run
            $again.Ids | Should -BeNullOrEmpty
            $again.Sent | Should -BeNullOrEmpty
            $again.Results.Count | Should -Be $first.Results.Count
            foreach ($result in $again.Results) {
                $result.FromJournal | Should -BeTrue
                "$result" | Should -BeExactly "$($first.Results[0])"
                # Members that neither the row nor the reference contains are empty or unknown.
                foreach ($member in $result.PSObject.Properties | Where-Object { $_.Name -ne 'FromJournal' -and "$($_.Value)" -notin '', 'Unknown' }) {
                    "$($member.Value)" | Should -BeExactly "$($first.Results[0].$($member.Name))" -Because "$($member.Name) is the same"
                }
            }
            [IO.File]::ReadAllText($journal) | Should -BeExactly $written
        }
    }

    It 'sends a rejected row again' {
        Set-ChangeFault @{ kind = 'status'; status = 403 }
        $first = Invoke-Run
        $first.Ids | Should -BeExactly 'Forbidden'
        $first.Sent.Count | Should -Be 1
        Get-State | Should -Be "$($command.Name) 1 Rejected Forbidden"
        $again = Invoke-Run
        $again.Ids | Should -BeNullOrEmpty
        $again.Sent[0] | Should -BeExactly $first.Sent[0]
        $again.Results | ForEach-Object FromJournal | Should -Be @(@($false) * $again.Results.Count)
        (Invoke-Run).Sent | Should -BeNullOrEmpty
    }

    It 'does not send again what is in doubt, unless -RetryInDoubt is given' {
        Set-ChangeFault @{ kind = 'reset'; at = 'beforeAct' }
        $first = Invoke-Run
        $first.Ids | Should -BeExactly 'InDoubt'
        $first.Sent.Count | Should -Be 1
        Get-State | Should -Be "$($command.Name) 1 InDoubt InDoubt"
        foreach ($time in 1..2) {
            $again = Invoke-Run
            $again.Ids | Should -BeExactly 'InDoubt'
            $again.Sent | Should -BeNullOrEmpty
            $again.Results | Should -BeNullOrEmpty
        }
        $retried = Invoke-Run -RetryInDoubt
        $retried.Ids | Should -BeNullOrEmpty
        $retried.Sent[0] | Should -BeExactly $first.Sent[0]
        $retried.Results | ForEach-Object FromJournal | Should -Be @(@($false) * $retried.Results.Count)
        $last = Invoke-Run -RetryInDoubt
        $last.Sent | Should -BeNullOrEmpty
        $last.Results | ForEach-Object FromJournal | Should -Be @(@($true) * $last.Results.Count)
    }
}
