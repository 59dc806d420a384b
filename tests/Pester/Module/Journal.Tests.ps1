# The journal of a changing command: its content, when it is written, and its effect on a second run.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    $quiet = @{ ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue' }
    $line = '^\{"v":2,"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","command":"New-CegosRegistration","step":"create","row":(\d+|null),"key":"[0-9a-f]{64}","occurrence":(\d+),"state":"(Started|Succeeded|Rejected|InDoubt)","reference":("[^"]+"|null),"error":("\w+"|null)\}$'

    # A small file system; null if this account may not create one.
    function Mount-Disk([string] $Options) {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item $folder -ItemType Directory
        if ($IsLinux -and (Get-Command mount -ErrorAction Ignore)) { mount -t tmpfs -o $Options tmpfs $folder 2>$null }
        if ($IsLinux -and $LASTEXITCODE -eq 0) { $folder }
    }
}
AfterAll { Stop-SandboxServer $server }

Describe 'A journal' {
    BeforeEach {
        Reset-TestCegos $server
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $failed = @()
    }

    Context 'Its lines' {
        It 'are one when a change is about to be sent, and one when its outcome is known' {
            $rows = New-RegistrationRow 1, 2
            $rows[1].SessionId = 'NOPE'
            $null = $rows | New-CegosRegistration -Journal $journal @quiet
            $text = [IO.File]::ReadAllText($journal)
            $text | Should -Match '\n$'
            $text | Should -Not -Match "`r"
            $lines = $text.TrimEnd("`n").Split("`n")
            $lines | ForEach-Object { $_ | Should -Match $line }
            $lines | ForEach-Object { $null = $_ -match $line; "$($Matches[1]) $($Matches[2]) $($Matches[3]) $($Matches[4]) $($Matches[5])" } |
                Should -BeExactly '1 1 Started null null', '1 1 Succeeded "INS-2026-000001" null', '2 1 Started null null', '2 1 Rejected null "Rejected"'
            ($lines | ConvertFrom-Json).key | Select-Object -Unique | Should -HaveCount 2
            ([datetimeoffset]::UtcNow - [datetimeoffset] ($lines[3] | ConvertFrom-Json).time).TotalMinutes | Should -BeLessThan 5
        }

        It 'have the number of the input object, also for objects that did not bind before it; null if nothing is piped in' {
            $rows = New-RegistrationRow 1, 2, 3, 4, 5
            $rows[0].SessionId = ''
            $rows[2] | Add-Member CpfHours '3,5'
            $null = $rows | New-CegosRegistration -Journal $journal @quiet
            (Get-TrainingJournal $journal).Row | Should -Be 2, 4, 5
            $failed.Count | Should -Be 2
            $null = New-CegosRegistration -ManagerCrmId M -TraineeCrmId T-9 -SessionId SES001 -Journal $journal
            $last = @(Get-TrainingJournal $journal)[-1]
            $last.Row | Should -BeNullOrEmpty
            $last.State | Should -Be 'Succeeded'
        }

        It 'have the number of the input object for objects of the command''s own noun and for IDs too' {
            $registrations = New-RegistrationRow 1, 2, 3 | New-CegosRegistration
            $registrations[0, 1] | Remove-CegosRegistration -Journal $journal -Confirm:$false
            (Get-TrainingJournal $journal).Row | Should -Be 1, 2
            $registrations[1].RegistrationNumber, $registrations[2].RegistrationNumber | Remove-CegosRegistration -Journal $journal -Confirm:$false
            (Get-TrainingJournal $journal).Row | Should -Be 1, 2, 2
        }

        It 'contain no personal data, no text of the vendor and no secret' {
            $null = New-CegosLead -Civility Mr -Emailing no -LastName Dupont -FirstName Jean -Email jean@example.com -PhoneNumber 0123456789 -Journal $journal
            $null = New-CegosLead -Civility Mr -Emailing no -LastName Dupont -FirstName Jean -Email 'not valid' -Journal $journal @quiet
            Get-Content $journal -Raw | Should -Not -Match 'Dupont|Jean|example|0123456789|not valid|format|sandbox|127\.0\.0\.1'
        }

        It 'end with <State> <ErrorId> after <Name>' -ForEach @(
            @{ Name = '404'; Fault = @{ kind = 'status'; status = 404 }; State = 'Rejected'; ErrorId = 'NotFound' }
            @{ Name = '400'; Fault = @{ kind = 'status'; status = 400 }; State = 'Rejected'; ErrorId = 'InvalidRequest' }
            @{ Name = '409'; Fault = @{ kind = 'status'; status = 409 }; State = 'Rejected'; ErrorId = 'Conflict' }
            @{ Name = '403'; Fault = @{ kind = 'status'; status = 403 }; State = 'Rejected'; ErrorId = 'Forbidden' }
            @{ Name = '429 for an hour'; Fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '3600' } }; State = 'Rejected'; ErrorId = 'RateLimited' }
            @{ Name = '401 twice'; Fault = @{ kind = 'status'; status = 401 }; State = 'Rejected'; ErrorId = 'AuthenticationFailed' }
            @{ Name = '500'; Fault = @{ kind = 'status'; status = 500 }; State = 'InDoubt'; ErrorId = 'InDoubt' }
            @{ Name = 'HTML'; Fault = @{ kind = 'html' }; State = 'InDoubt'; ErrorId = 'InDoubt' }
        ) {
            Set-Fault $server @{ match = @{ path = 'Registration$' }; times = -1; fault = $Fault }
            try { $null = New-RegistrationRow 1 | New-CegosRegistration -Journal $journal @quiet } catch { $failed = $_ }
            $failed | Get-ErrorId | Should -BeExactly $ErrorId
            Get-TrainingJournal $journal | ForEach-Object { "$($_.State) $($_.Error)" } | Should -BeExactly "$State $ErrorId"
        }

        It 'include the first line of a change before its request is sent' {
            Set-Fault $server @{ match = @{ path = 'Registration$' }; times = -1; fault = @{ kind = 'hang'; at = 'beforeAct' } }
            $started = Start-Shell { param($c, $rows, $journal) $rows | New-CegosRegistration -Connection $c -ThrottleLimit 3 -Journal $journal } (Get-TrainingApiConnection), (New-RegistrationRow (1..9)), $journal
            Wait-Until { @(Get-SentChange $server).Count -eq 3 }
            # Read while the run is in progress and all three requests hang.
            (Get-TrainingJournal $journal).State | Should -Be 'Started', 'Started', 'Started'
            $null = Stop-Shell $started
            $null = Wait-Shell $started
        }
    }

    Context 'A second run' {
        It 'does not resend a row that succeeded, and returns it in order' {
            $rows = New-RegistrationRow (1..20)
            $first = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit 4
            $before = Get-Content $journal -Raw
            $again = $rows | New-CegosRegistration -Journal $journal -ThrottleLimit 4
            @(Get-SentChange $server).Count | Should -Be 20
            $again.FromJournal | Should -Be (@($true) * 20)
            $again.RegistrationNumber | Should -Be $first.RegistrationNumber
            $again.ClientReference | Should -Be $rows.ClientReference
            Get-Content $journal -Raw | Should -BeExactly $before
        }

        It 'sends a rejected row again' {
            Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 1; fault = @{ kind = 'status'; status = 403 } }
            $rows = New-RegistrationRow 1, 2, 3
            $rows | New-CegosRegistration -Journal $journal @quiet | Should -HaveCount 2
            $again = $rows | New-CegosRegistration -Journal $journal
            $again.FromJournal | Should -Be $true, $false, $true
            @(Get-SentChange $server).Count | Should -Be 4
            (Get-TrainingJournal $journal).State | Should -Be 'Succeeded', 'Succeeded', 'Succeeded'
        }

        It 'is InDoubt for a response that was lost after the vendor acted, sends nothing, and continues; -RetryInDoubt sends it again' {
            Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 1; fault = @{ kind = 'reset'; at = 'afterAct' } }
            $rows = New-RegistrationRow 1, 2, 3
            $null = $rows | New-CegosRegistration -Journal $journal @quiet
            $failed | Get-ErrorId | Should -BeExactly 'InDoubt'
            Clear-RequestLog $server

            ($rows | New-CegosRegistration -Journal $journal @quiet).ClientReference | Should -Be 'REF-1', 'REF-3'
            $failed.FullyQualifiedErrorId | Should -BeExactly 'InDoubt,TrainingApis.Cmdlets.Cegos.NewCegosRegistrationCommand'
            [object]::ReferenceEquals($failed[0].TargetObject, $rows[1]) | Should -BeTrue
            "$($failed[0])" | Should -BeExactly 'Register trainee T-2 for session SES001: an earlier run sent this and its outcome is unknown. Check it in Cegos, then run again with -RetryInDoubt to send it again. (input 2)'
            Get-SentChange $server | Should -BeNullOrEmpty
            @((Get-CegosState $server).registrations).Count | Should -Be 3 -Because 'it had happened'

            $again = $rows | New-CegosRegistration -Journal $journal -RetryInDoubt
            $again.FromJournal | Should -Be $true, $false, $true
            (Get-SentChange $server).body | Should -BeLike '*REF-2*'
            ($rows | New-CegosRegistration -Journal $journal).FromJournal | Should -Be $true, $true, $true
        }

        It 'treats a start without an outcome as in doubt' {
            $row = New-RegistrationRow 1
            $null = $row | New-CegosRegistration -Journal $journal
            $start = @(Get-Content $journal)[0]
            [IO.File]::WriteAllText($journal, "$start`n")
            $row | New-CegosRegistration -Journal $journal @quiet | Should -BeNullOrEmpty
            $failed | Get-ErrorId | Should -BeExactly 'InDoubt'
            @(Get-SentChange $server).Count | Should -Be 1
        }

        It 'distinguishes equal rows with different outcomes' {
            $row = New-RegistrationRow 1
            Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 1; fault = @{ kind = 'status'; status = 403 } }
            $first = $row, $row, $row | New-CegosRegistration -Journal $journal @quiet
            $first.Count | Should -Be 2
            Get-TrainingJournal $journal | ForEach-Object { "$($_.Occurrence) $($_.State)" } | Should -Be '1 Succeeded', '2 Rejected', '3 Succeeded'
            (Get-TrainingJournal $journal).Key | Select-Object -Unique | Should -HaveCount 1
            ($row, $row, $row, $row | New-CegosRegistration -Journal $journal).FromJournal | Should -Be $true, $false, $true, $false
            @((Get-CegosState $server).registrations).Count | Should -Be 4
        }

        It 'identifies a row by all its fields, in any form' {
            $row = New-RegistrationRow 1
            $null = $row | New-CegosRegistration -Journal $journal
            (New-CegosRegistration -ManagerCrmId M-1 -TraineeCrmId T-1 -SessionId SES001 -ClientReference REF-1 -TraineeCrmIsLead no -Journal $journal).FromJournal | Should -BeTrue
            foreach ($other in @{ Comments = 'x' }, @{ IsCpf = 'no' }, @{ CpfHours = 1 }, @{ ManagerCrmIsLead = 'no'; TraineeCrmIsLead = 'no'; Canal = 'no' }) {
                ($row | New-CegosRegistration @other -Journal $journal).FromJournal | Should -BeFalse
            }
        }

        It 'sends the same rows for another account, and for another address' {
            $null = Invoke-Control $server 'accounts' -Method Post -Body @{ clientId = 'other'; clientSecret = 'other-secret' }
            $row = New-RegistrationRow 1
            $null = $row | New-CegosRegistration -Journal $journal
            Connect-TestCegos $server @{ Name = 'other'; Credential = (New-TestCredential 'other' 'other-secret') }
            ($row | New-CegosRegistration -Journal $journal).FromJournal | Should -BeFalse
            Connect-TestCegos $server @{ Name = 'path'; RegistrationUri = [uri]::new($server.Uri, 'CEGOS/registration/') }
            $null = $row | New-CegosRegistration -Journal $journal @quiet
            @(Get-SentChange $server).Count | Should -Be 3
            ($row | New-CegosRegistration -Journal $journal -Connection Cegos).FromJournal | Should -BeTrue
            @(Get-SentChange $server).Count | Should -Be 3
        }

        It 'identifies the rows of a file that another program has saved again: <_>' -ForEach 'registrations-crlf', 'registrations-nfd', 'registrations-spreadsheet' {
            $first = Import-Csv "$PSScriptRoot/../Data/registrations.csv" | New-CegosRegistration -Journal $journal
            $first.Count | Should -Be 2
            Clear-RequestLog $server
            $before = [IO.File]::ReadAllText($journal)
            $again = Import-Csv "$PSScriptRoot/../Data/$_.csv" -Encoding utf8 | New-CegosRegistration -Journal $journal
            Get-SentChange $server | Should -BeNullOrEmpty
            $again.FromJournal | Should -Be $true, $true
            $again.RegistrationNumber | Should -Be $first.RegistrationNumber
            $again.TraineeCrmId | Should -BeExactly 'CON-10', 'CON-11'
            [IO.File]::ReadAllText($journal) | Should -BeExactly $before
        }

        It 'ignores additional columns of a row, and clears no field' {
            $wide = [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = 'T-1'; SessionId = 'SES001'; Comments = 'x'; IsCpf = 'oui' }
            $narrow = [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = 'T-2'; SessionId = 'SES001' }
            $null = $wide, $narrow | New-CegosRegistration -Canal WEB -Journal $journal
            (Get-SentChange $server)[1].body | Should -BeExactly '{"managerCrmId":"M-1","managerCrmIsLead":"false","traineeCrmId":"T-2","traineeCrmIsLead":"false","sessionId":"SES001","canal":"WEB"}'
            ($narrow, $wide | New-CegosRegistration -Canal WEB -Journal $journal).FromJournal | Should -Be $true, $true
        }
    }

    Context '-WhatIf' {
        It 'shows only the changes that would be sent, and sends and writes nothing: <_>' -ForEach '-WhatIf', '$WhatIfPreference' {
            $script = $_ -eq '-WhatIf' ? { param($c, $rows, $journal) $rows | New-CegosRegistration -Connection $c -Journal $journal -WhatIf } :
                { param($c, $rows, $journal) & { $WhatIfPreference = $true; $rows | New-CegosRegistration -Connection $c -Journal $journal } }
            $rows = New-RegistrationRow 1, 2, 3
            $fresh = Wait-Shell (Start-Shell $script (Get-TrainingApiConnection), $rows, $journal)
            $fresh.Lines.Count | Should -Be 3
            $journal | Should -Not -Exist

            Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 1; fault = @{ kind = 'status'; status = 500 } }
            $null = $rows[0, 1] | New-CegosRegistration -Journal $journal @quiet
            [IO.File]::AppendAllText($journal, '{"v":2,"ti')
            $before = Get-Content $journal -Raw
            $later = Wait-Shell (Start-Shell $script (Get-TrainingApiConnection), $rows, $journal)
            $later.Lines | Should -BeExactly 'What if: Register trainee T-3 for session SES001.'
            $later.Errors | Get-ErrorId | Should -BeExactly 'InDoubt'
            Get-Content $journal -Raw | Should -BeExactly $before
            @(Get-SentChange $server).Count | Should -Be 2
        }

        It 'reads the journal while another run writes it' {
            Set-Fault $server @{ match = @{ path = 'Registration$' }; fault = @{ kind = 'hang'; at = 'afterAct' } }
            $started = Start-Shell { param($c, $rows, $journal) $rows | New-CegosRegistration -Connection $c -Journal $journal } (Get-TrainingApiConnection), (New-RegistrationRow 1), $journal
            Wait-Until { @(Get-SentChange $server).Count -eq 1 }
            New-RegistrationRow 1, 2 | New-CegosRegistration -Journal $journal -WhatIf @quiet
            $failed | Get-ErrorId | Should -BeExactly 'InDoubt'
            $null = Stop-Shell $started
            $null = Wait-Shell $started
        }
    }

    Context 'The summary' {
        BeforeAll {
            function Get-Summary([object[]] $Record) { @($Record | Where-Object { $_ -is [System.Management.Automation.InformationRecord] -and "$_" -like '*-*: * succeeded*' }) }
        }

        It 'is written once at the end of a run with a journal, as Write-Host writes' {
            $rows = New-RegistrationRow (1..6)
            $rows[1].SessionId = 'NOPE'
            $rows[2].SessionId = ''
            Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 3; fault = @{ kind = 'html' } }
            $null = $rows[0] | New-CegosRegistration -Journal $journal
            $summary = Get-Summary ($rows | New-CegosRegistration -Journal $journal -ThrottleLimit 2 @quiet 6>&1)
            $summary.Count | Should -Be 1
            $summary[0].Tags | Should -Be 'PSHOST'
            "$($summary[0])" | Should -BeExactly ('New-CegosRegistration: 2 succeeded, 1 from journal, 1 rejected, 1 in doubt, 1 not sent. To send the rest, correct the rows with errors if necessary, and run the command again ' +
                "with -Journal '$journal'; add -RetryInDoubt once the changes in doubt are checked.")
        }

        It 'has only the counts if no row remains' {
            $summary = Get-Summary (New-RegistrationRow 1, 2 | New-CegosRegistration -Journal $journal 6>&1)
            "$summary" | Should -BeExactly 'New-CegosRegistration: 2 succeeded, 0 from journal, 0 rejected, 0 in doubt, 0 not sent.'
            $summary = Get-Summary (New-RegistrationRow 1, 2 | New-CegosRegistration -Journal $journal 6>&1)
            "$summary" | Should -BeExactly 'New-CegosRegistration: 0 succeeded, 2 from journal, 0 rejected, 0 in doubt, 0 not sent.'
        }

        It 'is written before a terminating error too, with the outcomes of the requests in flight' {
            Set-Fault $server @{ match = @{ path = 'Registration$' }; skip = 2; times = -1; fault = @{ kind = 'status'; status = 401 } }
            $said = @(try { New-RegistrationRow (1..9) | New-CegosRegistration -Journal $journal 6>&1 } catch { "$($_.FullyQualifiedErrorId)" })
            "$(Get-Summary $said)" | Should -BeExactly "New-CegosRegistration: 2 succeeded, 0 from journal, 1 rejected, 0 in doubt, 0 not sent. To send the rest, correct the rows with errors if necessary, and run the command again with -Journal '$journal'."
            $said[-1] | Should -BeLike 'AuthenticationFailed,*'
        }

        It 'is not written with -WhatIf, nor without a journal' {
            Get-Summary (New-RegistrationRow 1, 2 | New-CegosRegistration -Journal $journal -WhatIf 6>&1) | Should -BeNullOrEmpty
            Get-Summary (New-RegistrationRow 1, 2 | New-CegosRegistration 6>&1) | Should -BeNullOrEmpty
        }
    }

    Context 'A file that is incomplete, damaged, locked or not writable' {
        It 'is repaired if the last line is incomplete' {
            $rows = New-RegistrationRow 1, 2
            $null = $rows[0] | New-CegosRegistration -Journal $journal
            $whole = Get-Content $journal -Raw
            [IO.File]::AppendAllText($journal, $whole.Substring(0, 77))
            ($rows | New-CegosRegistration -Journal $journal).FromJournal | Should -Be $true, $false
            $text = Get-Content $journal -Raw
            $text.StartsWith($whole) | Should -BeTrue
            $text.TrimEnd("`n").Split("`n") | ForEach-Object { $_ | Should -Match $line }
        }

        It 'gets the missing line feed of its last line' {
            $rows = New-RegistrationRow 1, 2
            $null = $rows[0] | New-CegosRegistration -Journal $journal
            [IO.File]::WriteAllText($journal, (Get-Content $journal -Raw).TrimEnd("`n"))
            ($rows | New-CegosRegistration -Journal $journal).FromJournal | Should -Be $true, $false
            @(Get-Content $journal).Count | Should -Be 4
            Get-Content $journal | ForEach-Object { $_ | Should -Match $line }
        }

        It 'is JournalDamaged otherwise: the error names the line, nothing is sent, the file is unchanged' {
            $null = New-RegistrationRow 1, 2 | New-CegosRegistration -Journal $journal
            $lines = @(Get-Content $journal)
            $lines[1] = $lines[1].Substring(0, 60)
            [IO.File]::WriteAllLines($journal, [string[]] $lines)
            $before = Get-Content $journal -Raw
            Clear-RequestLog $server
            { New-RegistrationRow 3 | New-CegosRegistration -Journal $journal } | Should -Throw -ErrorId 'JournalDamaged,*' -ExpectedMessage "Line 2 of the journal '$journal' cannot be read: *"
            Get-Content $journal -Raw | Should -BeExactly $before
            Get-SentChange $server | Should -BeNullOrEmpty
        }

        It 'is JournalDamaged and unchanged if it is not a journal: <Name>' -ForEach @(
            @{ Name = 'settings without line feed'; Text = '{"editor.fontSize":14}' }
            @{ Name = 'a note'; Text = 'call Anne on Monday' }
            @{ Name = 'one line of CSV'; Text = 'ManagerCrmId,TraineeCrmId,SessionId' }
            @{ Name = 'a brace'; Text = '{' }
            @{ Name = 'a journal of version 1'; Message = '*it has format version 1, and this module reads version 2 only*'
                Text = '{"v":1,"time":"2026-01-15T10:00:00.000Z","command":"New-CegosRegistration","step":"create","key":"' + 'a' * 64 + '","occurrence":1,"state":"Started","reference":null,"error":null}' + "`n" }
        ) {
            [IO.File]::WriteAllText($journal, $Text)
            { New-RegistrationRow 1 | New-CegosRegistration -Journal $journal } | Should -Throw -ErrorId 'JournalDamaged,*' -ExpectedMessage ($Message ?? '*it is not a journal line*')
            { New-RegistrationRow 1 | New-CegosRegistration -Journal $journal -WhatIf } | Should -Throw -ErrorId 'JournalDamaged,*'
            [IO.File]::ReadAllText($journal) | Should -BeExactly $Text
            Get-SentChange $server | Should -BeNullOrEmpty
        }

        It 'is locked by one run, for this process and others, through links too' {
            $flag = Join-Path $TestDrive "$([guid]::NewGuid())"
            # The run locks the journal as long as its input continues.
            $started = Start-Shell {
                param($c, $rows, $journal, $flag)
                & { $rows[0]; while (-not (Test-Path $flag)) { Start-Sleep -Milliseconds 20 }; $rows[1] } | New-CegosRegistration -Connection $c -Journal $journal
            } (Get-TrainingApiConnection), (New-RegistrationRow 1, 2), $journal, $flag
            Wait-Until { (Test-Path $journal) -and @(Get-TrainingJournal $journal).Count -eq 1 }
            $paths = @($journal)
            if (-not $IsWindows) {
                $paths += "$journal.link", "$journal.hard"
                $null = New-Item -ItemType SymbolicLink -Path "$journal.link" -Target $journal
                $null = New-Item -ItemType HardLink -Path "$journal.hard" -Target $journal
            }
            foreach ($path in $paths) {
                { New-RegistrationRow 1, 2, 3 | New-CegosRegistration -Journal $path } | Should -Throw -ErrorId 'JournalInUse,*' -ExpectedMessage "The journal '$path' is in use by another run or program. Nothing was sent."
                (Get-TrainingJournal $path).State | Should -Be 'Succeeded' -Because 'it can be read all the same'
            }
            $script = 'Import-Module $env:TRAININGAPIS_TESTED; Connect-TrainingSandbox; $error.Clear(); ' +
                "try { New-CegosRegistration -ManagerCrmId M -TraineeCrmId T -SessionId SES001 -Journal '$($paths[-1])' } catch { `$_.FullyQualifiedErrorId; `$_.CategoryInfo.Category }"
            (Invoke-FreshPowerShell $script).Output -split "\r?\n" | Should -BeExactly 'JournalInUse,TrainingApis.Cmdlets.Cegos.NewCegosRegistrationCommand', 'ResourceBusy'
            $null = New-Item $flag
            (Wait-Shell $started).Output.Count | Should -Be 2
            @(Get-SentChange $server).Count | Should -Be 2
            (New-RegistrationRow 1, 2 | New-CegosRegistration -Journal $paths[-1]).FromJournal | Should -Be $true, $true
        }

        It 'is readable by its owner only when it is created, and not created through a link' {
            if ($IsWindows) { Set-ItResult -Skipped -Because 'Windows has no file modes' }
            else {
                $null = New-RegistrationRow 1 | New-CegosRegistration -Journal $journal
                (Get-Item $journal).UnixMode | Should -BeExactly '-rw-------'
                $null = New-Item -ItemType SymbolicLink -Path "$journal.link" -Target "$journal.none"
                { New-RegistrationRow 2 | New-CegosRegistration -Journal "$journal.link" } | Should -Throw -ErrorId 'JournalNotWritable,*' -ExpectedMessage '*it is a link to*which does not exist.'
                "$journal.none" | Should -Not -Exist
                @(Get-SentChange $server).Count | Should -Be 1
            }
        }

        It 'is JournalNotWritable in a read-only folder, before a request is sent' {
            $folder = Mount-Disk 'ro,size=64k'
            if (-not $folder) { Set-ItResult -Skipped -Because 'this account cannot mount a disk, and may be root, whom a mode does not stop' }
            else {
                try { { New-RegistrationRow 1 | New-CegosRegistration -Journal "$folder/journal.jsonl" } | Should -Throw -ErrorId 'JournalNotWritable,*' }
                finally { umount $folder }
                Get-SentChange $server | Should -BeNullOrEmpty
            }
        }

        It 'is JournalNotWritable in a folder that does not exist' {
            { New-RegistrationRow 1 | New-CegosRegistration -Journal (Join-Path $TestDrive 'none/journal.jsonl') } | Should -Throw -ErrorId 'JournalNotWritable,*'
            Get-SentChange $server | Should -BeNullOrEmpty
        }

        It 'is JournalNotWritable for each row while the disk is full, and the run continues when there is free space again' {
            $folder = Mount-Disk 'size=16k'
            if (-not $folder) { Set-ItResult -Skipped -Because 'this account cannot mount a small disk' }
            else {
                try {
                    $journal = "$folder/journal.jsonl"
                    $results = New-RegistrationRow (1..60) | New-CegosRegistration -Journal $journal @quiet
                    $sent = @(Get-SentChange $server).Count
                    $sent | Should -BeGreaterThan 5
                    $sent | Should -BeLessThan 60
                    ($failed | Get-ErrorId) | Select-Object -Unique | Should -BeExactly 'JournalNotWritable'
                    $failed[0].CategoryInfo.Category | Should -Be 'WriteError'
                    @($results).Count | Should -Be $sent -Because 'what was sent comes out, also where its outcome could not be written down'
                    $started = @(Get-Content $journal | ConvertFrom-Json | Where-Object state -EQ 'Started').Count
                    $started | Should -Be $sent -Because 'nothing is sent without its line'
                    mount -o remount,size=256k $folder
                    $again = New-RegistrationRow (1..60) | New-CegosRegistration -Journal $journal @quiet
                    @($again).Count + @($failed).Count | Should -Be 60
                    @((Get-CegosState $server).registrations).Count | Should -Be 60 -Because 'each is there once'
                }
                finally { umount $folder }
            }
        }

        It 'is an error if no byte can be written, and nothing is sent' {
            if (-not (Test-Path /dev/full)) { Set-ItResult -Skipped -Because 'there is no /dev/full' }
            else {
                $null = New-Item -ItemType SymbolicLink -Path $journal -Target /dev/full
                { New-RegistrationRow 1 | New-CegosRegistration -Journal $journal -ErrorAction Stop } | Should -Throw -ErrorId 'JournalNotWritable,*'
                Get-SentChange $server | Should -BeNullOrEmpty
            }
        }

        It 'is a file, and required for -RetryInDoubt' {
            { New-RegistrationRow 1 | New-CegosRegistration -Journal 'Env:journal' } | Should -Throw -ErrorId 'InvalidArgument,*'
            { New-RegistrationRow 1 | New-CegosRegistration -RetryInDoubt } | Should -Throw -ErrorId 'InvalidArgument,*' -ExpectedMessage '-RetryInDoubt needs the -Journal of the earlier run.'
            Get-SentChange $server | Should -BeNullOrEmpty
        }

        It 'is resolved against the PowerShell location, not that of the process' {
            Push-Location $TestDrive
            try {
                $null = New-RegistrationRow 1 | New-CegosRegistration -Journal relative.jsonl
                Join-Path $TestDrive 'relative.jsonl' | Should -Exist
            }
            finally { Pop-Location }
        }
    }
}
