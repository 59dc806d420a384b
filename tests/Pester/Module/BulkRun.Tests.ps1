# A bulk run that is killed and repeated: the process is killed (SIGKILL or its equivalent) at random points, half of the repeated runs read a copy
# of the file that another program has saved, and at the end the vendor holds each row of the file exactly once. Another seed:
# $env:TRAININGAPIS_SEED; more kills: $env:TRAININGAPIS_KILLS; `build.ps1 -Task Kills` sets both.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    $seed = $env:TRAININGAPIS_SEED ? [int] $env:TRAININGAPIS_SEED : 20260115
    $random = [random]::new($seed)
    $kills = $env:TRAININGAPIS_KILLS ? [int] $env:TRAININGAPIS_KILLS : 10
    $rowCount = 20 * $kills
    $limit = 4
    $csv = Join-Path $TestDrive 'registrations.csv'
    $journal = Join-Path $TestDrive 'run.jsonl'
    $rows = foreach ($row in New-RegistrationRow (1..$rowCount)) {
        [pscustomobject]@{
            ManagerCrmId = $row.ManagerCrmId; TraineeCrmId = $row.TraineeCrmId; SessionId = $row.SessionId; ClientReference = $row.ClientReference
            IsCpf = 'oui'; CpfHours = '14'; Comments = "Arrivée à 9 h`nRepas végétarien, Zoé Núñez"
        }
    }
    $rows | Export-Csv $csv

    # The same rows as saved by a spreadsheet on a Mac: CRLF, decomposed accents, another order and one more column, TRUE, 14.0, blanks at ends.
    $copy = Join-Path $TestDrive 'registrations-copy.csv'
    $lines = foreach ($row in $rows) {
        $comments = $row.Comments.Normalize([Text.NormalizationForm]::FormD).Replace("`n", "`r`n")
        "x,$($row.TraineeCrmId) ,TRUE,14.0,$($row.ClientReference)`u{a0},$($row.SessionId)`u{a0},""$comments  "",$($row.ManagerCrmId)"
    }
    [IO.File]::WriteAllText($copy, "Extra,TraineeCrmId,IsCpf,CpfHours,ClientReference,SessionId,Comments,ManagerCrmId`r`n" + ($lines -join "`r`n") + "`r`n", [Text.UTF8Encoding]::new($true))

    # The script of an administrator, in a separate PowerShell process.
    function Start-Run([string] $File) {
        $start = [Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
        if ([IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
        $script = @"
Import-Module '$PSScriptRoot/../Support/TestSupport.psm1'
Import-TestedModule
Connect-TestCegos ([pscustomobject]@{ Uri = [uri] '$($server.Uri)' }) @{ Scope = 'Registration' }
Import-Csv '$File' | New-CegosRegistration -Journal '$journal' -ThrottleLimit $limit -ErrorAction SilentlyContinue | Out-Null
"@
        foreach ($argument in '-NoProfile', '-NonInteractive', '-Command', $script) { $start.ArgumentList.Add($argument) }
        [Diagnostics.Process]::Start($start)
    }

    # The number of changes that the journal records as started, read while it is written.
    function Measure-Started {
        if (-not [IO.File]::Exists($journal)) { return 0 }
        # The journal cannot be read for a moment while a run locks it.
        try { $reader = [IO.StreamReader]::new([IO.FileStream]::new($journal, 'Open', 'Read', 'ReadWrite,Delete')) }
        catch [IO.IOException] { return 0 }
        try { [regex]::Count($reader.ReadToEnd(), '"Started"') } finally { $reader.Dispose() }
    }
    function Get-Registered { @((Get-CegosState $server).registrations.fields.clientReference) }
}
AfterAll { Stop-SandboxServer $server }

Describe 'A bulk run' {
    BeforeEach {
        Reset-TestCegos $server
        Remove-Item $journal -ErrorAction Ignore
    }

    It 'that is killed and repeated registers everyone once, and only requests in flight become InDoubt' {
        Write-Host "    seed $seed, $kills kills, $rowCount rows"
        Set-Latency $server 60
        $points = 1..$kills | ForEach-Object { $random.Next(1, [int] ($rowCount * 0.75)) } | Sort-Object
        $inDoubt = [Collections.Generic.HashSet[string]]::new()
        $files = @($csv) * [math]::Ceiling($kills / 2) + @($copy) * [math]::Floor($kills / 2) | Sort-Object { $random.Next() }
        foreach ($place in 0..($kills - 1)) {
            $point = $points[$place]
            $before = Measure-Started
            $run = Start-Run $files[$place]
            # At least one new request of this run is in flight at that point.
            Stop-RunAtWork $run { (Measure-Started) -ge [math]::Max($point, $before + 1) } $random.Next(0, 40)
            $new = @(Get-TrainingJournal $journal | Where-Object { $_.State -eq 'Started' -and $inDoubt.Add($_.Key) })
            $new.Count | Should -BeLessOrEqual $limit -Because 'no more than that was in flight'
        }
        $inDoubt.Count | Should -BeGreaterThan 0 -Because 'otherwise nothing was killed at work'
        $inDoubt.Count | Should -BeLessThan ($rowCount / 2)

        # A run that is not killed sends the remaining rows and reports those in doubt.
        Set-Latency $server 0
        $rows = Import-Csv $csv
        $results = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit $limit -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Select-Object -Unique | Should -BeExactly 'InDoubt'
        $failed.Count | Should -Be $inDoubt.Count
        (Get-TrainingJournal $journal | Where-Object State -EQ 'Started').Row | Sort-Object | Should -Be @($failed.TargetObject | ForEach-Object { [int] ($_.TraineeCrmId -replace '\D') } | Sort-Object) -Because 'the journal says which rows are in doubt'
        @($results.ClientReference) + @($failed.TargetObject.ClientReference) | Sort-Object | Should -Be ($rows.ClientReference | Sort-Object) -Because 'none is forgotten'
        $registered = Get-Registered
        @($registered | Select-Object -Unique).Count | Should -Be $registered.Count -Because 'none is there twice'
        $results.ClientReference | Where-Object { $_ -notin $registered } | Should -BeNullOrEmpty
        $held = @{}
        (Get-CegosState $server).registrations | ForEach-Object { $held[$_.id] = $_.fields.clientReference }
        $results | Where-Object { $held[$_.RegistrationNumber] -ne $_.ClientReference } | Should -BeNullOrEmpty -Because 'each result names its own registration'
        @(Get-SentChange $server | Group-Object { ($_.body | ConvertFrom-Json).clientReference } | Where-Object Count -GT 1).Count | Should -Be 0 -Because 'nothing was sent twice'

        # After a comparison with the vendor, only the missing registrations are sent again.
        $missing = @($failed.TargetObject | Where-Object ClientReference -NotIn $registered)
        Write-Host "    killed after $points; $($failed.Count) in doubt, $($missing.Count) of them not at the vendor"
        if ($missing) { @($missing | New-CegosRegistration -Journal $journal -RetryInDoubt).Count | Should -Be $missing.Count }
        Get-Registered | Sort-Object | Should -Be ($rows.ClientReference | Sort-Object)
    }

    It 'that loses responses after the vendor acted sends none of these rows again' {
        Set-Fault $server @(
            foreach ($place in 1..12) { @{ match = @{ path = 'Registration$' }; skip = $random.Next(0, 150); fault = @{ kind = 'reset'; at = 'afterAct' } } })
        $rows = Import-Csv $csv
        $results = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit $limit -ErrorVariable failed -ErrorAction SilentlyContinue
        $lost = @(Get-RequestLog $server | Where-Object fault -EQ 'reset').Count
        $lost | Should -BeGreaterThan 5
        $failed.Count | Should -Be $lost
        $failed | Get-ErrorId | Select-Object -Unique | Should -BeExactly 'InDoubt'

        $again = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit $limit -ErrorVariable doubted -ErrorAction SilentlyContinue
        $again.RegistrationNumber | Should -Be $results.RegistrationNumber
        $doubted.TargetObject | Should -Be $failed.TargetObject
        @(Get-SentChange $server).Count | Should -Be $rowCount
        Get-Registered | Sort-Object | Should -Be ($rows.ClientReference | Sort-Object)
    }
}
