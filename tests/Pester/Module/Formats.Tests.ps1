# What one sees: a table, a list and a wide view for every type, within 120 columns, aligned whatever the letters, in colour where that is wanted.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    $types = @((Get-Command -Module TrainingApis).OutputType.Type | Where-Object FullName -like 'TrainingApis.*' | Sort-Object FullName -Unique | ForEach-Object FullName)
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
    $escape = [string][char]27

    # How many columns of a terminal a text takes: two for a wide character.
    function Measure-Cell {
        param([string] $Text)
        $wide = [regex]::Matches($Text, '[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]').Count
        $Text.Length + $wide
    }
    function Get-Line { param($Object, [string] $View) @(($Object | & "Format-$View" | Out-String -Width 120) -split '\r?\n' | Where-Object { $_.Trim() }) }
    function Find-Cell { param([string] $Line, [string] $Text) Measure-Cell $Line.Substring(0, $Line.IndexOf($Text)) }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    [cultureinfo]::CurrentCulture = $culture
    Disconnect-TrainingApi
}

Describe '<_>' -ForEach $types {
    BeforeAll {
        $type = $_
        $objects = @($samples[$type] | Select-Object -First 30)
        $views = (Get-FormatData $type -PowerShellVersion 7.4).FormatViewDefinition.Control
    }

    It 'has a table of at most six columns, a list and a wide view' {
        $objects.Count | Should -BeGreaterThan 0
        ($views | ForEach-Object { $_.GetType().Name }) -join ' ' | Should -Be 'TableControl ListControl WideControl'
        $views[0].Headers.Count | Should -BeLessOrEqual 6
        foreach ($header in $views[0].Headers | Select-Object -SkipLast 1) { $header.Width | Should -BeGreaterThan 0 -Because 'a column without a width waits for all rows' }
    }

    It 'stays within 120 columns' {
        foreach ($view in 'Table', 'List', 'Wide') {
            @(Get-Line $objects $view | Where-Object { (Measure-Cell $_) -gt 120 }) | Should -BeNullOrEmpty -Because $view
        }
    }

    It 'shows what it says: no error, no name of a type' {
        foreach ($view in 'Table', 'List', 'Wide') { Get-Line $objects $view | Should -Not -Match '#ERR|TrainingApis\.|System\.' -Because $view }
        @(Get-Line $objects Wide)[0].Trim() | Should -Not -BeNullOrEmpty
    }

    It 'names only properties that it has' {
        $known = ($type -as [type]).GetProperties().Name
        $entries = @($views[0].Rows.Columns.DisplayEntry) + @($views[1].Entries.Items.DisplayEntry) + @($views[2].Entries.DisplayEntry)
        foreach ($entry in $entries) {
            $names = "$($entry.ValueType)" -eq 'Property' ? $entry.Value : ([regex]::Matches($entry.Value, '\$_\.(\w+)') | ForEach-Object { $_.Groups[1].Value })
            $names | Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
        }
    }

    It 'looks the same after a job or CliXml' {
        $objects | Select-Object -First 5 | Export-Clixml "$TestDrive/copy.xml"
        $copies = @(Import-Clixml "$TestDrive/copy.xml")
        $copies[0].PSTypeNames[0] | Should -Be "Deserialized.$type"
        (Get-Line $copies Table) -join "`n" | Should -Be ((Get-Line ($objects | Select-Object -First 5) Table) -join "`n")
    }

    It 'has no escape code in plain text, and the same text below the colours' {
        $plain = Get-Line $objects Table
        $PSStyle.OutputRendering = 'Ansi'
        try { $colored = Get-Line $objects Table } finally { $PSStyle.OutputRendering = 'PlainText' }
        $plain -join '' | Should -Not -Match $escape
        @($colored -replace "$escape\[[0-9;]*m" | ForEach-Object TrimEnd) -join "`n" | Should -Be (@($plain | ForEach-Object TrimEnd) -join "`n")
    }
}

Describe 'Colours' {
    BeforeAll {
        function Get-Colored { param($Object, [string] $View = 'Table') $PSStyle.OutputRendering = 'Ansi'; try { Get-Line $Object $View } finally { $PSStyle.OutputRendering = 'PlainText' } }
    }

    It 'mark <status> of <type> <color>' -ForEach @(
        @{ type = 'Cegos.Session'; member = 'Status'; status = 'Cancelled'; color = 'red'; code = 31 }
        @{ type = 'Cegos.Session'; member = 'Status'; status = 'Valid'; color = 'green'; code = 32 }
        @{ type = 'Cegos.Deferral'; member = 'Status'; status = 'Scheduled'; color = 'yellow'; code = 33 }
        @{ type = 'Conferences.Session'; member = 'Status'; status = 'Closed'; color = 'yellow'; code = 33 }
        @{ type = 'Conferences.Registration'; member = 'Status'; status = 'WaitingList'; color = 'yellow'; code = 33 }
        @{ type = 'Conferences.Registration'; member = 'Status'; status = 'Cancelled'; color = 'red'; code = 31 }
        @{ type = 'Conferences.Watch'; member = 'Status'; status = 'Enabled'; color = 'green'; code = 32 }
        @{ type = 'Resamania.Transfer'; member = 'Status'; status = 'Denied'; color = 'red'; code = 31 }
        @{ type = 'JournalEntry'; member = 'State'; status = 'InDoubt'; color = 'yellow'; code = 33 }
        @{ type = 'ConnectionTest'; member = 'Reachable'; status = 'False'; color = 'red'; code = 31 }
    ) {
        $object = [pscustomobject]@{ PSTypeName = "TrainingApis.$type"; $member = $status; Time = [datetimeoffset]::UnixEpoch }
        (Get-Colored $object)[-1] | Should -Match "$escape\[${code}m$status$escape\[0m"
        (Get-Colored $object List) -join "`n" | Should -Match "$escape\[${code}m$status$escape\[0m"
    }

    It 'mark a full session, and no other' {
        foreach ($case in @{ n = 8; full = $false; marked = $false }, @{ n = 12; full = $false; marked = $true }, @{ n = 3; full = $true; marked = $true }, @{ n = $null; full = $null; marked = $false }) {
            $session = [pscustomobject]@{ PSTypeName = 'TrainingApis.Cegos.Session'; RegistrationCount = $case.n; LimitMax = 12; IsFull = $case.full }
            $line = (Get-Colored $session)[-1]
            $line | Should -Match "$($case.n)/12"
            ($line -match "$escape\[33m$($case.n)/12$escape\[0m") | Should -Be $case.marked
        }
    }

    It 'leave open what is as usual' {
        (Get-Colored ([pscustomobject]@{ PSTypeName = 'TrainingApis.Cegos.Session'; Status = 'Open' }))[-1] | Should -Not -Match "$escape\[3\dm"
    }

    It 'are not in a file, nor where NO_COLOR is set' {
        $script = "Import-Module `$env:TRAININGAPIS_TESTED; Connect-TrainingSandbox -ProductCount 60 -SessionCount 120; Get-CegosSession | Out-File '$TestDrive/sessions.txt'; Get-CegosSession | Out-Host"
        $host1 = Invoke-FreshPowerShell $script -Environment @{ NO_COLOR = '1' }
        $host1.Output | Should -Match 'Cancelled'
        $host1.Output + $host1.Error + (Get-Content "$TestDrive/sessions.txt" -Raw) | Should -Not -Match $escape
        Get-Content "$TestDrive/sessions.txt" -Raw | Should -Match 'Cancelled'
    }
}

Describe 'Columns' {
    It 'stand below each other with accents, ligatures and wide characters' {
        $rows = 'Management', 'L''œuvre à l''été : Noël', '研修コース 東京', '한국어 과정', 'Ｆｕｌｌ width', ('研' * 40) | ForEach-Object {
            [pscustomobject]@{ PSTypeName = 'TrainingApis.Cegos.Product'; YearlyProductCode = '202561072'; Title = $_; DeliveryMode = 'A distance'; Price = 1350.5 }
        }
        $lines = Get-Line $rows Table
        $start = Find-Cell $lines[0] DeliveryMode
        $lines | Should -HaveCount 8
        foreach ($line in $lines | Select-Object -Skip 2) {
            Find-Cell $line 'A distance' | Should -Be $start -Because $line
            Measure-Cell $line | Should -BeLessOrEqual 120
        }
        ($lines[2..7] | ForEach-Object { Find-Cell $_ '350,50' } | Sort-Object -Unique) | Should -HaveCount 1
    }

    It 'stand below each other with colours' {
        $rows = 'Open', 'Valid', 'Cancelled' | ForEach-Object { [pscustomobject]@{ PSTypeName = 'TrainingApis.Cegos.Session'; YearlySessionCode = '2025-1'; Status = $_; RegistrationCount = 12; LimitMax = 12; Price = 9 } }
        $PSStyle.OutputRendering = 'Ansi'
        try { $lines = Get-Line $rows Table } finally { $PSStyle.OutputRendering = 'PlainText' }
        ($lines[2..4] -replace "$escape\[[0-9;]*m" | ForEach-Object { $_.IndexOf('12/12') } | Sort-Object -Unique) | Should -HaveCount 1
    }
}

Describe 'The picture in the README' {
    It 'is what the module shows' {
        & "$Root/tools/New-Picture.ps1" -Path "$TestDrive/terminal.svg" -Module $ModulePath
        (Get-Content "$TestDrive/terminal.svg" -Raw) -replace '\r' | Should -Be ((Get-Content "$Root/docs/terminal.svg" -Raw) -replace '\r')
    }
}
