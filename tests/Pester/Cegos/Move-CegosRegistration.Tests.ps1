# Move-CegosRegistration over real HTTP: the requests, the wait for the end of a deferral, and the result after a timeout.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    $quiet = @{ Confirm = $false; ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue' }
    function Get-Polls { @(Get-RequestLog $server '*/defer/*') }
}
AfterAll { Stop-SandboxServer $server }

Describe 'Move-CegosRegistration' {
    BeforeEach {
        Reset-TestCegos $server
        $numbers = @(Add-CegosRegistration $server -Count 4)
        $failed = @()
    }

    Context 'Requests' {
        It 'sends one POST with number and session, and emits the pending deferral without a poll' {
            $deferral = Move-CegosRegistration $numbers[0] SES002 -Confirm:$false
            $sent = @(Get-RequestLog $server)
            $sent.Count | Should -Be 1
            $sent.method, $sent.target, $sent.headers.'Content-Type' | Should -BeExactly 'POST', '/cegos/registration/v1/Registration/defer', 'application/json'
            $sent.body | Should -BeExactly "{""registrationNumber"":""$($numbers[0])"",""sessionId"":""SES002""}"
            $deferral | Should -BeOfType TrainingApis.Cegos.Deferral
            $deferral | Select-Object * | ConvertTo-Json -Compress -EnumsAsStrings | Should -BeExactly ('{"TransactionId":"TXN-2026-000001","Status":"Scheduled","StatusRaw":"Scheduled","Code":null,' +
                "`"OldRegistrationNumber`":`"$($numbers[0])`",`"RegistrationNumber`":null,`"Message`":null,`"FromJournal`":false}")
        }

        It 'accepts rows, and numbers with a session on the command line' {
            "RegistrationNumber,SessionId`n$($numbers[0]),SES002`n$($numbers[1]),0045" | ConvertFrom-Csv | Move-CegosRegistration @quiet | Should -HaveCount 1
            $numbers[2], 33 | Move-CegosRegistration -SessionId SES004 @quiet | Should -HaveCount 1
            (Get-SentChange $server).body | Should -BeExactly @(
                "{""registrationNumber"":""$($numbers[0])"",""sessionId"":""SES002""}", "{""registrationNumber"":""$($numbers[1])"",""sessionId"":""0045""}"
                "{""registrationNumber"":""$($numbers[2])"",""sessionId"":""SES004""}", '{"registrationNumber":"33","sessionId":"SES004"}')
        }

        It 'binds a registration, but not its session, live or deserialised' {
            $made = New-RegistrationRow 9 | New-CegosRegistration
            $revived = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($made))
            Clear-RequestLog $server
            $null = $made | Move-CegosRegistration -SessionId SES007 -Confirm:$false
            $null = $revived | Move-CegosRegistration -SessionId SES008 @quiet
            (Get-SentChange $server).body | Should -BeExactly "{""registrationNumber"":""$($made.RegistrationNumber)"",""sessionId"":""SES007""}", "{""registrationNumber"":""$($made.RegistrationNumber)"",""sessionId"":""SES008""}"
            Clear-RequestLog $server
            # Without -SessionId there is no target session.
            $said = Wait-Shell (Start-Shell { param($c, $made) $made | Move-CegosRegistration -Connection $c -Confirm:$false } (Get-TrainingApiConnection), $made)
            $said.Errors | Get-ErrorId | Should -BeExactly 'InvalidArgument'
            $said.Errors.Exception.Message | Should -BeExactly '-SessionId is missing: a RegistrationResult gives ids only, so it must be on the command line. Nothing was sent.'
            Get-SentChange $server | Should -BeNullOrEmpty
        }

        It 'moves the registration that a deferral created, not the old one' {
            $deferral = [TrainingApis.Cegos.Deferral]@{ TransactionId = 'T'; StatusRaw = 'Processed'; OldRegistrationNumber = 'INS-OLD'; RegistrationNumber = $numbers[3] }
            $null = $deferral | Move-CegosRegistration -SessionId SES003 -Confirm:$false
            (Get-SentChange $server).body | Should -BeExactly "{""registrationNumber"":""$($numbers[3])"",""sessionId"":""SES003""}"
        }

        It 'sends to the path of -Route, and polls below it: <Route>' -ForEach @(
            @{ Route = 'PUT v1/registrations/defer'; Method = 'PUT'; Target = '/cegos/registration/v1/registrations/defer'; Body = '{"registrationNumber":"INS-2026-000001","sessionId":"SES 2"}' }
            @{ Route = 'POST v1/Registration/defer query'; Method = 'POST'; Target = '/cegos/registration/v1/Registration/defer?registrationNumber=INS-2026-000001&sessionId=SES%202'; Body = '' }
        ) {
            Connect-TestCegos $server @{ Scope = 'Registration'; Route = @{ DeferRegistration = $Route } }
            Set-Fault $server @{ match = @{ path = 'defer' }; fault = @{ kind = 'replaceBody'; status = 200; body = '{"transactionId":"A/B ?"}'; contentType = 'application/json' } }
            $deferral = Move-CegosRegistration $numbers[0] 'SES 2' -Confirm:$false
            $sent = @(Get-SentChange $server)
            $sent.method, $sent.target, $sent.body | Should -BeExactly $Method, $Target, $Body
            $null = $deferral | Get-CegosDeferral -ErrorAction SilentlyContinue
            (Get-RequestLog $server)[-1].method | Should -Be 'GET'
            (Get-RequestLog $server)[-1].target | Should -BeExactly "$($Target.Split('?')[0])/A%2FB%20%3F"
        }
    }

    Context 'Responses of the vendor' {
        It 'is an error for a null transaction on <_>, and the next row continues' -ForEach 200, 400 {
            Set-CegosControl $server @{ refusalStatus = $_ }
            'NONE', $numbers[0] | Move-CegosRegistration -SessionId SES002 @quiet | Should -HaveCount 1
            $failed.Count | Should -Be 1
            $failed[0].Exception.StatusCode, $failed[0].TargetObject | Should -Be $_, 'NONE'
            $failed | Get-ErrorId | Should -BeExactly ($_ -eq 200 ? 'Rejected' : 'InvalidRequest')
        }

        It 'is <Id> for <Body>' -ForEach @(
            @{ Body = '{"transactionId":null}'; Id = 'Rejected' }
            @{ Body = '{"code":"ERROR","reason":"No seat","id":null}'; Id = 'Rejected'; Reason = 'No seat' }
            @{ Body = '{"TransactionID":"T1"}' }
            @{ Body = '{"transactionId":1234567}' }
            @{ Body = '{}'; Id = 'InDoubt' }
            @{ Body = '<html>'; Id = 'InDoubt' }
            @{ Body = '[1]'; Id = 'InDoubt' }
        ) {
            Set-Fault $server @{ match = @{ path = 'defer' }; fault = @{ kind = 'replaceBody'; body = $Body } }
            $result = Move-CegosRegistration $numbers[0] SES002 @quiet
            if ($Id) { $failed | Get-ErrorId | Should -BeExactly $Id } else { $failed.Count | Should -Be 0; $result.TransactionId | Should -Not -BeNullOrEmpty }
            if ($Reason) { $failed.Exception.Reason | Should -BeExactly $Reason }
            @(Get-SentChange $server).Count | Should -Be 1
        }
    }

    Context 'Waiting' {
        It 'sends all, polls until each has ended, and emits the results in the order of the input, with progress' {
            Set-CegosControl $server @{ scheduledReads = 0 }
            $rows = @(
                [pscustomobject]@{ RegistrationNumber = $numbers[0]; SessionId = 'SES002' }
                [pscustomobject]@{ RegistrationNumber = $numbers[1]; SessionId = 'SES900' } # cancelled: status Error
                [pscustomobject]@{ RegistrationNumber = $numbers[2]; SessionId = 'SES901' } # full: Processed with code ERROR
                [pscustomobject]@{ RegistrationNumber = $numbers[3]; SessionId = 'SES004' })
            $ended = Wait-Shell (Start-Shell { param($c, $rows) $rows | Move-CegosRegistration -Connection $c -Wait -Confirm:$false } (Get-TrainingApiConnection), $rows)
            $log = @(Get-RequestLog $server)
            $log.method | Should -Be 'POST', 'POST', 'POST', 'POST', 'GET', 'GET', 'GET', 'GET'
            # The first poll is sent about 2 s after the last POST.
            $pause = ([datetime] $log[4].time - [datetime] $log[3].time).TotalSeconds
            $pause | Should -BeGreaterThan 1.5
            $pause | Should -BeLessThan 4
            $ended.Output.OldRegistrationNumber | Should -Be $numbers[0], $numbers[3]
            $ended.Output.RegistrationNumber | Should -Be 'INS-2026-000005', 'INS-2026-000006'
            $ended.Output.Status | Should -Be 'Processed', 'Processed'
            $ended.Errors | Get-ErrorId | Should -Be 'Rejected', 'Rejected'
            $ended.Errors.Exception.Reason | Should -Be 'Session not available', 'Session is full'
            $ended.Errors.TargetObject | Should -Be $rows[1], $rows[2]
            $ended.Progress.Count | Should -BeGreaterThan 1
            $ended.Progress[0].Activity | Should -BeExactly 'Move-CegosRegistration'
            $ended.Progress[0].StatusDescription | Should -Match '^[0-4] of 4 done$'
            $ended.Progress[-1].RecordType | Should -Be 'Completed'
            @($ended.Progress.ActivityId | Select-Object -Unique).Count | Should -Be 1
        }

        It 'treats an unknown status as pending, and emits the pending deferral after a timeout, with how to resume' {
            Set-Fault $server @{ match = @{ path = 'defer/'; method = 'GET' }; times = -1; fault = @{ kind = 'replaceBody'; body = '{"response":null,"error":null,"status":"Shelved"}' } }
            $result = Move-CegosRegistration $numbers[0] SES002 -Wait -WaitTimeoutSec 1 @quiet
            $result | Select-Object * | ConvertTo-Json -Compress -EnumsAsStrings | Should -BeExactly ('{"TransactionId":"TXN-2026-000001","Status":"Unknown","StatusRaw":"Shelved","Code":null,' +
                "`"OldRegistrationNumber`":`"$($numbers[0])`",`"RegistrationNumber`":null,`"Message`":null,`"FromJournal`":false}")
            $failed.FullyQualifiedErrorId | Should -BeExactly 'Timeout,TrainingApis.Cmdlets.Cegos.MoveCegosRegistrationCommand'
            $failed.CategoryInfo.Category | Should -Be 'OperationTimeout'
            $failed.Exception.Message | Should -BeExactly 'The deferral TXN-2026-000001 has not ended within 1 s. Resume with: Get-CegosDeferral -TransactionId TXN-2026-000001 -Wait'
        }

        It 'stops on Ctrl+C at once, and the journal keeps what was queued' {
            $journal = Join-Path $TestDrive 'stopped.jsonl'
            $started = Start-Shell { param($c, $numbers, $journal) $numbers | Move-CegosRegistration -SessionId SES002 -Connection $c -Wait -Confirm:$false -Journal $journal } (Get-TrainingApiConnection), $numbers, $journal
            Wait-Until { @(Get-SentChange $server).Count -eq 4 }
            Start-Sleep -Milliseconds 300
            Stop-Shell $started | Should -BeLessThan 500
            $null = Wait-Shell $started
            (Get-TrainingJournal $journal).State | Should -Be (@('Succeeded') * 4)
            (Get-TrainingJournal $journal).Reference | Should -Be 'TXN-2026-000001', 'TXN1000002', 'TXN-2026-000003', 'TXN1000004'
        }

        It 'resumes the deferrals of an earlier run from the journal: polls each again, sends no POST' {
            $journal = Join-Path $TestDrive 'moves.jsonl'
            Set-CegosControl $server @{ scheduledReads = 1 }
            $null = $numbers | Move-CegosRegistration -SessionId SES002 -Journal $journal -Confirm:$false
            Clear-RequestLog $server
            Set-Latency $server 60
            $pending = $numbers | Move-CegosRegistration -SessionId SES002 -Journal $journal -Confirm:$false
            $pending.Status | Should -Be (@('Scheduled') * 4)
            $pending.FromJournal | Should -Be (@($true) * 4)
            $pending.OldRegistrationNumber | Should -Be $numbers
            $times = @((Get-Polls).time | ForEach-Object { [datetime] $_ })
            foreach ($next in 1..3) { ($times[$next] - $times[$next - 1]).TotalMilliseconds | Should -BeGreaterThan 55 -Because 'reading again counts for -ThrottleLimit too' }
            $ended = $numbers | Move-CegosRegistration -SessionId SES002 -Journal $journal -Wait -Confirm:$false
            $ended.Status | Should -Be (@('Processed') * 4)
            $ended.RegistrationNumber | Should -Be 'INS-2026-000005', 'INS-2026-000006', 'INS-2026-000007', 'INS-2026-000008'
            $ended.FromJournal | Should -Be (@($true) * 4)
            Get-SentChange $server | Should -BeNullOrEmpty
            @((Get-CegosState $server).deferrals).Count | Should -Be 4
        }

        It 'continues to poll a deferral of the journal that is still pending' {
            $journal = Join-Path $TestDrive 'resumed.jsonl'
            Set-CegosControl $server @{ scheduledReads = 1 }
            $null = Move-CegosRegistration $numbers[0] SES002 -Journal $journal -Confirm:$false
            Clear-RequestLog $server
            $ended = Move-CegosRegistration $numbers[0] SES002 -Journal $journal -Wait -Confirm:$false
            $ended.Status, $ended.FromJournal, $ended.OldRegistrationNumber, $ended.RegistrationNumber | Should -Be 'Processed', $true, $numbers[0], 'INS-2026-000005'
            (Get-RequestLog $server).method | Should -Be 'GET', 'GET'
        }

        It 'does not wait with -WhatIf' {
            $journal = Join-Path $TestDrive 'whatif.jsonl'
            $null = Move-CegosRegistration $numbers[0] SES002 -Journal $journal -Confirm:$false
            Clear-RequestLog $server
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $pending = $numbers[0, 1] | Move-CegosRegistration -SessionId SES002 -Journal $journal -Wait -WhatIf
            $clock.Elapsed.TotalSeconds | Should -BeLessThan 1.5
            $pending.TransactionId | Should -BeExactly 'TXN-2026-000001'
            Get-SentChange $server | Should -BeNullOrEmpty
        }
    }

    It 'asks for confirmation with number and session' {
        $asked = Wait-Shell (Start-Shell { param($c, $numbers) $numbers | Move-CegosRegistration -SessionId SES002 -Connection $c } (Get-TrainingApiConnection), $numbers -Answer 3)
        $asked.Questions | Should -BeExactly "Move registration $($numbers[0]) to session SES002?"
        Get-SentChange $server | Should -BeNullOrEmpty
    }
}
