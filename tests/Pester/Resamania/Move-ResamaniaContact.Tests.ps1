Describe 'Move-ResamaniaContact' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $null = Connect-TestResamania $server
        function Get-Sent { Get-RequestLog $server '*demoapi*' | Where-Object target -notlike '*/token' | ForEach-Object { "$($_.method) $($_.target -replace '^/resamania/demoapi/')" } }
        function Get-SentBody { (Get-RequestLog $server | Where-Object method -in 'POST', 'PUT' | Where-Object target -notlike '*/token').body }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        $null = Invoke-Control $server 'reset' -Method Post
        $null = Connect-TestResamania $server
        Clear-RequestLog $server
    }

    It 'checks the contacts, moves with the token of the source, and refreshes the sale' {
        $result = Move-ResamaniaContact 12345 2 -SaleId 33 -Confirm:$false
        $result.SourceContactId, $result.TargetContactId, $result.TargetClubId, $result.SaleId | Should -Be '/demoapi/contacts/12345', '/demoapi/contacts/2', '/demoapi/clubs/1', '/demoapi/sales/33'
        $result.Migrated, $result.SaleUpdated, $result.FromJournal | Should -Be $true, $true, $false
        Get-Sent | Should -Be 'GET contacts/12345', 'GET contacts/2', 'PUT contacts/12345/migrate', 'PUT sales/33/update_contact'
        $log = Get-RequestLog $server
        ($log | Where-Object target -like '*/token').body | Should -BeLike 'grant_type=http%3A%2F%2Fcontactclientcredentials&client_id=sandbox-contact-client&*&email=*%40*'
        $move = $log | Where-Object target -like '*/migrate'
        $move.body | Should -BeExactly '{"targetContactId":"/demoapi/contacts/2","targetClubId":"/demoapi/clubs/1"}'
        $move.headers.PSObject.Properties.Name | Where-Object { $_ -like 'x-user-*' } | Should -BeNullOrEmpty
        $sale = $log | Where-Object target -like '*/update_contact'
        $sale.headers.'Content-Length' | Should -Be '0'
    }

    It 'accepts the source from the pipeline' {
        (Get-ResamaniaContact -Id 12345 | Move-ResamaniaContact -TargetContactId 2 -Confirm:$false).Migrated | Should -BeTrue
    }

    It 'accepts rows of a file, and the source alone by value' {
        $row = [pscustomobject]@{ SourceContactId = 12345; TargetContactId = 2; SaleId = 33; Other = 'x' } | ConvertTo-Csv | ConvertFrom-Csv
        $result = $row | Move-ResamaniaContact -Confirm:$false
        $result.Migrated, $result.SaleUpdated | Should -Be $true, $true
        $null = Invoke-Control $server 'reset' -Method Post
        (12345 | Move-ResamaniaContact -TargetContactId 2 -Confirm:$false).Migrated | Should -BeTrue
    }

    It 'is refused before a change is sent if <name>' -ForEach @(
        @{ name = 'the source is no prospect'; source = '10296819'; target = '2'; club = ''; says = '*must be a prospect, but its state is old_client*' }
        @{ name = 'the target is not temp'; source = '12345'; target = '2974221'; club = ''; says = '*must be temp, but its state is prospect*' }
        @{ name = 'the clubs are one'; source = '2974221'; target = '2'; club = ''; says = '*both are in /demoapi/clubs/1*' }
        @{ name = 'the club is not the target''s'; source = '12345'; target = '2'; club = '3'; says = '*which is /demoapi/clubs/1, but /demoapi/clubs/3 was given*' }
    ) {
        Move-ResamaniaContact $source $target -TargetClubId $club -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'PreconditionFailed,TrainingApis.Cmdlets.Resamania.MoveResamaniaContactCommand'
        "$failed" | Should -BeLike $says
        Get-Sent | Where-Object { $_ -notlike 'GET*' } | Should -BeNullOrEmpty
    }

    It 'reports that -ContactCredential is missing' {
        $null = Connect-TestResamania $server @{ ContactCredential = $null }
        Clear-RequestLog $server
        Move-ResamaniaContact 12345 2 -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        "$failed" | Should -BeLike '*-ContactCredential*'
        @(Get-RequestLog $server) | Should -HaveCount 0
    }

    It 'reports the remaining step if the sale fails, and a second run sends only that step' {
        $journal = Join-Path $TestDrive 'move.jsonl'
        Set-Fault $server @{ match = @{ path = 'update_contact' }; times = 1; fault = @{ kind = 'status'; status = 404 } }
        $result = Move-ResamaniaContact 12345 2 -SaleId 33 -Journal $journal -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $result.Migrated, $result.SaleUpdated | Should -Be $true, $false
        $failed.FullyQualifiedErrorId | Should -BeExactly 'NotFound,TrainingApis.Cmdlets.Resamania.MoveResamaniaContactCommand'
        "$failed" | Should -BeLike '*Update-ResamaniaSale -SaleId 33*'
        (Get-TrainingJournal $journal | ForEach-Object { "$($_.Step) $($_.State)" }) | Should -Be 'migrate Succeeded', 'sale Rejected'
        Clear-RequestLog $server
        $again = Move-ResamaniaContact 12345 2 -SaleId 33 -Journal $journal -Confirm:$false
        $again.Migrated, $again.SaleUpdated | Should -Be $true, $true
        Get-Sent | Should -Be 'PUT sales/33/update_contact'
        Clear-RequestLog $server
        (Move-ResamaniaContact 12345 2 -SaleId 33 -Journal $journal -Confirm:$false).FromJournal | Should -BeTrue
        @(Get-RequestLog $server) | Should -HaveCount 0
    }

    It 'uses the token of -SourceEmail, and reads the source for the checks only' {
        (Move-ResamaniaContact 12345 2 -SourceEmail ' ines+nice@email.tld ' -Confirm:$false).Migrated | Should -BeTrue
        Get-Sent | Should -Be 'GET contacts/12345', 'GET contacts/2', 'PUT contacts/12345/migrate'
        (Get-RequestLog $server '*/token').body | Should -BeLike '*&email=ines%2Bnice%40email.tld'
    }

    It 'moves a source that this club cannot read: <id>' -ForEach @{ status = 404; id = 'NotFound' }, @{ status = 403; id = 'Forbidden' } {
        $null = Invoke-Control $server 'resamania' -Method Put -Body @{ otherClubStatus = $status }
        Move-ResamaniaContact 12345 2 -SkipPreconditionCheck -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike "$id,*"
        Clear-RequestLog $server
        $row = [pscustomobject]@{ SourceContactId = '12345'; TargetContactId = '2'; TargetClubId = '1'; SourceEmail = 'ines+nice@email.tld' }
        ($row | Move-ResamaniaContact -SkipPreconditionCheck -Confirm:$false).Migrated | Should -BeTrue
        Get-Sent | Should -Be 'PUT contacts/12345/migrate'
    }

    It 'is refused with the token of another contact' {
        Move-ResamaniaContact 12345 2 -SourceEmail paul+client@email.tld -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Forbidden,*'
        Get-Sent | Should -Be 'GET contacts/12345', 'GET contacts/2', 'PUT contacts/12345/migrate'
    }

    It 'sends no change with -WhatIf' {
        Move-ResamaniaContact 12345 2 -SaleId 33 -WhatIf
        @(Get-RequestLog $server) | Should -HaveCount 0
    }
}
