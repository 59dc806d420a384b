Describe 'Get-ResamaniaContact' {
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

    It 'finds an e-mail in the club, with an encoded plus, with key, token and context' {
        $contact = Get-ResamaniaContact 'john+test@email.tld'
        $contact.Id, $contact.Iri, $contact.Number | Should -Be '2974221', '/demoapi/contacts/2974221', 'C2974221'
        $contact.State, $contact.ClubId | Should -Be 'prospect', '/demoapi/clubs/1'
        $contact.GetType().FullName | Should -BeExactly 'TrainingApis.Resamania.Contact'
        Get-Sent | Should -Be 'GET contacts?email=john%2Btest%40email.tld'
        $headers = (Get-RequestLog $server)[0].headers
        $headers.'x-gravitee-api-key', $headers.'x-user-club-id', $headers.'x-user-network-node-id' | Should -Be 'sandbox-gateway-key', '/demoapi/clubs/1', '/demoapi/network_nodes/1433'
        $headers.Accept | Should -BeExactly 'application/json, text/plain, */*'
        $headers.Authorization | Should -Match '^Bearer \S+$'
    }

    It 'searches the chain with -Network, and the documented pipeline works' {
        $found = Get-ResamaniaContact -Email 'john+test@email.tld' -Network | Where-Object State -eq prospect
        $found.Id | Should -Be '2974221'
        $found.Email | Should -BeNullOrEmpty
        Get-Sent | Should -Be 'GET network/contact_search?email=john%2Btest%40email.tld'
    }

    It 'emits nothing for an unknown e-mail, from text and from rows' {
        'a@b.tld', 'c@d.tld' | Get-ResamaniaContact | Should -BeNullOrEmpty
        [pscustomobject]@{ Email = 'e@f.tld' } | Get-ResamaniaContact | Should -BeNullOrEmpty
        Get-Sent | Should -Be 'GET contacts?email=a%40b.tld', 'GET contacts?email=c%40d.tld', 'GET contacts?email=e%40f.tld'
    }

    It 'reads by number, by IRI, and a piped-in contact' {
        (Get-ResamaniaContact -Id 12345, '/demoapi/contacts/2').Id | Should -Be '12345', '2'
        (Get-ResamaniaContact -Id 12345 | Get-ResamaniaContact).Id | Should -Be '12345'
        Get-Sent | Should -Be 'GET contacts/12345', 'GET contacts/2', 'GET contacts/12345', 'GET contacts/12345'
    }

    It 'reads all pages one after the other, and only those that are needed' {
        $all = Get-ResamaniaContact
        $all | Should -HaveCount 61
        Get-Sent | Should -HaveCount 3
        Clear-RequestLog $server
        (Get-ResamaniaContact -First 2 -Skip 31).Id | Should -Be $all[31..32].Id
        Get-Sent | Should -Be 'GET contacts?page=2&itemsPerPage=30'
        (Get-ResamaniaContact -First 1 -IncludeTotalCount)[0].ToString() | Should -BeExactly 'Total count: 61'
    }

    It 'reports an ID that does not exist and continues; a club is refused' {
        (Get-ResamaniaContact -Id 999, 2 -ErrorVariable failed -ErrorAction SilentlyContinue).Id | Should -Be '2'
        $failed.FullyQualifiedErrorId | Should -BeExactly 'NotFound,TrainingApis.Cmdlets.Resamania.GetResamaniaContactCommand'
        $failed.TargetObject | Should -Be '999'
        $club = Get-ResamaniaClub 1
        Clear-RequestLog $server
        $club | Get-ResamaniaContact -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'ParameterArgumentTransformationError,TrainingApis.Cmdlets.Resamania.GetResamaniaContactCommand'
        @(Get-Sent) | Should -HaveCount 0
    }
}
