# Set-LoopClient over real HTTP: only given fields are sent.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Set-LoopClient' {
    BeforeEach {
        Reset-TestLoop $server
        $who = @{ Email = 'helene.lefevre@example.com'; CodeDossier = 'MANON001' }
        $start = '{"email":"helene.lefevre@example.com","codeDossier":"MANON001"'
    }

    It 'sends <Given> as <Expected>' -ForEach @(
        @{ Given = @{ Phone = '0405060302' }; Expected = ',"telephone":"0405060302"' }
        @{ Given = @{ Active = $false }; Expected = ',"actif":false' }
        @{ Given = @{ Social = 'non'; DefaultIssuer = 1 }; Expected = ',"social":false,"defaultIssuer":true' }
        @{ Given = @{ Offer = 'co-production'; LastName = 'Éa'; FirstName = 'O''B'; Profile = '2.0' }; Expected = ',"offre":"co-production","nom":"Éa","prenom":"O''B","profile":"2.0"' }
        @{ Given = @{ Phone = ''; LastName = $null; Active = $true }; Expected = ',"actif":true' }
    ) {
        $result = Set-LoopClient @who @Given
        $result | Should -BeOfType TrainingApis.Loop.ClientResult
        $sent = Get-SentChange $server
        $sent.method, $sent.target, $sent.body | Should -BeExactly 'POST', '/loop/provisionningCollab/updateClient', "$start$Expected}"
    }

    It 'decides for each row which fields are given' {
        $rows = "Email,CodeDossier,Phone,Active`nhelene.lefevre@example.com,MANON001,1,faux`nhelene.lefevre@example.com,MANON001,,`nhelene.lefevre@example.com,MANON001,3," | ConvertFrom-Csv
        $null = $rows | Set-LoopClient -Social $true
        (Get-SentChange $server).body | Should -BeExactly "$start,""telephone"":""1"",""social"":true,""actif"":false}", "$start,""social"":true}", "$start,""telephone"":""3"",""social"":true}"
    }

    It 'binds only the IDs of a file or an earlier result' {
        $file = Get-LoopFolder | Where-Object CodeDossier -eq MANON001
        $file.LastName = 'planted'
        $null = $file | Set-LoopClient -Email helene.lefevre@example.com -Phone 1
        $null = [TrainingApis.Loop.ClientResult]@{ Email = 'helene.lefevre@example.com'; CodeDossier = 'MANON001'; Message = 'm' } | Set-LoopClient -Phone 1
        (Get-SentChange $server).body | Should -BeExactly "$start,""telephone"":""1""}", "$start,""telephone"":""1""}"
    }

    It 'accepts every documented form of success: <_>' -ForEach 'contact', 'contactAndUser', 'jsonText', 'plainText' {
        Set-LoopControl $server @{ shapes = @{ UpdateClient = $_ } }
        $result = Set-LoopClient @who -Phone 1
        $made = @(Get-LoopState $server).contacts | Where-Object email -eq helene.lefevre@example.com
        $made.fields.telephone | Should -BeExactly '1'
        $said = $_ -in 'jsonText', 'plainText'
        $result.ContactObjectId | Should -BeExactly ($said ? $null : $made.objectId)
        $result.Message | Should -BeExactly ($said ? "L'interlocuteur a été mis à jour." : $null)
    }

    It 'treats "already assigned" as a success: <_>' -ForEach 'jsonText', 'plainText', 'message' {
        Set-LoopControl $server @{ shapes = @{ AlreadyAssigned = $_ }; typographicApostrophes = $true }
        (Set-LoopClient @who -Offer Consultation -Phone 2).Message | Should -BeExactly "L`u{2019}application est déjà affectée à l`u{2019}interlocuteur."
        (@(Get-LoopState $server).contacts | Where-Object email -eq helene.lefevre@example.com).fields.telephone | Should -BeExactly '2'
    }

    It 'maps errors of the vendor, on <_>' -ForEach 200, 400, 409, 500 {
        Set-LoopControl $server @{ refusalStatus = $_ }
        $rows = 'nobody@example.com', 'francois.garcon@horstenant.example' | ForEach-Object { [pscustomobject]@{ Email = $_; CodeDossier = 'MANON001'; Offer = 'consultation' } }
        $rows | Set-LoopClient -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Get-ErrorId | Should -BeExactly 'NotFound', 'Rejected'
        $failed.TargetObject | Should -Be $rows
    }

    It 'masks the e-mail, and returns the result from the journal' {
        $shell = Wait-Shell (Start-Shell { param($c, $who) Set-LoopClient @who -Phone 1 -WhatIf -Connection $c } (Get-TrainingApiConnection), $who)
        $shell.Lines | Should -BeExactly 'What if: Change contact h…@example.com of client file MANON001.'
        $journal = Join-Path $TestDrive 'set.jsonl'
        $null = Set-LoopClient @who -Phone 1 -Journal $journal
        $again = Set-LoopClient @who -Phone 1 -Journal $journal
        $again.FromJournal, $again.Email | Should -Be $true, 'helene.lefevre@example.com'
        @(Get-SentChange $server).Count | Should -Be 1
    }
}
