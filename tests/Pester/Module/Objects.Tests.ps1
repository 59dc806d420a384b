# Nested objects compare, group and sort as the text that they print, and sessions join their products.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    $types = (Get-Command -Module TrainingApis).OutputType.Type | Where-Object FullName -like 'TrainingApis.*' | Sort-Object FullName -Unique
    # Every property of an emitted type, and of its nested types, whose value is one object of this module.
    $walked = [System.Collections.Generic.HashSet[type]]::new()
    function Get-NestedProperty([type] $Type) {
        if (-not $walked.Add($Type)) { return }
        foreach ($property in $Type.GetProperties()) {
            $of = $property.PropertyType
            while ($of.IsGenericType -and $of.Name -eq 'ItemList`1') { $of = $of.GetGenericArguments()[0] }
            if ($of.Namespace -notlike 'TrainingApis*' -or -not $of.IsClass -or $of -in [TrainingApis.AdditionalProperties], [TrainingApis.Conferences.ZonedDateTime]) { continue }
            if ($of -notin $types) { @{ owner = $Type; property = $property.Name; of = $of } }
            Get-NestedProperty $of
        }
    }
    $nested = @($types | ForEach-Object { Get-NestedProperty $_ })
}

BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    Connect-TrainingSandbox
    $products = @(Get-CegosProduct -Hydrate)
    $sessions = @(Get-CegosSession)
    # The text of a property, without the comparison of its values.
    function Get-Text($Objects, [string] $Property) { @($Objects | ForEach-Object { [string] $_.$Property }) }
}

AfterAll { Disconnect-TrainingApi }

Describe 'Every type of nested object' {
    It 'is found by the recursive search' { $nested.Count | Should -BeGreaterThan 12 } -ForEach @{ nested = $nested }

    It 'compares as text and keeps unknown members: <owner>.<property>' -ForEach $nested {
        $of.IsSubclassOf([TrainingApis.NestedObject]) | Should -BeTrue -Because $of
        $one, $other = [Activator]::CreateInstance($of), [Activator]::CreateInstance($of)
        $one | Should -Be $other
        $one.GetHashCode() | Should -Be $other.GetHashCode()
        $one.CompareTo($other) | Should -Be 0
        $one.CompareTo($null) | Should -BeGreaterOrEqual 0
        $one -eq $null | Should -BeFalse
    }
}

Describe 'The <property> of products' -ForEach @{ property = 'Range' }, @{ property = 'Level' }, @{ property = 'CommercialDuration' } {
    BeforeAll {
        $texts = Get-Text $products $property
        $groups = @($texts | Where-Object { $_ } | Group-Object -NoElement | Sort-Object Count -Descending)
    }

    It 'is equal to its text, ignoring case' {
        $groups.Count | Should -BeGreaterThan 3
        foreach ($group in $groups | Select-Object -First 5) {
            @($products | Where-Object $property -EQ $group.Name) | Should -HaveCount $group.Count -Because $group.Name
            @($products | Where-Object $property -EQ $group.Name.ToUpper()) | Should -HaveCount $group.Count -Because $group.Name
            @($products | Where-Object $property -NE $group.Name) | Should -HaveCount ($products.Count - $group.Count) -Because $group.Name
            @($products | Where-Object { $group.Name -eq $_.$property }) | Should -HaveCount $group.Count -Because $group.Name
        }
    }

    It 'can be one of several texts, and match a pattern' {
        $two = $groups[0, 1]
        $count = ($two | Measure-Object Count -Sum).Sum
        @($products | Where-Object $property -In $two.Name) | Should -HaveCount $count
        @($products | Where-Object $property -NotIn $two.Name) | Should -HaveCount ($products.Count - $count)
        @($products | Where-Object { $_.$property -in $two.Name -and $two.Name -contains $_.$property }) | Should -HaveCount $count
        $begin = [wildcardpattern]::Escape($groups[0].Name.Substring(0, 2))
        @($products | Where-Object $property -Like "$begin*") | Should -HaveCount @($texts -like "$begin*").Count
        @($products | Where-Object $property -Match "^$([regex]::Escape($groups[0].Name))$") | Should -HaveCount $groups[0].Count
    }

    It 'groups by its text' {
        $found = $products | Group-Object $property | Where-Object Name | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" }
        $found | Should -BeExactly ($groups | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" })
        @($products | Where-Object { $null -ne $_.$property } | Sort-Object $property -Unique).Count | Should -BeLessOrEqual $groups.Count
    }

    It 'compares with the same property of another product' {
        $first, $second = @($products | Where-Object { [string] $_.$property -eq $groups[0].Name })[0, 1]
        $other = @($products | Where-Object { [string] $_.$property -eq $groups[1].Name })[0]
        $first.$property -eq $second.$property | Should -BeTrue
        $first.$property -eq $other.$property | Should -BeFalse
        Compare-Object $first $second -Property $property | Should -BeNullOrEmpty
        Compare-Object $first $other -Property $property | Should -HaveCount 2
    }

    It 'matches a pattern after a job or CliXml' {
        $copies = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($products, 1))
        @($copies | Where-Object $property -Like ([wildcardpattern]::Escape($groups[0].Name))) | Should -HaveCount $groups[0].Count
        Get-Text $copies $property | Should -BeExactly $texts
    }
}

Describe 'The level and range of products' {
    It 'sort by their text' {
        foreach ($property in 'Level', 'Range') {
            $sorted = Get-Text ($products | Where-Object $property | Sort-Object $property) $property
            $expected = [string[]] (Get-Text ($products | Where-Object $property) $property)
            [array]::Sort($expected, [StringComparer]::OrdinalIgnoreCase)
            $sorted | Should -BeExactly $expected
        }
    }

    It 'of the sandbox are found by a text and by a pattern' {
        @($products | Where-Object Range -EQ Management).Count | Should -BeGreaterThan 0
        @($products | Where-Object Level -EQ Expert).Count | Should -BeGreaterThan 0
        @($products | Where-Object Level -NE Expert).Count | Should -BeLessThan $products.Count
    }
}

Describe 'The duration of products' {
    BeforeAll {
        function New-Duration($Days, $Hours, $Minutes) { [TrainingApis.Cegos.CommercialDuration]@{ Days = $Days; Hours = $Hours; Minutes = $Minutes } }
        # The hours and minutes, or the days of seven hours if there are none.
        function Get-Hour($Duration) { $Duration.Hours -or $Duration.Minutes ? $Duration.Hours + $Duration.Minutes / 60 : 7 * $Duration.Days }
    }

    It 'prints hours and days as two statements of one duration: <text>' -ForEach @(
        @{ days = 3; hours = 21; minutes = $null; text = '21 h in 3 days' }
        @{ days = 1; hours = 7; minutes = 0; text = '7 h in 1 day' }
        @{ days = 0.5; hours = 3; minutes = 30; text = '3 h 30 min in 0.5 days' }
        @{ days = 2; hours = 0; minutes = $null; text = '2 days' }
        @{ days = 0; hours = 2; minutes = $null; text = '2 h' }
        @{ days = $null; hours = $null; minutes = 45; text = '45 min' }
        @{ days = $null; hours = $null; minutes = $null; text = '' }
    ) {
        [string] (New-Duration $days $hours $minutes) | Should -BeExactly $text
    }

    It 'sorts by hours, not as text' {
        $durations = (New-Duration 15 105), (New-Duration 1 7), (New-Duration $null 3 30), (New-Duration 2), (New-Duration $null $null 45), (New-Duration 3 21)
        Get-Text ($durations | ForEach-Object { [pscustomobject]@{ D = $_ } } | Sort-Object D) D | Should -Be '45 min', '3 h 30 min', '7 h in 1 day', '2 days', '21 h in 3 days', '105 h in 15 days'
        $hours = @($products | Sort-Object CommercialDuration | ForEach-Object { Get-Hour $_.CommercialDuration })
        $hours | Sort-Object -Unique | Should -Not -HaveCount 1
        ($hours | ForEach-Object { $_.ToString('0.##', [cultureinfo]::InvariantCulture) }) -join ' ' | Should -Be (($hours | Sort-Object | ForEach-Object { $_.ToString('0.##', [cultureinfo]::InvariantCulture) }) -join ' ')
    }

    It 'compares with a number of hours' {
        $hours = @($products | Where-Object CommercialDuration | ForEach-Object { Get-Hour $_.CommercialDuration })
        @($products | Where-Object CommercialDuration -GT 14) | Should -HaveCount @($hours -gt 14).Count
        @($products | Where-Object CommercialDuration -LE 14) | Where-Object CommercialDuration | Should -HaveCount @($hours -le 14).Count
        @($products | Where-Object CommercialDuration -EQ 14) | Should -HaveCount @($hours -eq 14).Count
        @($products | Where-Object CommercialDuration -GE 10.5) | Should -HaveCount @($hours -ge 10.5).Count
        @($hours -gt 14).Count | Should -BeGreaterThan 0
        (New-Duration $null 3 30) -eq 3.5 | Should -BeTrue
        (New-Duration 2) -lt (New-Duration 1 21) | Should -BeTrue
    }
}

Describe 'Sessions and products' {
    It 'join by YearlyProductCode' {
        $titles = $products | Group-Object YearlyProductCode -AsHashTable
        $sessions.Count | Should -BeGreaterThan 2000
        $sessions | Where-Object { -not $titles.ContainsKey($_.YearlyProductCode) } | Should -BeNullOrEmpty
        $sessions.YearlyProductCode | Should -Not -Contain '2025-61072'
        $session = Get-CegosSession 2025-61072-PAR-001
        $titles[$session.YearlyProductCode].Title | Should -Be 'Management : les fondamentaux'
        $session.YearlyProductCodeRaw | Should -Be '2025-61072'
    }

    It 'join after a job or CliXml too' {
        $copies = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($sessions[0..99], 1))
        $copies | Where-Object YearlyProductCode -NotIn $products.YearlyProductCode | Should -BeNullOrEmpty
    }
}

Describe 'A part of a session' {
    It 'prints its start and end: <text>' -ForEach @(
        @{ start = '2025-09-15T09:00:00'; end = '2025-09-15T17:30:00'; number = 1; text = '2025-09-15 09:00 - 17:30' }
        @{ start = '2025-09-15T09:00:00'; end = '2025-09-16T17:30:00'; number = 1; text = '2025-09-15 09:00 - 2025-09-16 17:30' }
        @{ start = '2025-09-15T09:00:00'; end = $null; number = 1; text = '2025-09-15 09:00' }
        @{ start = $null; end = '2025-09-15T17:30:00'; number = 1; text = '2025-09-15 17:30' }
        @{ start = 'à définir'; end = ' '; number = 1; text = 'à définir' }
        @{ start = $null; end = $null; number = 2; text = 'part 2' }
        @{ start = ''; end = ''; number = $null; text = '' }
    ) {
        [string] [TrainingApis.Cegos.SessionPart]@{ StartDateRaw = $start; EndDateRaw = $end; Number = $number } | Should -BeExactly $text
    }
}
