Describe 'New-ResamaniaContact' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $null = Connect-TestResamania $server
        $person = @{ FamilyName = 'DEV'; GivenName = 'Test' }
        function Get-Sent { Get-RequestLog $server '*demoapi*' | Where-Object target -notlike '*/token' | ForEach-Object { "$($_.method) $($_.target -replace '^/resamania/demoapi/')" } }
        function Get-SentBody { (Get-RequestLog $server | Where-Object method -in 'POST', 'PUT' | Where-Object target -notlike '*/token').body }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    It 'searches the e-mail in the club and in the chain, then creates' {
        $contact = New-ResamaniaContact -Email 'new+1@email.tld' @person -BirthDate 2000-12-31 -Gender male -Mobile '+33612345678' -State Prospect -ClubId 1 -SourceId 2 -AddressCountry France -AddressLocality Toulon -PostalCode 83390 -StreetAddress '52 chemin du test'
        $contact.Iri | Should -BeLike '/demoapi/contacts/*'
        Get-Sent | Should -Be 'GET contacts?email=new%2B1%40email.tld', 'GET network/contact_search?email=new%2B1%40email.tld', 'POST contacts'
        Get-SentBody | Should -BeExactly '{"familyName":"DEV","givenName":"Test","gender":"male","clubId":"/demoapi/clubs/1","birthDate":"2000-12-31","email":"new+1@email.tld","mobile":"+33612345678","sourceId":"/demoapi/referentials/sources/2","address":{"addressCountry":"France","addressLocality":"Toulon","streetAddress":"52 chemin du test","postalCode":"83390"},"state":"prospect"}'
    }

    It 'is a Conflict with the IRI of the existing contact, and no change is sent' {
        New-ResamaniaContact -Email 'john+test@email.tld' @person -BirthDate 2000-12-31 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'Conflict,TrainingApis.Cmdlets.Resamania.NewResamaniaContactCommand'
        "$failed" | Should -BeLike '*/demoapi/contacts/2974221*'
        "$failed" | Should -Not -BeLike '*john*'
        Get-Sent | Should -Be 'GET contacts?email=john%2Btest%40email.tld'
    }

    It 'sends no search with -SkipExistenceCheck, and reports the error code of the vendor' {
        New-ResamaniaContact -Email 'john+test@email.tld' @person -BirthDate 2000-12-31 -SkipExistenceCheck -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'Conflict,TrainingApis.Cmdlets.Resamania.NewResamaniaContactCommand'
        $failed[0].Exception.Code | Should -BeExactly 'api.error.contact.email-already-used'
        Get-Sent | Should -Be 'POST contacts'
    }

    It 'reports violations by field' {
        New-ResamaniaContact -Email 'viol@email.tld' @person -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'InvalidRequest,TrainingApis.Cmdlets.Resamania.NewResamaniaContactCommand'
        $failed[0].Exception.FieldErrors.Keys | Should -Contain 'birthDate'
    }

    It 'sends the birth date as a day in <_>' -ForEach 'fr-FR', 'ar-SA', 'th-TH' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            $null = New-ResamaniaContact -Email "day-$_@email.tld" @person -BirthDate ([datetime]::new(1990, 4, 1, 23, 59, 0, [DateTimeKind]::Local))
        }
        finally { [cultureinfo]::CurrentCulture = $before }
        Get-SentBody | Should -MatchExactly '"birthDate":"1990-04-01"[,}]'
    }

    It 'returns an existing contact for one that is in doubt, with -RetryInDoubt' {
        $journal = Join-Path $TestDrive 'doubt.jsonl'
        $row = @{ Email = 'doubt@email.tld'; BirthDate = '2000-12-31'; Journal = $journal } + $person
        Set-Fault $server @{ match = @{ method = 'POST'; path = 'contacts$' }; times = 1; fault = @{ kind = 'reset'; at = 'afterAct' } }
        New-ResamaniaContact @row -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'InDoubt,TrainingApis.Cmdlets.Resamania.NewResamaniaContactCommand'
        New-ResamaniaContact @row -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'InDoubt,TrainingApis.Cmdlets.Resamania.NewResamaniaContactCommand'
        $found = New-ResamaniaContact @row -RetryInDoubt
        $found.FromJournal | Should -BeTrue
        $found.Email | Should -BeExactly 'doubt@email.tld'
        (New-ResamaniaContact @row).Iri | Should -BeExactly $found.Iri
        @(Get-Sent | Where-Object { $_ -like 'POST*' }) | Should -HaveCount 1
        (Get-TrainingJournal $journal).State | Should -Be 'Succeeded'
    }

    It 'sends the landline and additional fields of the brand' {
        $null = Invoke-Control $server 'resamania' -Method Put -Body @{ requiredFields = @('email', 'landline', 'shoeSize') }
        try {
            New-ResamaniaContact -Email own@email.tld @person -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed[0].Exception.FieldErrors.Keys | Sort-Object | Should -Be 'landline', 'shoeSize'
            Clear-RequestLog $server
            $row = [pscustomobject]@{ Email = 'own@email.tld'; FamilyName = 'DEV'; GivenName = 'Test'; Landline = '0412345678' }
            $contact = $row | New-ResamaniaContact -AdditionalField @{ shoeSize = 42 } -SkipExistenceCheck
            $contact.Landline | Should -Be '0412345678'
            $contact.AdditionalProperties['shoeSize'] | Should -Be '42'
            Get-SentBody | Should -BeExactly '{"familyName":"DEV","givenName":"Test","email":"own@email.tld","landline":"0412345678","shoeSize":42}'
        }
        finally { $null = Invoke-Control $server 'resamania' -Method Put -Body @{ requiredFields = @('familyName', 'givenName', 'birthDate', 'email') } }
    }

    It 'refuses an additional field that has a parameter: <_>' -ForEach 'mobile', 'BirthDate', 'address' {
        New-ResamaniaContact -Email own@email.tld @person -AdditionalField @{ $_ = 'x' } -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'InvalidArgument,TrainingApis.Cmdlets.Resamania.NewResamaniaContactCommand'
        "$failed" | Should -Be "-AdditionalField must not contain '$_', which has a parameter of its own. Nothing was sent."
        @(Get-Sent) | Should -HaveCount 0
    }

    It 'treats another additional field as another change' {
        $journal = Join-Path $TestDrive 'fields.jsonl'
        $row = @{ Email = 'fields@email.tld'; BirthDate = '2000-12-31'; Journal = $journal; SkipExistenceCheck = $true } + $person
        $null = New-ResamaniaContact @row -AdditionalField @{ externalId = 'A' }
        $null = New-ResamaniaContact @row -AdditionalField @{ externalId = 'A' }
        New-ResamaniaContact @row -AdditionalField @{ externalId = 'B' } -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Conflict,*'
        @(Get-Sent | Where-Object { $_ -like 'POST*' }) | Should -HaveCount 2
    }

    It 'sends nothing with -WhatIf, and masks the e-mail' {
        New-ResamaniaContact -Email 'what@email.tld' @person -WhatIf
        @(Get-Sent) | Should -HaveCount 0
    }
}
