# Get-ConferenceSession over real HTTP: sessions of conferences by ID and by object.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ConferenceSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Get-ConferenceSession' {
    BeforeEach { Reset-TestConference $server }

    It 'reads the sessions of piped-in conferences, with their IDs' {
        $all = Get-Conference | Get-ConferenceSession
        $all | Should -BeOfType TrainingApis.Conferences.Session
        $all[0].ConferenceId, $all[0].SessionId, "$($all[0].Status)" | Should -BeExactly '1201', '40001', 'Opened'
        "$($all[0].Start)" | Should -Match '^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \w+/\w+$'
        @(Get-RequestLog $server '*/sessions').Count | Should -Be 8
        $all | Where-Object ConferenceId -eq '1208' | Should -BeNullOrEmpty
    }

    It 'reads sessions by ID, and a piped-in session by its own ID' {
        $one = Get-ConferenceSession FORUM-RH-2026 40003
        "$($one.Status)" | Should -Be 'Closed'
        $one | Get-ConferenceSession | ForEach-Object SessionId | Should -BeExactly '40003'
        (Get-RequestLog $server).target | Should -BeExactly (, '/conference/conferences/FORUM-RH-2026/sessions/40003' * 2)
    }

    It 'compares its start with dates and text, and sorts by it' {
        $all = Get-ConferenceSession 1201
        @($all | Where-Object Start -gt ([datetime] '2000-01-01')).Count | Should -Be @($all).Count
        $all | Where-Object Start -lt '2000-01-01T00:00:00' | Should -BeNullOrEmpty
        @($all | Where-Object Start -eq "$($all[0].Start)").Count | Should -BeGreaterOrEqual 1
        $sorted = @($all | Sort-Object Start -Descending)
        $sorted[0].Start -ge $sorted[-1].Start | Should -BeTrue
    }

    It 'reports a conference that does not exist, and continues' {
        $found = Get-ConferenceSession -ConferenceId 1, 1201 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.TargetObject | Should -BeExactly '1'
        $found.ConferenceId | Sort-Object -Unique | Should -BeExactly '1201'
    }

    It 'completes IDs that were read before' {
        $null = Get-ConferenceSession 1201
        (TabExpansion2 'Get-ConferenceRegistration -ConferenceId 1201 -SessionId 4').CompletionMatches.CompletionText | Should -Contain '40001'
    }
}
