# Add-LoopCollaborativeOffer over real HTTP: files by object, row and text; journal, errors, the replacement route.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Add-LoopCollaborativeOffer' {
    BeforeEach { Reset-TestLoop $server }

    It 'sends the documented request, and emits the message of the vendor' {
        $result = Add-LoopCollaborativeOffer MANON001 Consultation
        $sent = Get-SentChange $server
        $sent.method, $sent.target, $sent.body | Should -BeExactly 'POST', '/loop/collaborativeOffer/addOffer', '{"codeDossier":"MANON001","offre":"consultation"}'
        $sent.headers.'x-apikey' | Should -BeExactly 'sandbox-key:sandbox+secret/loop=='
        $result | Should -BeOfType TrainingApis.Loop.OfferResult
        "$($result.CodeDossier)|$($result.Offer)|$($result.Message)|$($result.FromJournal)" | Should -BeExactly 'MANON001|Consultation|L''offre consultation a été ajoutée au dossier client MANON001|False'
    }

    It 'accepts the module''s names and the vendor''s values: <_>' -ForEach 'CoProduction', 'co-production', 'CO-PRODUCTION' {
        (Add-LoopCollaborativeOffer MANON001 -Offer $_).Offer | Should -Be 'CoProduction'
        (Get-SentChange $server).body | Should -BeExactly '{"codeDossier":"MANON001","offre":"co-production"}'
    }

    It 'accepts files, text and rows; a file supplies its code and nothing else' {
        $file = Get-LoopFolder | Select-Object -First 1
        $file | Export-Clixml (Join-Path $TestDrive 'file.xml')
        $row = [pscustomobject]@{ CodeIbs = 'MANON002'; Offer = 'start' }
        $results = $file, (Import-Clixml (Join-Path $TestDrive 'file.xml')), 'MANON003' | Add-LoopCollaborativeOffer -Offer Start
        $results.CodeDossier | Should -BeExactly '044212', '044212', 'MANON003'
        $null = $row | Add-LoopCollaborativeOffer
        (Get-SentChange $server).body | Should -BeExactly @('044212', '044212', 'MANON003', 'MANON002' | ForEach-Object { "{""codeDossier"":""$_"",""offre"":""start""}" })
    }

    It 'reports an invalid cell, sends nothing for it and continues' {
        $rows = "CodeDossier,Offer`nMANON001,gold`n,start`nMANON002,start" | ConvertFrom-Csv
        $null = $rows | Add-LoopCollaborativeOffer -ErrorVariable failed -ErrorAction SilentlyContinue
        ($failed | Get-ErrorId)[0] | Should -BeExactly 'ParameterArgumentTransformationError'
        @($failed).Count | Should -Be 2
        (Get-SentChange $server).body | Should -BeExactly '{"codeDossier":"MANON002","offre":"start"}'
    }

    It 'does not bind the offer or the e-mail of an earlier result' {
        $before = [TrainingApis.Loop.OfferResult]@{ CodeDossier = 'MANON001'; Offer = 'Start' }
        $before | Add-LoopCollaborativeOffer -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Should -BeExactly 'InvalidArgument'
        $client = [TrainingApis.Loop.ClientResult]@{ CodeDossier = 'MANON001'; Email = 'helene.lefevre@example.com' }
        $null = $client | Add-LoopCollaborativeOffer -Offer Start
        (Get-SentChange $server).target | Should -BeExactly '/loop/collaborativeOffer/addOffer'
    }

    It 'shows each file with -WhatIf, and sends and writes nothing' {
        $journal = Join-Path $TestDrive 'whatif.jsonl'
        $shell = Wait-Shell (Start-Shell { param($c, $j) Get-LoopFolder -Connection $c | Select-Object -First 2 | Add-LoopCollaborativeOffer -Offer Consultation -WhatIf -Journal $j -Connection $c } (Get-TrainingApiConnection), $journal)
        $shell.Lines | Should -BeExactly @('044212', 'MANON001' | ForEach-Object { "What if: Add offer consultation to client file $_." })
        Get-SentChange $server | Should -BeNullOrEmpty
        $journal | Should -Not -Exist
    }

    It 'writes once to the verbose stream that the route is deprecated' {
        $notes = 'MANON001', 'MANON002' | Add-LoopCollaborativeOffer -Offer Start -Verbose 4>&1 | Where-Object { "$_" -match 'deprecated since 2024-07-01' }
        @($notes).Count | Should -Be 1
        'MANON001' | Add-LoopCollaborativeOffer -Offer CoProduction -Email helene.lefevre@example.com -Verbose 4>&1 | Where-Object { "$_" -match 'deprecated' } | Should -BeNullOrEmpty
    }

    It 'uses the replacement route with -Email, for every form of response: <_>' -ForEach 'message', 'jsonText', 'contactAndUser', 'nothing' {
        Set-LoopControl $server @{ shapes = @{ AddOfferToContact = $_ } }
        $file = Get-LoopFolder | Where-Object CodeDossier -eq MANON001
        ($file | Add-LoopCollaborativeOffer -Offer CoProduction -Email helene.lefevre@example.com).CodeDossier | Should -BeExactly 'MANON001'
        $sent = Get-SentChange $server
        $sent.target, $sent.body | Should -BeExactly '/loop/collaborativeOffer/addCollaborativeOffer', '{"email":"helene.lefevre@example.com","codeDossier":"MANON001","offre":"co-production"}'
    }

    It 'masks the e-mail of the contact' {
        $shell = Wait-Shell (Start-Shell { param($c) Add-LoopCollaborativeOffer MANON001 Start -Email john@example.com -WhatIf -Connection $c } (Get-TrainingApiConnection))
        $shell.Lines | Should -BeExactly 'What if: Add offer start to contact j…@example.com of client file MANON001.'
    }

    It 'maps errors of the vendor, on <_>' -ForEach 200, 400, 409, 500 {
        Set-LoopControl $server @{ refusalStatus = $_ }
        $rows = 'nobody@example.com', 'francois.garcon@horstenant.example' | ForEach-Object { [pscustomobject]@{ CodeDossier = 'MANON001'; Offer = 'consultation'; Email = $_ } }
        $rows | Add-LoopCollaborativeOffer -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Get-ErrorId | Should -BeExactly 'NotFound', 'Rejected'
        $failed.Exception.Reason | ForEach-Object { $_ -replace '\u2019', "'" } | Should -BeExactly "L'interlocuteur n'existe pas", "Pour proposer un service à un interlocuteur vous devez d'abord l'inviter sur votre tenant"
        $failed.TargetObject | Should -Be $rows
    }

    It 'is Rejected for a file that does not exist' {
        'NONE', 'MANON001' | Add-LoopCollaborativeOffer -Offer Start -ErrorVariable failed -ErrorAction SilentlyContinue | Should -HaveCount 1
        $failed | Get-ErrorId | Should -BeExactly 'Rejected'
        $failed.Exception.Reason | Should -Match '^Le dossier client NONE n.existe pas$'
    }

    It 'is InDoubt, and sent once, if the response does not confirm the change: <kind> <at>' -ForEach @(
        @{ kind = 'reset'; at = 'afterAct' }, @{ kind = 'empty'; at = $null }, @{ kind = 'html'; at = $null }, @{ kind = 'badJson'; at = $null }, @{ kind = 'truncate'; at = $null }
    ) {
        Set-Fault $server @{ match = @{ method = 'POST' }; fault = $at ? @{ kind = $kind; at = $at } : @{ kind = $kind } }
        Add-LoopCollaborativeOffer MANON001 Start -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Get-ErrorId | Should -BeExactly 'InDoubt'
        @(Get-SentChange $server).Count | Should -Be 1
    }

    It 'completes after an interruption with -Journal: each of 500 files is sent once' {
        $journal = Join-Path $TestDrive 'offers.jsonl'
        $files = Get-LoopFolder | Select-Object -First 500
        Set-Latency $server 10
        $run = Start-Shell { param($c, $files, $j) $files | Add-LoopCollaborativeOffer -Offer Consultation -Journal $j -ThrottleLimit 8 -Connection $c } (Get-TrainingApiConnection), $files, $journal
        Wait-Until { @(Get-SentChange $server).Count -gt 40 }
        $null = Stop-Shell $run
        Set-Latency $server 0
        @(Get-SentChange $server).Count | Should -BeLessThan 400
        $results = @($files | Add-LoopCollaborativeOffer -Offer Consultation -Journal $journal -ThrottleLimit 8 -RetryInDoubt)
        $results.CodeDossier | Should -Be $files.CodeDossier
        @($results | Where-Object FromJournal).Count | Should -BeGreaterThan 20
        $doubted = @(Get-Content $journal | ConvertFrom-Json | Group-Object key | Where-Object { @($_.Group | Where-Object state -eq 'Started').Count -gt 1 }).Count
        @(Get-SentChange $server).Count | Should -BeLessOrEqual (500 + $doubted)
        @(Get-LoopState $server).folders | Where-Object { $_.codeDossier -in $files.CodeDossier -and 'consultation' -notin $_.offers } | Should -BeNullOrEmpty
        Get-Content $journal -Raw | Should -Not -Match 'apikey|secret|offre'
        $before = @(Get-SentChange $server).Count
        ($files | Add-LoopCollaborativeOffer -Offer Consultation -Journal $journal | Where-Object { -not $_.FromJournal }) | Should -BeNullOrEmpty
        @(Get-SentChange $server).Count | Should -Be $before
    }
}
