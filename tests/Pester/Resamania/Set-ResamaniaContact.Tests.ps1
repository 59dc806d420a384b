Describe 'Set-ResamaniaContact' {
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
        Clear-RequestLog $server
    }

    It 'sends only the given fields of a piped-in contact' {
        $contact = Get-ResamaniaContact -Id 12345
        Clear-RequestLog $server
        $contact | Set-ResamaniaContact -GivenName Zoé | Should -BeNullOrEmpty
        Get-Sent | Should -Be 'PUT contacts/12345'
        Get-SentBody | Should -BeExactly '{"givenName":"Zoé"}'
    }

    It 'clears a field given as $null and does not send an empty one' {
        $contact = Set-ResamaniaContact 12345 -Gender $null -Supplement $null -GivenName Ana -FamilyName '' -PassThru
        $contact.GivenName | Should -BeExactly 'Ana'
        Get-SentBody | Should -BeExactly '{"givenName":"Ana","gender":null,"address":{"supplement":null}}'
    }

    It 'accepts rows, and does not send an empty cell' {
        [pscustomobject]@{ Id = '12345'; GivenName = 'Bo'; Mobile = ''; BirthDate = '' } | Set-ResamaniaContact
        Get-SentBody | Should -BeExactly '{"givenName":"Bo"}'
    }

    It 'sends the landline and additional fields of the brand; $null clears' {
        Set-ResamaniaContact 12345 -Landline 0412345678 -AdditionalField @{ externalId = 'E-1' }
        Set-ResamaniaContact 12345 -Landline $null -AdditionalField @{ externalId = $null }
        Get-ResamaniaContact -Id 12345 | Set-ResamaniaContact -AdditionalField @{ goalIds = '/demoapi/goals/1', '/demoapi/goals/2' }
        [pscustomobject]@{ Id = '12345'; Landline = '0498765432' } | Set-ResamaniaContact
        Get-SentBody | Should -BeExactly '{"landline":"0412345678","externalId":"E-1"}', '{"landline":null,"externalId":null}', '{"goalIds":["/demoapi/goals/1","/demoapi/goals/2"]}', '{"landline":"0498765432"}'
    }

    It 'refuses <name>, and nothing is sent' -ForEach @(
        @{ name = 'an additional field that has a parameter'; call = { Set-ResamaniaContact 12345 -AdditionalField @{ Landline = '1' } -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
        @{ name = 'a call without a field'; call = { Set-ResamaniaContact 12345 -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
        @{ name = 'a club'; call = { Get-ResamaniaClub 1 | Set-ResamaniaContact -GivenName X -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
        @{ name = 'an IRI of a club'; call = { Set-ResamaniaContact /demoapi/clubs/1 -GivenName X -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
    ) {
        & $call
        $failed.FullyQualifiedErrorId | Should -BeExactly 'InvalidArgument,TrainingApis.Cmdlets.Resamania.SetResamaniaContactCommand'
        @(Get-Sent | Where-Object { $_ -like 'PUT*' }) | Should -HaveCount 0
    }
}
