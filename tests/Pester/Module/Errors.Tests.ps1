# The error of each response: one mapping, with the same result for every way to catch an error.
Describe 'Errors' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        Connect-TestCegos $server @{ MaximumRetryCount = 0; TimeoutSec = 2 }
        $null = Get-CegosCenter
        $id = 'TrainingApis.Cmdlets.Cegos.GetCegosProductCommand'
        function Set-Response([hashtable] $Fault, [int] $Times = -1) {
            Set-Fault $server @{ match = @{ path = 'catalog/v1/Products' }; times = $Times; fault = $Fault }
        }
        # The error as a caller gets it, in four ways.
        function Get-Failure([string] $Way, [scriptblock] $Call) {
            switch ($Way) {
                'ErrorVariable' { & $Call -ErrorAction SilentlyContinue -ErrorVariable failed; $failed[0] }
                'Error' { $Error.Clear(); & $Call -ErrorAction SilentlyContinue; $Error[0] }
                'redirection' { & $Call -ErrorAction Continue 2>&1 | Select-Object -First 1 }
                'catch' { try { & $Call -ErrorAction Stop } catch { $_ } }
            }
        }
        function Read-One { [CmdletBinding()] param() 'CODE1' | Get-CegosProduct }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    Context 'Status codes' {
        It '<status> is <errorId>, <category>' -ForEach @(
            @{ status = 400; errorId = 'InvalidRequest'; category = 'InvalidData' }
            @{ status = 422; errorId = 'InvalidRequest'; category = 'InvalidData' }
            @{ status = 403; errorId = 'Forbidden'; category = 'PermissionDenied' }
            @{ status = 404; errorId = 'NotFound'; category = 'ObjectNotFound' }
            @{ status = 410; errorId = 'NotFound'; category = 'ObjectNotFound' }
            @{ status = 408; errorId = 'Timeout'; category = 'OperationTimeout' }
            @{ status = 409; errorId = 'Conflict'; category = 'ResourceExists' }
            @{ status = 418; errorId = 'Rejected'; category = 'InvalidResult' }
            @{ status = 429; errorId = 'RateLimited'; category = 'LimitsExceeded' }
            @{ status = 500; errorId = 'UnexpectedResponse'; category = 'ProtocolError' }
            @{ status = 502; errorId = 'UnexpectedResponse'; category = 'ProtocolError' }
            @{ status = 503; errorId = 'UnexpectedResponse'; category = 'ProtocolError' }
            @{ status = 301; errorId = 'Unreachable'; category = 'ConnectionError' }
            @{ status = 304; errorId = 'Unreachable'; category = 'ConnectionError' }
        ) {
            Set-Response @{ kind = 'status'; status = $status; headers = @{ 'X-Request-Id' = 'req-77' } }
            $failed = Get-Failure ErrorVariable { [CmdletBinding()] param() 'CODE1' | Get-CegosProduct }
            $failed.FullyQualifiedErrorId | Should -BeExactly "$errorId,$id"
            $failed.CategoryInfo.Category | Should -Be $category
            $failed.TargetObject | Should -BeExactly 'CODE1'
            $failed.Exception.GetType().FullName | Should -BeExactly 'TrainingApis.ApiException'
            $failed.Exception.Kind | Should -Be $errorId
            $failed.Exception.StatusCode, $failed.Exception.RequestId, $failed.Exception.Api, $failed.Exception.Operation | Should -Be $status, 'req-77', 'Cegos', 'GetProduct'
            $failed.Exception.Message | Should -BeLike 'Cannot read product CODE1: Cegos *'
            @(Get-RequestLog $server) | Should -HaveCount 1 -Because 'no retry was asked for'
        }

        It '401 is AuthenticationFailed, after one new token, and is terminating' {
            Set-Response @{ kind = 'status'; status = 401 }
            $products = try { 'A', 'B' | Get-CegosProduct -ErrorAction SilentlyContinue } catch { $failed = $_ }
            $products | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeExactly "AuthenticationFailed,$id"
            $failed.CategoryInfo.Category | Should -Be 'AuthenticationError'
            $failed.Exception.StatusCode | Should -Be 401
            $failed.TargetObject | Should -BeExactly 'A'
            (Get-RequestLog $server).target | Should -Be '/cegos/catalog/v1/Products/A', '/cegos/auth/connect/token', '/cegos/catalog/v1/Products/A'
        }

        It 'a token endpoint that refuses is AuthenticationFailed, and is terminating' {
            $null = Invoke-Control $server 'tokens/expire' -Method Post
            Set-Fault $server @{ match = @{ path = 'token' }; times = 1; fault = @{ kind = 'status'; status = 400; contentType = 'application/json'; body = '{"error":"invalid_client","error_description":"Unknown client"}' } }
            try { 'A', 'B' | Get-CegosProduct -ErrorAction SilentlyContinue } catch { $failed = $_ }
            $failed.FullyQualifiedErrorId | Should -BeExactly "AuthenticationFailed,$id"
            $failed.Exception.Code, $failed.Exception.Reason | Should -Be 'invalid_client', 'Unknown client'
            (Get-RequestLog $server).target | Should -Be '/cegos/catalog/v1/Products/A', '/cegos/auth/connect/token'
        }

        It 'no response in time is Timeout; a dropped connection is Unreachable: <kind>' -ForEach @(
            @{ kind = 'hang'; errorId = 'Timeout'; category = 'OperationTimeout' }, @{ kind = 'reset'; errorId = 'Unreachable'; category = 'ConnectionError' }, @{ kind = 'truncate'; errorId = 'Unreachable'; category = 'ConnectionError' }
        ) {
            Set-Response @{ kind = $kind }
            $failed = Get-Failure ErrorVariable { [CmdletBinding()] param() '202561072' | Get-CegosProduct }
            $failed.FullyQualifiedErrorId | Should -BeExactly "$errorId,$id"
            $failed.CategoryInfo.Category | Should -Be $category
            $failed.Exception.StatusCode | Should -BeNullOrEmpty
            $failed.TargetObject | Should -BeExactly '202561072'
        }
    }

    Context 'Bodies of error responses' {
        It 'reads <form>' -ForEach @(
            @{ form = 'a problem document'; type = 'application/problem+json'; body = '{"type":"about:blank","title":"Bad","status":400,"detail":"The code is too short.","errors":{"code":["too short","digits only"],"year":"missing"}}'; code = $null; reason = 'The code is too short.'; fields = 'code: too short; digits only; year: missing' }
            @{ form = 'code and reason'; type = 'application/json'; body = '{"code":"E42","reason":"Inconnu au bataillon"}'; code = 'E42'; reason = 'Inconnu au bataillon'; fields = ''; errorId = 'Rejected' }
            @{ form = 'an OAuth error'; type = 'application/json'; body = '{"error":"invalid_scope"}'; code = 'invalid_scope'; reason = 'invalid_scope'; fields = '' }
            @{ form = 'a sentence under error'; type = 'application/json'; body = '{"error":"Requête mal formée"}'; code = $null; reason = 'Requête mal formée'; fields = '' }
            @{ form = 'an object under error'; type = 'application/json'; body = '{"error":{"code":7,"message":"No."}}'; code = '7'; reason = 'No.'; fields = '' }
            @{ form = 'plain text'; type = 'text/plain'; body = "Paramètre`r`nmanquant"; code = $null; reason = 'Paramètre  manquant'; fields = '' }
            @{ form = 'a page of HTML'; type = 'text/html'; body = '<html><head><title>Erreur 400 &amp; plus</title></head><body>stack</body></html>'; code = $null; reason = 'Erreur 400 & plus'; fields = '' }
            @{ form = 'HTML without a title'; type = 'text/html'; body = '<p>no</p>'; code = $null; reason = $null; fields = '' }
            @{ form = 'broken JSON, as text'; type = 'application/json'; body = '{"title":"x'; code = $null; reason = '{"title":"x'; fields = '' }
            @{ form = 'nothing'; type = $null; body = ''; code = $null; reason = $null; fields = '' }
        ) {
            $response = @{ kind = 'status'; status = 400; body = $body }
            if ($type) { $response.contentType = $type }
            Set-Response $response
            $failed = Get-Failure ErrorVariable { [CmdletBinding()] param() 'A' | Get-CegosProduct }
            $failed.FullyQualifiedErrorId | Should -BeExactly "$($errorId ?? 'InvalidRequest'),$id"
            $failed.Exception.Code | Should -BeExactly $code
            $failed.Exception.Reason | Should -BeExactly $reason
            $failed.Exception.FieldErrors.ToString() | Should -BeExactly $fields
            if ($reason) { $failed.Exception.Message | Should -Match ([regex]::Escape($reason.TrimEnd('.'))) }
        }

        It 'returns field errors by name' {
            Set-Response @{ kind = 'status'; status = 422; contentType = 'application/json'; body = '{"errors":{"email":["is invalid"],"siren":["9 digits","numbers only"]}}' }
            $errors = (Get-Failure ErrorVariable { [CmdletBinding()] param() 'A' | Get-CegosProduct }).Exception.FieldErrors
            $errors.Keys | Should -Be 'email', 'siren'
            $errors['siren'] | Should -Be '9 digits', 'numbers only'
            $errors['siren'].ToString() | Should -BeExactly '9 digits; numbers only'
        }

        It 'truncates a very long text' {
            Set-Response @{ kind = 'status'; status = 500; contentType = 'text/plain'; body = 'x' * 100000 }
            (Get-Failure ErrorVariable { [CmdletBinding()] param() 'A' | Get-CegosProduct }).Exception.Message.Length | Should -BeLessThan 1500
        }
    }

    Context 'Invalid success responses' {
        It 'maps <what> to UnexpectedResponse' -ForEach @(
            @{ what = 'a page of HTML'; fault = @{ kind = 'html' }; says = 'HTML' }
            @{ what = 'an empty body'; fault = @{ kind = 'empty' }; says = 'empty' }
            @{ what = 'JSON that is cut off'; fault = @{ kind = 'replaceBody'; status = 200; body = '{"data":{"yearlyProductCode":"A"' }; says = 'JSON' }
            @{ what = 'JSON with something behind it'; fault = @{ kind = 'replaceBody'; status = 200; body = '{"data":{"yearlyProductCode":"A"}} trailing' }; says = 'JSON' }
            @{ what = 'a number'; fault = @{ kind = 'replaceBody'; status = 200; body = '1' }; says = 'data' }
            @{ what = '204'; fault = @{ kind = 'empty'; status = 204 }; says = 'empty' }
        ) {
            Set-Response $fault
            $failed = Get-Failure ErrorVariable { [CmdletBinding()] param() '202561072' | Get-CegosProduct }
            $failed.FullyQualifiedErrorId | Should -BeExactly "UnexpectedResponse,$id"
            $failed.CategoryInfo.Category | Should -Be 'ProtocolError'
            $failed.Exception.StatusCode | Should -BeIn 200, 204
            $failed.Exception.Message | Should -Match $says
        }

        It 'reads <what> without an error' -ForEach @(
            @{ what = 'JSON called text/plain'; fault = @{ kind = 'wrongContentType' } }, @{ what = 'gzip'; fault = @{ kind = 'gzip' } }, @{ what = 'a byte order mark'; fault = @{ kind = 'bom' } }
        ) {
            Set-Response $fault
            (Get-CegosProduct 202561072).Title | Should -BeExactly 'Management : les fondamentaux'
        }
    }

    Context 'Ways to catch an error' {
        It 'is an error of one item, and the same by <_>' -ForEach 'ErrorVariable', 'Error', 'redirection', 'catch' {
            Set-Response @{ kind = 'status'; status = 404; contentType = 'application/problem+json'; body = '{"detail":"No such product."}' }
            $failed = Get-Failure $_ { [CmdletBinding()] param() Read-One }
            $failed | Should -BeOfType System.Management.Automation.ErrorRecord
            $failed.FullyQualifiedErrorId | Should -BeExactly "NotFound,$id"
            $failed.Exception.Reason, $failed.Exception.StatusCode, $failed.TargetObject | Should -Be 'No such product.', 404, 'CODE1'
        }

        It 'continues with -ErrorAction <_>' -ForEach 'Continue', 'SilentlyContinue', 'Ignore' {
            Set-Response @{ kind = 'status'; status = 404 } 1
            $Error.Clear()
            $all = 'x', '202561072' | Get-CegosProduct -ErrorAction $_ 2>&1
            @($all | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] }).YearlyProductCode | Should -Be '202561072'
            @($all | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }).Count | Should -Be ([int]($_ -eq 'Continue'))
            $Error.Count | Should -Be ([int]($_ -ne 'Ignore'))
        }

        It 'ends at the first error with -ErrorAction Stop' {
            Set-Response @{ kind = 'status'; status = 404 } 1
            { 'x', '202561072' | Get-CegosProduct -ErrorAction Stop } | Should -Throw -ErrorId "NotFound,$id"
            @(Get-RequestLog $server) | Should -HaveCount 1
        }

        It 'is caught by its type' {
            Set-Response @{ kind = 'status'; status = 403 }
            $caught = try { Get-CegosProduct x -ErrorAction Stop } catch [TrainingApis.ApiException] { "$($_.Exception.Kind) $($_.Exception.StatusCode)" }
            $caught | Should -BeExactly 'Forbidden 403'
        }

        It 'collects the failed IDs for a second attempt' {
            Set-Response @{ kind = 'status'; status = 500 } 2
            $null = '202561072', '202500038', '202538995' | Get-CegosProduct -ErrorVariable failed -ErrorAction SilentlyContinue
            ($failed.TargetObject | Get-CegosProduct).YearlyProductCode | Should -Be '202561072', '202500038'
        }

        It 'recommends an action' {
            Set-Response @{ kind = 'status'; status = 403 }
            $failed = Get-CegosProduct x -ErrorAction Continue 2>&1
            $advice = 'Ask the vendor to grant this account the scope or endpoint.'
            $failed.ErrorDetails.RecommendedAction | Should -BeExactly $advice
            $shown = $failed | Out-String
            $shown | Should -Match 'Cannot read product x: Cegos returned 403 Forbidden\.'
            # The error view of PowerShell 7.4 has no line for it.
            if ($PSVersionTable.PSVersion -ge '7.5') { $shown | Should -Match "Recommendation: $([regex]::Escape($advice))" }
        }

        It 'keeps its message and properties after CliXml' {
            Set-Response @{ kind = 'status'; status = 400; headers = @{ 'X-Request-Id' = 'req-1' }; contentType = 'application/json'; body = '{"errors":{"code":["short"]},"title":"Bad"}' }
            $failed = Get-Failure ErrorVariable { [CmdletBinding()] param() 'A' | Get-CegosProduct }
            $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($failed, 3))
            $back.FullyQualifiedErrorId, $back.TargetObject | Should -Be "InvalidRequest,$id", 'A'
            $back.Exception.StatusCode, $back.Exception.Reason, $back.Exception.RequestId | Should -Be 400, 'Bad', 'req-1'
        }
    }

    Context 'No connection' {
        It 'is terminating for <_>, with the command to run' -ForEach 'Get-CegosProduct', 'Get-CegosSession', 'Get-CegosCatalog', 'Get-CegosCatalogTopic', 'Get-CegosCenter', 'Get-CegosDeferral' {
            $text = "try { 'a', 'b' | $_ -ErrorAction SilentlyContinue } catch { `$_ }"
            $shell = [powershell]::Create([initialsessionstate]::CreateDefault2()).AddScript("Import-Module '$ModulePath/TrainingApis.psd1'; $text")
            $failed = $shell.Invoke()[0]
            $shell.Dispose()
            $failed.FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
            $failed.CategoryInfo.Category | Should -Be 'ConnectionError'
            $failed.Exception.Message | Should -Match 'Connect-Cegos'
        }

        It 'is reported for an unknown connection name' {
            { Get-CegosProduct -Connection Nobody } | Should -Throw -ErrorId "NotConnected,$id" -ExpectedMessage "*-Name 'Nobody'*"
        }
    }
}
