# -Flat: one plain row per object, with a column for every value, and no text that a spreadsheet reads as a formula.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ConferenceSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    Connect-TestCegos $server @{ Scope = 'Catalog', 'Registration' }
    Connect-TestConference $server

    # The plain values of an object as text, from all levels except forms, read without the code under test.
    function Get-Leaf($Value) {
        if ($null -eq $Value) { return }
        if ($Value -is [string] -or $Value -is [ValueType]) { return [string] $Value }
        if ($Value -is [TrainingApis.AdditionalProperties]) { return $Value.Count ? "$Value" : $null }
        if ($Value -is [System.Collections.IEnumerable]) { foreach ($item in $Value) { Get-Leaf $item }; return }
        foreach ($property in $Value.GetType().GetProperties() | Where-Object Name -NE Form) { Get-Leaf $property.GetValue($Value) }
    }
    # The columns in their order, compared with case.
    function Get-Column($Row) { @($Row.PSObject.Properties.Name) }
}
AfterAll { Stop-SandboxServer $server }

Describe 'A flat row of <noun>' -ForEach @(
    @{ noun = 'products'; type = 'TrainingApis.Cegos.Product'; read = { Get-CegosProduct -Hydrate -First 200 @args } }
    @{ noun = 'products without -Hydrate'; type = 'TrainingApis.Cegos.Product'; read = { Get-CegosProduct -First 200 @args } }
    @{ noun = 'sessions'; type = 'TrainingApis.Cegos.Session'; read = { Get-CegosSession -Hydrate -First 200 @args } }
    @{ noun = 'registrations'; type = 'TrainingApis.Conferences.Registration'; read = { Get-Conference | Get-ConferenceSession | Get-ConferenceRegistration -IncludeCancelled @args } }
) {
    BeforeAll {
        $flat = @{ Flat = $true }
        $objects = @(& $read)
        $rows = @(& { param($read, $flat) . ([scriptblock]::Create("$read".Replace('@args', '@flat'))) } $read $flat)
    }

    It 'is emitted for each object, in the same order' {
        $rows.Count | Should -Be $objects.Count
        $id = $type -like '*Registration' ? 'RegistrationId' : $type -like '*Session' ? 'YearlySessionCode' : 'YearlyProductCode'
        $rows.$id -join ',' | Should -BeExactly ($objects.$id -join ',')
    }

    It 'has its own type name, and no other of this module' {
        $rows | ForEach-Object { $_.PSTypeNames[0] } | Sort-Object -Unique | Should -BeExactly "${type}Row"
        @($rows[0].PSTypeNames) | Should -Be "${type}Row", 'System.Management.Automation.PSCustomObject', 'System.Object'
    }

    It 'has the same columns in the same order in every row, so that Export-Csv loses none' {
        $names = Get-Column $rows[0]
        $names.Count | Should -BeGreaterThan 30
        $rows | Where-Object { ((Get-Column $_) -join '|') -cne ($names -join '|') } | Should -BeNullOrEmpty
    }

    It 'contains only text, numbers, dates and Booleans' {
        $kinds = foreach ($row in $rows) { foreach ($property in $row.PSObject.Properties) { if ($null -ne $property.Value) { $property.Value.GetType().Name } } }
        $kinds | Sort-Object -Unique | Where-Object { $_ -notin 'String', 'Int32', 'Decimal', 'DateTime', 'Boolean' } | Should -BeNullOrEmpty
    }

    It 'loses no text' {
        foreach ($place in 0..($objects.Count - 1)) {
            # A cell that begins like a formula has an apostrophe before the text.
            $cells = @($rows[$place].PSObject.Properties.Value | Where-Object { $_ -is [string] }) -join "`n"
            $lost = Get-Leaf $objects[$place] | Where-Object { $_ -match '\p{L}{2}' -and $_ -notin 'True', 'False' -and -not $cells.Contains($_) }
            # Dates are emitted as dates, without the original text.
            $lost | Where-Object { $_ -notmatch '^\d{4}-\d\d-\d\dT' } | Should -BeNullOrEmpty
        }
    }

    It 'binds to other commands by its IDs only' {
        Clear-RequestLog $server
        $first = $rows[0]
        switch -Wildcard ($type) {
            '*Product' { ($first | Get-CegosProduct).YearlyProductCode | Should -Be $objects[0].YearlyProductCode }
            '*Session' { ($first | Get-CegosSession).YearlySessionCode | Should -Be $objects[0].YearlySessionCode }
            '*Registration' {
                $null = $first | Set-ConferenceRegistration -Seats 3
                (Get-SentConferenceChange $server).body | Should -BeExactly '{"seats":3}' -Because 'status and client of the row are not given'
            }
        }
    }

    It 'is a table after a job or CliXml too' {
        $text = $rows[0..2] | Format-Table | Out-String -Width 120
        $text | Should -Not -Match '#ERR'
        $text | Should -Match ([regex]::Escape($rows[0].PSObject.Properties.Value[$type -like '*Registration' ? 2 : 0]))
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($rows[0..2]))
        ($back | Format-Table | Out-String -Width 120) | Should -BeExactly $text
    }
}

Describe 'The columns of a product' {
    BeforeAll { $row, $product = (Get-CegosProduct 202561072 -Hydrate -Flat), (Get-CegosProduct 202561072 -Hydrate) }

    It 'are named after the properties, with dots below the top level' {
        foreach ($name in 'YearlyProductCode', 'Title', 'Level.Id', 'Level.Label', 'CommercialDuration.Days', 'Titles.Type', 'Titles.Text', 'Formula.Modules.Code', 'Notice.Objective', 'Notice.ProgramContent.Before.Title') {
            Get-Column $row | Should -Contain $name
        }
        Get-Column $row | Where-Object { $_ -in 'Level', 'Titles', 'Formula', 'Notice', 'Notice.ProgramContent' } | Should -BeNullOrEmpty -Because 'they hold other values'
    }

    It 'keep numbers as numbers' {
        $row.Price | Should -BeOfType decimal
        $row.OfferYear | Should -BeOfType int
        $row.Cpf | Should -BeOfType bool
        $row.'CommercialDuration.Days' | Should -Be $product.CommercialDuration.Days
    }

    It 'join lists, and lists within lists' {
        $row.Cities | Should -BeExactly ($product.Cities -join '; ')
        $row.'Formula.Label' | Should -BeExactly ($product.Formula.Label -join '; ')
        $row.'Formula.Modules.Code' | Should -BeExactly (($product.Formula | ForEach-Object { $_.Modules.Code -join ', ' }) -join '; ')
        $row.'Titles.LengthMaximum' | Should -BeExactly ($product.Titles.LengthMaximum -join '; ')
    }

    It 'contain every text of the notice' {
        $texts = @($product.Notice.PSObject.Properties | Where-Object { $_.Value -is [string] })
        $texts.Count | Should -BeGreaterThan 20
        foreach ($text in $texts) { $row."Notice.$($text.Name)" | Should -BeExactly $text.Value }
        $row.'Notice.ProgramContent.Parts' | Should -BeExactly ($product.Notice.ProgramContent.Parts -join '; ')
    }

    It 'keep the positions of a list if a value is missing' {
        Set-Fault $server @{ match = @{ path = 'Products/' }; fault = @{ kind = 'replaceBody'; status = 200; body = '{"data":{"yearlyProductCode":"A","titles":[{"type":"Main"},{"type":"TITRE","text":"T"}],"cities":[]}}' } }
        $row = Get-CegosProduct A -Flat
        $row.'Titles.Type', $row.'Titles.Text' | Should -BeExactly 'Main; TITRE', '; T'
        $row.Cities, $row.'Titles.LengthMaximum' | Should -Be $null, $null
    }

    It 'contain unknown members as JSON' {
        Set-Fault $server @{ match = @{ path = 'Products/' }; fault = @{ kind = 'replaceBody'; status = 200; body = '{"data":{"yearlyProductCode":"A","eco":{"grade":"A"}}}' } }
        (Get-CegosProduct A -Flat).AdditionalProperties | Should -BeExactly '{"eco":{"grade":"A"}}'
    }

    It 'are read back from a CSV file with every text' {
        $row | Export-Csv "$TestDrive/catalogue.csv" -Encoding utf8BOM
        $back = Import-Csv "$TestDrive/catalogue.csv"
        Get-Column $back | Should -Be (Get-Column $row)
        foreach ($property in $row.PSObject.Properties | Where-Object { $_.Value -is [string] }) { $back.($property.Name) | Should -BeExactly $property.Value }
    }

    It 'work with filters, paging and a total' {
        $items = Get-CegosProduct -BestSeller -First 2 -Flat
        $items.BestSeller | Should -Be $true, $true
        $total, $item = Get-CegosProduct -First 1 -IncludeTotalCount -Flat
        $total.ToString() | Should -BeExactly 'Total count: 1247'
        $item.PSTypeNames[0] | Should -Be 'TrainingApis.Cegos.ProductRow'
    }
}

Describe 'The columns of a session' {
    It 'keep dates as dates, and contain the title of the product on request' {
        $row = Get-CegosSession -First 1 -IncludeProduct -Hydrate -Flat
        $row.StartDate | Should -BeOfType datetime
        $row.Status | Should -BeExactly 'Open'
        $row.ProductTitle | Should -BeExactly 'Management : les fondamentaux'
        $row.'Parts.Number' | Should -BeExactly '1; 2'
        $row.'Parts.StartDate' | Should -BeExactly '2025-03-15 09:00; 2025-03-16 09:00'
    }
}

Describe 'The columns of a conference registration' {
    BeforeEach { Reset-TestConference $server }

    BeforeAll {
        # Returns a session's list with these forms, one registration each.
        function Set-Form([string] $Session, [object[]] $Form) {
            $number = 0
            $items = foreach ($one in $Form) { $number++; @{ id = "$Session-$number"; seats = 1; status = 'accepted'; form = @($one) } }
            $body = ConvertTo-Json -InputObject @{ items = @($items) } -Depth 10
            Set-Fault $server @{ match = @{ path = "sessions/$Session/registrations" }; times = -1; fault = @{ kind = 'replaceBody'; status = 200; contentType = 'application/json'; body = $body } }
        }
        function Get-FormColumn($Row) { $names = Get-Column $Row; $names[($names.IndexOf('AdditionalProperties') + 1)..$names.Count] }
    }
    AfterEach { Clear-Fault $server }

    It 'are one for each field of the form, with the given value' {
        $row = Get-ConferenceRegistration 1201 40001 700001 -Flat
        $registration = Get-ConferenceRegistration 1201 40001 700001
        # The column of a field: its title, with an apostrophe if it begins like a formula, and a number if another field has the same title.
        $count = @{}
        $columns = foreach ($item in $registration.Form) {
            $title = $item.Title -replace "^(?=[=+@-])", "'"
            $count[$title]++
            $count[$title] -eq 1 ? $title : "$title ($($count[$title]))"
        }
        Get-FormColumn $row | Should -BeExactly $columns
        foreach ($place in 0..($columns.Count - 1)) {
            $item = $registration.Form[$place]
            $expected = $item.ZonedDateTime ? $item.ZonedDateTime.DateTime : $item.Value ? ($item.Value -replace "^(?=[=+@-])", "'") : $item.Values.Count ? ($item.Values -join '; ') : ($item.SubItem.Value -join '; ')
            $row.($columns[$place]) | Should -BeExactly $expected -Because $columns[$place]
        }
        $row.Registered | Should -Be $registration.Registered.DateTime
        $row.'Registered.TimeZone' | Should -BeExactly $registration.Registered.TimeZone
    }

    It 'are those of all registrations of the run, in any order' {
        Set-Form 40001 @(@{ id = 'a'; title = 'Repas'; value = 'oui' }), @(@{ id = 'b'; title = 'Métier'; value = 'RH' })
        Set-Form 40003 (, @(@{ id = 'c'; title = 'Badge'; value = '7' }, @{ id = 'a'; title = 'Repas'; value = 'non' }))
        $rows = [pscustomobject]@{ ConferenceId = 1201; SessionId = 40001 }, [pscustomobject]@{ ConferenceId = 1201; SessionId = 40003 } | Get-ConferenceRegistration -Flat
        $rows | ForEach-Object { (Get-FormColumn $_) -join '|' } | Sort-Object -Unique | Should -BeExactly 'Repas|Métier|Badge'
        $rows.Repas | Should -Be 'oui', $null, 'non'
        $rows.Métier | Should -Be $null, 'RH', $null
        $rows.Badge | Should -Be $null, $null, '7'
    }

    It 'add a number to a title that another column has already' {
        Set-Form 40001 (, @(
            @{ id = 'a'; title = 'Nom'; value = '1' }, @{ id = 'b'; title = 'nom'; value = '2' }, @{ id = 'c'; title = 'Seats'; value = '3' }, @{ id = 'd'; title = 'PSObject'; value = '4' },
            @{ id = 'e'; title = ''; value = '5' }, @{ id = 'f'; value = '6' }, @{ title = 'Nom'; value = '7' }))
        $row = Get-ConferenceRegistration 1201 40001 -Flat
        Get-FormColumn $row | Should -BeExactly 'Nom', 'nom (2)', 'Seats (2)', 'PSObject (2)', 'e', 'f', 'Nom (3)'
        $row.Nom, $row.'nom (2)', $row.'Seats (2)', $row.'PSObject (2)', $row.e, $row.f, $row.'Nom (3)' | Should -Be '1', '2', '3', '4', '5', '6', '7'
        $row.Seats | Should -Be 1
    }

    It 'keep a field of a conference in its column, and share the column of a title between conferences' {
        Set-Form 40001 @(@{ id = 'b'; title = 'Nom'; value = 'of b' }), @(@{ id = 'a'; title = 'Nom'; value = 'of a' }, @{ id = 'b'; title = 'Nom'; value = 'again b' })
        Set-Form 40004 (, @(@{ id = 'z'; title = 'Nom'; value = 'elsewhere' }))
        $rows = [pscustomobject]@{ ConferenceId = 1201; SessionId = 40001 }, [pscustomobject]@{ ConferenceId = 1202; SessionId = 40004 } | Get-ConferenceRegistration -Flat
        Get-FormColumn $rows[0] | Should -Be 'Nom', 'Nom (2)'
        $rows.Nom | Should -Be 'of b', 'again b', 'elsewhere'
        $rows.'Nom (2)' | Should -Be $null, 'of a', $null
    }

    It 'are emitted for readable sessions if another cannot be read' {
        $rows = [pscustomobject]@{ ConferenceId = 1201; SessionId = 1 }, [pscustomobject]@{ ConferenceId = 1201; SessionId = 40001 } | Get-ConferenceRegistration -Flat -ErrorVariable failed -ErrorAction SilentlyContinue
        $rows.Count | Should -Be 10
        $failed | Get-ErrorName | Should -Be 'NotFound'
    }

    It 'are an attendance list, as documented' {
        Get-Conference | Get-ConferenceSession | Get-ConferenceRegistration -Flat | Export-Csv "$TestDrive/attendees.csv"
        $rows = Import-Csv "$TestDrive/attendees.csv"
        $rows.Count | Should -BeGreaterThan 50
        Get-Column $rows[0] | Should -Contain 'Repas'
    }
}

Describe 'Text that begins like a formula' {
    BeforeAll {
        Connect-TestCegos $server
        $begins = '=1+1', '+33 6 00 00 00 00', '-1', '@SUM(A1)', "`t=1", "`r=1"
        $harmless = "'=1", ' =1', 'a=1', '1-1', '<p>=1</p>', ''
        function Set-Title([string] $Title) {
            Set-Fault $server @{ match = @{ path = 'Products/' }; fault = @{ kind = 'replaceBody'; status = 200; body = (ConvertTo-Json @{ data = @{ yearlyProductCode = 'A'; title = $Title; notice = @{ objective = $Title }; cities = @($Title, 'Paris') } } -Depth 5) } }
        }
    }

    It 'gets an apostrophe in every cell' {
        foreach ($text in $begins) {
            Set-Title $text
            $row = Get-CegosProduct A -Hydrate -Flat
            $row.Title, $row.'Notice.Objective', $row.Cities | Should -BeExactly "'$text", "'$text", "'$text; Paris"
        }
    }

    It 'is the only text that gets an apostrophe' {
        foreach ($text in $harmless) {
            Set-Title $text
            (Get-CegosProduct A -Flat).Title | Should -BeExactly $text
        }
    }

    It 'is unchanged with -NoFormulaEscape, and without -Flat' {
        foreach ($text in $begins) {
            Set-Title $text
            (Get-CegosProduct A -Flat -NoFormulaEscape).Title | Should -BeExactly $text
            Set-Title $text
            (Get-CegosProduct A).Title | Should -BeExactly $text
        }
    }

    It 'gets an apostrophe in the heading of a form field too' {
        Reset-TestConference $server
        $body = '{"items":[{"id":"1","form":[{"id":"a","title":"=cmd","value":"-2"}]}]}'
        foreach ($with in @{ NoFormulaEscape = $false }, @{ NoFormulaEscape = $true }) {
            Set-Fault $server @{ match = @{ path = 'registrations' }; fault = @{ kind = 'replaceBody'; status = 200; contentType = 'application/json'; body = $body } }
            $row = Get-ConferenceRegistration 1201 40001 -Flat @with
            $name = $with.NoFormulaEscape ? '=cmd' : "'=cmd"
            Get-Column $row | Select-Object -Last 1 | Should -BeExactly $name
            $row.$name | Should -BeExactly ($with.NoFormulaEscape ? '-2' : "'-2")
        }
    }

    It 'causes an error for -NoFormulaEscape without -Flat: <_>' -ForEach 'Get-CegosProduct', 'Get-CegosSession', 'Get-ConferenceRegistration' {
        Clear-RequestLog $server
        $ids = $_ -eq 'Get-ConferenceRegistration' ? @{ ConferenceId = 1201; SessionId = 40001 } : @{}
        { & $_ @ids -NoFormulaEscape } | Should -Throw -ErrorId 'InvalidArgument,*'
        Get-RequestLog $server | Should -BeNullOrEmpty
    }
}
