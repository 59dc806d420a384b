# New-CegosRegistration over real HTTP: the bytes of the requests, and the result of each response.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    function Send-Rows([object[]] $Rows, [hashtable] $With = @{}) {
        $Rows | New-CegosRegistration @With -ErrorVariable +failed -ErrorAction SilentlyContinue
        Set-Variable failed $failed -Scope 1
    }
}
AfterAll { Stop-SandboxServer $server }
Describe 'New-CegosRegistration' {
    BeforeEach { Reset-TestCegos $server }

    Context 'Requests' {
        It 'is one POST with all fields in the documented order and of the documented types' {
            $null = New-CegosRegistration -ManagerCrmId MGR001 -ManagerCrmIsLead true -TraineeCrmId 044212 -TraineeCrmIsLead:$false -SessionId SES001 -ClientReference 'R&D "é"' `
                -Canal WEB -Comments "a`nb" -IsCpf $true -CpfHours 35 -IncludeMeal $false -Overbooking $true -WebSaleId W-1
            $sent = @(Get-SentChange $server)
            $sent.Count | Should -Be 1
            $sent[0].method | Should -BeExactly 'POST'
            $sent[0].target | Should -BeExactly '/cegos/registration/v1/Registration'
            $sent[0].headers.'Content-Type' | Should -BeExactly 'application/json'
            $sent[0].headers.Accept | Should -BeExactly 'application/json'
            $sent[0].headers.Authorization | Should -Match '^Bearer \S{40,}$'
            $sent[0].body | Should -BeExactly ('{"managerCrmId":"MGR001","managerCrmIsLead":"true","traineeCrmId":"044212","traineeCrmIsLead":"false","sessionId":"SES001",' +
                '"clientReference":"R&D \"é\"","canal":"WEB","comments":"a\nb","isCPF":true,"cpfHours":"35","includeMeal":false,"overbooking":true,"webSaleId":"W-1"}')
        }

        It 'omits parameters that are not given, and sends that neither person is a lead' {
            $null = New-CegosRegistration -ManagerCrmId M-1 -TraineeCrmId T-1 -SessionId SES001
            (Get-SentChange $server).body | Should -BeExactly '{"managerCrmId":"M-1","managerCrmIsLead":"false","traineeCrmId":"T-1","traineeCrmIsLead":"false","sessionId":"SES001"}'
        }

        It 'sends the cells of a CSV unchanged, without empty cells, under <_>' -ForEach 'en-US', 'fr-FR' {
            $before = [cultureinfo]::CurrentCulture
            try {
                [cultureinfo]::CurrentCulture = $_
                $null = @'
ManagerCrmId,ManagerCrmIsLead,TraineeCrmId,TraineeCrmIsLead,YearlySessionCode,Comments,IsCpf,CpfHours,IncludeMeal,Overbooking
044212,FAUX,007,non,SES001,,Oui,7.50,0,
044212,,008,, SES002,x,,,VRAI,1
'@ | ConvertFrom-Csv | New-CegosRegistration
            }
            finally { [cultureinfo]::CurrentCulture = $before }
            (Get-SentChange $server).body | Should -BeExactly @(
                '{"managerCrmId":"044212","managerCrmIsLead":"false","traineeCrmId":"007","traineeCrmIsLead":"false","sessionId":"SES001","isCPF":true,"cpfHours":"7.5","includeMeal":false}'
                '{"managerCrmId":"044212","managerCrmIsLead":"false","traineeCrmId":"008","traineeCrmIsLead":"false","sessionId":"SES002","comments":"x","includeMeal":true,"overbooking":true}')
        }

        It 'keeps no value of the previous row, and uses the command line for all rows' {
            $null = [pscustomobject]@{ TraineeCrmId = 1; SessionId = 'SES001'; Comments = 'x'; IsCpf = $true; CpfHours = 3.5 }, [pscustomobject]@{ TraineeCrmId = 2L; SessionId = 'SES002' } |
                New-CegosRegistration -ManagerCrmId M-1 -Canal WEB
            (Get-SentChange $server).body | Should -BeExactly @(
                '{"managerCrmId":"M-1","managerCrmIsLead":"false","traineeCrmId":"1","traineeCrmIsLead":"false","sessionId":"SES001","canal":"WEB","comments":"x","isCPF":true,"cpfHours":"3.5"}'
                '{"managerCrmId":"M-1","managerCrmIsLead":"false","traineeCrmId":"2","traineeCrmIsLead":"false","sessionId":"SES002","canal":"WEB"}')
        }

        It 'sends to the path of -Route: <Route>' -ForEach @(
            @{ Route = 'PUT v1/registrations'; Method = 'PUT'; Target = '/cegos/registration/v1/registrations'; Body = '{"managerCrmId":"M 1","managerCrmIsLead":"false","traineeCrmId":"T&1","traineeCrmIsLead":"false","sessionId":"SES001","isCPF":true}' }
            @{ Route = 'POST v1/Registration query'; Method = 'POST'; Target = '/cegos/registration/v1/Registration?managerCrmId=M%201&managerCrmIsLead=false&traineeCrmId=T%261&traineeCrmIsLead=false&sessionId=SES001&isCPF=true'; Body = '' }
        ) {
            Connect-TestCegos $server @{ Scope = 'Registration'; Route = @{ CreateRegistration = $Route } }
            Set-CegosControl $server @{ routes = @{ CreateRegistration = $Route } }
            (New-CegosRegistration -ManagerCrmId 'M 1' -TraineeCrmId 'T&1' -SessionId SES001 -IsCpf true).RegistrationNumber | Should -BeExactly 'INS-2026-000001'
            $sent = Get-SentChange $server
            $sent.method, $sent.target, $sent.body | Should -BeExactly $Method, $Target, $Body
        }
    }

    Context 'Results' {
        It 'is the registration, with the IDs that the next command accepts' {
            $result = New-RegistrationRow 7 | New-CegosRegistration
            $result | Should -BeOfType TrainingApis.Cegos.RegistrationResult
            $result | Select-Object * | ConvertTo-Json -Compress | Should -BeExactly ('{"RegistrationNumber":"INS-2026-000001","Code":"SUCCESS","Message":"Registration created successfully",' +
                '"SessionId":"SES001","TraineeCrmId":"T-7","ClientReference":"REF-7","FromJournal":false}')
            "$result" | Should -BeExactly 'INS-2026-000001'
        }

        It 'accepts a piped-in session, and the ID of a lead' {
            $lead = New-CegosLead -Civility Mr -Emailing no -LastName Dupont -FirstName Jean -Email jean@example.com
            $result = Get-CegosSession -First 1 | New-CegosRegistration -ManagerCrmId M-1 -TraineeCrmId $lead.Id -TraineeCrmIsLead yes -Overbooking yes
            $result.SessionId | Should -Be (Get-CegosSession -First 1).YearlySessionCode
            (Get-CegosState $server).registrations.fields.traineeCrmIsLead | Should -Be 'true'
        }
    }

    Context 'Responses of the vendor' {
        # In each case, the middle row of three has the fault; the other two succeed.
        It '<Name> is <Id>, and the run continues' -ForEach @(
            @{ Name = 'code ERROR on 200'; Id = 'Rejected'; Category = 'InvalidResult'; Session = 'NOPE'; Reason = 'Session not found'; Code = 'ERROR'; Status = 200 }
            @{ Name = 'code ERROR on 400'; Id = 'Rejected'; Category = 'InvalidResult'; Session = 'SES901'; Reason = 'Session is full'; Code = 'ERROR'; Status = 400; Refusal = 400 }
            @{ Name = 'code ERROR on 422'; Id = 'Rejected'; Category = 'InvalidResult'; Session = 'SES900'; Reason = 'Session not available'; Code = 'ERROR'; Status = 422; Refusal = 422 }
            @{ Name = 'code ERROR on 500'; Id = 'Rejected'; Category = 'InvalidResult'; Session = 'NOPE'; Reason = 'Session not found'; Code = 'ERROR'; Status = 500; Refusal = 500 }
            @{ Name = 'code ERROR on 404'; Id = 'NotFound'; Category = 'ObjectNotFound'; Session = 'NOPE'; Reason = 'Session not found'; Code = 'ERROR'; Status = 404; Refusal = 404 }
            @{ Name = 'code error in small letters'; Id = 'Rejected'; Category = 'InvalidResult'; Fault = @{ kind = 'replaceBody'; body = '{"Code":"error","REASON":"Non","id":null}'; act = $false }; Reason = 'Non'; Code = 'error'; Status = 200 }
            @{ Name = 'a problem document'; Id = 'InvalidRequest'; Category = 'InvalidData'; Fault = @{ kind = 'replaceBody'; status = 400; act = $false; body = '{"title":"One or more validation errors occurred.","status":400,"errors":{"traineeCrmId":["The field is invalid."]}}'; contentType = 'application/problem+json' }; Reason = 'One or more validation errors occurred.'; Status = 400; Fields = 'traineeCrmId: The field is invalid.' }
            @{ Name = '403'; Id = 'Forbidden'; Category = 'PermissionDenied'; Fault = @{ kind = 'status'; status = 403 }; Status = 403 }
            @{ Name = '409'; Id = 'Conflict'; Category = 'ResourceExists'; Fault = @{ kind = 'status'; status = 409 }; Status = 409 }
            @{ Name = '415'; Id = 'Rejected'; Category = 'InvalidResult'; Fault = @{ kind = 'status'; status = 415 }; Status = 415 }
            @{ Name = 'a wait of an hour'; Id = 'RateLimited'; Category = 'LimitsExceeded'; Fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '3600' } }; Status = 429 }
            @{ Name = 'SUCCESS without an id'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'replaceBody'; body = '{"code":"SUCCESS","reason":"ok","id":null}' }; Status = 200; Acted = $true }
            @{ Name = 'an HTML page'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'html' }; Status = 200; Acted = $true }
            @{ Name = 'an empty body'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'empty' }; Status = 200; Acted = $true }
            @{ Name = 'broken JSON'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'badJson' }; Status = 200; Acted = $true }
            @{ Name = 'half a body'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'truncate' }; Acted = $true }
            @{ Name = 'a connection reset after acting'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'reset'; at = 'afterAct' }; Acted = $true }
            @{ Name = 'a connection reset after the body was read'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'reset'; at = 'beforeAct' } }
            @{ Name = 'no response in time'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'hang'; at = 'afterAct' }; Acted = $true; With = @{ TimeoutSec = 1 } }
            @{ Name = '500'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'status'; status = 500; act = $true }; Status = 500; Acted = $true }
            @{ Name = '502 with HTML'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'html'; status = 502; act = $false }; Status = 502 }
            @{ Name = '503 without Retry-After'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'status'; status = 503 }; Status = 503 }
            @{ Name = '503 with Retry-After after acting'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'status'; status = 503; headers = @{ 'Retry-After' = '1' }; act = $true }; Status = 503; Acted = $true }
            @{ Name = '502 that asks to wait an hour after acting'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'status'; status = 502; headers = @{ 'Retry-After' = '3600' }; act = $true }; Status = 502; Acted = $true }
            @{ Name = '408'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'status'; status = 408 }; Status = 408 }
            @{ Name = 'a redirect'; Id = 'InDoubt'; Category = 'OperationStopped'; Fault = @{ kind = 'redirect'; location = 'https://elsewhere.example/' }; Status = 302 }
        ) {
            $case = [ordered]@{ Session = 'SES001'; Refusal = 200; Fault = $null; Reason = $null; Code = $null; Status = $null; Fields = ''; Acted = $false; With = @{} }
            foreach ($key in $_.Keys) { $case[$key] = $_[$key] }
            if ($case.With.Count) { Connect-TestCegos $server (@{ Scope = 'Registration' } + $case.With); Clear-RequestLog $server }
            Set-CegosControl $server @{ refusalStatus = $case.Refusal }
            if ($case.Fault) { Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 1; fault = $case.Fault } }
            $rows = New-RegistrationRow 1, 2, 3
            $rows[1].SessionId = $case.Session

            $failed = @()
            $results = Send-Rows $rows

            $results.ClientReference | Should -Be 'REF-1', 'REF-3'
            $failed.Count | Should -Be 1
            $failed[0].FullyQualifiedErrorId | Should -BeExactly "$Id,TrainingApis.Cmdlets.Cegos.NewCegosRegistrationCommand"
            $failed[0].CategoryInfo.Category | Should -Be $Category
            [object]::ReferenceEquals($failed[0].TargetObject, $rows[1]) | Should -BeTrue -Because 'the target is the caller''s own row'
            $exception = $failed[0].Exception
            $exception | Should -BeOfType TrainingApis.ApiException
            $exception.StatusCode, $exception.Code, $exception.Reason, "$($exception.FieldErrors)" | Should -BeExactly $case.Status, $case.Code, $case.Reason, $case.Fields
            "$($exception.Api)", $exception.Operation | Should -BeExactly 'Cegos', 'CreateRegistration'
            if ($case.Reason) { $exception.Message | Should -BeLike "*$($case.Reason.TrimEnd('.'))*" }
            $exception.Message | Should -BeLike "*register trainee T-2 for session $($case.Session)*"
            $exception.Message | Should -Not -Match 'REF-2|sandbox-secret'
            @(Get-SentChange $server).Count | Should -Be 3 -Because 'nothing is sent twice'
            @((Get-CegosState $server).registrations).Count | Should -Be (2 + $case.Acted)
        }

        It 'is sent again after 429, and the registration is created once' {
            Set-Fault $server @{ match = @{ path = 'Registration$' }; times = 2; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '0' } } }
            $result = New-RegistrationRow 1 | New-CegosRegistration -WarningVariable warned -WarningAction SilentlyContinue
            $result.RegistrationNumber | Should -BeExactly 'INS-2026-000001'
            $sent = @(Get-SentChange $server)
            $sent.Count | Should -Be 3
            @($sent.body | Select-Object -Unique).Count | Should -Be 1
            @($warned).Count | Should -Be 1 -Because 'one warning is enough'
        }

        It 'shows a countdown while it waits, and completes it' {
            Set-Fault $server @{ match = @{ path = 'Registration$' }; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '1' } } }
            $said = Wait-Shell (Start-Shell { param($c, $rows) $rows | New-CegosRegistration -Connection $c } (Get-TrainingApiConnection), (New-RegistrationRow 1))
            $said.Output.RegistrationNumber | Should -BeExactly 'INS-2026-000001'
            $shown = @($said.Progress | Where-Object Activity -EQ 'Waiting for Cegos')
            $shown[0].SecondsRemaining, $shown[0].StatusDescription, "$($shown[0].RecordType)" | Should -Be 1, '429 Too Many Requests', 'Processing'
            $shown[-1].RecordType | Should -Be 'Completed'
            $shown.Count | Should -BeLessOrEqual 4
        }

        It 'is RateLimited if 429 does not end' {
            Connect-TestCegos $server @{ Scope = 'Registration'; MaximumRetryCount = 1 }
            Set-Fault $server @{ match = @{ path = 'Registration$' }; times = -1; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '0' } } }
            $null = Send-Rows (New-RegistrationRow 1) @{ WarningAction = 'SilentlyContinue' }
            $failed | Get-ErrorId | Should -BeExactly 'RateLimited'
            @(Get-SentChange $server).Count | Should -Be 2
        }

        It 'renews an expired token once, and sends again' {
            $null = Invoke-Control $server 'tokens/expire' -Method Post
            @(New-RegistrationRow 1, 2 | New-CegosRegistration).Count | Should -Be 2
            @(Get-RequestLog $server).status | Should -Be 401, 200, 200, 200
            @(Get-RequestLog $server '*/token').Count | Should -Be 1
        }

        It 'ends with AuthenticationFailed if a new token is refused too, and sends nothing more' {
            Set-Fault $server @{ match = @{ path = 'Registration$' }; times = -1; fault = @{ kind = 'status'; status = 401 } }
            { New-RegistrationRow 1, 2, 3 | New-CegosRegistration } | Should -Throw -ErrorId 'AuthenticationFailed,*'
            @(Get-SentChange $server).Count | Should -Be 2
        }

        It 'is Unreachable, not InDoubt, if no server listens' {
            $registrations = [uri] 'http://127.0.0.1:1/'
            Connect-TestCegos $server @{ Scope = 'Registration'; RegistrationUri = $registrations; MaximumRetryCount = 0 }
            $null = Send-Rows (New-RegistrationRow 1, 2)
            $failed | Get-ErrorId | Should -Be 'Unreachable', 'Unreachable'
        }

        It 'continues with 500 rows, some of which fail' {
            $rows = New-RegistrationRow (1..500)
            $rows[9].SessionId = 'NOPE'
            $rows[19].TraineeCrmId = ' '
            $rows[29].TraineeCrmId = ''
            $rows[39] | Add-Member CpfHours '3,5'
            $rows[59].PSObject.Properties.Remove('SessionId')
            Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 100; times = 1; fault = @{ kind = 'html' } }
            $failed = @()
            $results = Send-Rows $rows
            $results.Count | Should -Be 494
            $failed | Get-ErrorId | Group-Object | Sort-Object Name | ForEach-Object Name | Should -Be 'InDoubt', 'InputObjectMissingMandatory', 'ParameterArgumentTransformationError', 'ParameterArgumentValidationErrorEmptyStringNotAllowed', 'Rejected'
            @($results.ClientReference) + @($failed.TargetObject.ClientReference) | Sort-Object -Unique | Should -HaveCount 500
        }
    }

    Context 'Concurrency' {
        It 'emits results in the order of the input, whatever the order of the responses' {
            $random = [random]::new(7)
            Set-Fault $server @(1..40 | ForEach-Object { @{ match = @{ path = 'Registration$' }; fault = @{ kind = 'slow'; delay = $random.Next(0, 3) } } })
            $rows = New-RegistrationRow (1..40)
            $results = $rows | New-CegosRegistration -ThrottleLimit 8
            $results.ClientReference | Should -Be $rows.ClientReference
            $results.RegistrationNumber | Should -Not -Be ($results.RegistrationNumber | Sort-Object) -Because 'the vendor got them in another order'
            # Each result belongs to its own row.
            $held = (Get-CegosState $server).registrations
            foreach ($result in $results) { ($held | Where-Object id -EQ $result.RegistrationNumber).fields.clientReference | Should -Be $result.ClientReference }
        }

        It 'never has more in flight than -ThrottleLimit <Limit>' -ForEach @{ Limit = 1; Rows = 12 }, @{ Limit = 8; Rows = 40 } {
            Set-Latency $server 100
            $null = New-RegistrationRow (1..$Rows) | New-CegosRegistration -ThrottleLimit $Limit
            $times = @((Get-SentChange $server).time | ForEach-Object { ([datetime] $_).ToUniversalTime() } | Sort-Object)
            $times.Count | Should -Be $Rows
            # At the limit, the next request may be sent only after the response to the first of them.
            foreach ($next in $Limit..($Rows - 1)) { ($times[$next] - $times[$next - $Limit]).TotalMilliseconds | Should -BeGreaterThan 95 }
            $spans = foreach ($last in ($Limit - 1)..($Rows - 1)) { ($times[$last] - $times[$last - $Limit + 1]).TotalMilliseconds }
            ($spans | Measure-Object -Minimum).Minimum | Should -BeLessThan 95 -Because 'that many are sent at once'
        }

        It 'sends nothing new after Select-Object -First' {
            $results = New-RegistrationRow (1..50) | New-CegosRegistration -ThrottleLimit 4 | Select-Object -First 2
            $results.ClientReference | Should -Be 'REF-1', 'REF-2'
            $sent = @(Get-SentChange $server).Count
            $sent | Should -BeLessOrEqual 10
            Start-Sleep -Milliseconds 300
            @(Get-SentChange $server).Count | Should -Be $sent
        }

        It 'sends nothing new after -ErrorAction Stop' {
            $rows = New-RegistrationRow (1..50)
            $rows[3].SessionId = 'NOPE'
            { $rows | New-CegosRegistration -ErrorAction Stop } | Should -Throw -ErrorId 'Rejected,*'
            @(Get-SentChange $server).Count | Should -Be 4
            $null = Invoke-Control $server 'reset' -Method Post
            { $rows | New-CegosRegistration -ErrorAction Stop -ThrottleLimit 4 } | Should -Throw -ErrorId 'Rejected,*'
            $sent = @(Get-SentChange $server | Where-Object status -NE 401).Count
            $sent | Should -BeLessOrEqual 12
            Start-Sleep -Milliseconds 300
            @(Get-SentChange $server | Where-Object status -NE 401).Count | Should -Be $sent
        }

        It 'stops on Ctrl+C once the requests in flight have completed, and sends nothing new' {
            $journal = Join-Path $TestDrive 'stopped.jsonl'
            Set-Latency $server 1000
            $started = Start-Shell { param($c, $rows, $journal) $rows | New-CegosRegistration -Connection $c -ThrottleLimit 3 -Journal $journal } (Get-TrainingApiConnection), (New-RegistrationRow (1..20)), $journal
            Wait-Until { @(Get-SentChange $server).Count -eq 3 }
            Stop-Shell $started | Should -BeLessThan 8000
            (Wait-Shell $started).Ended | Should -BeOfType System.Management.Automation.PipelineStoppedException
            (Get-TrainingJournal $journal).State | Should -Be 'Succeeded', 'Succeeded', 'Succeeded'
            Start-Sleep -Milliseconds 300
            @(Get-SentChange $server).Count | Should -Be 3
        }

        It 'stops on Ctrl+C at once during a wait for Retry-After, and no registration is created' {
            $journal = Join-Path $TestDrive 'waiting.jsonl'
            Set-Fault $server @{ match = @{ path = 'Registration$' }; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '60' } } }
            $started = Start-Shell { param($c, $rows, $journal) $rows | New-CegosRegistration -Connection $c -Journal $journal } (Get-TrainingApiConnection), (New-RegistrationRow 1, 2), $journal
            Wait-Until { $started.Streams.Progress.Count }
            $started.Streams.Warning[0].Message | Should -BeExactly 'Cegos CreateRegistration: 429 Too Many Requests; waiting 60 s before attempt 2 of 5.'
            Stop-Shell $started | Should -BeLessThan 1000
            $null = Wait-Shell $started
            @(Get-SentChange $server).Count | Should -Be 1
            (Get-TrainingJournal $journal | ForEach-Object { "$($_.State) $($_.Error)" }) | Should -Be 'Rejected PipelineStopped'
        }
    }

    Context '-WhatIf and -Confirm' {
        It 'previews the change with IDs, and sends nothing' {
            $started = Start-Shell { param($c, $rows) $rows | New-CegosRegistration -Connection $c -WhatIf } (Get-TrainingApiConnection), (New-RegistrationRow 1, 2)
            (Wait-Shell $started).Lines | Should -BeExactly @(
                'What if: Register trainee T-1 for session SES001.'
                'What if: Register trainee T-2 for session SES001.')
            Get-SentChange $server | Should -BeNullOrEmpty
        }

        It 'asks with -Confirm, and not by default' {
            $started = Start-Shell { param($c, $rows) $rows | New-CegosRegistration -Connection $c -Confirm } (Get-TrainingApiConnection), (New-RegistrationRow 1, 2) -Answer 2
            (Wait-Shell $started).Questions.Count | Should -Be 2
            Get-SentChange $server | Should -BeNullOrEmpty
            $started = Start-Shell { param($c, $rows) $rows | New-CegosRegistration -Connection $c } (Get-TrainingApiConnection), (New-RegistrationRow 1)
            (Wait-Shell $started).Questions.Count | Should -Be 0
            @(Get-SentChange $server).Count | Should -Be 1
        }
    }
}
