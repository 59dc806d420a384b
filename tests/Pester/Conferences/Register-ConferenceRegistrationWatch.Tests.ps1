# Register-ConferenceRegistrationWatch over real HTTP: the format of every option, and no credential in any stream.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ConferenceSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Register-ConferenceRegistrationWatch' {
    BeforeEach { Reset-TestConference $server }

    It 'sends only the address if nothing else is given' {
        $made = Register-ConferenceRegistrationWatch 40001 https://example.com/hook
        $sent = @(Get-SentConferenceChange $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target, $sent.body | Should -BeExactly 'POST', '/conference/sessions/40001/registrations/watch', '{"address":"https://example.com/hook"}'
        $made | Should -BeOfType TrainingApis.Conferences.Watch
        $made.WatchId | Should -Not -BeNullOrEmpty
        $made.SessionId, $made.Address | Should -BeExactly '40001', 'https://example.com/hook'
        (Get-ConferenceState $server).watches | Should -HaveCount 1
    }

    It 'sends every option in its format, and shows no credential: <_>' -ForEach 'cryptoKeyIds', 'keys' {
        Set-ConferenceControl $server @{ keysInSignature = $_ -eq 'keys' }
        $options = @{
            SessionId = 0; Address = 'https://example.com/hook'; Name = 'All'; Method = 'post'; Status = 'disabled'
            BasicCredential = New-TestCredential 'hook' 'planted-password'
            Header = @{ 'X-Custom' = 'planted-header'; 'X-Other' = New-TestSecret 'planted-other' }
            Schema = @{ who = '$.client.id' }
            OAuth2 = @{ GrantType = 'client_credentials'; ClientId = 'me'; AccessTokenUrl = 'https://example.com/token'; ClientSecret = New-TestSecret 'planted-secret' }
            SigningKeyId = 'key-1'
        }
        # Before PowerShell 7.6, -Debug alone asks for a confirmation.
        $all = Register-ConferenceRegistrationWatch @options -Verbose -Debug -Confirm:$false *>&1
        $made = $all | Where-Object { $_ -is [TrainingApis.Conferences.Watch] }
        (Get-SentConferenceChange $server).body | Should -BeExactly ('{"address":"https://example.com/hook","name":"All","basicAuth":{"username":"hook","password":"planted-password"},' +
            '"httpRequestHeader":{"X-Custom":"planted-header","X-Other":"planted-other"},"schema":{"who":"$.client.id"},"method":"POST","status":"disabled",' +
            '"oauth2Auth":{"accessTokenUrl":"https://example.com/token","clientId":"me","clientSecret":"planted-secret","grantType":"client_credentials"},"signature":{"enabled":true,"cryptoKeyIds":["key-1"]}}')
        "$($made.Status)", $made.Signed, "$($made.SigningKeyId)" | Should -Be 'Disabled', $true, 'key-1'
        ($all | Out-String) + ($made | Format-List * | Out-String) + [Management.Automation.PSSerializer]::Serialize($made, 5) | Should -Not -Match 'planted'
    }

    It 'shows no credential in an error, and sends nothing for invalid arguments' {
        Register-ConferenceRegistrationWatch 0 'https://planted:secret@example.com/' -ErrorVariable failed -ErrorAction SilentlyContinue
        Register-ConferenceRegistrationWatch 0 https://example.com/ -OAuth2 @{ Planted = 'x' } -ErrorVariable +failed -ErrorAction SilentlyContinue
        Register-ConferenceRegistrationWatch 0 https://example.com/ -Schema '{' -ErrorVariable +failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorName | Should -Be 'InvalidArgument', 'InvalidArgument', 'InvalidArgument'
        $failed[0] | Out-String | Should -Not -Match 'secret@'
        Get-SentConferenceChange $server | Should -BeNullOrEmpty
    }

    It 'is InDoubt without an ID, and redacts text that the vendor repeats' {
        Set-Fault $server @{ match = @{ method = 'POST' }; times = 1; fault = @{ kind = 'replaceBody'; body = '{"error":"planted-password is weak"}'; status = 200 } }
        Register-ConferenceRegistrationWatch 0 https://example.com/ -BasicCredential (New-TestCredential hook planted-password) -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorName | Should -Be 'Rejected'
        $failed.Exception.Reason | Should -BeExactly '*** is weak'
        Set-Fault $server @{ match = @{ method = 'POST' }; times = 1; fault = @{ kind = 'replaceBody'; body = '{}'; status = 200 } }
        Register-ConferenceRegistrationWatch 0 https://example.com/ -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorName | Should -Be 'InDoubt'
        Clear-Fault $server
    }

    It 'is created once with a journal that contains no secret, from piped-in sessions' {
        $journal = Join-Path $TestDrive 'watch.jsonl'
        foreach ($run in 1, 2) {
            $made = Get-ConferenceSession 1201 40001 | Register-ConferenceRegistrationWatch -Address https://example.com/ -Header @{ Authorization = 'planted' } -Journal $journal
            $made.FromJournal | Should -Be ($run -eq 2)
            $made.WatchId | Should -Not -BeNullOrEmpty
        }
        @(Get-SentConferenceChange $server).Count | Should -Be 1
        Get-Content $journal -Raw | Should -Not -Match 'planted|example'
    }
}
