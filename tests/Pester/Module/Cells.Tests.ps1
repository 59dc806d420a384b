# Every cell of every changing command: a cell that cannot be read is an error of its row, and only of its row. New commands are tested
# without being listed here.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $commands = Get-RowCommand
    $cells = foreach ($command in $commands) {
        foreach ($parameter in Get-RowParameter $command | Where-Object Cell) { @{ Command = $command; Parameter = $parameter; Name = "$($command.Name) -$($parameter.Name)" } }
    }
}
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    $long = 'perhaps' + 'x' * 80
    $bad = @{
        Boolean     = 'perhaps', '3,5', '2', '-1', '1.5', 'ouin', '31/12/2000', $long, 2, 'tr ue'
        Enum        = 'perhaps', '3,5', '2.6', '-1', '99', '31/12/2000', $long, 'Mr,Mrs'
        Number      = 'perhaps', '3,5', '1 000', '1e3', '0x10', '12h', '1,000', '31/12/2000', $long
        WholeNumber = 'perhaps', '3,5', '2.6', '1e3', '1,000', '99999999999', '31/12/2000', $long
        Form        = 'perhaps', '3,5', 'comment=x', '31/12/2000', $long, 7, $true
        Date        = 'perhaps', '3,5', '31/12/2000', '12/31/2000', '2000-13-01', '2000-02-30', '20001231', $long, 7
    }

    # Sends each row, and returns the requests and the errors.
    function Send-Row($Command, [object[]] $Row, [hashtable] $With = @{}) {
        Clear-RequestLog $server
        $switches = Get-SampleSwitch $Command
        $null = $Row | & $Command.Name @With @switches -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        # A rejection by the vendor was sent, so it is not relevant here.
        $script:refused = @($failed | Where-Object { $_.Exception -isnot [TrainingApis.ApiException] -or $_.Exception.Kind -eq 'InvalidArgument' })
        , @(Get-SentChange $server)
    }
    function New-Row($Command, [hashtable] $With = @{}) {
        $row = Get-SampleRow $Command
        foreach ($name in $With.Keys) { $row[$name] = $With[$name] }
        [pscustomobject] $row
    }
}
AfterAll { Stop-SandboxServer $server }

Describe 'A cell' {
    BeforeAll {
        Reset-TestApi $server
        $culture = [cultureinfo]::CurrentCulture
    }
    AfterEach { [cultureinfo]::CurrentCulture = $culture }

    It 'has a reader on every parameter that is not text: <_.Name>' -ForEach $commands {
        foreach ($parameter in Get-RowParameter $_) {
            if ($parameter.Type -ne [string]) { $parameter.Cell | Should -Not -BeNullOrEmpty -Because "PowerShell would convert -$($parameter.Name) in its own way" }
        }
    }

    It 'is refused with name and value, nothing is sent for its row and the next one continues: <Name>, <Culture>' -ForEach @(
        foreach ($cell in $cells) { $cell + @{ Culture = 'en-US' }; $cell + @{ Culture = 'fr-FR' } }
    ) {
        [cultureinfo]::CurrentCulture = $Culture
        $rows = foreach ($value in $bad[$Parameter.Cell]) {
            New-Row $Command @{ $Parameter.Name = $value }
            New-Row $Command
        }
        $sent = Send-Row $Command $rows
        $sent.Count | Should -Be $bad[$Parameter.Cell].Count
        $sent.body | Select-Object -Unique | Should -HaveCount 1 -Because 'nothing of a bad row goes into the next'
        $refused.Count | Should -Be $bad[$Parameter.Cell].Count
        $refused.FullyQualifiedErrorId | Select-Object -Unique | Should -BeExactly "ParameterArgumentTransformationError,$($Command.ImplementingType.FullName)"
        $refused.CategoryInfo.Category | Select-Object -Unique | Should -Be 'InvalidData'
        $shown = $bad[$Parameter.Cell] | ForEach-Object { "$_".Length -gt 40 ? "$_".Substring(0, 40) + '…' : "$_" }
        $refused.Exception.Message -replace ' cannot be read as .*$' | Should -BeExactly @($shown | ForEach-Object { "Cannot process argument transformation on parameter '$($Parameter.Name)'. '$_'" })
        "$($refused.Exception)" | Should -Not -BeLike "*$('x' * 41)*"
        $refused.TargetObject | Should -Be @($rows | Where-Object { $_ -in $refused.TargetObject }) -Because 'each error names its own row'
    }

    It 'is refused on the command line too: <Name>' -ForEach $cells {
        $arguments = Get-SampleRow $Command
        $arguments[$Parameter.Name] = 'perhaps'
        { & $Command.Name @arguments -Confirm:$false } | Should -Throw -ErrorId "ParameterArgumentTransformationError,$($Command.ImplementingType.FullName)"
    }

    It 'that is empty is not given: <Name>' -ForEach $cells {
        $empty = '', '   ', $null | ForEach-Object { New-Row $Command @{ $Parameter.Name = $_ } }
        $sent = Send-Row $Command (@($empty) + (New-Row $Command))
        if ($Parameter.Mandatory) {
            $sent.Count | Should -Be 1
            $refused.Count | Should -Be 3
            $refused | Get-ErrorId | ForEach-Object { $_ | Should -Match '^ParameterArgumentValidationError' }
        }
        else {
            $sent.Count | Should -Be 4
            $sent.body | Select-Object -Unique | Should -HaveCount 1
        }
    }

    It 'accepts every documented form: <Name>, <Culture>' -ForEach @(
        foreach ($cell in $cells) { $cell + @{ Culture = 'en-US' }; $cell + @{ Culture = 'fr-FR' } }
    ) {
        [cultureinfo]::CurrentCulture = $Culture
        # Each list has one value in several forms.
        $same = @(switch ($Parameter.Cell) {
            'Boolean' { , ('true', 'TRUE', '1', 'Yes', 'oui', 'Oui', 'VRAI', ' true ', $true, 1, 1L, 1.0); , ('false', 'False', '0', 'no', 'NON', 'faux', $false, 0, 0.0) }
            'Enum' { foreach ($name in Get-SettableName $Parameter.Type) { , ($name, $name.ToUpperInvariant(), " $name", [enum]::Parse($Parameter.Type, $name), [int] [enum]::Parse($Parameter.Type, $name), "$([int] [enum]::Parse($Parameter.Type, $name))") } }
            'Number' { , ('3.5', ' 3.50', '+3.5', 3.5, 3.5d, [single] 3.5); , ('-1', -1, -1L, '-1.0'); , ('1234', 1234) }
            'WholeNumber' { , ('7', 7, 7L, 7.0, ' 7'); , ('-1', -1) }
            'Form' { , (@{ id = 'a'; value = 'b' }, @(, @{ id = 'a'; value = 'b' }), [pscustomobject]@{ Id = 'a'; Value = 'b' }) }
            'Date' { , ('2000-12-31', '2000-12-31T00:00:00', [datetime]::new(2000, 12, 31), '2000-12-31T10:00:00+02:00', [dateonly]::new(2000, 12, 31)) }
            })
        $bodies = foreach ($values in $same) {
            $sent = Send-Row $Command ($values | ForEach-Object { New-Row $Command @{ $Parameter.Name = $_ } })
            $refused | Should -BeNullOrEmpty
            $sent.Count | Should -Be $values.Count
            $sent.body | Select-Object -Unique | Should -HaveCount 1 -Because "$values are the same"
            $sent[0].body
        }
        $bodies | Select-Object -Unique | Should -HaveCount @($same).Count -Because 'each list is another value'
    }

    It 'of text is sent unchanged, an ID or a code without white space at its ends: <_.Name>' -ForEach $commands {
        # A Resamania ID is sent as an IRI, a source's e-mail in the token request, and a temporary e-mail for a move: other suites test these.
        $isIri = $_.Noun -like 'Resamania*' ? '*Id' : ''
        foreach ($parameter in Get-RowParameter $_ | Where-Object { -not $_.Cell -and -not $_.Mandatory -and $_.Name -notlike $isIri -and $_.Name -notin 'SourceEmail', 'TemporaryEmail' }) {
            $sent = Send-Row $_ ('perhaps', ' 3,5 ', '31/12/2000', '0', '007' | ForEach-Object -Begin { $command = $_ } { New-Row $command @{ $parameter.Name = $_ } })
            $refused | Should -BeNullOrEmpty
            foreach ($place in 0..4) { $sent[$place].body | Should -Match """:""$('perhaps', ' ?3,5 ?', '31/12/2000', '0', '007' | Select-Object -Index $place)""" }
        }
    }

    It 'of an ID loses white space at its ends, no-break spaces included, and a blank one is missing: <_.Name>' -ForEach $commands {
        $ids = @(Get-RowParameter $_ | Where-Object IsId)
        if (-not $ids) { Set-ItResult -Skipped -Because 'it has no id' }
        foreach ($parameter in $ids) {
            $value = Get-SampleCell $parameter
            $null = Send-Row $_ (New-Row $_ @{ $parameter.Name = $value }), (New-Row $_ @{ $parameter.Name = "`u{a0} $value`t`u{a0}" })
            $refused | Should -BeNullOrEmpty
            $sent = @(Get-RequestLog $server | Where-Object target -NotLike '*/token') # a change may first read its object
            $sent.Count | Should -Be 2
            "$($sent[1].target) $($sent[1].body)" | Should -BeExactly "$($sent[0].target) $($sent[0].body)"
            if ($parameter.Mandatory) {
                Send-Row $_ (New-Row $_ @{ $parameter.Name = " `u{a0}" }) | Should -BeNullOrEmpty
                $refused.Count | Should -Be 1
            }
        }
    }
}
