# Get-LoopFolder over real HTTP: the files, and invalid responses.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Get-LoopFolder' {
    BeforeEach { Reset-TestLoop $server }

    It 'reads the domain of the connection with one request' {
        $folders = @(Get-LoopFolder)
        $sent = @(Get-RequestLog $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target, $sent.body | Should -BeExactly 'GET', '/loop/LOOPHUB', '{"apiKey":"sandbox-key","domain":"TESTRDDCABINET"}'
        $folders.Count | Should -Be 600
        $folders | ForEach-Object { $_ | Should -BeOfType TrainingApis.Loop.Folder }
        $folders[0..1].CodeDossier | Should -BeExactly '044212', 'MANON001'
        $folders[0] | Select-Object * | ConvertTo-Json -Compress | Should -BeExactly ('{"CodeDossier":"044212","ObjectId":"a05eaac0-7939-497b-81bb-911958caa6ea","LastName":"","FirstName":"","UsualName":"044212",' +
            '"CompanyName":"044212","Owner":"master1@example.onmicrosoft.com","OwnerId":"28c12c49-d4a7-4ef6-bb68-c278451c25ae","EngagementManager":"master1@example.onmicrosoft.com",' +
            '"EngagementManagerId":"28c12c49-d4a7-4ef6-bb68-c278451c25ae","AdditionalProperties":{}}')
        $folders[1].EngagementManagerId | Should -BeNullOrEmpty
    }

    It 'reads another domain, by parameter, text and property' {
        $null = Invoke-Control $server 'loop/accounts' -Method Post -Body @{ subscriptionKey = 'sandbox-subscription'; key = 'k2'; secret = 's2secret'; domain = 'OTHER' }
        Connect-TestLoop $server @{ Credential = (New-TestCredential 'k2' 's2secret'); Domain = $null }
        Clear-RequestLog $server
        $null = Get-LoopFolder OTHER
        $null = 'OTHER', [pscustomobject]@{ Domain = 'OTHER' } | Get-LoopFolder
        (Get-RequestLog $server).body | Should -BeExactly (@('{"apiKey":"k2","domain":"OTHER"}') * 3)
    }

    It 'refuses any other object' {
        Get-Date | Get-LoopFolder -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Should -BeExactly 'InputObjectNotBound'
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'emits nothing for a firm without files' {
        Set-LoopControl $server @{ folderCount = 0 }
        Get-LoopFolder | Should -BeNullOrEmpty
    }

    It 'is retried after <status>, since it only reads' -ForEach @{ status = 500 }, @{ status = 429 } {
        Set-Fault $server @{ times = 1; fault = @{ kind = 'status'; status = $status } }
        @(Get-LoopFolder -WarningAction SilentlyContinue).Count | Should -Be 600
        @(Get-RequestLog $server).Count | Should -Be 2
    }

    It 'keeps the error text of the vendor, with the request IDs' {
        Get-LoopFolder -Domain ELSEWHERE -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Exception.Reason | Should -Match 'domaine n.est pas associé'
        $failed.Exception.Operation, $failed.TargetObject | Should -BeExactly 'GetFolders', 'ELSEWHERE'
        $failed.Exception.RequestId | Should -Match '^[0-9a-f-]{36}, [0-9a-f-]{36}$'
    }

    It 'is UnexpectedResponse for <kind>' -ForEach @{ kind = 'badJson' }, @{ kind = 'html' }, @{ kind = 'empty' } {
        Set-Fault $server @{ fault = @{ kind = $kind } }
        Get-LoopFolder -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Should -BeExactly 'UnexpectedResponse'
    }

    It 'shows both request IDs with -Verbose, and no body' {
        $text = Get-LoopFolder -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$text" | Should -Match '^GET \S+ LOOPHUB -> 200 in \d+ ms, request [0-9a-f-]{36}, [0-9a-f-]{36}$'
    }

    It 'completes codes that were read before' {
        $null = Get-LoopFolder
        $line = 'Initialize-LoopFolder -CodeDossier MANON00'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'MANON001', 'MANON002', 'MANON003', 'MANON004'
    }
}
