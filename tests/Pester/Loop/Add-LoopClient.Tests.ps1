# Add-LoopClient over real HTTP: the documented body, the IDs in the result, errors in French.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Add-LoopClient' {
    BeforeEach {
        Reset-TestLoop $server
        $row = [pscustomobject]@{ Email = 'contact@example.com'; CodeDossier = 'CEGID003'; Offer = 'consultation'; LastName = 'API'; FirstName = 'COLLAB'; Phone = '0705060302'; Profile = '2.0'; Social = 'oui' }
    }

    It 'sends the documented request for a row, and emits the IDs: <_>' -ForEach 'contact', 'contactAndUser' {
        Set-LoopControl $server @{ shapes = @{ AddClient = $_ } }
        $result = $row | Add-LoopClient
        $sent = Get-SentChange $server
        $sent.method, $sent.target | Should -BeExactly 'POST', '/loop/provisionningCollab/addClient'
        $sent.body | Should -BeExactly '{"email":"contact@example.com","codeDossier":"CEGID003","offre":"consultation","nom":"API","prenom":"COLLAB","telephone":"0705060302","profile":"2.0","social":true}'
        $made = @(Get-LoopState $server).contacts | Where-Object email -eq contact@example.com
        $result | Should -BeOfType TrainingApis.Loop.ClientResult
        $result.Email, $result.CodeDossier, $result.ContactObjectId, $result.RevisionId | Should -BeExactly 'contact@example.com', 'CEGID003', $made.objectId, $made.revisionId
        $result.UserObjectId | Should -BeExactly ($_ -eq 'contact' ? $null : $made.userObjectId)
    }

    It 'binds only the code of a piped-in file, and all else from the command line' {
        $file = Get-LoopFolder | Where-Object CodeDossier -eq CEGID003
        $file.LastName = 'planted'
        $null = $file | Add-LoopClient -Email contact@example.com -Offer Start -LastName A -FirstName B -Phone 1 -Profile 2.0 -Social $false
        (Get-SentChange $server).body | Should -BeExactly '{"email":"contact@example.com","codeDossier":"CEGID003","offre":"start","nom":"A","prenom":"B","telephone":"1","profile":"2.0","social":false}'
    }

    It 'omits empty and absent fields' {
        $null = [pscustomobject]@{ Email = 'x@example.com'; CodeDossier = 'CEGID003'; Offer = 'Start'; LastName = 'A'; FirstName = 'B'; Phone = ''; Social = ' ' } | Add-LoopClient -ErrorAction SilentlyContinue
        (Get-SentChange $server).body | Should -BeExactly '{"email":"x@example.com","codeDossier":"CEGID003","offre":"start","nom":"A","prenom":"B"}'
    }

    It 'maps errors of the vendor, on <_>' -ForEach 200, 400, 409, 500 {
        Set-LoopControl $server @{ refusalStatus = $_ }
        $taken, $stranger = $row.PSObject.Copy(), $row.PSObject.Copy()
        $taken.Email, $stranger.Email = 'helene.lefevre@example.com', 'new@horstenant.example'
        $taken, $stranger, $row | Add-LoopClient -ErrorVariable failed -ErrorAction SilentlyContinue | Should -HaveCount 1
        $failed | Get-ErrorId | Should -BeExactly 'Conflict', 'Rejected'
        $failed.Exception.Reason | ForEach-Object { $_ -replace '\u2019', "'" } | Should -BeExactly "L'e-mail de cet interlocuteur est déjà associé à un autre interlocuteur", "Pour proposer un service à un interlocuteur vous devez d'abord l'inviter sur votre tenant"
        $failed.TargetObject | Should -Be $taken, $stranger
    }

    It 'is InDoubt, and sent once, if the response has no ID' {
        Set-Fault $server @{ match = @{ method = 'POST' }; fault = @{ kind = 'replaceBody'; body = '"C''est fait"'; status = 200 } }
        $row | Add-LoopClient -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Should -BeExactly 'InDoubt'
        $failed.Exception.Reason | Should -BeExactly "C'est fait"
        @(Get-SentChange $server).Count | Should -Be 1
    }

    It 'masks the e-mail' {
        $shell = Wait-Shell (Start-Shell { param($c, $row) $row | Add-LoopClient -WhatIf -Connection $c } (Get-TrainingApiConnection), $row)
        $shell.Lines | Should -BeExactly 'What if: Add contact c…@example.com to client file CEGID003.'
    }

    It 'emits the result from the journal, which contains the ID of the contact and no address' {
        $journal = Join-Path $TestDrive 'clients.jsonl'
        $first = $row | Add-LoopClient -Journal $journal
        $again = $row | Add-LoopClient -Journal $journal
        $again.FromJournal, $again.Email, $again.ContactObjectId | Should -Be $true, 'contact@example.com', $first.ContactObjectId
        @(Get-SentChange $server).Count | Should -Be 1
        Get-Content $journal -Raw | Should -Not -Match 'example|API|COLLAB|0705060302'
    }
}
