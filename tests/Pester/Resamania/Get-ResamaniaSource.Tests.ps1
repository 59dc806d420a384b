Describe 'Get-ResamaniaSource' {
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
        $all = Get-ResamaniaSource
        $all.Count | Should -BeGreaterThan 1
        $all[0].GetType().FullName | Should -BeExactly 'TrainingApis.Resamania.Source'
        $all | ForEach-Object { $_.Name | Should -Not -BeNullOrEmpty; $_.Iri | Should -BeLike '/demoapi/referentials/sources/*' }
        Get-Sent | Should -Be 'GET referentials/sources?archived=false'
    }

    It 'reads them with -IncludeArchived' {
        @(Get-ResamaniaSource -IncludeArchived).Count | Should -BeGreaterThan 1
        Get-Sent | Should -Be 'GET referentials/sources'
    }

    It 'reads by number, by IRI, from the pipeline, and one that is piped in' {
        $found = @(Get-ResamaniaSource 2; '/demoapi/referentials/sources/2' | Get-ResamaniaSource; Get-ResamaniaSource 2 | Get-ResamaniaSource)
        $found.Id | Should -Be '2', '2', '2'
        Get-Sent | Should -Be (@('GET referentials/sources/2') * 4)
    }

    It 'reports what does not exist and goes on' {
        ('99999', '2' | Get-ResamaniaSource -ErrorVariable failed -ErrorAction SilentlyContinue).Id | Should -Be '2'
        $failed.FullyQualifiedErrorId | Should -BeExactly 'NotFound,TrainingApis.Cmdlets.Resamania.GetResamaniaSourceCommand'
    }
}
