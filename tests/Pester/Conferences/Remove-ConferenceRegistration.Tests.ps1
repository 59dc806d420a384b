# Remove-ConferenceRegistration over real HTTP: with and without a body, and the reason that the vendor stores.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ConferenceSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Remove-ConferenceRegistration' {
    BeforeEach { Reset-TestConference $server; $r = '/conference/conferences/1201/sessions/40001/registrations' }

    It 'sends no body if no reason is given, and emits nothing' {
        Remove-ConferenceRegistration 1201 40001 700001 -Confirm:$false | Should -BeNullOrEmpty
        $sent = @(Get-SentConferenceChange $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target | Should -BeExactly 'DELETE', "$r/700001"
        $sent.body | Should -BeNullOrEmpty
        $sent.headers.PSObject.Properties.Name | Should -Not -Contain 'Content-Type'
        (Get-ConferenceRegistration 1201 40001 -IncludeCancelled | Where-Object RegistrationId -eq 700001).Status | Should -Be 'Cancelled'
    }

    It 'sends reason and source in the body, and the vendor stores them' {
        Get-ConferenceRegistration 1201 40001 700001 | Remove-ConferenceRegistration -Reason 'ill' -Source desk -Confirm:$false
        (Get-SentConferenceChange $server).body | Should -BeExactly '{"reason":"ill","source":"desk"}'
        $gone = Get-ConferenceRegistration 1201 40001 -IncludeCancelled | Where-Object RegistrationId -eq 700001
        $gone.CancelReason, $gone.CancelSource | Should -BeExactly 'ill', 'desk'
    }

    It 'does not bind a reason or a source from a registration' {
        $one = Get-ConferenceRegistration 1201 40001 -IncludeCancelled | Where-Object Status -EQ Accepted | Where-Object Source | Select-Object -First 1
        $one.Source | Should -Not -BeNullOrEmpty
        $one | Remove-ConferenceRegistration -Confirm:$false
        (Get-SentConferenceChange $server).body | Should -BeNullOrEmpty
    }

    It 'accepts rows' {
        "ConferenceId,SessionId,RegistrationId,Reason`n1201,40001,700001,moved`n1201,40001,700002,`n1201,40001,,x" | ConvertFrom-Csv |
            Remove-ConferenceRegistration -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        @(Get-SentConferenceChange $server).target | Should -BeExactly "$r/700001", "$r/700002"
        @(Get-SentConferenceChange $server)[0].body | Should -BeExactly '{"reason":"moved"}'
        $failed.Count | Should -Be 1
    }

    It 'reports a registration that does not exist: <_>' -ForEach 'proper', 'success' {
        Set-ConferenceControl $server @{ errorsWithSuccess = $_ -eq 'success' }
        Remove-ConferenceRegistration 1201 40001 1 -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorName | Should -Be 'NotFound'
    }

    It 'is sent once, with a journal and after a broken connection too' {
        $journal = Join-Path $TestDrive 'remove.jsonl'
        Remove-ConferenceRegistration 1201 40001 700001 -Journal $journal -Confirm:$false
        Remove-ConferenceRegistration 1201 40001 700001 -Journal $journal -Confirm:$false
        @(Get-SentConferenceChange $server).Count | Should -Be 1
        Set-Fault $server @{ match = @{ method = 'DELETE' }; times = 1; fault = @{ kind = 'reset'; at = 'afterAct' } }
        Remove-ConferenceRegistration 1201 40001 700002 -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorName | Should -Be 'InDoubt'
        @(Get-SentConferenceChange $server).Count | Should -Be 2
        Clear-Fault $server
    }
}
