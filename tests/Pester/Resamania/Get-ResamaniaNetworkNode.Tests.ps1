Describe 'Get-ResamaniaNetworkNode' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $null = Connect-TestResamania $server
        function Get-Sent { Get-RequestLog $server '*demoapi*' | Where-Object target -NotLike '*/token' | ForEach-Object { "$($_.method) $($_.target -replace '^/resamania/demoapi/')" } }
        function Set-Resamania([hashtable] $Setting) { $null = Invoke-Control $server 'resamania' -Method Put -Body $Setting }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Set-Resamania @{ nestedNodes = $false; pageSize = 30; maximumPageSize = 100 }
        Clear-RequestLog $server
    }

    It 'reads the whole tree, the same from both forms' {
        $all = foreach ($shape in 'flat', 'nested') {
            Set-Resamania @{ nestedNodes = $shape -eq 'nested' }
            , @(Get-ResamaniaNetworkNode)
        }
        $all[0][0].GetType().FullName | Should -BeExactly 'TrainingApis.Resamania.NetworkNode'
        $all[0].Id | Should -Be '1433', '1434', '1440', '1441', '1442', '1435', '1443', '1444', '1438', '1445', '1446'
        $all[1] | ConvertTo-Json | Should -BeExactly ($all[0] | ConvertTo-Json)
        $mediterranee = $all[0][1]
        $mediterranee.Name, $mediterranee.Alias, $mediterranee.Type, $mediterranee.ClubId, $mediterranee.Parent | Should -Be 'Franchise Méditerranée', 'mediterranee', 'franchise', $null, '/demoapi/network_nodes/1433'
        $mediterranee.Children | Should -Be '/demoapi/network_nodes/1440', '/demoapi/network_nodes/1441', '/demoapi/network_nodes/1442'
        Get-Sent | Should -Be 'GET network_nodes', 'GET network_nodes'
    }

    It 'reads those of a club, by number or IRI' {
        (Get-ResamaniaNetworkNode -ClubId 1356).Id | Should -Be '1438'
        (Get-ResamaniaNetworkNode -ClubId /demoapi/clubs/1356).Id | Should -Be '1438'
        Get-ResamaniaNetworkNode -ClubId 99 | Should -BeNullOrEmpty
        Get-Sent | Should -Be (@('GET network_nodes?clubId=%2Fdemoapi%2Fclubs%2F1356') * 2 + 'GET network_nodes?clubId=%2Fdemoapi%2Fclubs%2F99')
        Get-ResamaniaNetworkNode -ClubId /demoapi/contacts/1 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeExactly 'InvalidArgument,TrainingApis.Cmdlets.Resamania.GetResamaniaNetworkNodeCommand'
    }

    It 'reads by number, by IRI, from the pipeline, and a piped-in node: <_>' -ForEach 'flat', 'nested' {
        Set-Resamania @{ nestedNodes = $_ -eq 'nested' }
        $found = @(Get-ResamaniaNetworkNode 1434; '/demoapi/network_nodes/1434' | Get-ResamaniaNetworkNode; Get-ResamaniaNetworkNode 1434 | Get-ResamaniaNetworkNode)
        $found.Id | Should -Be '1434', '1434', '1434'
        $found[0].Children.Count | Should -Be 3
        Get-Sent | Should -Be (@('GET network_nodes/1434') * 4)
        ($found[0].Children | Get-ResamaniaNetworkNode).Name | Should -Be 'Forme & Santé Toulon', 'Forme & Santé Nice', 'L''Atelier du Mouvement'
    }

    It 'reports one that does not exist and continues' {
        ('99999', '1433' | Get-ResamaniaNetworkNode -ErrorVariable failed -ErrorAction SilentlyContinue).Id | Should -Be '1433'
        $failed.FullyQualifiedErrorId | Should -BeExactly 'NotFound,TrainingApis.Cmdlets.Resamania.GetResamaniaNetworkNodeCommand'
        "$failed" | Should -BeLike 'Cannot read network node 99999: *'
    }

    It 'requests only the pages that are needed' {
        Set-Resamania @{ pageSize = 4; maximumPageSize = 4 }
        $all = @(Get-ResamaniaNetworkNode)
        $all.Id | Select-Object -Unique | Should -HaveCount 11
        @(Get-Sent).Count | Should -Be 3
        Clear-RequestLog $server
        (Get-ResamaniaNetworkNode -First 3).Id | Should -Be $all.Id[0..2]
        @(Get-Sent).Count | Should -Be 1
        (Get-ResamaniaNetworkNode -Skip 3 -First 3).Id | Should -Be $all.Id[3..5]
        (Get-ResamaniaNetworkNode -Skip 10).Id | Should -Be $all.Id[10]
        Get-ResamaniaNetworkNode -Skip 20 | Should -BeNullOrEmpty
    }

    It 'counts all nodes, not only the roots: <shape>' -ForEach @{ shape = 'flat'; total = 'Total count: 11' }, @{ shape = 'nested'; total = 'Unknown total count' } {
        Set-Resamania @{ nestedNodes = $shape -eq 'nested' }
        $count, $nodes = @(Get-ResamaniaNetworkNode -Skip 1 -First 2 -IncludeTotalCount)
        $count.ToString() | Should -Be $total
        @($nodes).Id | Should -Be '1434', '1440'
    }

    It 'refuses paging for nodes read by ID' {
        Get-ResamaniaNetworkNode 1433 -First 1 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
    }
}
