# Every fault of a nightly script × every kind of command, over real HTTP. docs/faults.md has the result of each cell, word for word: this suite
# writes the page ($env:TRAININGAPIS_WRITE_DOCS = 1) and compares it. No cell may hang, emit an incomplete result without an error,
# or send or lose a change twice; the state of the server decides, not the messages of the module.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/FaultCases.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/FaultMatrix.psm1" -Force
    $cells = foreach ($case in Get-FaultCase) { foreach ($kind in Get-FaultKind) { @{ id = $case.Id; name = $case.Name; kind = $kind } } }
}

Describe 'The fault matrix' {
    BeforeAll {
        $support = [IO.Path]::GetFullPath("$PSScriptRoot/../Support")
        'TestSupport', 'FaultCases', 'FaultMatrix' | ForEach-Object { Import-Module "$support/$_.psm1" -Force }
        Import-TestedModule
        $page = "$Root/docs/faults.md"
        $server = Start-SandboxServer '--products', '703', '--sessions', '703', '--https'
        $unused = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $unused.Start()
        $addresses = @{
            Refused = [uri] "http://$($unused.LocalEndpoint)/"
            NoHost  = [uri] 'https://no-such-host.invalid/'
            Unknown = $server.Https[0]; Expired = $server.Https[1]; Another = $server.Https[2]
            Proxy   = [uri] 'https://catalog.example.com/'
        }
        $unused.Stop()
        Set-Fault $server @{ match = @{ method = 'CONNECT' }; times = -1; fault = @{ kind = 'status'; status = 407; headers = @{ 'Proxy-Authenticate' = 'Basic realm="proxy"' } } }
        Connect-TestCegos $server
        $whole = @{
            Product = @((Get-CegosProduct).YearlyProductCode); Session = @((Get-CegosSession).YearlySessionCode)
            One = ConvertTo-Json (Get-CegosProduct 202561072) -Depth 9
        }
        Disconnect-TrainingApi
        $null = New-Item -ItemType Directory "$TestDrive/journals"
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $work = foreach ($case in Get-FaultCase) { foreach ($kind in Get-FaultKind) { @{ Case = $case; Kind = $kind } } }
        $ran = @($work | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module "$using:support/FaultMatrix.psm1", "$using:support/TestSupport.psm1"
            Import-Module "$using:ModulePath/TrainingApis.psd1"
            Invoke-FaultCell $using:server $using:addresses $_.Case $_.Kind "$using:TestDrive/journals"
        })
        Write-Host "    $($ran.Count) cells in $([int] $clock.Elapsed.TotalSeconds) s"
        $log = Get-RequestLog $server | Where-Object target -Match '^/lane/([^/]+)/' | Group-Object { $_.target.Split('/')[2] } -AsHashTable
        $held = (Invoke-Control $server 'state').cegos.registrations | Group-Object { $_.fields.clientReference } -AsHashTable
        $texts = @{}
        $byCell = @{}
        foreach ($cell in $ran) {
            $own = @(if ($log.ContainsKey($cell.Lane)) { $log[$cell.Lane] | Where-Object target -NotLike '*/token' })
            $byCell["$($cell.Case.Id) $($cell.Kind)"] = $cell
            $texts["$($cell.Case.Id) $($cell.Kind)"] = Get-CellText $cell ($own.Count)
        }
        $lines = foreach ($case in Get-FaultCase) {
            [pscustomobject]@{ Group = $case.Group; Text = "| $($case.Name) | $(@(Get-FaultKind | ForEach-Object { $texts["$($case.Id) $_"] }) -join ' | ') |" }
        }
        $tables = foreach ($group in $lines.Group | Select-Object -Unique) {
            "## $group`n`n| fault | $((Get-FaultKind) -join ' | ') |`n|---|---|---|---|---|`n$(($lines | Where-Object Group -EQ $group).Text -join "`n")`n"
        }
        if ($env:TRAININGAPIS_WRITE_DOCS) {
            $before = Get-Content $page -Raw
            Set-Content $page ($before.Substring(0, $before.IndexOf('## ')) + ($tables -join "`n")) -NoNewline
        }
        function Get-Held([string] $Reference) { $held.ContainsKey($Reference) ? @($held[$Reference]).Count : 0 }
        # An error states that the change did not happen, or that its outcome is unknown; the state of the vendor must agree.
        function Assert-Row($Row, $Results, $Errors, [switch] $SentLater) {
            $result = @($Results | Where-Object ClientReference -EQ $Row.ClientReference)
            $refusal = @($Errors | Where-Object { $_.TargetObject.ClientReference -eq $Row.ClientReference })
            $result.Count + $refusal.Count | Should -BeLessOrEqual 1
            $there = Get-Held $Row.ClientReference
            if ($result) { "$there $($held[$Row.ClientReference][0].id)" | Should -Be "1 $($result[0].RegistrationNumber)" }
            elseif ($refusal -and -not $SentLater -and $refusal[0].Exception.Kind -ne 'InDoubt') { $there | Should -Be 0 -Because "an error $($refusal[0].Exception.Kind) says that nothing happened" }
            else { $there | Should -BeLessOrEqual 1 }
        }
    }

    AfterAll { Stop-SandboxServer $server }

    It 'has a page with the results of this run' {
        $said = @((Get-Content $page) | Where-Object { $_ -like '| *' -and $_ -notlike '| fault |*' })
        Compare-Object $said @($lines.Text) | ForEach-Object { "$($_.SideIndicator -eq '<=' ? 'the page' : 'seen'): $($_.InputObject)" } | Should -BeNullOrEmpty
        $said | Should -HaveCount $lines.Count
    }

    Context 'Cells' {
        It '<name>, <kind>: does not hang, and neither loses nor repeats a change' -ForEach $cells {
            $cell = $byCell["$id $kind"]
            ($run, $again) = $cell.Run, $cell.Again
            $cell.Milliseconds | Should -BeLessThan 60000
            $failures = @($run.Errors) + @(if ($again) { $again.Errors })
            $failures | Where-Object { $_.Exception -isnot [TrainingApis.ApiException] -or $_.Exception.Kind -eq 'InternalError' } | Should -BeNullOrEmpty
            $sent = @(if ($log.ContainsKey($cell.Lane)) { $log[$cell.Lane] | Where-Object method -EQ POST | Where-Object target -NotLike '*/token' })
            switch ($kind) {
                'read' {
                    $run.Objects.Count + $run.Errors.Count | Should -Be 1
                    if ($run.Objects -and $cell.Case.Group -ne 'Body') { ConvertTo-Json $run.Objects[0] -Depth 9 | Should -BeExactly $whole.One }
                    if ($run.Objects) { $run.Objects | ConvertTo-Csv | Should -HaveCount 2 }
                }
                'paged read' {
                    $codes = @($run.Objects | ForEach-Object { $cell.Case.Noun -eq 'Session' ? $_.YearlySessionCode : $_.YearlyProductCode })
                    $codes -join ' ' | Should -BeExactly (@($whole[$cell.Case.Noun] | Select-Object -First $codes.Count) -join ' ')
                    $run.Errors.Count | Should -Be ([int]($codes.Count -lt $whole[$cell.Case.Noun].Count)) -Because 'less than all is an error, and all is none'
                }
                'change' {
                    $run.Objects.Count + $run.Errors.Count | Should -Be 1
                    Assert-Row $cell.Rows[0] $run.Objects $run.Errors
                    if ($run.Ids -contains 'InDoubt') { $sent | Should -HaveCount 1 }
                }
                'bulk change' {
                    foreach ($row in $cell.Rows) { Assert-Row $row $run.Objects $run.Errors -SentLater }
                    if (-not $run.Ended) { $run.Objects.Count + $run.Errors.Count | Should -Be $cell.Rows.Count }
                    @($cell.Journal | Where-Object State -EQ Succeeded).Count | Should -BeGreaterOrEqual $run.Objects.Count
                    @($cell.Journal | Where-Object State -EQ InDoubt).Count | Should -Be @($run.Ids | Where-Object { $_ -eq 'InDoubt' }).Count
                    @($cell.Journal | Where-Object State -EQ Started) | Should -BeNullOrEmpty
                    # The second run: every row gets one result or error, and rows in doubt are not sent.
                    if (-not $again.Ended) { @($again.Objects) + @($again.Errors.TargetObject) | ForEach-Object ClientReference | Sort-Object | Should -Be @($cell.Rows.ClientReference | Sort-Object) }
                    foreach ($row in $cell.Rows) { Assert-Row $row $again.Objects $again.Errors }
                    @($again.Ids | Where-Object { $_ -eq 'InDoubt' }).Count | Should -Be @($run.Ids | Where-Object { $_ -eq 'InDoubt' }).Count
                }
            }
        }
    }
}
