# Default views: a table, a list and a wide view for every type that a command returns.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    $types = @((Get-Command -Module TrainingApis).OutputType.Type | Where-Object FullName -like 'TrainingApis.*' | Sort-Object FullName -Unique | ForEach-Object FullName)
    $types += 'TrainingApis.Cegos.ProductRow', 'TrainingApis.Cegos.SessionRow', 'TrainingApis.Conferences.RegistrationRow'
}

BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/Samples.psm1" -Force
    Import-TestedModule
    $culture = [cultureinfo]::CurrentCulture
    [cultureinfo]::CurrentCulture = 'fr-FR'
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    Connect-TrainingSandbox -ProductCount 60 -SessionCount 120
    $samples = Get-EmittedSample "$TestDrive"
    foreach ($row in @(Get-CegosProduct -Hydrate -Flat -First 30) + @(Get-CegosSession -Flat -First 30) + @(Get-Conference | Get-ConferenceSession | Get-ConferenceRegistration -Flat)) {
        $samples[$row.PSTypeNames[0]] += @($row)
    }
    $escape = [string][char]27

    # The number of terminal columns of a text: two for a wide character.
    function Measure-Cell {
        param([string] $Text)
        $wide = [regex]::Matches($Text, '[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]').Count
        $Text.Length + $wide
    }
    function Get-Line { param($Object, [string] $View, [int] $Width = 120) @(($Object | & "Format-$View" | Out-String -Width $Width) -split '\r?\n' | Where-Object { $_.Trim() }) }
    function Get-Colored { param($Object, [string] $View = 'Table') $PSStyle.OutputRendering = 'Ansi'; try { Get-Line $Object $View } finally { $PSStyle.OutputRendering = 'PlainText' } }
    function Find-Cell { param([string] $Line, [string] $Text) Measure-Cell $Line.Substring(0, $Line.IndexOf($Text)) }

    # A runspace in which untrusted scripts and views are restricted, as on a machine with an application control policy.
    $state = [initialsessionstate]::CreateDefault2()
    $state.LanguageMode = 'ConstrainedLanguage'
    $state.ImportPSModule("$ModulePath/TrainingApis.psd1")
    $constrained = [runspacefactory]::CreateRunspace($state)
    $constrained.ThreadOptions = 'UseCurrentThread'
    $constrained.Open()
    function Get-ConstrainedLine {
        param($Object, [string] $View)
        $shell = [powershell]::Create($constrained).AddScript('param($Object, $View) "$($ExecutionContext.SessionState.LanguageMode)"; $Object | & "Format-$View" | Out-String -Width 120').AddArgument($Object).AddArgument($View)
        try { $mode, $text = $shell.Invoke() } finally { $shell.Dispose() }
        $mode | Should -Be 'ConstrainedLanguage'
        @($text -split '\r?\n' | Where-Object { $_.Trim() })
    }

    # Text that clears the screen, sets the title, rings, changes colours and moves the cursor in a terminal that receives it unchanged.
    $hostile = "x`e[45my`e]0;title`az`u{9b}2J`u{7f}`r`b"
    $shown = 'x␛[45my␛]0;title␇z␛2J␡␍␈'
    # A new object of a type in which every text, also of nested objects and lists, is that text.
    function New-UnusualObject {
        param([type] $Type, [int] $Depth = 0)
        $object = [Activator]::CreateInstance($Type)
        foreach ($property in $Type.GetProperties() | Where-Object { $_.SetMethod -and $_.SetMethod.IsPublic }) {
            $of = $property.PropertyType
            $item = $of.Name -eq 'ItemList`1' ? $of.GetGenericArguments()[0] : $null
            if ($of -eq [string]) { $property.SetValue($object, $hostile) }
            elseif ($item -eq [string]) { $property.SetValue($object, [Activator]::CreateInstance($of, @(, [string[]] $hostile))) }
            elseif ($of -eq [TrainingApis.Conferences.ZonedDateTime]) { $property.SetValue($object, [TrainingApis.Conferences.ZonedDateTime]::new('2026-02-04T09:30:00', $hostile)) }
            elseif ($Depth -lt 2 -and ($item ?? $of).FullName -like 'TrainingApis.*' -and ($item ?? $of).IsClass -and ($item ?? $of) -ne [TrainingApis.AdditionalProperties] -and ($item ?? $of).Name -ne 'ItemList`1') {
                $nested = New-UnusualObject ($item ?? $of) ($Depth + 1)
                if ($item) {
                    $items = [array]::CreateInstance($item, 1)
                    $items[0] = $nested
                    $nested = [Activator]::CreateInstance($of, @(, $items))
                }
                $property.SetValue($object, $nested)
            }
        }
        $object
    }
}

AfterAll {
    $constrained.Dispose()
    $PSStyle.OutputRendering = $rendering
    [cultureinfo]::CurrentCulture = $culture
    Disconnect-TrainingApi
}

Describe '<_>' -ForEach $types {
    BeforeAll {
        $type = $_
        $objects = @(@($samples[$type])[0..29] | Where-Object { $_ })
        $views = (Get-FormatData $type -PowerShellVersion 7.4).FormatViewDefinition.Control
        $properties = $objects[0].PSObject.Properties.Name
        $columns = $views[0].Rows.Columns
        $headings = @(for ($i = 0; $i -lt $columns.Count; $i++) { $views[0].Headers[$i].Label ? $views[0].Headers[$i].Label : $columns[$i].DisplayEntry.Value })
    }

    It 'has a table, a list and a wide view' {
        $objects.Count | Should -BeGreaterThan 0
        ($views | ForEach-Object { $_.GetType().Name }) -join ' ' | Should -Be 'TableControl ListControl WideControl'
    }

    It 'has headings that are property names, so that they sort' {
        $labels = @($views[1].Entries.Items | ForEach-Object { $_.Label ? $_.Label : $_.DisplayEntry.Value })
        @($headings) + $labels | Where-Object { $_ -cnotin $properties } | Should -BeNullOrEmpty
        foreach ($heading in $headings) {
            $sorted = @($objects | Sort-Object $heading -ErrorAction Stop)
            $expected = @($objects | Sort-Object { $_.$heading } -ErrorAction Stop)
            for ($i = 0; $i -lt $sorted.Count; $i++) { [object]::ReferenceEquals($sorted[$i], $expected[$i]) | Should -BeTrue -Because $heading }
        }
    }

    It 'reads only properties that it has' {
        $entries = @($columns.DisplayEntry) + @($views[1].Entries.Items.DisplayEntry) + @($views[2].Entries.DisplayEntry)
        foreach ($entry in $entries) {
            $names = "$($entry.ValueType)" -eq 'Property' ? $entry.Value : ([regex]::Matches($entry.Value, "\`$_\.(\w+|'[\w.]+')") | ForEach-Object { $_.Groups[1].Value.Trim("'") })
            $names | Where-Object { $_ -notin $properties -and $_ -ne 'Value' } | Should -BeNullOrEmpty
        }
    }

    It 'shows every heading in full, and whole numbers, in <_> columns' -ForEach 79, 80, 100, 120, 200 {
        $width = $_
        $lines = Get-Line $objects Table $width
        -split $lines[0] | Should -Be $headings
        $lines[1] | Should -Match '^[- ]+$' -Because 'a heading that does not fit continues in a second line'
        foreach ($line in $lines) {
            Measure-Cell $line | Should -BeLessOrEqual $width
            $line | Should -Not -Match '…[\d,.]' -Because 'a number that does not fit loses its first digits'
        }
        foreach ($view in 'List', 'Wide') { @(Get-Line $objects $view $width | Where-Object { (Measure-Cell $_) -gt $width }) | Should -BeNullOrEmpty -Because $view }
    }

    It 'shows whether a result comes from the journal' {
        if ('FromJournal' -in $properties) { $headings | Should -Contain 'FromJournal' }
    }

    It 'shows no error and no type name' {
        foreach ($view in 'Table', 'List', 'Wide') { Get-Line $objects $view | Should -Not -Match '#ERR|TrainingApis\.|System\.' -Because $view }
        @(Get-Line $objects Wide)[0].Trim() | Should -Not -BeNullOrEmpty
    }

    It 'looks the same after a job or CliXml' {
        $few = @($objects[0..4] | Where-Object { $_ })
        $few | Export-Clixml "$TestDrive/copy.xml"
        $copies = @(Import-Clixml "$TestDrive/copy.xml")
        $copies[0].PSTypeNames[0] | Should -Be "Deserialized.$type"
        foreach ($view in 'Table', 'List', 'Wide') { (Get-Line $copies $view) -join "`n" | Should -Be ((Get-Line $few $view) -join "`n") }
    }

    It 'looks the same in constrained language mode' {
        foreach ($view in 'Table', 'List', 'Wide') { (Get-ConstrainedLine $objects $view) -join "`n" | Should -Be ((Get-Line $objects $view) -join "`n") -Because $view }
    }

    It 'has no escape sequence in plain text, and the same text with colours' {
        foreach ($view in 'Table', 'List', 'Wide') {
            $plain = Get-Line $objects $view
            $plain -join '' | Should -Not -Match $escape
            @((Get-Colored $objects $view) -replace "$escape\[[0-9;]*m" | ForEach-Object TrimEnd) -join "`n" | Should -Be (@($plain | ForEach-Object TrimEnd) -join "`n")
        }
    }

    It 'shows control characters of texts as symbols, and exports them unchanged' {
        # A connection is created by Connect- commands only; it has no text of a vendor.
        if ($type -eq 'TrainingApis.Connection') { return }
        $live = $type -as [type] ? (New-UnusualObject $type) : $objects[0].PSObject.Copy()
        if (-not ($type -as [type])) {
            # The status of a row is a value of this module.
            foreach ($property in $live.PSObject.Properties | Where-Object { $_.Value -is [string] -and $_.Name -ne 'Status' }) { $property.Value = $hostile }
        }
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($live, 3))
        foreach ($object in $live, $copy) {
            foreach ($view in 'Table', 'List', 'Wide') {
                $text = Get-Colored $object $view
                $text -join '' | Should -Not -Match "$escape\[45m" -Because $view
                $text -join '' -replace "$escape\[[0-9;]*m" | Should -Not -Match '\p{Cc}' -Because $view
            }
            (Get-Line $object List) -join '' | Should -Match ([regex]::Escape($shown))
            ($object | ConvertTo-Csv) -join "`n" | Should -Match ([regex]::Escape($hostile))
        }
        $cells = @(Get-Line $live List | Where-Object { $_.Contains('␛[45m') })
        $expected = @($views[1].Entries.Items | ForEach-Object { $_.Label ? $_.Label : $_.DisplayEntry.Value } | Where-Object { $live.$_ -is [string] -and $live.$_ -ceq $hostile })
        $cells.Count | Should -BeGreaterOrEqual $expected.Count
    }
}

Describe 'Texts with several lines' {
    It 'keep their lines in a list' {
        $conference = [TrainingApis.Conferences.Conference]@{ ConferenceId = '1'; Description = "first`r`nsecond`n`tthird`e[2J`rfourth" }
        @(Get-Line $conference List)[2..4] | ForEach-Object Trim | Should -Be 'Description  : first', 'second', 'third␛[2J␍fourth'
    }
}

Describe 'Text of a vendor' {
    BeforeAll {
        $server = Start-SandboxServer
        $text = 'Refus\u001b[2J\u001b]0;owned\u0007é\u009b1A\u007f: ligne 1\r\nligne 2\tfin'
        $expected = 'Refus␛[2J␛]0;owned␇é␛1A␡: ligne 1  ligne 2 fin'
    }
    AfterAll {
        Stop-SandboxServer $server
        Connect-TrainingSandbox -ProductCount 60 -SessionCount 120
    }

    It 'shows its control characters as symbols in messages of errors, on one line' {
        Connect-TestCegos $server
        Set-Fault $server @{ match = @{ path = 'Products' }; times = -1; fault = @{ kind = 'status'; status = 400; contentType = 'application/json'; body = "{""message"":""$text""}" } }
        Get-CegosProduct 202561072 -ErrorVariable failed -ErrorAction SilentlyContinue -Verbose 4>&1 | Out-String | Should -Not -Match '[\p{Cc}-[\r\n]]'
        $failed[0].Exception.Message, "$($failed[0])" | Should -BeLike "*$([wildcardpattern]::Escape($expected))*"
        $PSStyle.OutputRendering = 'Ansi'
        try { $failed | Out-String | Should -Not -Match "$escape\[2J|$escape\]|\a|\u009b" } finally { $PSStyle.OutputRendering = 'PlainText' }
    }

    It 'shows its control characters as symbols in tables and completions, and exports them unchanged' {
        Clear-Fault $server
        Set-Fault $server @{ match = @{ path = 'Products' }; times = -1; fault = @{ kind = 'replaceText'; find = '("title": ?")Management'; with = '$1\u001b[2J\u001b]0;owned\u0007Management' } }
        $product = Get-CegosProduct 202561072
        $product.Title | Should -Be "$escape[2J$escape]0;owned`aManagement : les fondamentaux"
        (Get-Colored $product)[-1] | Should -Match '␛\[2J␛\]0;owned␇Management : les fondamentaux$'
        $completion = (TabExpansion2 'Get-CegosProduct 20256107' 25).CompletionMatches
        $completion.CompletionText | Should -Be '202561072'
        $completion.ToolTip | Should -BeExactly '202561072 ␛[2J␛]0;owned␇Management : les fondamentaux'
        ($product | ConvertTo-Csv | ConvertFrom-Csv).Title | Should -BeExactly $product.Title
        ($product | ConvertTo-Json -Depth 3 -WarningAction Ignore | ConvertFrom-Json).Title | Should -BeExactly $product.Title
    }

    It 'shows its control characters as symbols in messages with the text of a cell too' {
        [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = 'T-1'; SessionId = 'SES001'; IsCpf = "perhaps`e[2J" } | New-CegosRegistration -ErrorVariable failed -ErrorAction SilentlyContinue
        "$($failed[0])" | Should -BeLike '*perhaps␛`[2J*'
        "$($failed[0])" | Should -Not -Match '\p{Cc}'
    }
}

Describe 'Colours' {
    It 'show <status> of <type> in <color>' -ForEach @(
        @{ type = 'Cegos.Session'; member = 'Status'; status = 'Cancelled'; color = 'red'; code = 31 }
        @{ type = 'Cegos.Session'; member = 'Status'; status = 'Closed'; color = 'yellow'; code = 33 }
        @{ type = 'Cegos.Session'; member = 'Status'; status = 'Valid'; color = 'green'; code = 32 }
        @{ type = 'Cegos.Deferral'; member = 'Status'; status = 'Scheduled'; color = 'yellow'; code = 33 }
        @{ type = 'Cegos.Deferral'; member = 'Status'; status = 'Processed'; color = 'green'; code = 32 }
        @{ type = 'Cegos.Deferral'; member = 'Status'; status = 'Error'; color = 'red'; code = 31 }
        @{ type = 'Conferences.Session'; member = 'Status'; status = 'Opened'; color = 'green'; code = 32 }
        @{ type = 'Conferences.Session'; member = 'Status'; status = 'Closed'; color = 'yellow'; code = 33 }
        @{ type = 'Conferences.Registration'; member = 'Status'; status = 'Accepted'; color = 'green'; code = 32 }
        @{ type = 'Conferences.Registration'; member = 'Status'; status = 'WaitingList'; color = 'yellow'; code = 33 }
        @{ type = 'Conferences.Registration'; member = 'Status'; status = 'Cancelled'; color = 'red'; code = 31 }
        @{ type = 'Conferences.Watch'; member = 'Status'; status = 'Enabled'; color = 'green'; code = 32 }
        @{ type = 'Conferences.Watch'; member = 'Status'; status = 'Disabled'; color = 'yellow'; code = 33 }
        @{ type = 'Resamania.Transfer'; member = 'Status'; status = 'Requested'; color = 'yellow'; code = 33 }
        @{ type = 'Resamania.Transfer'; member = 'Status'; status = 'Confirmed'; color = 'green'; code = 32 }
        @{ type = 'Resamania.Transfer'; member = 'Status'; status = 'Denied'; color = 'red'; code = 31 }
        @{ type = 'JournalEntry'; member = 'State'; status = 'Succeeded'; color = 'green'; code = 32 }
        @{ type = 'JournalEntry'; member = 'State'; status = 'Started'; color = 'yellow'; code = 33 }
        @{ type = 'JournalEntry'; member = 'State'; status = 'InDoubt'; color = 'yellow'; code = 33 }
        @{ type = 'JournalEntry'; member = 'State'; status = 'Rejected'; color = 'red'; code = 31 }
        @{ type = 'ConnectionTest'; member = 'Reachable'; status = 'True'; color = 'green'; code = 32 }
        @{ type = 'ConnectionTest'; member = 'Authenticated'; status = 'False'; color = 'red'; code = 31 }
    ) {
        $object = [pscustomobject]@{ PSTypeName = "TrainingApis.$type"; $member = $status; Time = [datetimeoffset]::UnixEpoch }
        (Get-Colored $object)[-1] | Should -Match "$escape\[${code}m$status$escape\[0m"
        (Get-Colored $object List) -join "`n" | Should -Match "$escape\[${code}m$status$escape\[0m"
    }

    It 'mark a session without places, and no other' {
        foreach ($case in @{ n = 8; full = $false; left = 4 }, @{ n = 12; full = $false; left = 0 }, @{ n = 3; full = $true; left = 0 }, @{ n = $null; full = $null; left = 12 }, @{ n = 14; full = $false; left = 0 }) {
            $session = [TrainingApis.Cegos.Session]@{ RegistrationCount = $case.n; LimitMax = 12; IsFull = $case.full }
            $session.PlacesLeft | Should -Be $case.left
            $line = (Get-Colored $session)[-1]
            $line -replace "$escape\[[0-9;]*m" | Should -Match "\b$($case.left)\b"
            ($line -match "$escape\[33m0$escape\[0m") | Should -Be ($case.left -eq 0)
        }
        ([TrainingApis.Cegos.Session]@{ RegistrationCount = 3 }).PlacesLeft | Should -BeNullOrEmpty
    }

    It 'do not mark a usual status' {
        (Get-Colored ([pscustomobject]@{ PSTypeName = 'TrainingApis.Cegos.Session'; Status = 'Open' }))[-1] | Should -Not -Match "$escape\[3\dm"
    }

    It 'are not in a file, and not used if NO_COLOR is set' {
        $script = "Import-Module `$env:TRAININGAPIS_TESTED; Connect-TrainingSandbox -ProductCount 60 -SessionCount 120; Get-CegosSession | Out-File '$TestDrive/sessions.txt'; Get-CegosSession | Out-Host"
        $host1 = Invoke-FreshPowerShell $script -Environment @{ NO_COLOR = '1' }
        $host1.Output | Should -Match 'Cancelled'
        $host1.Output + $host1.Error + (Get-Content "$TestDrive/sessions.txt" -Raw) | Should -Not -Match $escape
        Get-Content "$TestDrive/sessions.txt" -Raw | Should -Match 'Cancelled'
    }
}

Describe 'Columns' {
    It 'are aligned below accents, ligatures and wide characters' {
        $rows = 'Zoé', 'L''œuvre à l''été', '研修コース 東京', '한국어 과정', 'Ｆｕｌｌ width', ('研' * 40) | ForEach-Object {
            [pscustomobject]@{ PSTypeName = 'TrainingApis.Conferences.Registration'; RegistrationId = '7'; ClientName = $_; EmailAddress = 'zoe@example.com' }
        }
        $lines = Get-Line $rows Table
        $start = Find-Cell $lines[0] EmailAddress
        $lines | Should -HaveCount 8
        foreach ($line in $lines | Select-Object -Skip 2) {
            Find-Cell $line 'zoe@example.com' | Should -Be $start -Because $line
            Measure-Cell $line | Should -BeLessOrEqual 120
        }
    }

    It 'are aligned with colours' {
        $rows = 'Open', 'Valid', 'Cancelled' | ForEach-Object { [pscustomobject]@{ PSTypeName = 'TrainingApis.Cegos.Session'; YearlySessionCode = '2025-1'; Status = $_; PlacesLeft = 0; Price = 9; City = 'Paris' } }
        $lines = Get-Colored $rows
        ($lines[2..4] -replace "$escape\[[0-9;]*m" | ForEach-Object { $_.IndexOf('Paris') } | Sort-Object -Unique) | Should -HaveCount 1
    }

    It 'show a date the same way in every culture' {
        $session = [TrainingApis.Cegos.Session]@{ YearlySessionCode = '2025-61072-PAR-001'; StartDateRaw = '2025-12-25T22:45:00' }
        try {
            foreach ($name in 'fr-FR', 'en-US', 'hu-HU', 'ko-KR', 'bg-BG', 'ja-JP', '') {
                [cultureinfo]::CurrentCulture = $name
                (Get-Line $session Table 79)[-1] | Should -Match ' 2025-12-25 22:45 ' -Because $name
            }
        }
        finally { [cultureinfo]::CurrentCulture = 'fr-FR' }
    }

    It 'appear with the first object' {
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $first = 1, 2 | ForEach-Object { [TrainingApis.Cegos.Product]@{ YearlyProductCode = "$_" }; Start-Sleep -Milliseconds 500 } | Out-String -Stream | Where-Object { $_ -like '1 *' } | ForEach-Object { $clock.ElapsedMilliseconds }
        $first | Should -BeLessThan 500 -Because 'a column without a width does not wait for all objects'
    }
}

Describe 'The picture in the README' {
    It 'is the current output of the module' {
        & "$Root/tools/New-Picture.ps1" -Path "$TestDrive/terminal.svg" -Module $ModulePath
        (Get-Content "$TestDrive/terminal.svg" -Raw) -replace '\r' | Should -Be ((Get-Content "$Root/docs/terminal.svg" -Raw) -replace '\r')
    }
}
