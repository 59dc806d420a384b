# Remove-CegosRegistration over real HTTP: by number, by row, by objects of this module.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    $one = 'INS-2026-000001'
}
AfterAll { Stop-SandboxServer $server }

Describe 'Remove-CegosRegistration' {
    BeforeEach {
        Reset-TestCegos $server
        $numbers = @(Add-CegosRegistration $server -Count 3)
    }

    It 'sends DELETE with a body that has only the number if nothing else is given, and emits nothing' {
        Remove-CegosRegistration $one -Confirm:$false | Should -BeNullOrEmpty
        $sent = @(Get-SentChange $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target, $sent.headers.'Content-Type' | Should -BeExactly 'DELETE', '/cegos/registration/v1/Registration', 'application/json'
        $sent.body | Should -BeExactly "{""registrationNumber"":""$one""}"
        (Get-CegosState $server).registrations[0].state | Should -Be 'Canceled'
    }

    It 'sends reason and user' {
        Remove-CegosRegistration -RegistrationNumber $one -Reason 'Ill, "again"' -User admin@example.com -Confirm:$false
        (Get-SentChange $server).body | Should -BeExactly "{""registrationNumber"":""$one"",""reason"":""Ill, \""again\"""",""user"":""admin@example.com""}"
    }

    It 'emits the result with -PassThru' {
        $result = Remove-CegosRegistration $one -PassThru -Confirm:$false
        $result | Should -BeOfType TrainingApis.Cegos.CancellationResult
        $result | Select-Object * | ConvertTo-Json -Compress | Should -BeExactly "{""RegistrationNumber"":""$one"",""Code"":""SUCCESS"",""Message"":""Registration canceled successfully"",""FromJournal"":false}"
    }

    It 'accepts rows, each with its own reason or none' {
        "RegistrationNumber,Reason`n$($numbers[0]),moved`n$($numbers[1]),`n$($numbers[2]),ill" | ConvertFrom-Csv | Remove-CegosRegistration -User me -Confirm:$false
        (Get-SentChange $server).body | Should -BeExactly @(
            "{""registrationNumber"":""$($numbers[0])"",""reason"":""moved"",""user"":""me""}"
            "{""registrationNumber"":""$($numbers[1])"",""user"":""me""}"
            "{""registrationNumber"":""$($numbers[2])"",""reason"":""ill"",""user"":""me""}")
    }

    It 'accepts text and numbers by value, as text' {
        $numbers[0], 33, 44L, '0045', 2.5 | Remove-CegosRegistration -PassThru -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue | Should -HaveCount 1
        (Get-SentChange $server).body | Should -BeExactly @($numbers[0], '33', '44', '0045', '2.5' | ForEach-Object { "{""registrationNumber"":""$_""}" })
        $failed.TargetObject | Should -Be 33, 44, '0045', 2.5
    }

    It 'refuses any other object: <_>' -ForEach (Get-Date), ([guid]::Empty), @{ a = 1 }, ([pscustomobject]@{ Number = 1 }) {
        $_, $one | Remove-CegosRegistration -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
        $failed | Get-ErrorId | Should -BeIn 'InputObjectNotBound', 'InputObjectMissingMandatory'
        (Get-SentChange $server).body | Should -BeExactly "{""registrationNumber"":""$one""}"
    }

    It 'accepts registrations and deferrals, live, from CliXml and from a job, in one pipeline' {
        $made = New-RegistrationRow 9 | New-CegosRegistration
        $moved = Move-CegosRegistration $numbers[0] SES005 -Wait -Confirm:$false
        $file = Join-Path $TestDrive 'made.xml'
        $other = [TrainingApis.Cegos.RegistrationResult]@{ RegistrationNumber = $numbers[1]; Message = 'm'; SessionId = 's'; ClientReference = 'c' }
        $other | Export-Clixml $file
        $job = Start-Job { Import-Module $using:ModulePath; [TrainingApis.Cegos.RegistrationResult]@{ RegistrationNumber = $using:numbers[2]; Message = 'm' } }
        $fromJob = $job | Receive-Job -Wait -AutoRemoveJob
        $fromJob.PSObject.TypeNames[0] | Should -BeExactly 'Deserialized.TrainingApis.Cegos.RegistrationResult'
        Clear-RequestLog $server
        $made, $moved, (Import-Clixml $file), $fromJob, 'INS-0', [pscustomobject]@{ RegistrationNumber = 'INS-9'; Reason = 'r' } |
            Remove-CegosRegistration -User u -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        (Get-SentChange $server).body | Should -BeExactly @(
            @($made.RegistrationNumber, $moved.RegistrationNumber, $numbers[1], $numbers[2], 'INS-0' | ForEach-Object { "{""registrationNumber"":""$_"",""user"":""u""}" })
            '{"registrationNumber":"INS-9","reason":"r","user":"u"}')
        $failed | Get-ErrorId | Should -Be 'Rejected', 'Rejected'
    }

    It 'reports that a pending deferral has no number yet, sends nothing for it, and continues' {
        $pending = [TrainingApis.Cegos.Deferral]@{ TransactionId = 'TXN1'; StatusRaw = 'Scheduled'; OldRegistrationNumber = $numbers[0] }
        $made = [TrainingApis.Cegos.RegistrationResult]@{ RegistrationNumber = $numbers[1] }
        $made, $pending | Remove-CegosRegistration -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Should -BeExactly 'InvalidArgument'
        $failed.Exception.Message | Should -BeExactly '-RegistrationNumber is missing: this Deferral has none. Nothing was sent.'
        [object]::ReferenceEquals($failed[0].TargetObject, $pending) | Should -BeTrue
        (Get-SentChange $server).body | Should -BeExactly "{""registrationNumber"":""$($numbers[1])""}"
    }

    It 'sends to the path of -Route: <Route>' -ForEach @(
        @{ Route = 'PUT v1/Registration'; Method = 'PUT'; Target = '/cegos/registration/v1/Registration'; Body = '{"registrationNumber":"INS-2026-000001","reason":"a b&c"}' }
        @{ Route = 'POST v1/Registration/cancel'; Method = 'POST'; Target = '/cegos/registration/v1/Registration/cancel'; Body = '{"registrationNumber":"INS-2026-000001","reason":"a b&c"}' }
        @{ Route = 'DELETE v1/Registration query'; Method = 'DELETE'; Target = '/cegos/registration/v1/Registration?registrationNumber=INS-2026-000001&reason=a%20b%26c'; Body = '' }
    ) {
        Connect-TestCegos $server @{ Scope = 'Registration'; Route = @{ CancelRegistration = $Route } }
        Set-CegosControl $server @{ routes = @{ CancelRegistration = $Route } }
        Remove-CegosRegistration $one -Reason 'a b&c' -Confirm:$false
        $sent = @(Get-SentChange $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target, $sent.body | Should -BeExactly $Method, $Target, $Body
        (Get-CegosState $server).cancellations[0].fields.reason | Should -BeExactly 'a b&c'
    }

    It 'is Rejected with the vendor''s reason, on <_>' -ForEach 200, 400 {
        Set-CegosControl $server @{ refusalStatus = $_ }
        'NONE', $one | Remove-CegosRegistration -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'Rejected,TrainingApis.Cmdlets.Cegos.RemoveCegosRegistrationCommand'
        $failed.Exception.Reason, $failed.Exception.Operation, $failed.TargetObject | Should -BeExactly 'Registration not found', 'CancelRegistration', 'NONE'
        (Get-CegosState $server).registrations[0].state | Should -Be 'Canceled'
    }

    It 'is InDoubt if the response does not confirm the change: <_>' -ForEach '{}', '{"code":null}', '{"code":"MAYBE","reason":"?"}', '[]', '' {
        Set-Fault $server @{ match = @{ method = 'DELETE' }; fault = @{ kind = 'replaceBody'; body = $_ } }
        Remove-CegosRegistration $one -Confirm:$false -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Get-ErrorId | Should -BeExactly 'InDoubt'
    }

    It 'asks for confirmation with the number, and follows the choice' {
        $script = { param($c, $numbers) $numbers | Remove-CegosRegistration -Connection $c -Reason secret -User me@example.com }
        $no = Wait-Shell (Start-Shell $script (Get-TrainingApiConnection), $numbers -Answer 2)
        $no.Questions | Should -BeExactly @($numbers | ForEach-Object { "Cancel registration ${_}?" })
        Get-SentChange $server | Should -BeNullOrEmpty
        $all = Wait-Shell (Start-Shell $script (Get-TrainingApiConnection), $numbers -Answer 1)
        $all.Questions.Count | Should -Be 1
        @(Get-SentChange $server).Count | Should -Be 3
    }

    It 'emits results from the journal only with -PassThru' {
        $journal = Join-Path $TestDrive 'removed.jsonl'
        $numbers | Remove-CegosRegistration -Journal $journal -Confirm:$false
        $numbers | Remove-CegosRegistration -Journal $journal -Confirm:$false | Should -BeNullOrEmpty
        $again = $numbers | Remove-CegosRegistration -Journal $journal -PassThru -Confirm:$false
        $again.RegistrationNumber | Should -Be $numbers
        $again.FromJournal | Should -Be $true, $true, $true
        @(Get-SentChange $server).Count | Should -Be 3
    }
}
