# Initialize-LoopFolder over real HTTP: the request has only the code, and every form of success is accepted.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Initialize-LoopFolder' {
    BeforeEach { Reset-TestLoop $server }

    It 'sends only the code, and accepts every form of success: <_>' -ForEach 'message', 'jsonText', 'plainText', 'nothing' {
        Set-LoopControl $server @{ shapes = @{ Provision = $_ } }
        $result = Initialize-LoopFolder MANON004
        $sent = Get-SentChange $server
        $sent.method, $sent.target, $sent.body | Should -BeExactly 'POST', '/loop/companyProvisioning/provisionCompany', '{"codeDossier":"MANON004"}'
        $result | Should -BeOfType TrainingApis.Loop.OperationResult
        $result.CodeDossier, $result.Message | Should -BeExactly 'MANON004', ($_ -eq 'nothing' ? $null : 'Le dossier client MANON004 est opérationnel')
        (@(Get-LoopState $server).folders | Where-Object codeDossier -eq MANON004).status | Should -BeExactly 'Opérationnel'
    }

    It 'accepts files, text and rows, and keeps the error text of the vendor' {
        $file = Get-LoopFolder | Where-Object CodeDossier -eq MANON004
        $done = $file, 'MANON001', [pscustomobject]@{ CodeIbs = 'MANON004' } | Initialize-LoopFolder -ErrorVariable failed -ErrorAction SilentlyContinue
        $done.CodeDossier | Should -BeExactly 'MANON004'
        $failed | Get-ErrorId | Should -BeExactly 'Rejected', 'Rejected'
        $failed.Exception.Reason | ForEach-Object { $_ -replace '\u2019', "'" } | Should -BeExactly 'Le dossier client MANON001 est déjà opérationnel', 'Le dossier client MANON004 est déjà opérationnel'
        @(Get-SentChange $server).Count | Should -Be 3
    }

    It 'is never sent again without a request of the user: <_>' -ForEach 'beforeAct', 'afterAct' {
        Set-Fault $server @{ match = @{ method = 'POST' }; fault = @{ kind = 'reset'; at = $_ } }
        Initialize-LoopFolder MANON004 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Should -BeExactly 'InDoubt'
        @(Get-SentChange $server).Count | Should -Be 1
    }

    It 'shows the change with -WhatIf, and sends nothing' {
        $shell = Wait-Shell (Start-Shell { param($c) Initialize-LoopFolder MANON004 -WhatIf -Connection $c } (Get-TrainingApiConnection))
        $shell.Lines | Should -BeExactly 'What if: Provision client file MANON004.'
        Get-SentChange $server | Should -BeNullOrEmpty
    }

    It 'returns the result from the journal, and does not send again what is in doubt' {
        $journal = Join-Path $TestDrive 'provision.jsonl'
        $null = Initialize-LoopFolder MANON004 -Journal $journal
        (Initialize-LoopFolder MANON004 -Journal $journal).FromJournal | Should -BeTrue
        Set-Fault $server @{ match = @{ method = 'POST' }; fault = @{ kind = 'html' } }
        1..2 | ForEach-Object { Initialize-LoopFolder CEGID003 -Journal $journal -ErrorVariable +failed -ErrorAction SilentlyContinue }
        $failed | Get-ErrorId | Should -BeExactly 'InDoubt', 'InDoubt'
        @(Get-SentChange $server).Count | Should -Be 2
    }
}
