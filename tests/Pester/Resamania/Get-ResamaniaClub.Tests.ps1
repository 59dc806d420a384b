Describe 'Get-ResamaniaClub' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $null = Connect-TestResamania $server
        function Get-Sent { Get-WireLog $server '*demoapi*' | Where-Object target -notlike '*/token' | ForEach-Object { "$($_.method) $($_.target -replace '^/resamania/demoapi/')" } }
        function Get-SentBody { (Get-WireLog $server | Where-Object method -in 'POST', 'PUT' | Where-Object target -notlike '*/token').body }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-WireLog $server
    }

    It 'reads all' {
        $all = Get-ResamaniaClub
        $all.Count | Should -BeGreaterThan 1
        $all[0].GetType().FullName | Should -BeExactly 'TrainingApis.Resamania.Club'
        $all | ForEach-Object { $_.Name | Should -Not -BeNullOrEmpty; $_.Iri | Should -BeLike '/demoapi/clubs/*' }
        Get-Sent | Should -Be 'GET clubs'
    }

    It 'reads them with -Network' {
        @(Get-ResamaniaClub -Network).Count | Should -BeGreaterThan 1
        Get-Sent | Should -Be 'GET network/clubs'
    }

    It 'reads by number, by IRI, from the pipeline, and one that is piped in' {
        $found = @(Get-ResamaniaClub 1; '/demoapi/clubs/1' | Get-ResamaniaClub; Get-ResamaniaClub 1 | Get-ResamaniaClub)
        $found.Id | Should -Be '1', '1', '1'
        Get-Sent | Should -Be (@('GET clubs/1') * 4)
    }

    It 'reports what does not exist and goes on' {
        ('99999', '1' | Get-ResamaniaClub -ErrorVariable failed -ErrorAction SilentlyContinue).Id | Should -Be '1'
        $failed.FullyQualifiedErrorId | Should -BeExactly 'NotFound,TrainingApis.Cmdlets.Resamania.GetResamaniaClubCommand'
    }
}
