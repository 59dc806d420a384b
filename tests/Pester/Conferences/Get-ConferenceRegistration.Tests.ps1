# Get-ConferenceRegistration over real HTTP: every form of list, ID and form; fields; cancelled ones; errors with status 200.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ConferenceSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Get-ConferenceRegistration' {
    BeforeEach { Reset-TestConference $server; $r = '/conference/conferences/1201/sessions/40001/registrations' }

    It 'reads those of a session in every form: <list>, <id>, <form>' -ForEach @(
        @{ list = 'items'; id = 'text'; form = 'array' }
        @{ list = 'array'; id = 'number'; form = 'object' }
    ) {
        Set-ConferenceControl $server @{ bareLists = $list -eq 'array'; numericIds = $id -eq 'number'; formsAsObjects = $form -eq 'object' }
        $all = Get-ConferenceRegistration 1201 40001
        $all | Should -HaveCount 10
        $all | Should -BeOfType TrainingApis.Conferences.Registration
        $one = $all[0]
        $one.ConferenceId, $one.SessionId, $one.RegistrationId | Should -BeExactly '1201', '40001', '700001'
        $one.ClientId | Should -Match '^50\d\d$'
        $one.ClientName | Should -Not -BeNullOrEmpty
        $one.EmailAddress | Should -Match '@'
        $one.Registered | Should -BeOfType TrainingApis.Conferences.ZonedDateTime
        (Get-RequestLog $server).target | Should -BeExactly $r
    }

    It 'reads the cancelled ones only on request' {
        $all = Get-ConferenceRegistration 1201 40001 -IncludeCancelled
        $all | Should -HaveCount 12
        $cancelled = $all | Where-Object Status -EQ Cancelled
        $cancelled | Should -HaveCount 2
        $cancelled[0].Cancelled | Should -Not -BeNullOrEmpty
        (Get-RequestLog $server).target | Should -BeExactly "$($r)?withCancelled=true"
    }

    It 'requests fewer members, by either name, and always the IDs' {
        $some = Get-ConferenceRegistration 1201 40001 -Field Seats, EmailAddress, status
        (Get-RequestLog $server).target | Should -BeExactly "$($r)?fields=id%2Cseats%2Cclient%2Cstatus"
        $some[0].RegistrationId, $some[0].SessionId | Should -BeExactly '700001', '40001'
        $some[0].Seats | Should -BeGreaterThan 0
        $some[0].Registered | Should -BeNullOrEmpty
        { Get-ConferenceRegistration 1201 40001 -Field 'a&b' -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidArgument,*'
    }

    It 'reads them by ID, by position, by value and by a registration object' {
        (Get-ConferenceRegistration 1201 40001 700001, 700002).RegistrationId | Should -BeExactly '700001', '700002'
        (700001 | Get-ConferenceRegistration -ConferenceId 1201 -SessionId 40001 | Get-ConferenceRegistration).RegistrationId | Should -BeExactly '700001'
        (Get-RequestLog $server).target | Should -BeExactly "$r/700001", "$r/700002", "$r/700001", "$r/700001"
    }

    It 'emits an attendance list as a readable table' {
        $csv = Get-Conference | Get-ConferenceSession | Get-ConferenceRegistration -IncludeCancelled | ConvertTo-Csv
        $csv.Count | Should -BeGreaterThan 13
        $csv -join "`n" | Should -Not -Match 'TrainingApis\.|System\.'
        $row = $csv | ConvertFrom-Csv | Select-Object -First 1
        $row.RegistrationId, $row.ConferenceId | Should -BeExactly '700001', '1201'
        $row.Registered | Should -Match '^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \w+/\w+$'
        $row.Form | Should -Match '\w: \w'
    }

    It 'compares times with the current time, and keeps them readable after CliXml' {
        $all = Get-ConferenceRegistration 1201 40001
        @($all | Where-Object Registered -gt ([datetime]::MinValue.AddDays(2))).Count | Should -Be 10
        $all | Where-Object Registered -gt ([datetimeoffset]::MaxValue.AddDays(-2)) | Should -BeNullOrEmpty
        $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($all[0], 2))
        "$($back.Registered)" | Should -BeExactly "$($all[0].Registered)"
        ($back | Format-Table | Out-String) | Should -Match '700001'
    }

    It 'is an error if the response is an error, with status 200 too: <_>' -ForEach 'proper', 'success' {
        Set-ConferenceControl $server @{ errorsWithSuccess = $_ -eq 'success' }
        $found = Get-ConferenceRegistration 1201 40001 1, 700001 -ErrorVariable failed -ErrorAction SilentlyContinue
        $found.RegistrationId | Should -BeExactly '700001'
        $failed | Get-ErrorName | Should -Be 'NotFound'
        $failed.TargetObject | Should -BeExactly '1'
    }

    It 'retries like every GET request' {
        Set-Fault $server @{ match = @{ path = 'registrations' }; times = 1; fault = @{ kind = 'reset'; at = 'inBody' } }
        Get-ConferenceRegistration 1201 40001 -WarningAction SilentlyContinue | Should -HaveCount 10
    }
}
