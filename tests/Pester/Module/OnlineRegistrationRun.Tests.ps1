# A file of people of every kind is registered online, while the process is killed at random points and started again with the same journal.
# Half of the runs also retry what is in doubt. At the end each person is in the club exactly once, and no request was processed twice.
# Another seed: $env:TRAININGAPIS_SEED; more kills: $env:TRAININGAPIS_KILLS; `build.ps1 -Task Kills` sets both.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    $seed = $env:TRAININGAPIS_SEED ? [int] $env:TRAININGAPIS_SEED : 20260115
    $random = [random]::new($seed)
    $kills = $env:TRAININGAPIS_KILLS ? [int] $env:TRAININGAPIS_KILLS : 10
    $limit = 4
    $csv = Join-Path $TestDrive 'signups.csv'
    $journal = Join-Path $TestDrive 'signups.jsonl'

    # No rate limits: the requests of minutes are sent within seconds.
    $null = Invoke-Control $server 'resamania' -Method Put -Body @{ limits = @{ spike = @{ limit = 1000000; milliseconds = 1000 }; rate = @{ limit = 1000000; milliseconds = 1000 }; quota = @{ limit = 1000000; milliseconds = 1000 } } }
    function Get-Contact { (Invoke-Control $server 'state').resamania.contacts }
    $before = @(Get-Contact)
    $alone = @($before | Group-Object email | Where-Object Count -EQ 1 | ForEach-Object Group)
    $elsewhere = @($alone | Where-Object { $_.clubId -ne '/demoapi/clubs/1' -and $_.state -eq 'prospect' })
    $here = @($alone | Where-Object { $_.clubId -eq '/demoapi/clubs/1' -and $_.state -ne 'temp' } | Select-Object -First 10)
    $new = 1..(4 * $kills) | ForEach-Object { "signup+$_@example.com" }
    # Every second person who is moved has a sale; the sale of any contact can be used: 34 to 44.
    $number = 0
    $rows = @($elsewhere.email) + @($here.email) + $new | ForEach-Object {
        $number++
        [pscustomobject]@{ Email = $_; FamilyName = "Family $number"; GivenName = 'Zoé'; BirthDate = '1990-04-01'; TemporaryEmail = "temporary+$number@example.com"; SaleId = $number % 2 ? 34 + $number % 11 : '' }
    } | Sort-Object { $random.Next() }
    $rows | Export-Csv $csv
    Connect-TestResamania $server

    # The script of an administrator, in a separate PowerShell process.
    function Start-Run([string] $With) {
        $start = [Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
        if ([IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
        $script = @"
Import-Module '$PSScriptRoot/../Support/TestSupport.psm1'
Import-TestedModule
Connect-TestResamania ([pscustomobject]@{ Uri = [uri] '$($server.Uri)' })
Import-Csv '$csv' | Register-ResamaniaContact -Network -Journal '$journal' -ThrottleLimit $limit $With -ErrorAction SilentlyContinue | Out-Null
"@
        foreach ($argument in '-NoProfile', '-NonInteractive', '-Command', $script) { $start.ArgumentList.Add($argument) }
        [Diagnostics.Process]::Start($start)
    }

    # The number of steps that the journal records as started, read while it is written.
    function Measure-Started {
        if (-not [IO.File]::Exists($journal)) { return 0 }
        # A run locks the journal for a moment when it opens it.
        try { $reader = [IO.StreamReader]::new([IO.FileStream]::new($journal, 'Open', 'Read', 'ReadWrite,Delete')) } catch [IO.IOException] { return 0 }
        try { [regex]::Count($reader.ReadToEnd(), '"Started"') } finally { $reader.Dispose() }
    }
    function Get-InDoubt { @(Get-TrainingJournal $journal | Where-Object State -In Started, InDoubt) }
}
AfterAll { Stop-SandboxServer $server }

Describe 'An online registration of a file' {
    It 'that is killed and repeated registers everyone once' {
        Set-Latency $server 60
        $steps = $new.Count + 2.5 * $elsewhere.Count
        $points = 1..$kills | ForEach-Object { $random.Next(1, [int] ($steps * 0.75)) } | Sort-Object
        $run = 0
        $seen = @{}
        foreach ($point in $points) {
            $started = Measure-Started
            $process = Start-Run ($run++ % 2 ? '-RetryInDoubt' : '')
            # At least one new request of this run is in flight at that point.
            Stop-RunAtWork $process { (Measure-Started) -ge [math]::Max($point, $started + 1) } $random.Next(0, 40)
            foreach ($entry in Get-InDoubt) { $seen["$($entry.Key) $($entry.Step)"] = $entry.Step }
        }
        $kinds = $seen.Values | Group-Object -NoElement | Sort-Object Name | ForEach-Object { "$($_.Count) $($_.Name)" }
        Write-Host "    seed $seed, $($rows.Count) rows, killed after $points steps; in doubt: $($kinds -join ', ')"
        $seen.Count | Should -BeGreaterThan 0 -Because 'otherwise nothing was killed at work'

        # A run that is not killed sends the remaining rows, and reports those in doubt.
        Set-Latency $server 0
        $doubted = @(Get-InDoubt).Count
        $results = @(Import-Csv $csv | Register-ResamaniaContact -Network -Journal $journal -ThrottleLimit $limit -ErrorVariable failed -ErrorAction SilentlyContinue)
        $failed | Get-ErrorId | Where-Object { $_ -ne 'InDoubt' } | Should -BeNullOrEmpty
        $failed.Count | Should -Be $doubted
        $results.Count + $failed.Count | Should -Be $rows.Count -Because 'none is forgotten'

        # A step in doubt is found, or sent again.
        $results = @(Import-Csv $csv | Register-ResamaniaContact -Network -Journal $journal -ThrottleLimit $limit -RetryInDoubt)
        $results.Count | Should -Be $rows.Count
        Get-InDoubt | Should -BeNullOrEmpty
        for ($place = 0; $place -lt $rows.Count; $place++) {
            $row, $result = $rows[$place], $results[$place]
            "$($result.Outcome)" | Should -Be ($row.Email -in $new ? 'Created' : $row.Email -in $here.email ? 'AlreadyRegistered' : 'Moved') -Because $row.Email
            $result.SaleUpdated | Should -Be ("$($result.Outcome)" -eq 'Moved' -and "$($row.SaleId)" -ne '') -Because $row.Email
        }

        # The state of the vendor: everyone once, in the club of the result, and no temporary contact remains.
        $after = @(Get-Contact)
        $after.Count | Should -Be ($before.Count + $new.Count)
        $held = $after | Group-Object email -AsHashTable
        for ($place = 0; $place -lt $rows.Count; $place++) {
            $contact = @($held[$rows[$place].Email])
            $contact.Count | Should -Be 1 -Because $rows[$place].Email
            $contact[0].clubId, $contact[0].'@id' | Should -Be '/demoapi/clubs/1', $results[$place].ContactId
        }
        $after.email | Where-Object { $_ -like 'temporary+*' } | Should -BeNullOrEmpty
        (Invoke-Control $server 'state').resamania.moves.Count | Should -Be $elsewhere.Count

        # No request was processed twice, except that a sale may be refreshed twice.
        $acted = @(Get-SentChange $server | Where-Object { $_.acted -and $_.target -notlike '*/update_contact' })
        $acted.Count | Should -Be ($new.Count + 2 * $elsewhere.Count)
        # Not with Group-Object, which fails at texts with braces on PowerShell 7.4.0.
        [Collections.Generic.HashSet[string]]::new([string[]] @($acted | ForEach-Object { "$($_.target) $($_.body)" })).Count | Should -Be $acted.Count

        # A last run sends nothing.
        $sent = @(Get-SentChange $server).Count
        $last = @(Import-Csv $csv | Register-ResamaniaContact -Network -Journal $journal -ThrottleLimit $limit)
        @(Get-SentChange $server).Count | Should -Be $sent
        $last.ContactId | Should -Be $results.ContactId
        @($last | Where-Object { $_.FromJournal -ne ("$($_.Outcome)" -ne 'AlreadyRegistered') }).Count | Should -Be 0
    }
}
