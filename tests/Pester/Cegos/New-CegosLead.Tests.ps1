# New-CegosLead over real HTTP.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    $dupont = [pscustomobject]@{ Civility = 'Mr'; Emailing = 'oui'; LastName = 'Dupont'; FirstName = 'Jean'; Email = 'jean.dupont@example.com' }
}
AfterAll { Stop-SandboxServer $server }

Describe 'New-CegosLead' {
    BeforeEach { Reset-TestCegos $server }

    It 'sends all fields in the documented order and of the documented types' {
        $null = New-CegosLead -Civility Mrs -Emailing $true -LastName 'Müller' -FirstName "Anne d'Or" -PhoneNumber +33123456789 -Email anne@example.com -CompanyName 'R&D' -EstablishmentName Siège `
            -Siren 012345678 -Siret 01234567800012 -Address '1 rue <x>' -PostalCode 01000 -City Bourg -Country FR -PositionCode P1 -ActivityCode A1 -UserWebId W1 -Type PROSPECT
        $sent = @(Get-SentChange $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target, $sent.headers.'Content-Type' | Should -BeExactly 'POST', '/cegos/registration/v1/Leads', 'application/json'
        $sent.body | Should -BeExactly ('{"civility":2,"emailing":1,"lastName":"Müller","firstName":"Anne d''Or","phoneNumber":"+33123456789","email":"anne@example.com","companyName":"R&D",' +
            '"establishmentName":"Siège","siren":"012345678","siret":"01234567800012","address":"1 rue <x>","postalCode":"01000","city":"Bourg","country":"FR","positionCode":"P1",' +
            '"activityCode":"A1","userWebId":"W1","type":"PROSPECT"}')
    }

    It 'accepts civility by name or number, and emailing in words: <Civility>, <Emailing>' -ForEach @(
        @{ Civility = 'Mr'; Emailing = 'oui'; Numbers = '"civility":1,"emailing":1' }
        @{ Civility = 'mrs'; Emailing = 'NON'; Numbers = '"civility":2,"emailing":0' }
        @{ Civility = '0'; Emailing = '0'; Numbers = '"civility":0,"emailing":0' }
        @{ Civility = 12; Emailing = 1; Numbers = '"civility":12,"emailing":1'; Company = 'R&D' }
        @{ Civility = 'HeadOffice'; Emailing = $false; Numbers = '"civility":8,"emailing":0'; Company = 'R&D' }
        @{ Civility = 'SubsidiaryCompany'; Emailing = 'vrai'; Numbers = '"civility":12,"emailing":1'; Company = 'R&D' }
    ) {
        $row = $dupont.PSObject.Copy()
        $row.Civility, $row.Emailing = $Civility, $Emailing
        if ($Company) { $row | Add-Member CompanyName $Company }
        $null = $row | New-CegosLead
        $company = $Company ? ',"companyName":"R&D"' : ''
        (Get-SentChange $server).body | Should -BeExactly "{$Numbers,""lastName"":""Dupont"",""firstName"":""Jean"",""email"":""jean.dupont@example.com""$company}"
    }

    It 'refuses civility 3' {
        $row = $dupont.PSObject.Copy()
        $row.Civility = '3'
        $row, $dupont | New-CegosLead -ErrorVariable failed -ErrorAction SilentlyContinue | Should -HaveCount 1
        $failed | Get-ErrorId | Should -BeExactly 'ParameterArgumentTransformationError'
        $failed.Exception.Message | Should -BeExactly ("Cannot process argument transformation on parameter 'Civility'. '3' cannot be read as one of Unknown, Mr, Mrs, Company, Group, Branch, Business, " +
            'HeadOffice, SecondaryEstablishment, Particular, NonHeadquarteredEstablishment, SubsidiaryCompany.')
    }

    It 'emits the lead, whose ID New-CegosRegistration accepts' {
        $lead = $dupont | New-CegosLead
        $lead | Should -BeOfType TrainingApis.Cegos.LeadResult
        $lead | Select-Object * | ConvertTo-Json -Compress | Should -BeExactly '{"Id":"LEAD_SAP_456789","Code":"SUCCESS","Message":"Lead created successfully in SAP CRM","Email":"jean.dupont@example.com","TraineeCrmId":"LEAD_SAP_456789","TraineeCrmIsLead":true,"FromJournal":false}'
        "$lead" | Should -BeExactly 'LEAD_SAP_456789'
    }

    It 'is an error with the vendor''s reason on <_>, and the next row continues' -ForEach 200, 400 {
        Set-CegosControl $server @{ refusalStatus = $_ }
        $bad = $dupont.PSObject.Copy()
        $bad.Email = 'not an address'
        $bad, $dupont | New-CegosLead -ErrorVariable failed -ErrorAction SilentlyContinue | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -BeExactly 'Rejected,TrainingApis.Cmdlets.Cegos.NewCegosLeadCommand'
        $failed.Exception.Reason, $failed.Exception.StatusCode, $failed.Exception.Code | Should -Be 'Email format is invalid', $_, 'ERROR'
        $failed.TargetObject | Should -Be $bad
        $failed.Exception.Message | Should -Not -Match 'not an address|Dupont'
    }

    It 'is InDoubt if the response has no ID' {
        Set-Fault $server @{ match = @{ path = 'Leads' }; fault = @{ kind = 'replaceBody'; body = '{"code":"SUCCESS","reason":null,"id":null}' } }
        $dupont | New-CegosLead -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Get-ErrorId | Should -BeExactly 'InDoubt'
        @((Get-CegosState $server).leads).Count | Should -Be 1
    }

    It 'requires <_> and reports it without a request; the next row continues' -ForEach 'Civility', 'Emailing', 'LastName', 'FirstName', 'Email' {
        $without = $dupont | Select-Object * -ExcludeProperty $_
        $empty = $dupont.PSObject.Copy()
        $empty.$_ = ''
        $without, $empty, $dupont | New-CegosLead -ErrorVariable failed -ErrorAction SilentlyContinue | Should -HaveCount 1
        $failed | Get-ErrorId | Should -Match ($_ -in 'Civility', 'Emailing' ? '^(InputObjectMissingMandatory|ParameterArgumentValidationError((EmptyString|Null)NotAllowed)?)$' : '^InvalidArgument$')
        $failed.Count | Should -Be 2
        @(Get-SentChange $server).Count | Should -Be 1
    }

    It 'does not show name or address with -WhatIf, -Confirm and -Verbose' {
        foreach ($switch in '-WhatIf', '-Confirm', '-Verbose') {
            $started = Start-Shell ([scriptblock]::Create("param(`$c, `$row) `$row | New-CegosLead -Connection `$c $switch")) (Get-TrainingApiConnection), $dupont
            $said = Wait-Shell $started
            $text = @($said.Lines) + @($said.Questions) + @($said.Verbose) -join "`n"
            $text | Should -BeLike '*Create lead j…@example.com*'
            $text | Should -Not -Match 'dupont|jean'
        }
    }

    It 'masks all of an e-mail that is not an address' {
        $row = $dupont.PSObject.Copy()
        $row.Email = 'Dupont'
        (Wait-Shell (Start-Shell { param($c, $row) $row | New-CegosLead -Connection $c -WhatIf } (Get-TrainingApiConnection), $row)).Lines |
            Should -BeExactly 'What if: Create lead ….'
    }

    It 'returns the lead of an earlier run from the journal' {
        $journal = Join-Path $TestDrive 'leads.jsonl'
        $first = $dupont | New-CegosLead -Journal $journal
        $again = $dupont | New-CegosLead -Journal $journal
        $again | Select-Object * | ConvertTo-Json -Compress | Should -BeExactly "{""Id"":""$($first.Id)"",""Code"":null,""Message"":null,""Email"":""jean.dupont@example.com"",""TraineeCrmId"":""$($first.Id)"",""TraineeCrmIsLead"":true,""FromJournal"":true}"
        @(Get-SentChange $server).Count | Should -Be 1
        Get-Content $journal -Raw | Should -Not -Match 'dupont|jean|example'
    }
}
