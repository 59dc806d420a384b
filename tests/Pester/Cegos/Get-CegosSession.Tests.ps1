Describe 'Get-CegosSession' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        Connect-TestCegos $server
        function Get-Target { (Get-RequestLog $server).target }
        function Get-Pages([int[]] $Number) { $Number | ForEach-Object { "/cegos/catalog/v1/Sessions?pageNumber=$_" } }
        $all = Get-CegosSession -ThrottleLimit 16
        $ofFirstTwo = '2025-61072-PAR-001', '2025-00038-001', '2025-61072-PAR-002', '2025-00038-PAR-002', '2025-61072-LYO-003', '2025-00038-003'
        $id = 'TrainingApis.Cmdlets.Cegos.GetCegosSessionCommand'
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    Context 'The list' {
        It 'is all 2,847 sessions, in the order of the pages' {
            $all | Should -HaveCount 2847
            $all[0].GetType().FullName | Should -BeExactly 'TrainingApis.Cegos.Session'
            $all.YearlySessionCode | Sort-Object -Unique | Should -HaveCount 2847
            foreach ($page in 1, 15, 29) {
                (Invoke-TrainingApiRequest Cegos "v1/Sessions?pageNumber=$page").data.yearlySessionCode -join ',' |
                    Should -BeExactly (($all | Select-Object -Skip (100 * ($page - 1)) -First 100).YearlySessionCode -join ',')
            }
        }

        It '-First <first> -Skip <skip> requests pages <pages>' -ForEach @(
            @{ first = 0; skip = 0; pages = @() }
            @{ first = 100; skip = 0; pages = @(1) }
            @{ first = 101; skip = 0; pages = 1, 2 }
            @{ first = 1; skip = 2846; pages = @(29) }
            @{ first = 10; skip = 2847; pages = @(29) }
        ) {
            $sessions = @(Get-CegosSession -First $first -Skip $skip)
            $sessions.YearlySessionCode -join ',' | Should -BeExactly (($all | Select-Object -Skip $skip -First $first).YearlySessionCode -join ',')
            @(Get-Target) | Should -Be @(if ($pages) { Get-Pages $pages })
        }

        It 'emits the total of 2847 with -IncludeTotalCount' {
            $total, $session = Get-CegosSession -First 1 -IncludeTotalCount
            $total.ToString() | Should -BeExactly 'Total count: 2847'
            $session.YearlySessionCode | Should -BeExactly '2025-61072-PAR-001'
            Get-Target | Should -Be (Get-Pages 1)
        }

        It 'reads the parts only with -Hydrate' {
            $plain, $hydrated = (Get-CegosSession -First 1), (Get-CegosSession -First 1 -Hydrate)
            $plain.Parts.Count | Should -Be 0
            $hydrated.Parts.CenterId | Should -Be 'PAR-001', 'PAR-001'
            $hydrated.Parts.ToString() | Should -BeExactly '2025-03-15 09:00 - 17:00; 2025-03-16 09:00 - 17:00'
            Get-Target | Should -Be '/cegos/catalog/v1/Sessions?pageNumber=1', '/cegos/catalog/v1/Sessions?pageNumber=1&hydrate=true'
        }

        It 'is empty if there are none' {
            Set-Fault $server @{ match = @{ path = 'Sessions' }; fault = @{ kind = 'replaceBody'; body = '{"pageNumber":1,"pageSize":100,"totalItems":0,"totalPages":0,"data":[]}' } }
            @(Get-CegosSession -ErrorVariable failed) | Should -HaveCount 0
            $failed | Should -HaveCount 0
        }
    }

    Context 'By code' {
        It 'requests <asked> if <how>' -ForEach @(
            @{ how = 'it is written'; asked = '2025-61072-PAR-001'; from = { Get-CegosSession 2025-61072-PAR-001 } }
            @{ how = 'text is piped'; asked = '2025-61072-PAR-001'; from = { '2025-61072-PAR-001' | Get-CegosSession } }
            @{ how = 'a row is piped'; asked = '2025-61072-PAR-001'; from = { [pscustomobject]@{ YearlySessionCode = '2025-61072-PAR-001' } | Get-CegosSession } }
            @{ how = 'a session is piped: it means itself, not its product'; asked = '2025-61072-PAR-001'; from = { $all[0] | Get-CegosSession } }
            @{ how = 'a code of three groups is written'; asked = '2025-00038-001'; from = { Get-CegosSession 2025-00038-001 } }
        ) {
            $sessions = & $from
            $sessions.YearlySessionCode | Should -BeExactly $asked
            $sessions.Parts.Count | Should -BeGreaterThan 1 -Because 'a single session has its parts'
            Get-Target | Should -Be "/cegos/catalog/v1/Sessions/$asked"
        }

        It 'passes -Hydrate on' {
            $null = Get-CegosSession 2025-61072-PAR-001 -Hydrate
            Get-Target | Should -Be '/cegos/catalog/v1/Sessions/2025-61072-PAR-001?hydrate=true'
        }

        It 'reports a code that does not exist and continues' {
            $sessions = '2025-99999-PAR-001', '2025-00038-001' | Get-CegosSession -ErrorVariable failed -ErrorAction SilentlyContinue
            $sessions.YearlySessionCode | Should -BeExactly '2025-00038-001'
            $failed.FullyQualifiedErrorId | Should -BeExactly "NotFound,$id"
            $failed.TargetObject | Should -BeExactly '2025-99999-PAR-001'
        }

        It 'refuses <name> and continues with the next' -ForEach @(
            @{ name = 'a centre'; thing = { Get-CegosCenter 679 } }
            @{ name = 'a catalogue'; thing = { Get-CegosCatalog 92446 } }
            @{ name = 'a date'; thing = { Get-Date } }
        ) {
            $thing = & $thing
            Clear-RequestLog $server
            ($thing, '2025-00038-001' | Get-CegosSession -ErrorVariable failed -ErrorAction SilentlyContinue).YearlySessionCode | Should -BeExactly '2025-00038-001'
            $failed.FullyQualifiedErrorId | Should -BeExactly "InputObjectNotBound,$id"
            Get-Target | Should -Be '/cegos/catalog/v1/Sessions/2025-00038-001'
        }
    }

    Context 'Of products' {
        It 'reads the list once for all of them, in its order: <how>' -ForEach @(
            @{ how = 'products piped in'; from = { Get-CegosProduct -First 2 | Get-CegosSession } }
            @{ how = 'the products'' form of the codes'; from = { Get-CegosSession -YearlyProductCode 202500038, 202561072 } }
            @{ how = 'the sessions'' form, not padded'; from = { Get-CegosSession -YearlyProductCode 2025-38, 2025-61072 } }
            @{ how = 'rows'; from = { '202561072', '2025-00038' | ForEach-Object { [pscustomobject]@{ YearlyProductCode = $_ } } | Get-CegosSession } }
        ) {
            (& $from).YearlySessionCode | Should -Be $ofFirstTwo
            (Get-RequestLog $server '*Sessions*').target | Sort-Object | Should -Be (Get-Pages (1..29) | Sort-Object)
        }

        It 'stops reading once -First is satisfied, and counts -Skip among the sessions of the products' {
            (Get-CegosSession -YearlyProductCode 202561072 -First 1 -ThrottleLimit 1).YearlySessionCode | Should -BeExactly '2025-61072-PAR-001'
            Get-Target | Should -Be (Get-Pages 1)
            (Get-CegosSession -YearlyProductCode 202561072 -Skip 1).YearlySessionCode | Should -Be '2025-61072-PAR-002', '2025-61072-LYO-003'
            Clear-RequestLog $server
            Get-CegosSession -YearlyProductCode 202561072 -First 0 | Should -BeNullOrEmpty
            Get-Target | Should -BeNullOrEmpty
        }

        It 'does not emit a total that it cannot know' {
            $total = Get-CegosSession -YearlyProductCode 202561072 -First 1 -IncludeTotalCount | Select-Object -First 1
            $total.Accuracy | Should -Be 0
            $total.ToString() | Should -BeExactly 'Unknown total count'
        }

        It 'emits nothing for a product without sessions' {
            $without = (Get-CegosProduct -First 5)[4]
            Clear-RequestLog $server
            Get-CegosSession -YearlyProductCode $without.YearlyProductCode | Should -BeNullOrEmpty
            @(Get-Target) | Should -HaveCount 29
        }

        It 'reads a mixture: sessions and text at once, all products in one pass at the end' {
            $mixture = @(Get-CegosProduct -First 1) + $all[5] + '2025-00038-001' + (Get-CegosProduct 202500038)
            Clear-RequestLog $server
            $sessions = $mixture | Get-CegosSession -ErrorVariable failed
            $failed | Should -HaveCount 0
            $sessions.YearlySessionCode | Should -Be (@($all[5].YearlySessionCode, '2025-00038-001') + $ofFirstTwo)
            (Get-Target)[0, 1] | Should -Be "/cegos/catalog/v1/Sessions/$($all[5].YearlySessionCode)", '/cegos/catalog/v1/Sessions/2025-00038-001'
            @(Get-Target) | Should -HaveCount 31
        }

        It 'requests nothing if nothing is piped in' {
            @() | Get-CegosSession | Should -BeNullOrEmpty
            Get-Target | Should -BeNullOrEmpty
        }

        It 'shows a table in a pipeline, as documented' {
            $rows = Get-CegosProduct -First 5 | Get-CegosSession | Where-Object IsRemote | Select-Object YearlySessionCode, StartDate, City
            $rows.City | Sort-Object -Unique | Should -Be 'A DISTANCE'
            $rows[0].YearlySessionCode | Should -BeExactly '2025-00038-001'
            $rows[0].StartDate | Should -Be ([datetime]::new(2025, 2, 6, 9, 0, 0))
        }
    }

    Context 'Contradictions in the vendor''s documents' {
        BeforeAll {
            function Read-Session([string] $Members) {
                Set-Fault $server @{ match = @{ path = 'Sessions/' }; fault = @{ kind = 'replaceBody'; status = 200; body = "{""data"":{""yearlySessionCode"":""A"",$Members}}" } }
                Get-CegosSession A
            }
        }

        It 'reads <written> as the local time of the venue' -ForEach @(
            @{ written = '2025-03-15T09:00:00' }, @{ written = '2025-03-15T09:00:00Z' }, @{ written = '2025-03-15T09:00:00.000+02:00' }, @{ written = '2025-03-15T09:00' }
        ) {
            $session = Read-Session """startDate"":""$written"""
            $session.StartDate | Should -Be ([datetime]::new(2025, 3, 15, 9, 0, 0))
            $session.StartDate.Kind | Should -Be 'Unspecified'
            $session.StartDateRaw | Should -BeExactly $written
        }

        It 'returns the same times from the list and by code, though one has a Z' {
            $single = Get-CegosSession 2025-61072-PAR-001
            $single.StartDateRaw, $all[0].StartDateRaw | Should -Be '2025-03-15T09:00:00Z', '2025-03-15T09:00:00'
            $single.StartDate, $single.EndDate | Should -Be $all[0].StartDate, $all[0].EndDate
        }

        It 'prefers the hours of a part to its date' {
            $session = Read-Session '"parts":[{"number":1,"startDate":"2025-03-15T00:00:00Z","endDate":"2025-03-15T00:00:00Z","startTimeHour":9,"startTimeMinute":30,"endTimeHour":17,"endTimeMinute":0,"durationInDay":0.07}]'
            $session.Parts[0].StartDate, $session.Parts[0].EndDate | Should -Be ([datetime]::new(2025, 3, 15, 9, 30, 0)), ([datetime]::new(2025, 3, 15, 17, 0, 0))
            $session.Parts[0].DurationInDay | Should -Be 0.07d
        }

        It 'reads status <written> as <status>' -ForEach @(
            @{ written = '0'; status = 'Open'; raw = '0' }, @{ written = '100'; status = 'Valid'; raw = '100' }, @{ written = '200'; status = 'Invited'; raw = '200' }
            @{ written = '900'; status = 'Cancelled'; raw = '900' }, @{ written = '"900"'; status = 'Cancelled'; raw = '900' }, @{ written = '"Cancel"'; status = 'Cancelled'; raw = 'Cancel' }
            @{ written = '"Cancelled"'; status = 'Cancelled'; raw = 'Cancelled' }, @{ written = '"Closed"'; status = 'Closed'; raw = 'Closed' }, @{ written = '"open"'; status = 'Open'; raw = 'open' }
            @{ written = '500'; status = 'Unknown'; raw = '500' }, @{ written = '"Reporté"'; status = 'Unknown'; raw = 'Reporté' }, @{ written = 'null'; status = 'Unknown'; raw = $null }
        ) {
            $session = Read-Session """status"":$written"
            $session.Status | Should -Be $status
            $session.StatusRaw | Should -BeExactly $raw
        }

        It 'reads statuses as words and numbers in one list, without loss' {
            $all | Where-Object Status -EQ Open | ForEach-Object StatusRaw | Sort-Object -Unique | Should -Be '0', 'Open'
            $all | Where-Object Status -EQ Cancelled | ForEach-Object StatusRaw | Sort-Object -Unique | Should -Be '900', 'Cancel'
            $all | Where-Object Status -EQ Unknown | ForEach-Object StatusRaw | Where-Object { -not $_ } | Should -BeNullOrEmpty
        }

        It 'reads durations and prices as decimals, and absent members as null' {
            $session = Read-Session '"durationInDays":2,"price":1350.5'
            $session.DurationInDays, $session.Price | Should -Be 2d, 1350.5d
            $session.DurationInDays | Should -BeOfType decimal
            $session.InterDiscountPrice, $session.LimitMax, $session.TopCpf, $session.StartDate, $session.City | Should -Be $null, $null, $null, $null, $null
        }

        It 'reads an array of one as a single object' {
            Set-Fault $server @{ match = @{ path = 'Sessions/' }; fault = @{ kind = 'replaceBody'; status = 200; body = '{"data":[{"yearlySessionCode":"A"}]}' } }
            (Get-CegosSession A).YearlySessionCode | Should -BeExactly 'A'
        }

        It 'is UnexpectedResponse for a list with an item without code' {
            Set-Fault $server @{ match = @{ path = 'Sessions' }; fault = @{ kind = 'replaceBody'; body = '{"pageNumber":1,"totalPages":1,"data":[{"yearlySessionCode":"A"},{"city":"Paris"}]}' } }
            Get-CegosSession -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty -Because 'a page is read whole before its first object leaves'
            $failed.FullyQualifiedErrorId | Should -BeExactly "UnexpectedResponse,$id"
            $failed.Exception.Message | Should -Match 'yearlySessionCode'
        }
    }

    Context 'Views of sessions' {
        BeforeAll {
            $before = [cultureinfo]::CurrentCulture
            [cultureinfo]::CurrentCulture = 'en-GB'
            function Show($Things) { (($Things | Out-String -Width 120) -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ }) -join "`n" }
        }
        AfterAll { [cultureinfo]::CurrentCulture = $before }

        It 'is a table that fits 120 columns' {
            Show $all[0..2] | Should -BeExactly (@'
YearlySessionCode  StartDate        Status    PlacesLeft     Price City
-----------------  ---------        ------    ----------     ----- ----
2025-61072-PAR-001 2025-03-15 09:00 Open               4  1,350.00 Paris
2025-00038-001     2025-02-06 09:00 Unknown           15  2,250.00 A DISTANCE
2025-38995-DIS-001 2025-05-22 09:00 Open               4  1,910.50 A DISTANCE
'@ -replace '\r')
        }

        It 'shows the whole time in cultures with long formats' {
            [cultureinfo]::CurrentCulture = 'en-US'
            $all | Where-Object { $_.StartDate.Month -ge 10 -and $_.StartDate.Day -ge 10 } | Select-Object -First 5 | Out-String -Width 120 | Should -Not -Match '…'
            [cultureinfo]::CurrentCulture = 'en-GB'
        }

        It 'is the same after CliXml' {
            $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($all[0..2], 1))
            Show $back | Should -BeExactly (Show $all[0..2])
            $back[0].StartDate | Should -Be $all[0].StartDate
            $back[0].StartDate.Kind | Should -Be 'Unspecified'
        }

        It 'exports to CSV with no type name in any cell' {
            $text = Get-CegosSession -First 100 -Hydrate | ConvertTo-Csv
            $text -match 'System\.|TrainingApis\.|`\d\[' | Should -BeNullOrEmpty
            ($text | ConvertFrom-Csv)[0].Parts | Should -BeExactly '2025-03-15 09:00 - 17:00; 2025-03-16 09:00 - 17:00'
        }
    }

    Context 'Tab completion' {
        It 'offers codes that were read before, with town and day, without a request' {
            $null = Get-CegosSession -First 1
            Clear-RequestLog $server
            $line = 'Get-CegosSession 2025-61072-PAR-001'
            $found = (TabExpansion2 $line $line.Length).CompletionMatches
            $found.CompletionText | Should -Be '2025-61072-PAR-001'
            $found.ToolTip | Should -BeExactly "2025-61072-PAR-001 Paris $(([datetime] '2025-03-15').ToString('d'))"
            Get-Target | Should -BeNullOrEmpty
        }
    }
}
