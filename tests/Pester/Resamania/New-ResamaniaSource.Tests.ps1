Describe 'New-ResamaniaSource' {
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

    It 'creates a source' {
        $source = New-ResamaniaSource 'Été 2026'
        $source.Name, $source.FromJournal | Should -Be 'Été 2026', $false
        $source.Iri | Should -BeLike '/demoapi/referentials/sources/*'
        Get-Sent | Should -Be 'POST referentials/sources'
        Get-SentBody | Should -BeExactly '{"name":"Été 2026"}'
    }

    It 'creates it once with a journal' {
        $journal = Join-Path $TestDrive 'source.jsonl'
        $first, $second = (New-ResamaniaSource Once -Journal $journal), (New-ResamaniaSource Once -Journal $journal)
        $second.Iri, $second.FromJournal | Should -Be $first.Iri, $true
        @(Get-Sent) | Should -HaveCount 1
    }

    It 'does not bind the name of an object of another type' {
        Get-ResamaniaClub 1 | New-ResamaniaSource -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'InvalidArgument,TrainingApis.Cmdlets.Resamania.NewResamaniaSourceCommand'
        Get-Sent | Should -Be 'GET clubs/1'
    }
}
