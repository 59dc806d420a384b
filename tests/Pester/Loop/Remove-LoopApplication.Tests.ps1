# Remove-LoopApplication over real HTTP: removes an offer from one contact, after confirmation.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Remove-LoopApplication' {
    BeforeEach {
        Reset-TestLoop $server
        $who = @{ Email = 'helene.lefevre@example.com'; CodeDossier = 'MANON001'; Offer = 'Consultation' }
        $body = '{"email":"helene.lefevre@example.com","codeDossier":"MANON001","offre":"consultation"}'
    }

    It 'sends the documented request and emits nothing' {
        Remove-LoopApplication @who -Confirm:$false | Should -BeNullOrEmpty
        $sent = Get-SentChange $server
        $sent.method, $sent.target, $sent.body | Should -BeExactly 'POST', '/loop/provisionningCollab/removeApplication', $body
        (@(Get-LoopState $server).contacts | Where-Object email -eq helene.lefevre@example.com).folders.MANON001 | Should -BeNullOrEmpty
    }

    It 'emits the result with -PassThru, with both IDs' {
        $result = Remove-LoopApplication @who -PassThru -Confirm:$false
        $made = @(Get-LoopState $server).contacts | Where-Object email -eq helene.lefevre@example.com
        $result | Should -BeOfType TrainingApis.Loop.ClientResult
        $result.ContactObjectId, $result.UserObjectId, $result.RevisionId | Should -BeExactly $made.objectId, $made.userObjectId, $made.revisionId
    }

    It 'accepts rows, files and earlier results' {
        [pscustomobject]$who | Remove-LoopApplication -Confirm:$false
        Get-LoopFolder | Where-Object CodeDossier -eq MANON001 | Remove-LoopApplication -Email $who.Email -Offer consultation -Confirm:$false
        [TrainingApis.Loop.ClientResult]@{ Email = $who.Email; CodeDossier = 'MANON001' } | Remove-LoopApplication -Offer consultation -Confirm:$false
        (Get-SentChange $server).body | Should -BeExactly $body, $body, $body
    }

    It 'asks for confirmation with the e-mail masked' {
        $no = Wait-Shell (Start-Shell { param($c, $who) Remove-LoopApplication @who -Connection $c } (Get-TrainingApiConnection), $who -Answer 2)
        $no.Questions | Should -BeExactly 'Remove offer consultation from contact h…@example.com of client file MANON001?'
        Get-SentChange $server | Should -BeNullOrEmpty
    }

    It 'is NotFound for a contact that the file does not have, for every status: <_>' -ForEach 200, 400, 409, 500 {
        Set-LoopControl $server @{ refusalStatus = $_ }
        Remove-LoopApplication -Email nobody@example.com -CodeDossier MANON001 -Offer Start -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'NotFound,TrainingApis.Cmdlets.Loop.RemoveLoopApplicationCommand'
    }

    It 'is InDoubt if the connection breaks after the request was sent, and not sent again with the journal' {
        $journal = Join-Path $TestDrive 'application.jsonl'
        Set-Fault $server @{ match = @{ method = 'POST' }; fault = @{ kind = 'reset'; at = 'afterAct' } }
        1..2 | ForEach-Object { Remove-LoopApplication @who -Journal $journal -Confirm:$false -ErrorVariable +failed -ErrorAction SilentlyContinue }
        $failed | Get-ErrorId | Should -BeExactly 'InDoubt', 'InDoubt'
        @(Get-SentChange $server).Count | Should -Be 1
        (Remove-LoopApplication @who -Journal $journal -RetryInDoubt -PassThru -Confirm:$false).FromJournal | Should -BeFalse
        (Remove-LoopApplication @who -Journal $journal -PassThru -Confirm:$false).FromJournal | Should -BeTrue
        @(Get-SentChange $server).Count | Should -Be 2
    }
}
