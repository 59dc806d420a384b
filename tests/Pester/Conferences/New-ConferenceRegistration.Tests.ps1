# New-ConferenceRegistration over real HTTP: bodies byte by byte, rows, rejections, outcomes in doubt and the journal.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ConferenceSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'New-ConferenceRegistration' {
    BeforeEach { Reset-TestConference $server; $r = '/conference/conferences/1201/sessions/40002/registrations' }

    It 'sends only the given fields, and emits the registration' {
        $made = New-ConferenceRegistration -ConferenceId 1201 -SessionId 40002 -ClientId 5001
        $sent = @(Get-SentConferenceChange $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target, $sent.headers.'Content-Type', $sent.body | Should -BeExactly 'POST', $r, 'application/json', '{"client":{"id":"5001"}}'
        $made | Should -BeOfType TrainingApis.Conferences.Registration
        $made.ConferenceId, $made.SessionId, $made.ClientId, "$($made.Status)", $made.FromJournal | Should -Be '1201', '40002', '5001', 'Accepted', $false
        $made.Seats | Should -Be 1
    }

    It 'sends seats, status and form' {
        $form = @{ id = 'comment'; value = 'Végé' }, [pscustomobject]@{ id = 'email'; value = 'a@example.com' }
        $null = New-ConferenceRegistration -ConferenceId 1201 -SessionId 40002 -ClientId 5001 -Seats 2 -Status waitingList -Form $form
        (Get-SentConferenceChange $server).body | Should -BeExactly '{"client":{"id":"5001"},"seats":2,"status":"waitingList","form":[{"id":"comment","value":"Végé"},{"id":"email","value":"a@example.com"}]}'
    }

    It 'accepts sessions from the pipeline, and clients from rows' {
        $session = Get-ConferenceSession 1201 40002
        $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($session))
        $session, $back | New-ConferenceRegistration -ClientId 5002 | ForEach-Object ClientId | Should -Be '5002', '5002'
        "ConferenceId,SessionId,ClientId,Seats,Status`n1201,40002,5003,2,accepted`n1201,40002,5004,,`n1201,40002,5005,2.5,`n1201,40002,5006,1,perhaps`n,40002,5007,," |
            ConvertFrom-Csv | New-ConferenceRegistration -ErrorVariable failed -ErrorAction SilentlyContinue | ForEach-Object ClientId | Should -Be '5003', '5004'
        (Get-SentConferenceChange $server).body | Should -BeExactly '{"client":{"id":"5002"}}', '{"client":{"id":"5002"}}', '{"client":{"id":"5003"},"seats":2,"status":"accepted"}', '{"client":{"id":"5004"}}'
        $failed | Get-ErrorName | Select-Object -First 2 | Should -Be 'ParameterArgumentTransformationError', 'ParameterArgumentTransformationError'
        $failed.Count | Should -Be 3
        $failed[0].TargetObject.ClientId | Should -Be '5005'
    }

    It 'refuses to create a cancelled registration' {
        New-ConferenceRegistration -ConferenceId 1201 -SessionId 40002 -ClientId 5001 -Status Cancelled -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorName | Should -Be 'InvalidArgument'
        $failed.Exception.Message | Should -BeExactly 'Status cannot be set to Cancelled, only to Accepted or WaitingList. Nothing was sent.'
        Get-SentConferenceChange $server | Should -BeNullOrEmpty
    }

    It 'reports the reason of the vendor: <errorStatus>' -ForEach @{ errorStatus = 'proper' }, @{ errorStatus = 'success' } {
        Set-ConferenceControl $server @{ errorsWithSuccess = $errorStatus -eq 'success' }
        New-ConferenceRegistration -ConferenceId 1201 -SessionId 40003 -ClientId 5001 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Get-ErrorName | Should -BeIn 'Conflict', 'Rejected', 'InvalidRequest'
        $failed.Exception.Reason | Should -Not -BeNullOrEmpty
    }

    It 'is InDoubt if the response does not confirm the change, and is sent once: <kind>' -ForEach @(
        @{ kind = 'empty' }, @{ kind = 'html' }, @{ kind = 'badJson' }, @{ kind = 'truncate' }
    ) {
        Set-Fault $server @{ match = @{ method = 'POST' }; times = -1; fault = @{ kind = $kind } }
        New-ConferenceRegistration -ConferenceId 1201 -SessionId 40002 -ClientId 5001 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Get-ErrorName | Should -Be 'InDoubt'
        @(Get-SentConferenceChange $server).Count | Should -Be 1
        Clear-Fault $server
    }

    It 'is sent once with a journal, and returned by the next run' {
        $journal = Join-Path $TestDrive 'new.jsonl'
        $row = [pscustomobject]@{ ConferenceId = 1201; SessionId = 40002; ClientId = 5001; Form = @(@{ id = 'comment'; value = 'x' }) }
        $made = $row | New-ConferenceRegistration -Journal $journal
        $again = $row | New-ConferenceRegistration -Journal $journal
        $again.RegistrationId, $again.FromJournal, $again.ClientName | Should -Be $made.RegistrationId, $true, $made.ClientName
        @(Get-SentConferenceChange $server).Count | Should -Be 1
        Get-Content $journal -Raw | Should -Not -Match '5001|comment'
        $row.Form[0].value = 'y'
        ($row | New-ConferenceRegistration -Journal $journal).FromJournal | Should -BeFalse
    }

    It 'shows IDs with -WhatIf and sends nothing' {
        $said = Invoke-FreshPowerShell 'Import-Module $env:TRAININGAPIS_TESTED; Connect-TrainingSandbox; New-ConferenceRegistration -ConferenceId 1201 -SessionId 40002 -ClientId 5001 -WhatIf'
        $said.Output | Should -BeExactly 'What if: Register client 5001 for session 40002 of conference 1201.'
        New-ConferenceRegistration -ConferenceId 1201 -SessionId 40002 -ClientId 5001 -WhatIf
        Get-SentConferenceChange $server | Should -BeNullOrEmpty
    }
}
