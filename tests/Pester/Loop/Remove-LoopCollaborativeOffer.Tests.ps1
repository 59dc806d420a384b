# Remove-LoopCollaborativeOffer over real HTTP: asks for confirmation, emits nothing, and removes an offer from a file.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Remove-LoopCollaborativeOffer' {
    BeforeEach { Reset-TestLoop $server }

    It 'sends the documented request and emits nothing' {
        Remove-LoopCollaborativeOffer MANON001 Consultation -Confirm:$false | Should -BeNullOrEmpty
        $sent = Get-SentChange $server
        $sent.method, $sent.target, $sent.body | Should -BeExactly 'POST', '/loop/collaborativeOffer/removeOffer', '{"codeDossier":"MANON001","offre":"consultation"}'
    }

    It 'emits the result with -PassThru, for files, text and rows' {
        $file = Get-LoopFolder | Select-Object -First 1
        $results = @($file, 'MANON001' | Remove-LoopCollaborativeOffer -Offer Start -PassThru -Confirm:$false)
        $results += [pscustomobject]@{ CodeDossier = 'MANON002'; Offer = 'co-production' } | Remove-LoopCollaborativeOffer -PassThru -Confirm:$false
        $results | ForEach-Object { $_ | Should -BeOfType TrainingApis.Loop.OfferResult }
        $results.Message | Should -BeExactly 'L''offre start a été retirée du dossier client 044212', 'L''offre start a été retirée du dossier client MANON001', 'L''offre co-production a été retirée du dossier client MANON002'
    }

    It 'asks for confirmation' {
        $no = Wait-Shell (Start-Shell { param($c) 'MANON001', 'MANON002' | Remove-LoopCollaborativeOffer -Offer Start -Connection $c } (Get-TrainingApiConnection) -Answer 2)
        $no.Questions | Should -BeExactly @('MANON001', 'MANON002' | ForEach-Object { "Remove offer start from client file ${_}?" })
        Get-SentChange $server | Should -BeNullOrEmpty
    }

    It 'is Rejected for a file that does not exist, and continues' {
        'NONE', 'MANON001' | Remove-LoopCollaborativeOffer -Offer Start -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'Rejected,TrainingApis.Cmdlets.Loop.RemoveLoopCollaborativeOfferCommand'
        $failed.TargetObject | Should -BeExactly 'NONE'
        @(Get-SentChange $server).Count | Should -Be 2
    }

    It 'returns the result from the journal' {
        $journal = Join-Path $TestDrive 'removed.jsonl'
        'MANON001' | Remove-LoopCollaborativeOffer -Offer Start -Journal $journal -Confirm:$false
        $again = 'MANON001' | Remove-LoopCollaborativeOffer -Offer Start -Journal $journal -PassThru -Confirm:$false
        "$($again.CodeDossier) $($again.Offer) $($again.FromJournal)" | Should -BeExactly 'MANON001 Start True'
        @(Get-SentChange $server).Count | Should -Be 1
    }
}
