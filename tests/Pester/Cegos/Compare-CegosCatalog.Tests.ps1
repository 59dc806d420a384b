# Compare-CegosCatalog over real HTTP: the changes that it finds, the content of the snapshot, and snapshots that cannot be used.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer '--products', '230', '--sessions', '340'
    $snapshot = Join-Path $TestDrive 'catalogue.snapshot'
    $id = 'TrainingApis.Cmdlets.Cegos.CompareCegosCatalogCommand'
    $first = '2025-61072-PAR-001'

    # Replaces text in the vendor's responses, by a regular expression.
    function Set-Catalog([string] $Path, [string] $Find, [string] $With) {
        Set-Fault $server @{ match = @{ path = $Path }; times = -1; fault = @{ kind = 'replaceText'; find = $Find; with = $With } }
    }
    function Set-Body([string] $Path, $Body) {
        Set-Fault $server @{ match = @{ path = $Path }; times = -1; fault = @{ kind = 'replaceBody'; status = 200; body = (ConvertTo-Json $Body -Depth 10 -Compress) } }
    }
    # A page of the vendor's list.
    function Get-Page([string] $List, [int] $Number = 1) { Invoke-TrainingApiRequest Cegos "v1/${List}?pageNumber=$Number" }
    function Show($Change) { "$($Change.Kind) $($Change.ItemType) $($Change.Code) $($Change.Property): $($Change.OldValue) > $($Change.NewValue)" }
    function Get-Hash { (Get-FileHash -LiteralPath $snapshot).Hash }
}
AfterAll { Stop-SandboxServer $server }

Describe 'Compare-CegosCatalog' {
    BeforeEach {
        $null = Invoke-Control $server 'reset' -Method Post
        Disconnect-TrainingApi
        Connect-TestCegos $server @{ Scope = 'Catalog', 'Registration' }
        Remove-Item "$TestDrive/*" -Recurse -Force
        Compare-CegosCatalog $snapshot -Update
        Clear-RequestLog $server
    }

    Context 'The first run' {
        It 'writes the snapshot with -Update and emits nothing' {
            Remove-Item $snapshot
            Compare-CegosCatalog $snapshot -Update | Should -BeNullOrEmpty
            (Get-ChildItem $TestDrive -File -Force).Name | Should -Be 'catalogue.snapshot'
            @(Get-RequestLog $server '*Products*').Count, @(Get-RequestLog $server '*Sessions*').Count | Should -Be 3, 4
        }

        It 'is NotFound without -Update, and nothing is requested' {
            Remove-Item $snapshot
            Compare-CegosCatalog $snapshot -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId, "$($failed.CategoryInfo.Category)", $failed.TargetObject | Should -Be "NotFound,$id", 'ObjectNotFound', $snapshot
            Get-RequestLog $server | Should -BeNullOrEmpty
            Get-ChildItem $TestDrive -Force | Should -BeNullOrEmpty
        }

        It 'is previewed with -WhatIf without a request' {
            Remove-Item $snapshot
            $said = Wait-Shell (Start-Shell { param($c, $path) Compare-CegosCatalog $path -Connection $c -Update -WhatIf } (Get-TrainingApiConnection Cegos), $snapshot)
            $said.Lines | Should -BeLike 'What if: Performing the operation "Create the snapshot of the catalogue" on target "*catalogue.snapshot".'
            Get-RequestLog $server | Should -BeNullOrEmpty
            Get-ChildItem $TestDrive -Force | Should -BeNullOrEmpty
        }
    }

    Context 'A later run' {
        It 'emits nothing if nothing changed' {
            Compare-CegosCatalog $snapshot | Should -BeNullOrEmpty
            @(Get-RequestLog $server '*Products*').Count, @(Get-RequestLog $server '*Sessions*').Count | Should -Be 3, 4
        }

        It 'reports the places that a registration took' {
            $null = New-CegosRegistration -ManagerCrmId M -TraineeCrmId T -SessionId $first
            $change = Compare-CegosCatalog $snapshot
            $change | Should -BeOfType TrainingApis.Cegos.CatalogChange
            Show $change | Should -BeExactly "Changed Session $first RegistrationCount: 8 > 9"
            $change.OldValue, $change.NewValue | Should -BeOfType int
            $change.ProductTitle | Should -BeExactly 'Management : les fondamentaux'
            "$change" | Should -BeExactly "Changed Session $first RegistrationCount: 8 > 9"
        }

        It 'reports <name>' -ForEach @(
            @{ name = 'a title'; list = 'Products'; change = { $_.title = 'Another' }; says = 'Changed Product 202561072 Title: Management : les fondamentaux > Another' }
            @{ name = 'a price of a product'; list = 'Products'; change = { $_.price = 1400.5d }; says = 'Changed Product 202561072 Price: 1350.0 > 1400.5' }
            @{ name = 'a value that is gone'; list = 'Products'; change = { $_.iPackPrice = $null }; says = 'Changed Product 202561072 IPackPrice: 1200.0 > ' }
            @{ name = 'a list'; list = 'Products'; change = { $_.cities = 'Paris', 'Lyon', 'Nice' }; says = 'Changed Product 202561072 Cities: Paris; Lyon > Paris; Lyon; Nice' }
            @{ name = 'a value below the top level'; list = 'Products'; change = { $_.level.label = 'Expert' }; says = 'Changed Product 202561072 Level.Label: Découverte > Expert' }
            @{ name = 'several values'; list = 'Products'; change = { $_.title = 'A'; $_.price = 1 }; says = 'Changed Product 202561072 Title: Management : les fondamentaux > A', 'Changed Product 202561072 Price: 1350.0 > 1' }
            @{ name = 'a status'; list = 'Sessions'; change = { $_.status = 'Cancel' }; says = 'Changed Session 2025-61072-PAR-001 Status: Open > Cancelled' }
            @{ name = 'a status that this version does not know'; list = 'Sessions'; change = { $_.status = 'Paused' }; says = 'Changed Session 2025-61072-PAR-001 Status: Open > Paused' }
            @{ name = 'a price of a session'; list = 'Sessions'; change = { $_.price = 1300 }; says = 'Changed Session 2025-61072-PAR-001 Price: 1350.0 > 1300' }
            @{ name = 'a flag'; list = 'Sessions'; change = { $_.guaranteedSession = $false }; says = 'Changed Session 2025-61072-PAR-001 GuaranteedSession: True > False' }
            @{ name = 'a date that cannot be read'; list = 'Sessions'; change = { $_.startDate = 'au printemps' }; says = 'Changed Session 2025-61072-PAR-001 StartDate: 03/15/2025 09:00:00 > au printemps' }
            @{ name = 'nothing in a member that this version does not know'; list = 'Sessions'; change = { $_ | Add-Member eco 1 }; says = @() }
            @{ name = 'nothing in another way to write a number'; list = 'Products'; change = { $_.price = 1350 }; says = @() }
            @{ name = 'nothing in another way to write a status'; list = 'Sessions'; change = { $_.status = 0 }; says = @() }
        ) {
            $page = Get-Page $list
            $page.data[0] | ForEach-Object $change
            Set-Body "$list\?pageNumber=1$" $page
            @(Compare-CegosCatalog $snapshot | ForEach-Object { Show $_ }) | Should -BeExactly @($says)
        }

        It 'reports a date as a date' {
            $page = Get-Page Sessions
            $page.data[0].startDate = '2025-03-17T09:00:00'
            Set-Body 'Sessions\?pageNumber=1$' $page
            $change = Compare-CegosCatalog $snapshot
            $change.Property, $change.OldValue, $change.NewValue | Should -Be 'StartDate', ([datetime]::new(2025, 3, 15, 9, 0, 0)), ([datetime]::new(2025, 3, 17, 9, 0, 0))
        }

        It 'reports new and removed products and sessions, with their titles' {
            $products, $sessions = (Get-Page Products 3), (Get-Page Sessions 4)
            $oldProduct, $oldSession = $products.data[-1], $sessions.data[-1]
            $products.data[-1] = [pscustomobject]@{ yearlyProductCode = '209900001'; productCode = '1'; offerYear = 2099; title = 'New one' }
            $sessions.data[-1] = [pscustomobject]@{ yearlySessionCode = '2099-00001-PAR-001'; yearlyProductCode = '2099-00001'; status = 'Open' }
            Set-Body 'Products\?pageNumber=3$' $products
            Set-Body 'Sessions\?pageNumber=4$' $sessions
            $changes = Compare-CegosCatalog $snapshot
            $changes | ForEach-Object { "$($_.Kind) $($_.ItemType) $($_.Code)" } | Should -Be @(
                'Added Product 209900001', "Removed Product $($oldProduct.yearlyProductCode)", 'Added Session 2099-00001-PAR-001', "Removed Session $($oldSession.yearlySessionCode)")
            $changes[0, 1, 2].ProductTitle | Should -Be 'New one', $oldProduct.title, 'New one'
            $changes[3].ProductTitle | Should -Not -BeNullOrEmpty
            @($changes.Property) + @($changes.OldValue) + @($changes.NewValue) | Where-Object { $null -ne $_ } | Should -BeNullOrEmpty
        }

        It 'does not change the snapshot without -Update' {
            $before = Get-Hash
            $null = New-CegosRegistration -ManagerCrmId M -TraineeCrmId T -SessionId $first
            @(Compare-CegosCatalog $snapshot).Count, @(Compare-CegosCatalog $snapshot).Count | Should -Be 1, 1
            Get-Hash | Should -Be $before
        }

        It 'replaces the snapshot with -Update, and the next run compares with the new one' {
            $null = New-CegosRegistration -ManagerCrmId M -TraineeCrmId T -SessionId $first
            @(Compare-CegosCatalog $snapshot -Update).Count | Should -Be 1
            Compare-CegosCatalog $snapshot -Update | Should -BeNullOrEmpty
            (Get-ChildItem $TestDrive -File -Force).Name | Should -Be 'catalogue.snapshot'
        }

        It 'emits the changes and keeps the snapshot with -Update -WhatIf' {
            $before = Get-Hash
            $null = New-CegosRegistration -ManagerCrmId M -TraineeCrmId T -SessionId $first
            $said = Wait-Shell (Start-Shell { param($c, $path) Compare-CegosCatalog $path -Connection $c -Update -WhatIf } (Get-TrainingApiConnection Cegos), $snapshot)
            $said.Output.Count | Should -Be 1
            $said.Lines | Should -BeLike 'What if: Performing the operation "Replace the snapshot of the catalogue" on target "*catalogue.snapshot".'
            Get-Hash | Should -Be $before
            (Get-ChildItem $TestDrive -File -Force).Name | Should -Be 'catalogue.snapshot'
        }

        It 'keeps the snapshot if -Confirm is declined' {
            $before = Get-Hash
            $null = New-CegosRegistration -ManagerCrmId M -TraineeCrmId T -SessionId $first
            $said = Wait-Shell (Start-Shell { param($c, $path) Compare-CegosCatalog $path -Connection $c -Update -Confirm } (Get-TrainingApiConnection Cegos), $snapshot -Answer 2)
            $said.Output.Count, $said.Questions.Count | Should -Be 1, 1
            Get-Hash | Should -Be $before
            (Get-ChildItem $TestDrive -File -Force).Name | Should -Be 'catalogue.snapshot'
        }

        It 'keeps the snapshot if the pipeline ends before all changes are emitted' {
            Set-Catalog 'Products' '"title":"' '"title":"X '
            $before = Get-Hash
            @(Compare-CegosCatalog $snapshot -Update | Select-Object -First 2).Count | Should -Be 2
            Get-Hash | Should -Be $before
            (Get-ChildItem $TestDrive -File -Force).Name | Should -Be 'catalogue.snapshot'
        }

        It 'keeps the snapshot and reports nothing as removed if a list is incomplete: <list>' -ForEach @{ list = 'Products'; page = 2 }, @{ list = 'Sessions'; page = 3 } {
            $before = Get-Hash
            Set-Fault $server @{ match = @{ path = "$list\?pageNumber=$page" }; times = -1; fault = @{ kind = 'replaceBody'; body = "{""pageNumber"":$page,""pageSize"":100,""totalItems"":340,""totalPages"":4,""data"":[]}" } }
            $changes = Compare-CegosCatalog $snapshot -Update -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed | Get-ErrorId | Should -Be 'UnexpectedResponse'
            $changes | Where-Object { $_.Kind -eq 'Removed' -and $_.ItemType -eq $list.TrimEnd('s') } | Should -BeNullOrEmpty
            Get-Hash | Should -Be $before
            (Get-ChildItem $TestDrive -File -Force).Name | Should -Be 'catalogue.snapshot'
        }

        It 'compares an item once that the list returns twice because it changed during the read' {
            $page = Get-Page Sessions 2
            $page.data[0] = (Get-Page Sessions 1).data[99]
            Set-Body 'Sessions\?pageNumber=2$' $page
            $changes = Compare-CegosCatalog $snapshot
            $changes.Kind | Should -Be 'Removed'
        }

        It 'emits changes that are readable as CSV and as text' {
            $null = New-CegosRegistration -ManagerCrmId M -TraineeCrmId T -SessionId $first
            Compare-CegosCatalog $snapshot -Update | Export-Csv "$TestDrive/changes.csv"
            $row = Import-Csv "$TestDrive/changes.csv"
            $row.Kind, $row.ItemType, $row.Code, $row.Property, $row.OldValue, $row.NewValue | Should -Be 'Changed', 'Session', $first, 'RegistrationCount', '8', '9'
        }
    }

    Context '-Hydrate' {
        BeforeEach { Remove-Item $snapshot; Compare-CegosCatalog $snapshot -Hydrate -Update; Clear-RequestLog $server }

        It 'compares the texts of the notice and the parts of sessions' {
            Compare-CegosCatalog $snapshot -Hydrate | Should -BeNullOrEmpty
            Get-RequestLog $server '*hydrate=true*' | Should -HaveCount 7
            Set-Catalog 'Products' '"prerequisite":"Aucun"' '"prerequisite":"Un an de pratique"'
            Set-Catalog 'Sessions\?pageNumber=1' "(?<=""yearlySessionCode"":""$first"".*?""centerId"":)""PAR-001""" '"PAR-002"'
            $changes = Compare-CegosCatalog $snapshot -Hydrate
            $changes | Where-Object Code -EQ 202561072 | ForEach-Object { Show $_ } | Should -BeExactly 'Changed Product 202561072 Notice.Prerequisite: Aucun > Un an de pratique'
            $changes | Where-Object Code -EQ $first | ForEach-Object { Show $_ } | Should -BeExactly "Changed Session $first Parts.CenterId: PAR-001; PAR-001 > PAR-002; PAR-002"
        }

        It 'and a snapshot without it cannot be compared, in either direction; nothing is requested' {
            Compare-CegosCatalog $snapshot -Update -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -Be "InvalidArgument,$id"
            Get-RequestLog $server | Should -BeNullOrEmpty
            Remove-Item $snapshot
            Compare-CegosCatalog $snapshot -Update
            Compare-CegosCatalog $snapshot -Hydrate -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -Be "InvalidArgument,$id"
        }
    }

    Context 'The snapshot' {
        It 'is versioned JSON Lines with the catalogue only' {
            $lines = Get-Content -LiteralPath $snapshot
            $lines.Count | Should -Be (1 + 230 + 340 + 1)
            $header = $lines[0] | ConvertFrom-Json
            $header.PSObject.Properties.Name | Should -Be 'format', 'v', 'hydrated', 'product', 'session'
            $header.format, $header.v, $header.hydrated | Should -Be 'TrainingApis.CegosCatalog', 1, $false
            $lines[-1] | Should -BeExactly '{"products":230,"sessions":340}'
            $items = $lines[1..570] | ForEach-Object { $_ | ConvertFrom-Json }
            $items[0..229].product | Should -Be (Get-CegosProduct).YearlyProductCode
            $items[230..569].session | Should -Be (Get-CegosSession).YearlySessionCode
            foreach ($item in $items) { $item.PSObject.Properties.Name | Should -Be ($item.PSObject.Properties['product'] ? 'product' : 'session'), 'values' }
            ($items.values | ForEach-Object { $_.PSObject.Properties.Name } | Sort-Object -Unique | Where-Object { $_ -notin @($header.product) + $header.session }) | Should -BeNullOrEmpty
            $lines -join "`n" | Should -Not -Match 'sandbox|127\.0\.0\.1|token'
        }

        It 'is readable by its owner only, and keeps the mode of the file that it replaces' {
            if ($IsWindows) { Set-ItResult -Skipped -Because 'Windows has other rights' }
            (Get-Item $snapshot).UnixMode | Should -Be '-rw-------'
            chmod 640 $snapshot
            Compare-CegosCatalog $snapshot -Update
            (Get-Item $snapshot).UnixMode | Should -Be '-rw-r-----'
        }

        It 'is read with CRLF line ends too' {
            (Get-Content -LiteralPath $snapshot) -join "`r`n" | Set-Content -LiteralPath $snapshot
            $null = New-CegosRegistration -ManagerCrmId M -TraineeCrmId T -SessionId $first
            @(Compare-CegosCatalog $snapshot).Count | Should -Be 1
        }

        It 'of a version with fewer properties compares the common properties' {
            $lines = Get-Content -LiteralPath $snapshot
            $lines[0] = $lines[0] -replace '"Price",' -replace '"City",'
            $lines = $lines -replace '"Price":[\d.]+,?' -replace '"City":"[^"]*",' -replace ',\}', '}'
            $lines -join "`n" | Set-Content -LiteralPath $snapshot
            $null = New-CegosRegistration -ManagerCrmId M -TraineeCrmId T -SessionId $first
            Show (Compare-CegosCatalog $snapshot) | Should -BeExactly "Changed Session $first RegistrationCount: 8 > 9"
        }

        It 'that is <name> is an error that names the problem; the file is kept, and nothing is requested' -ForEach @(
            @{ name = 'another file'; change = { "a;b;c`n1;2;3`n" }; says = '*not a snapshot of the catalogue*' }
            @{ name = 'other JSON'; change = { "{""a"":1}`n" }; says = '*not a snapshot of the catalogue*' }
            @{ name = 'empty'; change = { '' }; says = '*not a snapshot of the catalogue*' }
            @{ name = 'a journal'; change = { '{"v":2,"time":"2026-01-15T10:00:00.000Z","command":"New-CegosRegistration"}' }; says = '*not a snapshot of the catalogue*' }
            @{ name = 'one long line'; change = { 'x' * 100000 }; says = '*not a snapshot of the catalogue*' }
            @{ name = 'of another version'; change = { $args[0] -replace '"v":1', '"v":9' }; says = '*version 9*' }
            @{ name = 'cut at the end'; change = { $args[0].Substring(0, $args[0].Length - 5) }; says = '*not complete*' }
            @{ name = 'cut in the middle'; change = { $args[0].Substring(0, $args[0].Length / 2) }; says = '*not complete*' }
            @{ name = 'without one of its lines'; change = { $lines = $args[0] -split "`n"; ($lines[0..9] + $lines[11..$lines.Count]) -join "`n" }; says = '*not complete*' }
            @{ name = 'with a line that is broken'; change = { $args[0] -replace '\{"session":', '{"session":[' }; says = '*damaged*' }
        ) {
            $text = & $change (Get-Content -LiteralPath $snapshot -Raw)
            [IO.File]::WriteAllText($snapshot, $text ? "$text" : '')
            $before = Get-Hash
            { Compare-CegosCatalog $snapshot -Update } | Should -Throw -ErrorId 'InvalidData,*'
            try { Compare-CegosCatalog $snapshot } catch { $_.Exception.Message | Should -BeLike $says }
            Get-Hash | Should -Be $before
            Get-RequestLog $server | Should -BeNullOrEmpty
        }

        It 'with a damaged changed line is an error, and the file is kept' {
            $text = (Get-Content -LiteralPath $snapshot -Raw) -replace '(?<=\{"product":"202561072","values":)\{', '{{'
            [IO.File]::WriteAllText($snapshot, $text)
            { Compare-CegosCatalog $snapshot -Update } | Should -Throw -ErrorId 'InvalidData,*'
            [IO.File]::ReadAllText($snapshot) | Should -BeExactly $text
        }

        It 'requires an existing folder and a file system path: <_>' -ForEach 'missing/catalogue.snapshot', '.', 'env:PATH' {
            Push-Location $TestDrive
            try {
                Compare-CegosCatalog $_ -Update -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
                $failed | Get-ErrorId | Should -Be 'InvalidArgument'
                Get-RequestLog $server | Should -BeNullOrEmpty
            }
            finally { Pop-Location }
        }

        It 'is resolved against the PowerShell location' {
            Push-Location $TestDrive
            try { Compare-CegosCatalog catalogue.snapshot | Should -BeNullOrEmpty } finally { Pop-Location }
        }
    }
}
