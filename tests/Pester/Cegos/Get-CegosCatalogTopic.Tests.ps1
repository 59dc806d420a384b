Describe 'Get-CegosCatalogTopic' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $connection = Connect-TestCegos $server @{ PassThru = $true }
        $path = '/cegos/catalog/v1/CatalogTopics'
        $id = 'TrainingApis.Cmdlets.Cegos.GetCegosCatalogTopicCommand'
        $topics = Get-CegosCatalogTopic
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    It 'emits every topic, depth first in Order, each directly followed by its subtopics' {
        $topics | Should -HaveCount 144
        $topics[0].GetType().FullName | Should -BeExactly 'TrainingApis.Cegos.CatalogTopic'
        $topics[0..4] | ForEach-Object { '{0} {1} {2} {3} {4} {5}' -f $_.CatalogId, $_.Year, $_.Id, $_.Depth, $_.ParentId, $_.Path } | Should -Be @(
            '92446 2025 924470 0  Achats'
            '92446 2025 925040 1 924470 Achats > Management et métiers des achats'
            '92446 2025 925050 2 925040 Achats > Management et métiers des achats > Management des achats'
            "92446 2025 925060 2 925040 Achats > Management et métiers des achats > Métier d'acheteur"
            '92446 2025 925070 2 925040 Achats > Management et métiers des achats > Achats responsables')
        $topics.Year | Sort-Object -Unique | Should -Be 2025, 2026
        foreach ($siblings in $topics | Group-Object CatalogId, ParentId) {
            $siblings.Group.Order | Should -Be ($siblings.Group.Order | Sort-Object) -Because "the children of $($siblings.Name) are in order"
        }
        $expected = foreach ($root in Get-CegosCatalogTopic -Tree) { foreach ($topic in $root.SelfAndDescendants()) { $topic.Id } }
        $topics.Id -join ',' | Should -BeExactly ($expected -join ',')
    }

    It 'sends one request for all topics' {
        $null = Get-CegosCatalogTopic
        $request = @(Get-RequestLog $server)
        $request | Should -HaveCount 1
        $request[0].method, $request[0].target, $request[0].body | Should -Be 'GET', $path, ''
    }

    It 'emits only the roots with -Tree, with their subtopics inside' {
        $roots = Get-CegosCatalogTopic -Tree
        $roots | Should -HaveCount 16
        $roots.Depth | Sort-Object -Unique | Should -Be 0
        $roots[0].SubTopics[0].Label | Should -BeExactly 'Management et métiers des achats'
        $roots[0].SubTopics[0].SubTopics[2].Path | Should -BeExactly 'Achats > Management et métiers des achats > Achats responsables'
        $roots[0].SubTopics[0].SubTopics[2].SubTopics.Count | Should -Be 0 -Because 'null at a leaf is an empty list'
    }

    It 'accepts <how> and reads once' -ForEach @(
        @{ how = 'a number'; from = { Get-CegosCatalogTopic 95310 } }
        @{ how = 'text from the pipeline'; from = { '95310' | Get-CegosCatalogTopic } }
        @{ how = 'a number from the pipeline'; from = { 95310 | Get-CegosCatalogTopic } }
        @{ how = 'a catalogue'; from = { Get-CegosCatalog 95310 | Get-CegosCatalogTopic } }
        @{ how = 'a row'; from = { [pscustomobject]@{ CatalogId = '95310' } | Get-CegosCatalogTopic } }
    ) {
        $found = & $from
        $found | Should -HaveCount 72
        $found.CatalogId | Sort-Object -Unique | Should -Be 95310
        (Get-RequestLog $server '*Topics*').target | Should -Be $path
    }

    It 'binds the catalogue of a topic, not its own ID' {
        ($topics[4] | Get-CegosCatalogTopic -Tree).CatalogId | Sort-Object -Unique | Should -Be 92446
    }

    It 'reads once for many catalogues, reports those without topics and continues' {
        $found = 27724, 95310, 5, 92446 | Get-CegosCatalogTopic -Tree -ErrorVariable failed -ErrorAction SilentlyContinue
        $found.Year | Should -Be (@(2026) * 8 + @(2025) * 8)
        $failed.FullyQualifiedErrorId | Should -Be "NotFound,$id", "NotFound,$id"
        $failed.TargetObject | Should -Be 27724, 5
        (Get-RequestLog $server).target | Should -Be $path
    }

    It 'refuses a centre, a date and 2.5 and continues' {
        $found = (Get-CegosCenter 679), (Get-Date), '2.5', 95310 | Get-CegosCatalogTopic -Tree -ErrorVariable failed -ErrorAction SilentlyContinue
        $found | Should -HaveCount 8
        $failed.FullyQualifiedErrorId | Should -Be "InputObjectNotBound,$id", "InputObjectNotBound,$id", "ParameterArgumentTransformationError,$id"
    }

    It 'requests nothing if nothing is piped in' {
        @() | Get-CegosCatalogTopic
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    Context 'Contradictions in the vendor''s documents' {
        It 'reads the single object of a catalogue of one year, as documented' {
            $small = Start-SandboxServer '--products', '7'
            try {
                $other = Connect-TestCegos $small @{ Name = 'Small'; PassThru = $true }
                $found = Get-CegosCatalogTopic -Connection $other
                $found | Should -HaveCount 72
                $found.Year | Sort-Object -Unique | Should -Be 2025
                Disconnect-TrainingApi -Connection $other
            }
            finally { Stop-SandboxServer $small }
        }

        It 'reads data as a single object with members of any type' {
            Set-Fault $server @{ match = @{ path = 'Topics' }; fault = @{ kind = 'replaceBody'; body = '{"data":{"catalogId":1,"year":2025,"topics":[
                {"id":3,"label":"B","order":2,"subTopics":null},{"id":2,"label":"A","order":1,"subTopics":[{"id":4,"label":"C","order":"1"}]}]}}' } }
            $found = Get-CegosCatalogTopic
            $found.Path | Should -Be 'A', 'A > C', 'B'
            $found.Order | Should -Be 1, 1, 2
            $found.CatalogId | Should -Be 1, 1, 1
        }

        It 'reads a single topic as a list of one, and sorts one without order last' {
            Set-Fault $server @{ match = @{ path = 'Topics' }; fault = @{ kind = 'replaceBody'; body = '{"data":[{"catalogId":1,"year":2025,"topics":{"id":2,"label":"A","subTopics":[{"id":3,"label":"X"},{"id":4,"label":"Y","order":9}]}}]}' } }
            (Get-CegosCatalogTopic).Path | Should -Be 'A', 'A > Y', 'A > X'
        }

        It 'is UnexpectedResponse for <what>' -ForEach @(
            @{ what = 'a topic without id, however deep'; body = '{"data":{"catalogId":1,"topics":[{"id":1,"subTopics":[{"label":"x"}]}]}}' }
            @{ what = 'a year without topics'; body = '{"data":{"catalogId":1,"year":2025}}' }
        ) {
            Set-Fault $server @{ match = @{ path = 'Topics' }; fault = @{ kind = 'replaceBody'; body = $body } }
            Get-CegosCatalogTopic -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeExactly "UnexpectedResponse,$id"
        }

        It 'sends the request to the path of -Route' {
            $other = Connect-TestCegos $server @{ Name = 'Other'; Route = @{ Topics = 'GET v1/CatalogsTopics' }; PassThru = $true }
            $null = Invoke-Control $server 'cegos' -Method Put -Body @{ routes = @{ Topics = 'GET v1/CatalogsTopics' } }
            Clear-RequestLog $server
            Get-CegosCatalogTopic -Connection $other | Should -HaveCount 144
            Get-CegosCatalogTopic -Connection $connection -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed.FullyQualifiedErrorId | Should -BeExactly "NotFound,$id"
            (Get-RequestLog $server).target | Should -Be '/cegos/catalog/v1/CatalogsTopics', $path
            $null = Invoke-Control $server 'cegos' -Method Put -Body @{ routes = @{ Topics = 'GET v1/CatalogTopics' } }
            Disconnect-TrainingApi -Connection $other
        }
    }

    It 'is a table that shows depth, also after CliXml' {
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($topics[0..2], 1))
        foreach ($things in $topics[0..2], $back) {
            (($things | Out-String -Width 120) -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ }) -join "`n" | Should -BeExactly (@'
CatalogId  Year        Id Label
---------  ----        -- -----
    92446  2025    924470 Achats
    92446  2025    925040   Management et métiers des achats
    92446  2025    925050     Management des achats
'@ -replace '\r')
        }
    }

    It 'exports to CSV with no type name in any cell, with and without -Tree' {
        $text = @($topics | ConvertTo-Csv) + @(Get-CegosCatalogTopic -Tree | ConvertTo-Csv)
        $text -match 'System\.|TrainingApis\.|`\d\[' | Should -BeNullOrEmpty
        ($text | ConvertFrom-Csv)[0].SubTopics | Should -BeExactly 'Management et métiers des achats; Négociation achats'
    }
}
