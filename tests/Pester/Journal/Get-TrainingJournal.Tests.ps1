# Get-TrainingJournal: a journal as objects, with the last state of each step of each change.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    function New-Line([string] $Key, [string] $State, [int] $Occurrence = 1, [string] $Step = 'create', [string] $Reference, [string] $ErrorId, [string] $Row = 'null') {
        $json = { param($text) $text ? """$text""" : 'null' }
        "{""v"":2,""time"":""2026-01-15T10:00:00.000Z"",""command"":""New-CegosRegistration"",""step"":""$Step"",""row"":$Row,""key"":""$($Key * 64)"",""occurrence"":$Occurrence,""state"":""$State""," +
            """reference"":$(& $json $Reference),""error"":$(& $json $ErrorId)}"
    }
    function Set-Journal([string[]] $Line, [string] $Name = 'journal.jsonl', [string] $End = "`n") {
        $path = Join-Path $TestDrive $Name
        [IO.File]::WriteAllText($path, ($Line -join "`n") + $End)
        $path
    }
}

Describe 'Get-TrainingJournal' {
    It 'emits the last state of each key, occurrence and step, in the order of their start' {
        $path = Set-Journal (New-Line a Started), (New-Line b Started), (New-Line a Succeeded -Reference INS-1), (New-Line a Started -Occurrence 2), (New-Line c Started -Step sale),
            (New-Line c InDoubt -Step sale -ErrorId InDoubt), (New-Line b Rejected -ErrorId NotFound), (New-Line b Started)
        $entries = Get-TrainingJournal $path
        $entries | ForEach-Object { "$($_.Key[0]) $($_.Occurrence) $($_.Step) $($_.State) $($_.Reference) $($_.Error)" } | Should -BeExactly 'a 1 create Succeeded INS-1 ', 'b 1 create Started  ', 'a 2 create Started  ', 'c 1 sale InDoubt  InDoubt'
        $entries[0] | Should -BeOfType TrainingApis.JournalEntry
        $entries[0].Command, $entries[0].Time.UtcDateTime | Should -Be 'New-CegosRegistration', ([datetime]::new(2026, 1, 15, 10, 0, 0, [DateTimeKind]::Utc))
    }

    It 'emits the number of the input object; none if all values came from the command line' {
        (Get-TrainingJournal (Set-Journal (New-Line a Started -Row 17), (New-Line a InDoubt -Row 17), (New-Line b Started))).Row | Should -Be 17, $null
    }

    It 'shows a table with the row' {
        $text = Get-TrainingJournal (Set-Journal (New-Line a Succeeded -Reference INS-1 -Row 17)) | Out-String -Width 120
        $text | Should -Match 'Row\s+Step\s+State\s+Error\s+Command\s+Reference'
        $text | Should -Match '17\s+create\s+Succeeded\s+New-CegosRegistration\s+INS-1'
    }

    It 'skips an incomplete last line and blank lines, and reads a last line without its line feed, a byte order mark and CRLF' {
        $path = Set-Journal ([char]0xFEFF + (New-Line a Started) + "`r"), '', '   ', (New-Line a Succeeded -Reference R).Substring(0, 90) -End ''
        (Get-TrainingJournal $path).State | Should -Be 'Started'
        $path = Set-Journal (New-Line a Started), (New-Line a Succeeded -Reference R) -End ''
        (Get-TrainingJournal $path).State | Should -Be 'Succeeded'
        Get-TrainingJournal (Set-Journal @() -End '') | Should -BeNullOrEmpty
    }

    It 'is JournalDamaged, with the line: <Name>' -ForEach @(
        @{ Name = 'an incomplete line in the middle'; Line = '{"v":2,"time":' }
        @{ Name = 'no JSON'; Line = 'hello' }
        @{ Name = 'another version'; Edit = '"v":2', '"v":1' }
        @{ Name = 'a row as text'; Edit = '"row":null', '"row":"1"' }
        @{ Name = 'no object'; Line = '[1]' }
        @{ Name = 'a key that is no hash'; Edit = @('a' * 64), 'A123' }
        @{ Name = 'an unknown state'; Edit = 'Started', 'Done' }
        @{ Name = 'a state as a number'; Edit = 'Started', '1' }
        @{ Name = 'a state in other letters'; Edit = 'Started', 'started' }
        @{ Name = 'an occurrence as text'; Edit = ':1,"state"', ':"1","state"' }
        @{ Name = 'a member missing'; Edit = ',"error":null', '' }
        @{ Name = 'an impossible time'; Edit = '2026-01-15T', '2026-99-15T' }
    ) {
        $line = $Line ?? (New-Line a Started).Replace($Edit[0], $Edit[1])
        $path = Set-Journal (New-Line b Started), $line, (New-Line c Started)
        Get-TrainingJournal $path -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeExactly 'JournalDamaged,TrainingApis.Cmdlets.Journal.GetTrainingJournalCommand'
        $failed.CategoryInfo.Category | Should -Be 'InvalidData'
        $failed.Exception.Message | Should -BeLike "Line 2 of the journal '$path' cannot be read: *. The file was not changed and nothing was sent. *"
    }

    It 'takes paths, files and wildcards, and continues after a missing file' {
        Push-Location $TestDrive
        try {
            $null = Set-Journal (New-Line a Started) 'one[1].jsonl'
            $null = Set-Journal (New-Line b Started) 'two.jsonl'
            (Get-TrainingJournal 'one[1].jsonl').Key | Should -Be ('a' * 64)
            (Get-Item -LiteralPath 'one[1].jsonl', 'two.jsonl' | Get-TrainingJournal).Key | Should -Be ('a' * 64), ('b' * 64)
            (Get-TrainingJournal t*o.jsonl).Key | Should -Be ('b' * 64)
            'none.jsonl', 'two.jsonl' | Get-TrainingJournal -ErrorVariable failed -ErrorAction SilentlyContinue | Should -HaveCount 1
            $failed.FullyQualifiedErrorId | Should -BeExactly 'PathNotFound,TrainingApis.Cmdlets.Journal.GetTrainingJournalCommand'
            $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        }
        finally { Pop-Location }
    }

    It 'requires no connection and writes nothing' {
        $path = Set-Journal (New-Line a Started), (New-Line b Started).Substring(0, 50) -End ''
        $before = Get-Content $path -Raw
        $null = Get-TrainingJournal $path
        Get-Content $path -Raw | Should -BeExactly $before
        (Get-ChildItem $TestDrive -Name) -like "*.lock" | Should -BeNullOrEmpty
    }

    It 'emits objects that keep their values in a job and in CSV' {
        $entry = Get-TrainingJournal (Set-Journal (New-Line a Rejected -ErrorId NotFound))
        ($entry | ConvertTo-Csv | ConvertFrom-Csv).Error | Should -BeExactly 'NotFound'
        $revived = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($entry))
        "$($revived.State) $($revived.Error)" | Should -BeExactly 'Rejected NotFound'
        $revived | Out-String -Width 120 | Should -Match 'Rejected\s+NotFound'
    }
}
