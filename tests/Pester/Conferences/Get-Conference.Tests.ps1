# Get-Conference over real HTTP: all, by ID, by external ID.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ConferenceSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Get-Conference' {
    BeforeEach { Reset-TestConference $server }

    It 'reads all with one request, for every form of list and ID: <_>' -ForEach 'items', 'array' {
        Set-ConferenceControl $server @{ bareLists = $_ -eq 'array'; numericIds = $_ -eq 'items' }
        $all = Get-Conference
        $all | Should -HaveCount 8
        $all[0] | Should -BeOfType TrainingApis.Conferences.Conference
        $all[0].ConferenceId, $all[0].ExternalId | Should -BeExactly '1201', 'FORUM-RH-2026'
        @(Get-RequestLog $server).target | Should -BeExactly '/conference/conferences'
    }

    It 'reads them by ID or external ID, each in one path segment' {
        $found = Get-Conference 1201, 'matinale/été 2026 100%'
        $found.ConferenceId | Should -BeExactly '1201', '1202'
        (Get-RequestLog $server).target | Should -BeExactly '/conference/conferences/1201', '/conference/conferences/matinale%2F%C3%A9t%C3%A9%202026%20100%25'
    }

    It 'reports one that does not exist, and continues: status <_>' -ForEach 'proper', 'success' {
        Set-ConferenceControl $server @{ errorsWithSuccess = $_ -eq 'success' }
        $found = '1', '1203' | Get-Conference -ErrorVariable failed -ErrorAction SilentlyContinue
        $found.ConferenceId | Should -BeExactly '1203'
        $failed | Get-ErrorName | Should -Be 'NotFound'
        $failed.TargetObject | Should -BeExactly '1'
    }

    It 'refuses any other object' {
        Get-Date | Get-Conference -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Get-ErrorName | Should -Be 'InputObjectNotBound'
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'reports that there is no connection' {
        Disconnect-TrainingApi
        { Get-Conference } | Should -Throw -ErrorId 'NotConnected,*' -ExpectedMessage '*Connect-Conference*'
    }
}
