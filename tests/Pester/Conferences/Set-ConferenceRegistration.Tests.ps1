# Set-ConferenceRegistration over real HTTP: only given fields, from objects, rows and the command line.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ConferenceSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Set-ConferenceRegistration' {
    BeforeEach { Reset-TestConference $server; $r = '/conference/conferences/1201/sessions/40001/registrations' }

    It 'sends only the given fields of a piped-in registration, and emits nothing' {
        Get-ConferenceRegistration 1201 40001 700001 | Set-ConferenceRegistration -Seats 2 | Should -BeNullOrEmpty
        $sent = @(Get-SentConferenceChange $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target, $sent.body | Should -BeExactly 'PUT', "$r/700001", '{"seats":2}'
        (Get-ConferenceRegistration 1201 40001 700001).Seats | Should -Be 2
    }

    It 'accepts a registration from CliXml, and emits the result with -PassThru' {
        $one = Get-ConferenceRegistration 1201 40001 700002
        $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($one))
        $changed = $back | Set-ConferenceRegistration -Status WaitingList -PassThru
        $changed.RegistrationId, "$($changed.Status)" | Should -Be '700002', 'WaitingList'
        (Get-SentConferenceChange $server).body | Should -BeExactly '{"status":"waitingList"}'
    }

    It 'accepts IDs and fields from rows, and does not send an empty cell' {
        "ConferenceId,SessionId,RegistrationId,Seats,Status,ClientId`n1201,40001,700001,2,,`n1201,40001,700002,,accepted,5009`n1201,40001,700003,,,`n1201,40001,700004,two,," |
            ConvertFrom-Csv | Set-ConferenceRegistration -ErrorVariable failed -ErrorAction SilentlyContinue
        (Get-SentConferenceChange $server).body | Should -BeExactly '{"seats":2}', '{"client":{"id":"5009"},"status":"accepted"}'
        $failed | Get-ErrorName | Should -Be 'InvalidArgument', 'ParameterArgumentTransformationError'
        $failed[0].TargetObject.RegistrationId | Should -Be '700003'
    }

    It 'changes the form, also with the items of another registration' {
        Set-ConferenceRegistration 1201 40001 700001 -Form @{ id = 'comment'; value = 'late' }
        (Get-SentConferenceChange $server).body | Should -BeExactly '{"form":[{"id":"comment","value":"late"}]}'
        $items = (Get-ConferenceRegistration 1201 40001 700001).Form
        Get-ConferenceRegistration 1201 40001 700002 | Set-ConferenceRegistration -Form $items -PassThru | ForEach-Object { "$($_.Form)" } | Should -BeExactly "$items"
        { Set-ConferenceRegistration 1201 40001 700001 -Form 'comment: late' } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
    }

    It 'refuses to cancel' {
        Get-ConferenceRegistration 1201 40001 700001 | Set-ConferenceRegistration -Status Cancelled -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorName | Should -Be 'InvalidArgument'
        $failed.Exception.Message | Should -BeLike 'Status cannot be set to Cancelled, only to Accepted or WaitingList. Nothing was sent.*'
        Get-SentConferenceChange $server | Should -BeNullOrEmpty
    }

    It 'sends to the path of -Route' {
        $route = 'PATCH conferences/{conferenceId}/r/{id}'
        Set-ConferenceControl $server @{ routes = @{ UpdateRegistration = $route } }
        Connect-TestConference $server @{ Route = @{ UpdateRegistration = $route } }
        Clear-RequestLog $server
        Set-ConferenceRegistration 1201 40001 700001 -Seats 2 -ErrorAction SilentlyContinue
        $sent = Get-SentConferenceChange $server
        $sent.method, $sent.target | Should -BeExactly 'PATCH', '/conference/conferences/1201/r/700001'
    }

    It 'is InDoubt after an empty response, and not sent again with its journal' {
        $journal = Join-Path $TestDrive 'set.jsonl'
        Set-Fault $server @{ match = @{ method = 'PUT' }; times = 1; fault = @{ kind = 'empty' } }
        Set-ConferenceRegistration 1201 40001 700001 -Seats 2 -Journal $journal -ErrorVariable failed -ErrorAction SilentlyContinue
        Set-ConferenceRegistration 1201 40001 700001 -Seats 2 -Journal $journal -ErrorVariable +failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorName | Should -Be 'InDoubt', 'InDoubt'
        @(Get-SentConferenceChange $server).Count | Should -Be 1
        Set-ConferenceRegistration 1201 40001 700001 -Seats 2 -Journal $journal -RetryInDoubt -PassThru | ForEach-Object Seats | Should -Be 2
        Clear-Fault $server
    }
}
