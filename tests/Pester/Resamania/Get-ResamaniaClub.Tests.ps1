Describe 'Get-ResamaniaClub' {
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

    It 'reads all' {
        $all = Get-ResamaniaClub
        $all.Count | Should -BeGreaterThan 1
        $all[0].GetType().FullName | Should -BeExactly 'TrainingApis.Resamania.Club'
        $all | ForEach-Object { $_.Name | Should -Not -BeNullOrEmpty; $_.Iri | Should -BeLike '/demoapi/clubs/*' }
        Get-Sent | Should -Be 'GET clubs'
    }

    It 'reads those of the chain with -Network' {
        @(Get-ResamaniaClub -Network).Count | Should -BeGreaterThan 1
        Get-Sent | Should -Be 'GET network/clubs'
    }

    It 'reads by number, by IRI, from the pipeline, and a piped-in club' {
        $found = @(Get-ResamaniaClub 1; '/demoapi/clubs/1' | Get-ResamaniaClub; Get-ResamaniaClub 1 | Get-ResamaniaClub)
        $found.Id | Should -Be '1', '1', '1'
        Get-Sent | Should -Be (@('GET clubs/1') * 4)
    }

    Context 'Paging' {
        BeforeAll { $null = Invoke-Control $server 'resamania' -Method Put -Body @{ pageSize = 3; maximumPageSize = 3 } }
        AfterAll { $null = Invoke-Control $server 'resamania' -Method Put -Body @{ pageSize = 30; maximumPageSize = 100 } }

        It 'requests only the pages that are needed' {
            $all = @(Get-ResamaniaClub -Network)
            $all.Id | Select-Object -Unique | Should -HaveCount 8
            @(Get-Sent).Count | Should -Be 3
            Clear-RequestLog $server
            (Get-ResamaniaClub -Network -First 4).Id | Should -Be $all.Id[0..3]
            @(Get-Sent).Count | Should -Be 2
            Clear-RequestLog $server
            @(Get-ResamaniaClub -Network -First 0).Count | Should -Be 0
            Get-Sent | Should -BeNullOrEmpty
            (Get-ResamaniaClub -Network -Skip 5 -First 2).Id | Should -Be $all.Id[5..6]
        }

        It 'emits the total' {
            $total, $item = Get-ResamaniaClub -Network -First 1 -IncludeTotalCount
            "$total" | Should -Be 8
            @($item).Count | Should -Be 1
            @(Get-Sent).Count | Should -Be 1
        }

        It 'emits the items of the pages that arrived, and an error, if the list is incomplete' {
            Set-Fault $server @{ match = @{ path = 'page=2' }; fault = @{ kind = 'replaceText'; find = '"hydra:member":\[.*?\],"hydra:totalItems"'; with = '"hydra:member":[],"hydra:totalItems"' } }
            @(Get-ResamaniaClub -Network -ErrorVariable failed -ErrorAction SilentlyContinue).Count | Should -Be 3
            $failed.FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
        }

        It 'refuses paging for clubs read by ID' {
            Get-ResamaniaClub 1 -First 1 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        }
    }

    It 'reports one that does not exist and continues' {
        ('99999', '1' | Get-ResamaniaClub -ErrorVariable failed -ErrorAction SilentlyContinue).Id | Should -Be '1'
        $failed.FullyQualifiedErrorId | Should -BeExactly 'NotFound,TrainingApis.Cmdlets.Resamania.GetResamaniaClubCommand'
    }
}
