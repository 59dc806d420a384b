# The online registration of the vendor's guide: each branch, its requests, and the requests of a second run with the same journal.
Describe 'Register-ResamaniaContact' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $person = @{ FamilyName = 'Petit'; GivenName = 'Zoé'; BirthDate = '1990-04-01' }
        $moved = @{ Email = 'ines+nice@email.tld'; TemporaryEmail = 'temp+ines@email.tld'; Network = $true } + $person
        $quiet = @{ ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue' }
        function Get-Sent { Get-RequestLog $server '*demoapi*' | Where-Object target -NotLike '*/token' | ForEach-Object { "$($_.method) $($_.target -replace '^/resamania/demoapi/')" } }
        function Get-Changed { Get-SentChange $server | ForEach-Object { "$($_.method) $($_.target -replace '^/resamania/demoapi/')" } }
        function Get-Contact([string] $Email) { (Invoke-Control $server 'state').resamania.contacts | Where-Object email -EQ $Email }
        function Set-Resamania([hashtable] $Setting) { $null = Invoke-Control $server 'resamania' -Method Put -Body $Setting }
        function Get-Step { Get-TrainingJournal $journal | ForEach-Object { "$($_.Step) $($_.State) $($_.Reference)".Trim() } }
        function Get-Line { Get-Content $journal | ConvertFrom-Json | ForEach-Object { "$($_.step) $($_.state) $($_.error)".Trim() } }
        $search = 'GET contacts?email=ines%2Bnice%40email.tld', 'GET network/contact_search?email=ines%2Bnice%40email.tld'
        $temporary = '/demoapi/contacts/2974340' # the first contact that a freshly started sandbox creates
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        $null = Invoke-Control $server 'reset' -Method Post
        Disconnect-TrainingApi
        Connect-TestResamania $server
        Clear-RequestLog $server
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    Context 'An unknown person' {
        It 'becomes a prospect of the club, with all fields' {
            $registered = Register-ResamaniaContact -Email ' new+1@email.tld ' @person -Gender Female -Mobile '+33612345678' -Landline 0412345678 -SourceId 2 -AddressCountry France -AddressLocality Toulon -PostalCode 83000 -StreetAddress '1 rue' -Supplement B -AdditionalField @{ goalIds = @('/demoapi/goals/1') } -SaleId 33 -TargetContactId 2 -TemporaryEmail t@email.tld -Network
            $registered.GetType().FullName | Should -BeExactly 'TrainingApis.Resamania.OnlineRegistration'
            "$($registered.Outcome)", $registered.ContactId, $registered.ClubId, $registered.SourceContactId, $registered.SaleId, $registered.SaleUpdated, $registered.FromJournal |
                Should -Be 'Created', $temporary, '/demoapi/clubs/1', $null, '/demoapi/sales/33', $false, $false
            Get-Sent | Should -Be 'GET contacts?email=new%2B1%40email.tld', 'GET network/contact_search?email=new%2B1%40email.tld', 'POST contacts'
            (Get-SentChange $server).body | Should -BeExactly '{"familyName":"Petit","givenName":"Zoé","gender":"female","birthDate":"1990-04-01","email":"new+1@email.tld","mobile":"+33612345678","landline":"0412345678","sourceId":"/demoapi/referentials/sources/2","address":{"addressCountry":"France","addressLocality":"Toulon","streetAddress":"1 rue","postalCode":"83000","supplement":"B"},"state":"prospect","goalIds":["/demoapi/goals/1"]}'
        }

        It 'is searched in the club only, without -Network' {
            Register-ResamaniaContact -Email new@email.tld @person | ForEach-Object Outcome | Should -Be 'Created'
            Get-Sent | Should -Be 'GET contacts?email=new%40email.tld', 'POST contacts'
        }

        It 'is searched and created in the club of -ClubId' {
            (Register-ResamaniaContact -Email new@email.tld @person -ClubId 4).ClubId | Should -Be '/demoapi/clubs/4'
            (Get-RequestLog $server '*email=*').headers.'x-user-club-id' | Should -Be '/demoapi/clubs/4'
            (Get-Contact new@email.tld).clubId | Should -Be '/demoapi/clubs/4'
        }

        It 'is not created again by a second run of the same journal' {
            $null = Register-ResamaniaContact -Email new@email.tld @person -Journal $journal
            Get-Step | Should -Be "create Succeeded $temporary"
            Clear-RequestLog $server
            $again = Register-ResamaniaContact -Email new@email.tld @person -Journal $journal
            "$($again.Outcome)", $again.ContactId, $again.ClubId, $again.FromJournal | Should -Be 'Created', $temporary, '/demoapi/clubs/1', $true
            Get-RequestLog $server | Should -BeNullOrEmpty
        }

        It 'who is registered by someone else between search and creation is a Conflict: <name>' -ForEach @{ name = 'in this club'; club = 1 }, @{ name = 'in another club'; club = 2 } {
            Set-Resamania @{ registeredMeanwhile = @{ 'race@email.tld' = $club } }
            Register-ResamaniaContact -Email race@email.tld @person -Network -Journal $journal @quiet | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeExactly 'Conflict,TrainingApis.Cmdlets.Resamania.RegisterResamaniaContactCommand'
            $failed[0].Exception.Code | Should -BeExactly 'api.error.contact.email-already-used'
            Get-Line | Should -Be 'create Started', 'create Rejected Conflict'
        }

        It 'who was registered by someone else is found by the next run' {
            Set-Resamania @{ registeredMeanwhile = @{ 'race@email.tld' = 2 } }
            $row = @{ Email = 'race@email.tld'; TemporaryEmail = 'temp@email.tld'; Network = $true; Journal = $journal } + $person
            Register-ResamaniaContact @row @quiet
            $failed | Get-ErrorId | Should -Be 'Conflict'
            Register-ResamaniaContact @row | ForEach-Object Outcome | Should -Be 'Moved'
            Get-Step | Should -Be 'create Rejected', "temporary Succeeded $((Get-Contact race@email.tld).'@id')", 'migrate Succeeded /demoapi/contacts/2974340'
        }
    }

    Context 'A person of the club' {
        It 'requires no change: <email>' -ForEach @{ email = 'john+test@email.tld'; id = 2974221 }, @{ email = 'JUSTINE+old@email.tld'; id = 10296819 } {
            $registered = Register-ResamaniaContact -Email $email @person -Network -SaleId 33 -Journal $journal
            "$($registered.Outcome)", $registered.ContactId, $registered.ClubId, $registered.SaleUpdated, $registered.FromJournal | Should -Be 'AlreadyRegistered', "/demoapi/contacts/$id", '/demoapi/clubs/1', $false, $false
            Get-Sent | Should -Be "GET contacts?email=$([uri]::EscapeDataString($email))"
            Get-Content $journal | Should -BeNullOrEmpty
        }

        It 'who is temporary cannot be registered' {
            Register-ResamaniaContact -Email temp+33@email.tld @person -Network @quiet
            $failed | Get-ErrorId | Should -Be 'PreconditionFailed'
            "$failed" | Should -Be 'Cannot register contact t…@email.tld: contact 2 of club 1 has this e-mail address and is temporary. Nothing was sent.'
            Get-Changed | Should -BeNullOrEmpty
        }
    }

    Context 'A prospect of another club' {
        It 'is moved into a temporary contact that is created for it, and the sale is refreshed' {
            $registered = Register-ResamaniaContact @moved -SaleId 33 -Journal $journal
            "$($registered.Outcome)", $registered.ContactId, $registered.ClubId, $registered.SourceContactId, $registered.SaleId, $registered.SaleUpdated, $registered.FromJournal |
                Should -Be 'Moved', $temporary, '/demoapi/clubs/1', '/demoapi/contacts/12345', '/demoapi/sales/33', $true, $false
            Get-Sent | Should -Be ($search + 'POST contacts', 'PUT contacts/12345/migrate', 'PUT sales/33/update_contact')
            $created, $migrated, $null = (Get-SentChange $server).body
            $created | Should -BeExactly '{"familyName":"Petit","givenName":"Zoé","birthDate":"1990-04-01","email":"temp+ines@email.tld","state":"temp"}'
            $migrated | Should -BeExactly "{""targetContactId"":""$temporary"",""targetClubId"":""/demoapi/clubs/1""}"
            (Get-Contact ines+nice@email.tld).'@id' | Should -Be $temporary
            Get-Step | Should -Be "temporary Succeeded $temporary", 'migrate Succeeded /demoapi/contacts/12345', 'sale Succeeded /demoapi/sales/33'
        }

        It 'is moved into the given temporary contact' {
            $registered = Register-ResamaniaContact @moved -TargetContactId 2 -Journal $journal
            "$($registered.Outcome)", $registered.ContactId, $registered.SourceContactId, $registered.SaleId, $registered.SaleUpdated | Should -Be 'Moved', '/demoapi/contacts/2', '/demoapi/contacts/12345', $null, $false
            Get-Sent | Should -Be ($search + 'GET contacts/2', 'PUT contacts/12345/migrate')
            Get-Step | Should -Be 'migrate Succeeded /demoapi/contacts/12345'
        }

        It 'is moved with the token of that contact, though this club cannot read it' {
            Set-Resamania @{ otherClubStatus = 403 }
            Register-ResamaniaContact @moved | ForEach-Object Outcome | Should -Be 'Moved'
            (Get-RequestLog $server '*/token' | Select-Object -Last 1).body | Should -BeLike '*contactclientcredentials*&email=ines%2Bnice%40email.tld'
        }

        It 'is moved into the club of -ClubId' {
            $registered = Register-ResamaniaContact @moved -ClubId 4
            $registered.ClubId | Should -Be '/demoapi/clubs/4'
            (Get-Contact ines+nice@email.tld).clubId | Should -Be '/demoapi/clubs/4'
        }

        It 'sends nothing in a second run with the same journal' {
            $first = Register-ResamaniaContact @moved -SaleId 33 -Journal $journal
            Clear-RequestLog $server
            $again = Register-ResamaniaContact @moved -SaleId 33 -Journal $journal
            $again.FromJournal | Should -BeTrue
            $again.FromJournal = $false
            $again | ConvertTo-Json | Should -Be ($first | ConvertTo-Json)
            Get-RequestLog $server | Should -BeNullOrEmpty
        }

        It 'cannot be moved without <missing>, and nothing is sent' -ForEach @(
            @{ missing = 'a temporary contact'; with = @{}; says = '*into a temporary contact of club 1. Add the ID of this temporary contact as -TargetContactId, or add -TemporaryEmail to create one.*' }
            @{ missing = 'a second OAuth client'; with = @{ TemporaryEmail = 't@email.tld' }; connect = @{ ContactCredential = $null }; says = '*must be moved, which needs -ContactCredential of the connection.*' }
            @{ missing = 'a target that is temporary'; with = @{ TargetContactId = 2974221 }; says = '*/demoapi/contacts/2974221 must be temp, but its state is prospect.*' }
            @{ missing = 'a target of the club'; with = @{ TargetContactId = 2; ClubId = 4 }; says = '*which is /demoapi/clubs/1, but /demoapi/clubs/4 was given.*' }
        ) {
            if ($_['connect']) { Connect-TestResamania $server $_['connect'] }
            Register-ResamaniaContact -Email ines+nice@email.tld @person -Network @with -Journal $journal @quiet | Should -BeNullOrEmpty
            $failed | Get-ErrorId | Should -Be 'PreconditionFailed'
            "$failed" | Should -BeLike $says
            Get-Changed | Should -BeNullOrEmpty
            Get-Content $journal | Should -BeNullOrEmpty
        }
    }

    Context 'Another person of another club' {
        It 'cannot be registered: <email>' -ForEach @(
            @{ email = 'paul+client@email.tld'; says = 'contact 12346 of club 3 (client) has this e-mail address, and only a prospect can be moved.' }
            @{ email = 'anne+twice@email.tld'; says = '2 contacts of other clubs have this e-mail address, so it is not clear which one to move: contact 12347 of club 2 (prospect), contact 12348 of club 4 (old_client).' }
        ) {
            Register-ResamaniaContact -Email $email @person -Network -TemporaryEmail t@email.tld -Journal $journal @quiet | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeExactly 'PreconditionFailed,TrainingApis.Cmdlets.Resamania.RegisterResamaniaContactCommand'
            "$failed" | Should -Be "Cannot register contact $($email[0])…@email.tld: $says Nothing was sent."
            Get-Changed | Should -BeNullOrEmpty
            Get-Content $journal | Should -BeNullOrEmpty
        }

        It 'is not found without -Network, and refused by the vendor' {
            Register-ResamaniaContact -Email paul+client@email.tld @person @quiet
            $failed | Get-ErrorId | Should -Be 'Conflict'
        }
    }

    Context 'A search of the chain without permission' {
        BeforeEach { Set-Resamania @{ notGranted = @('SearchNetwork') } }

        It 'is an error with the reason, and nothing is sent' {
            Register-ResamaniaContact -Email new@email.tld @person -Network -Journal $journal @quiet
            $failed.FullyQualifiedErrorId | Should -BeExactly 'Forbidden,TrainingApis.Cmdlets.Resamania.RegisterResamaniaContactCommand'
            "$failed" | Should -BeLike 'Cannot find contacts of the network with the e-mail n…@email.tld: *omit -Network to search the club only. Nothing was sent.'
            Get-Changed | Should -BeNullOrEmpty
            Get-Content $journal | Should -BeNullOrEmpty
        }

        It 'is not needed without -Network' {
            Register-ResamaniaContact -Email new@email.tld @person | ForEach-Object Outcome | Should -Be 'Created'
        }
    }

    Context 'An interrupted run' {
        It 'continues with the step that was refused: <path>' -ForEach @(
            @{ path = 'POST contacts'; match = @{ method = 'POST'; path = 'contacts$' }; before = @(); then = @('POST contacts', 'PUT contacts/12345/migrate', 'PUT sales/33/update_contact'); left = 'temporary Rejected'; says = 'Cannot create contact t…@email.tld: *' }
            @{ path = 'migrate'; match = @{ path = 'migrate$' }; before = @('POST contacts'); then = @('PUT contacts/12345/migrate', 'PUT sales/33/update_contact'); left = 'migrate Rejected'; says = '*The temporary contact 2974340 was created. Run the same command again with the same -Journal to continue.' }
            @{ path = 'update_contact'; match = @{ path = 'update_contact$' }; before = @('POST contacts', 'PUT contacts/12345/migrate'); then = @('PUT sales/33/update_contact'); left = 'sale Rejected'; says = '*but the sale was not refreshed: *Finish with: Update-ResamaniaSale -SaleId 33' }
        ) {
            Set-Fault $server @{ match = $match; times = 1; fault = @{ kind = 'status'; status = 422; body = '{"detail":"Non"}'; contentType = 'application/json' } }
            $result = Register-ResamaniaContact @moved -SaleId 33 -Journal $journal @quiet
            $failed | Get-ErrorId | Should -Be 'InvalidRequest'
            "$failed" | Should -BeLike $says
            Get-RequestLog $server '*demoapi*' | Where-Object { $_.method -ne 'GET' -and $_.target -notlike '*/token' -and -not $_.fault } | ForEach-Object { "$($_.method) $($_.target -replace '^/resamania/demoapi/')" } | Should -Be $before
            @(Get-Step)[-1] | Should -Be $left
            # No result is emitted until the person is in the club.
            @($result).Count | Should -Be ($path -eq 'update_contact' ? 1 : 0)
            if ($result) { "$($result.Outcome)", $result.ContactId, $result.SaleUpdated | Should -Be 'Moved', $temporary, $false }

            Clear-RequestLog $server
            $again = Register-ResamaniaContact @moved -SaleId 33 -Journal $journal
            "$($again.Outcome)", $again.ContactId, $again.ClubId, $again.SourceContactId, $again.SaleUpdated, $again.FromJournal | Should -Be 'Moved', $temporary, '/demoapi/clubs/1', '/demoapi/contacts/12345', $true, $false
            Get-Changed | Should -Be $then
        }

        It 'reports the temporary contact for a run without a journal' {
            Set-Fault $server @{ match = @{ path = 'migrate$' }; times = 1; fault = @{ kind = 'status'; status = 422 } }
            Register-ResamaniaContact @moved @quiet
            "$failed" | Should -BeLike '*To continue, run the same command again with -TargetContactId 2974340.'
            Register-ResamaniaContact @moved -TargetContactId 2974340 | ForEach-Object Outcome | Should -Be 'Moved'
        }

        It 'does not resolve a step in doubt until -RetryInDoubt: <step>, <at>' -ForEach @(
            foreach ($at in 'beforeAct', 'afterAct') {
                @{ step = 'create'; match = @{ method = 'POST'; path = 'contacts$' }; at = $at; email = 'new@email.tld' }
                @{ step = 'temporary'; match = @{ method = 'POST'; path = 'contacts$' }; at = $at; email = 'ines+nice@email.tld' }
                @{ step = 'migrate'; match = @{ path = 'migrate$' }; at = $at; email = 'ines+nice@email.tld' }
                @{ step = 'sale'; match = @{ path = 'update_contact$' }; at = $at; email = 'ines+nice@email.tld' }
            }
        ) {
            $row = @{ Email = $email; TemporaryEmail = 'temp+ines@email.tld'; Network = $true; SaleId = 33; Journal = $journal } + $person
            Set-Fault $server @{ match = $match; times = 1; fault = @{ kind = 'reset'; at = $at } }
            $null = Register-ResamaniaContact @row @quiet
            $failed | Get-ErrorId | Should -Be 'InDoubt'
            @(Get-Step)[-1] | Should -Be "$step InDoubt"
            Clear-RequestLog $server
            Register-ResamaniaContact @row @quiet | Should -BeNullOrEmpty
            $failed | Get-ErrorId | Should -Be 'InDoubt'
            Get-Sent | Should -BeNullOrEmpty

            $result = Register-ResamaniaContact @row -RetryInDoubt
            "$($result.Outcome)", $result.ContactId, $result.ClubId | Should -Be ($step -eq 'create' ? 'Created' : 'Moved'), $temporary, '/demoapi/clubs/1'
            @(Get-Contact $email).'@id' | Should -Be $temporary
            Get-Contact temp+ines@email.tld | Should -BeNullOrEmpty
            $requests = 'POST contacts', 'PUT contacts/12345/migrate', 'PUT sales/33/update_contact'
            $expected = @($step -eq 'create' ? $requests[0] : ($requests | Select-Object -Skip @('temporary', 'migrate', 'sale').IndexOf($step)))
            # A change that happened is found and not sent again; a sale is refreshed again, which has no effect.
            if ($at -eq 'afterAct' -and $step -ne 'sale') { $expected = @($expected | Select-Object -Skip 1) }
            Get-Changed | Should -Be $expected
            Get-TrainingJournal $journal | ForEach-Object State | Select-Object -Unique | Should -Be 'Succeeded'
            Clear-RequestLog $server
            (Register-ResamaniaContact @row).FromJournal | Should -BeTrue
            Get-Sent | Should -BeNullOrEmpty
        }

        It 'uses the other branch if a creation in doubt did not happen and the person now exists in another club' {
            $row = @{ Email = 'race@email.tld'; TemporaryEmail = 'temp+ines@email.tld'; Network = $true; Journal = $journal } + $person
            Set-Fault $server @{ match = @{ method = 'POST'; path = 'contacts$' }; times = 1; fault = @{ kind = 'reset'; at = 'beforeAct' } }
            Register-ResamaniaContact @row @quiet
            New-ResamaniaContact -Email race@email.tld @person -ClubId 2 | Out-Null
            Register-ResamaniaContact @row -RetryInDoubt | ForEach-Object Outcome | Should -Be 'Moved'
            Get-Step | ForEach-Object { ($_ -split ' ')[0, 1] -join ' ' } | Should -Be 'create Rejected', 'temporary Succeeded', 'migrate Succeeded'
            (Register-ResamaniaContact @row).FromJournal | Should -BeTrue
        }

        It 'ends with an error if the person is in the club already, and another contact was to receive the move' {
            Set-Fault $server @{ match = @{ path = 'migrate$' }; times = 1; fault = @{ kind = 'status'; status = 422 } }
            Register-ResamaniaContact @moved -Journal $journal @quiet
            $null = Move-ResamaniaContact 12345 2 -Confirm:$false
            Register-ResamaniaContact @moved -Journal $journal @quiet | Should -BeNullOrEmpty
            $failed | Get-ErrorId | Should -Be 'PreconditionFailed'
            "$failed" | Should -BeLike '*began to move a prospect of another club into contact 2974340, but contact 2 of this club has this e-mail address. Nothing was sent.'
        }

        It 'ends with an error if the chain is no longer searched' {
            Set-Fault $server @{ match = @{ path = 'migrate$' }; times = 1; fault = @{ kind = 'status'; status = 422 } }
            Register-ResamaniaContact @moved -Journal $journal @quiet
            $club = @{} + $moved
            $club.Remove('Network')
            Register-ResamaniaContact @club -Journal $journal @quiet
            $failed | Get-ErrorId | Should -Be 'PreconditionFailed'
            "$failed" | Should -BeLike '*but the chain is not searched without -Network. Nothing was sent.'
            Register-ResamaniaContact @moved -Journal $journal | ForEach-Object Outcome | Should -Be 'Moved'
        }
    }

    Context '-WhatIf' {
        BeforeAll {
            function Get-Preview([hashtable] $With) { (Wait-Shell (Start-Shell { param($c, $with) Register-ResamaniaContact @with -Connection $c -WhatIf } (Get-TrainingApiConnection Resamania), $With)).Lines }
        }

        It 'names the branch, and sends nothing: <says>' -ForEach @(
            @{ with = @{ Email = 'new@email.tld' }; says = 'Register contact n…@email.tld: create a prospect in club 1.' }
            @{ with = @{ Email = 'john+test@email.tld' }; says = 'Register contact j…@email.tld: nothing to send, contact 2974221 of club 1 has this e-mail address.' }
            @{ with = @{ Email = 'ines+nice@email.tld'; TargetContactId = 2 }; says = 'Register contact i…@email.tld: move contact 12345 of club 2 into contact 2.' }
            @{ with = @{ Email = 'ines+nice@email.tld'; TemporaryEmail = 't@email.tld'; SaleId = 33 }; says = 'Register contact i…@email.tld: create a temporary contact in club 1, then move contact 12345 of club 2 into the temporary contact, then refresh the contact of sale 33.' }
        ) {
            Get-Preview ($with + $person + @{ Network = $true; Journal = $journal }) | Should -Be "What if: $says"
            Get-Changed | Should -BeNullOrEmpty
            Test-Path $journal | Should -BeFalse
        }

        It 'names the remaining steps of an interrupted run: <path>' -ForEach @(
            @{ path = 'migrate$'; says = 'Register contact i…@email.tld: move contact 12345 of club 2 into the temporary contact, then refresh the contact of sale 33.' }
            @{ path = 'update_contact$'; says = 'Register contact i…@email.tld: refresh the contact of sale 33.' }
        ) {
            Set-Fault $server @{ match = @{ path = $path }; times = 1; fault = @{ kind = 'status'; status = 422 } }
            $null = Register-ResamaniaContact @moved -SaleId 33 -Journal $journal @quiet
            Get-Preview ($moved + @{ SaleId = 33; Journal = $journal }) | Should -Be "What if: $says"
        }

        It 'reports a person who cannot be registered' {
            Register-ResamaniaContact -Email paul+client@email.tld @person -Network -WhatIf @quiet
            $failed | Get-ErrorId | Should -Be 'PreconditionFailed'
        }
    }

    It 'registers a file: each row by its own branch, in order, with concurrent requests' {
        $rows = @(
            [pscustomobject]@{ Email = 'new+1@email.tld'; FamilyName = 'Un'; GivenName = 'A'; BirthDate = '1990-01-01'; TemporaryEmail = 't1@email.tld' }
            [pscustomobject]@{ Email = 'john+test@email.tld'; FamilyName = 'Deux'; GivenName = 'B'; BirthDate = '1990-01-01'; TemporaryEmail = 't2@email.tld' }
            [pscustomobject]@{ Email = 'ines+nice@email.tld'; FamilyName = 'Trois'; GivenName = 'C'; BirthDate = '1990-01-01'; TemporaryEmail = 't3@email.tld' }
            [pscustomobject]@{ Email = 'paul+client@email.tld'; FamilyName = 'Quatre'; GivenName = 'D'; BirthDate = '1990-01-01'; TemporaryEmail = 't4@email.tld' }
            [pscustomobject]@{ Email = 'new+2@email.tld'; FamilyName = 'Cinq'; GivenName = 'E'; BirthDate = '1990-01-01'; TemporaryEmail = '' }
        )
        $rows | Export-Csv (Join-Path $TestDrive signups.csv)
        $result = Import-Csv (Join-Path $TestDrive signups.csv) | Register-ResamaniaContact -ClubId 1 -Network -ThrottleLimit 4 -Journal $journal @quiet -InformationVariable said
        "$($result.Outcome)" | Should -Be 'Created AlreadyRegistered Moved Created'
        $failed | Get-ErrorId | Should -Be 'PreconditionFailed'
        $failed.TargetObject.Email | Should -Be 'paul+client@email.tld'
        "$failed" | Should -BeLike '* (input 4)'
        "$said" | Should -BeLike 'Register-ResamaniaContact: 4 succeeded, 0 from journal, 1 rejected, 0 in doubt, 0 not sent.*'
        Get-TrainingJournal $journal | Sort-Object Row, Time | ForEach-Object { "$($_.Row) $($_.Step)" } | Should -Be '1 create', '3 temporary', '3 migrate', '5 create'
    }

    It 'searches several rows at the same time' {
        Set-Latency $server 300
        $rows = 1..6 | ForEach-Object { [pscustomobject]@{ Email = "john+test@email.tld"; FamilyName = "F$_"; GivenName = 'G' } }
        $clock = [Diagnostics.Stopwatch]::StartNew()
        @($rows | Register-ResamaniaContact -ThrottleLimit 6).Count | Should -Be 6
        $clock.ElapsedMilliseconds | Should -BeLessThan 1500 -Because 'one after the other takes 1800 ms'
    }
}
