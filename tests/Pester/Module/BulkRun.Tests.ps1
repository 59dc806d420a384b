# A bulk run that dies and is repeated: the process is killed (SIGKILL, or its like) at random points, and at the end the vendor holds
# each row of the file exactly once. Another seed: $env:TRAININGAPIS_SEED; more kills: $env:TRAININGAPIS_KILLS; `build.ps1 -Task Kills` sets both.
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
    New-RegistrationRow (1..$rowCount) | Export-Csv $csv

    # The administrator's own line, in a PowerShell of its own.
    function Start-Run {
        $start = [Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
        if ([IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
        $script = @"
Import-Module '$PSScriptRoot/../Support/TestSupport.psm1'
Import-TestedModule
Connect-TestCegos ([pscustomobject]@{ Uri = [uri] '$($server.Uri)' }) @{ Scope = 'Registration' }
Import-Csv '$csv' | New-CegosRegistration -Journal '$journal' -ThrottleLimit $limit -ErrorAction SilentlyContinue | Out-Null
"@
        foreach ($argument in '-NoProfile', '-NonInteractive', '-Command', $script) { $start.ArgumentList.Add($argument) }
        [Diagnostics.Process]::Start($start)
    }

    # How many changes the journal says were started, read while it is written.
    function Measure-Started {
        if (-not [IO.File]::Exists($journal)) { return 0 }
        # A run that takes its lock keeps readers out for an instant.
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

    It 'that is killed again and again and repeated registers everyone once, with only what was in the air in doubt' {
        Write-Host "    seed $seed, $kills kills, $rowCount rows"
        Set-Latency $server 60
        $points = 1..$kills | ForEach-Object { $random.Next(1, [int] ($rowCount * 0.75)) } | Sort-Object
        $inDoubt = [Collections.Generic.HashSet[string]]::new()
        foreach ($point in $points) {
            $before = Measure-Started
            $run = Start-Run
            try {
                # At least one new request of this run is on its way, whatever the point.
                Wait-Until { $run.HasExited -or (Measure-Started) -ge [math]::Max($point, $before + 1) } -TimeoutSec 90
                Start-Sleep -Milliseconds $random.Next(0, 40)
                $run.HasExited | Should -BeFalse -Because 'it is to be killed at work'
            }
            finally {
                $run.Kill()
                $run.WaitForExit()
                $run.Dispose()
            }
            $new = @(Get-TrainingJournal $journal | Where-Object { $_.State -eq 'Started' -and $inDoubt.Add($_.Key) })
            $new.Count | Should -BeLessOrEqual $limit -Because 'no more than that was in the air'
        }
        $inDoubt.Count | Should -BeGreaterThan 0 -Because 'otherwise nothing was killed at work'
        $inDoubt.Count | Should -BeLessThan ($rowCount / 2)

        # The run that nobody kills: the rest goes out, what is in doubt is named and stays.
        Set-Latency $server 0
        $rows = Import-Csv $csv
        $results = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit $limit -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Select-Object -Unique | Should -BeExactly 'InDoubt'
        $failed.Count | Should -Be $inDoubt.Count
        @($results.ClientReference) + @($failed.TargetObject.ClientReference) | Sort-Object | Should -Be ($rows.ClientReference | Sort-Object) -Because 'none is forgotten'
        $registered = Get-Registered
        @($registered | Select-Object -Unique).Count | Should -Be $registered.Count -Because 'none is there twice'
        $results.ClientReference | Where-Object { $_ -notin $registered } | Should -BeNullOrEmpty
        $held = @{}
        (Get-CegosState $server).registrations | ForEach-Object { $held[$_.id] = $_.fields.clientReference }
        $results | Where-Object { $held[$_.RegistrationNumber] -ne $_.ClientReference } | Should -BeNullOrEmpty -Because 'each result names its own registration'
        @(Get-SentChange $server | Group-Object body | Where-Object Count -GT 1).Count | Should -Be 0 -Because 'nothing was sent twice'

        # Compared with the vendor's side, only what is not there is sent again.
        $missing = @($failed.TargetObject | Where-Object ClientReference -NotIn $registered)
        Write-Host "    killed after $points; $($failed.Count) in doubt, $($missing.Count) of them not at the vendor's"
        if ($missing) { @($missing | New-CegosRegistration -Journal $journal -RetryInDoubt).Count | Should -Be $missing.Count }
        Get-Registered | Sort-Object | Should -Be ($rows.ClientReference | Sort-Object)
    }

    It 'that loses answers after the vendor acted sends none of them again' {
        Set-Fault $server @(
            foreach ($place in 1..12) { @{ match = @{ path = 'Registration$' }; skip = $random.Next(0, 150); fault = @{ kind = 'reset'; at = 'afterAct' } } })
        $rows = Import-Csv $csv
        $results = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit $limit -ErrorVariable failed -ErrorAction SilentlyContinue
        $lost = @(Get-WireLog $server | Where-Object fault -EQ 'reset').Count
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
