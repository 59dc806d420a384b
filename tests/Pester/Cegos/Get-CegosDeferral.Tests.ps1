# Get-CegosDeferral over real HTTP.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    $quiet = @{ ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue' }
    function Set-Response([string] $Body) { Set-Fault $server @{ match = @{ path = 'defer/'; method = 'GET' }; times = -1; fault = @{ kind = 'replaceBody'; status = 200; contentType = 'application/json'; body = $Body } } }
}
AfterAll { Stop-SandboxServer $server }

Describe 'Get-CegosDeferral' {
    BeforeEach {
        Reset-TestCegos $server
        $numbers = @(Add-CegosRegistration $server -Count 4)
        $failed = @()
    }

    It 'reads one by its ID' {
        Set-Response '{"response":{"code":"SUCCESS","reason":"done","id":"INS-9"},"error":null,"status":"Processed"}'
        $deferral = Get-CegosDeferral 'TXN 1/2'
        $sent = @(Get-RequestLog $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target, $sent.body | Should -BeExactly 'GET', '/cegos/registration/v1/Registration/defer/TXN%201%2F2', ''
        $sent.headers.Authorization | Should -Match '^Bearer \S{40,}$'
        $deferral | Should -BeOfType TrainingApis.Cegos.Deferral
        $deferral | Select-Object * | ConvertTo-Json -Compress -EnumsAsStrings | Should -BeExactly '{"TransactionId":"TXN 1/2","Status":"Processed","StatusRaw":"Processed","Code":"SUCCESS","OldRegistrationNumber":null,"RegistrationNumber":"INS-9","Message":"done","FromJournal":false}'
    }

    It 'accepts IDs as text, numbers, live and deserialised deferrals, and rows' {
        Set-Response '{"response":null,"error":null,"status":"Scheduled"}'
        $live = [TrainingApis.Cegos.Deferral]@{ TransactionId = 'LIVE' }
        $revived = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize([TrainingApis.Cegos.Deferral]@{ TransactionId = 'REVIVED' }))
        $results = '007', 8, $live, $revived, [pscustomobject]@{ TransactionId = 'ROW' } | Get-CegosDeferral
        $results.TransactionId | Should -BeExactly '007', '8', 'LIVE', 'REVIVED', 'ROW'
        (Get-CegosDeferral A, B).TransactionId | Should -BeExactly 'A', 'B'
    }

    It 'refuses another object and continues: <_>' -ForEach (Get-Date), @{ a = 1 }, ([pscustomobject]@{ Id = 1 }) {
        Set-Response '{"status":"Scheduled"}'
        $_, 'T1' | Get-CegosDeferral @quiet | Should -HaveCount 1
        $failed | Get-ErrorId | Should -BeIn 'InputObjectNotBound', 'InputObjectMissingMandatory'
        @(Get-RequestLog $server).Count | Should -Be 1
    }

    It 'is <Id> for <Body>' -ForEach @(
        @{ Body = '{"response":null,"error":null,"status":"scheduled"}'; Status = 'Scheduled' }
        @{ Body = '{"response":{},"status":"Frozen"}'; Status = 'Unknown' }
        @{ Body = '{"status":7}'; Status = 'Unknown' }
        @{ Body = '{"response":{"code":"ERROR","reason":"Not yet","id":null},"status":"Scheduled"}'; Status = 'Scheduled' }
        @{ Body = '{"response":null,"error":"Session not available","status":"Error"}'; Id = 'Rejected'; Reason = 'Session not available' }
        @{ Body = '{"response":{"code":"ERROR","reason":"Full","id":null},"error":null,"status":"Processed"}'; Id = 'Rejected'; Reason = 'Full' }
        @{ Body = '{"response":{"code":"SUCCESS","reason":"ok","id":null},"status":"Processed"}'; Id = 'UnexpectedResponse' }
        @{ Body = '{"response":null,"status":"Processed"}'; Id = 'UnexpectedResponse' }
        @{ Body = '{"response":null}'; Id = 'UnexpectedResponse' }
        @{ Body = '<html></html>'; Id = 'UnexpectedResponse' }
        @{ Body = ''; Id = 'UnexpectedResponse' }
    ) {
        Set-Response $Body
        $result = Get-CegosDeferral T1 @quiet
        if ($Id) {
            $result | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeExactly "$Id,TrainingApis.Cmdlets.Cegos.GetCegosDeferralCommand"
            $failed.Exception.Reason | Should -BeExactly $Reason
            $failed.TargetObject | Should -BeExactly 'T1'
        }
        else { "$($result.Status)" | Should -BeExactly $Status }
    }

    It 'is NotFound for an ID that the vendor does not know, and continues' {
        $known = (Move-CegosRegistration $numbers[0] SES002 -Confirm:$false).TransactionId
        'NONE', $known | Get-CegosDeferral @quiet | Should -HaveCount 1
        $failed | Get-ErrorId | Should -BeExactly 'NotFound'
    }

    It 'retries after 503 and a broken connection, since it only reads' {
        Set-Fault $server @{ match = @{ path = 'defer/' }; fault = @{ kind = 'reset'; at = 'afterAct' } }, @{ match = @{ path = 'defer/' }; fault = @{ kind = 'status'; status = 503; headers = @{ 'Retry-After' = '0' } } }
        $known = (Move-CegosRegistration $numbers[0] SES002 -Confirm:$false).TransactionId
        Clear-Fault $server
        Set-Fault $server @{ match = @{ path = 'defer/' }; fault = @{ kind = 'reset'; at = 'afterAct' } }
        (Get-CegosDeferral $known -WarningAction SilentlyContinue).TransactionId | Should -BeExactly $known
        @(Get-RequestLog $server '*/defer/*').Count | Should -Be 2
    }

    It 'waits until each has ended, many at once, in the order of the input, with progress' {
        Set-CegosControl $server @{ scheduledReads = 1 }
        $ids = @($numbers[0], $numbers[1] | Move-CegosRegistration -SessionId SES002 -Confirm:$false) + @(Move-CegosRegistration $numbers[2] SES900 -Confirm:$false)
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $ended = Wait-Shell (Start-Shell { param($c, $ids) $ids | Get-CegosDeferral -Connection $c -Wait } (Get-TrainingApiConnection), $ids)
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 5 -Because 'they wait beside each other'
        $ended.Output.TransactionId | Should -Be $ids[0, 1].TransactionId
        $ended.Output.Status | Should -Be 'Processed', 'Processed'
        $ended.Errors.Exception.Reason | Should -Be 'Session not available'
        @(Get-RequestLog $server '*/defer/*').Count | Should -Be 6
        $ended.Progress[0].Activity, $ended.Progress[-1].RecordType | Should -Be 'Get-CegosDeferral', 'Completed'
    }

    It 'returns the pending deferral with Timeout after the time limit' {
        Set-Response '{"response":null,"error":null,"status":"Queued"}'
        $result = Get-CegosDeferral T1 -Wait -WaitTimeoutSec 1 @quiet
        $result.TransactionId, "$($result.Status)", $result.StatusRaw | Should -BeExactly 'T1', 'Unknown', 'Queued'
        $failed | Get-ErrorId | Should -BeExactly 'Timeout'
        $failed.Exception.Message | Should -BeExactly 'The deferral T1 has not ended within 1 s. Resume with: Get-CegosDeferral -TransactionId T1 -Wait'
        @(Get-RequestLog $server).Count | Should -Be 2
    }

    It 'stops on Ctrl+C at once' {
        Set-Response '{"response":null,"error":null,"status":"Queued"}'
        $started = Start-Shell { param($c) 'T1', 'T2' | Get-CegosDeferral -Connection $c -Wait } (Get-TrainingApiConnection)
        Wait-Until { @(Get-RequestLog $server).Count -ge 2 }
        Start-Sleep -Milliseconds 200
        Stop-Shell $started | Should -BeLessThan 500
        (Wait-Shell $started).Ended | Should -BeOfType System.Management.Automation.PipelineStoppedException
        @(Get-RequestLog $server).Count | Should -Be 2
    }
}
