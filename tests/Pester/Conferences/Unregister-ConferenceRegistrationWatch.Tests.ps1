# Unregister-ConferenceRegistrationWatch over real HTTP: by object, by ID, at the address of the watches.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ConferenceSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Unregister-ConferenceRegistrationWatch' {
    BeforeEach { Reset-TestConference $server }

    It 'ends a piped-in watch, at the address of the watches, and emits nothing' {
        $watch = Register-ConferenceRegistrationWatch 40001 https://example.com/hook
        Clear-RequestLog $server
        $watch | Unregister-ConferenceRegistrationWatch -Confirm:$false | Should -BeNullOrEmpty
        $sent = @(Get-SentConferenceChange $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target | Should -BeExactly 'DELETE', "/conference/api/2.0/watchers/$($watch.WatchId)"
        $sent.body | Should -BeNullOrEmpty
        (Get-ConferenceState $server).watches | Should -BeNullOrEmpty
    }

    It 'accepts IDs by value, and reports those that do not exist' {
        $watch = Register-ConferenceRegistrationWatch 0 https://example.com/hook
        Set-ConferenceControl $server @{ errorsWithSuccess = $false }
        '1', $watch.WatchId | Unregister-ConferenceRegistrationWatch -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorName | Should -Be 'NotFound'
        (Get-ConferenceState $server).watches | Should -BeNullOrEmpty
    }

    It 'sends nothing with -WhatIf' {
        1 | Unregister-ConferenceRegistrationWatch -WhatIf
        Get-SentConferenceChange $server | Should -BeNullOrEmpty
    }
}
