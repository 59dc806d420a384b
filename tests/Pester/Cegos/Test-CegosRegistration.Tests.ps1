# Test-CegosRegistration over real HTTP: the problems of each row, the requests of a run, and whether the vendor agrees. Another seed for the
# generated files: $env:TRAININGAPIS_SEED.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    Connect-TestCegos $server @{ Scope = 'Catalog', 'Registration' }
    $sessions = Get-CegosSession
    $titles = @{}
    foreach ($product in Get-CegosProduct) { $titles[$product.YearlyProductCode] = $product.Title }
    $code = '2025-61072-PAR-001'

    # The sandbox has sessions in 2025 and 2026: the responses of the catalogue move all of them into the future, or one into the past.
    function Set-Future { Set-Fault $server @{ match = @{ path = 'Sessions' }; times = -1; fault = @{ kind = 'replaceText'; find = '"startDate":"20\d\d'; with = '"startDate":"2099' } } }
    function New-Row([hashtable] $With = @{}) {
        $row = [ordered]@{ ManagerCrmId = 'M-1'; TraineeCrmId = 'T-1'; SessionId = $code; ClientReference = 'REF-1' }
        foreach ($name in $With.Keys) { $row[$name] = $With[$name] }
        [pscustomobject] $row
    }
    function Get-Target([string] $Like) { @(Get-RequestLog $server $Like | ForEach-Object target) }
    function Reset-All {
        $null = Invoke-Control $server 'reset' -Method Post
        Connect-TestCegos $server @{ Scope = 'Catalog', 'Registration' }
        Set-Future
        Clear-RequestLog $server
    }
}
AfterAll { Stop-SandboxServer $server }

Describe 'A row' {
    BeforeEach { Reset-All }

    It 'is valid if it has no problem' {
        $check = New-Row | Test-CegosRegistration
        $check | Should -BeOfType TrainingApis.Cegos.RegistrationCheck
        $check.IsValid, $check.Problems.Count | Should -Be $true, 0
        $check.Row, $check.SessionId, $check.TraineeCrmId, "$($check.SessionStatus)", $check.PlacesLeft, $check.ProductTitle | Should -Be 1, $code, 'T-1', 'Open', 4, 'Management : les fondamentaux'
        "$check" | Should -BeExactly 'valid'
        Get-SentChange $server | Should -BeNullOrEmpty
    }

    It 'is invalid, with the reason: <name>' -ForEach @(
        @{ name = 'a mandatory cell is missing'; with = @{ ManagerCrmId = $null }; says = 'ManagerCrmId is missing.' }
        @{ name = 'a mandatory cell is empty'; with = @{ TraineeCrmId = '' }; says = 'TraineeCrmId is missing.' }
        @{ name = 'a mandatory cell is blank'; with = @{ SessionId = " $([char] 0xA0) " }; says = 'SessionId is missing.' }
        @{ name = 'a Boolean'; with = @{ IsCpf = 'perhaps' }; says = "IsCpf: 'perhaps' cannot be read as yes or no (true/false, 1/0, yes/no, oui/non, vrai/faux)." }
        @{ name = 'a number'; with = @{ CpfHours = '3,5' }; says = "CpfHours: '3,5' cannot be read as a number (digits, with a point for decimals)." }
        @{ name = 'negative hours'; with = @{ CpfHours = '-1' }; says = 'CpfHours is negative.' }
        @{ name = 'the wrong encoding'; with = @{ Comments = "d$([char] 0xFFFD)j$([char] 0xFFFD)" }; says = "Comments: 'd*' contains a replacement character*" }
        @{ name = 'an id that is a date'; with = @{ ManagerCrmId = [datetime]::new(2026, 1, 1) }; says = 'ManagerCrmId: An id is text or a number; a DateTime is not.' }
        @{ name = 'an id of several values'; with = @{ ManagerCrmId = 'a', 'b' }; says = 'ManagerCrmId: one value of type String is expected.' }
        @{ name = 'a session that does not exist'; with = @{ SessionId = '2025-99999-PAR-001' }; says = "The catalogue has no session '2025-99999-PAR-001'." }
        @{ name = 'a session of the documents'; with = @{ SessionId = 'SES001' }; says = "The catalogue has no session 'SES001'." }
        @{ name = 'a cancelled session'; with = { @{ SessionId = ($sessions | Where-Object { $_.Status -eq 'Cancelled' -and -not $_.IsFull })[0].YearlySessionCode } }; says = 'The session is cancelled.' }
        @{ name = 'a closed session'; with = { @{ SessionId = ($sessions | Where-Object { $_.Status -eq 'Closed' -and -not $_.IsFull })[0].YearlySessionCode } }; says = 'The session is closed.' }
        @{ name = 'a full session'; with = { @{ SessionId = ($sessions | Where-Object { $_.Status -eq 'Open' -and $_.IsFull })[0].YearlySessionCode } }; says = 'The session is full.' }
    ) {
        $with = $with -is [scriptblock] ? (& $with) : $with
        $check = New-Row $with | Test-CegosRegistration
        $check.IsValid | Should -BeFalse
        @($check.Problems).Count | Should -Be 1
        "$check" | Should -BeLike $says
        Get-SentChange $server | Should -BeNullOrEmpty
    }

    It 'is invalid for a session that has begun' {
        Clear-Fault $server
        "$(New-Row | Test-CegosRegistration)" | Should -BeExactly 'The session began on 2025-03-15.'
    }

    It 'has all its problems in one result' {
        $check = New-Row @{ ManagerCrmId = ''; IsCpf = 'x'; IncludeMeal = 'y'; SessionId = 'NOPE' } | Test-CegosRegistration
        $check.Problems | ForEach-Object { ($_ -split '[ :]')[0] } | Should -Be 'ManagerCrmId', 'IsCpf', 'IncludeMeal', 'The'
    }

    It 'has problems, and not an error, if it is not a row' {
        $checks = [pscustomobject]@{ Other = 1 }, 'text', 42, $null, @{ SessionId = 'x' } | Test-CegosRegistration -ErrorVariable failed
        $failed | Should -BeNullOrEmpty
        $checks.Row | Should -Be 1, 2, 3, 4, 5
        $checks | ForEach-Object { @($_.Problems).Count } | Should -Be 3, 3, 3, 3, 3
    }

    It 'may overbook a full session' {
        $full = ($sessions | Where-Object { $_.Status -eq 'Open' -and $_.IsFull })[0].YearlySessionCode
        (New-Row @{ SessionId = $full; Overbooking = 'oui' } | Test-CegosRegistration).IsValid | Should -BeTrue
    }

    It 'prefers the command line over its cells, like New-CegosRegistration' {
        (New-Row @{ SessionId = 'NOPE'; ManagerCrmId = '' } | Test-CegosRegistration -SessionId $code -ManagerCrmId 7).IsValid | Should -BeTrue
        $check = Test-CegosRegistration -ManagerCrmId 7 -TraineeCrmId T-1 -SessionId $code
        $check.IsValid, $check.Row | Should -Be $true, $null
    }

    It 'that is an object of this module supplies IDs only; a lead is the trainee, with its cells' {
        $session = $sessions | Where-Object YearlySessionCode -EQ $code
        "$($session | Test-CegosRegistration)" | Should -BeExactly 'ManagerCrmId is missing.; TraineeCrmId is missing.'
        ($session | Test-CegosRegistration -ManagerCrmId M -TraineeCrmId T).IsValid | Should -BeTrue
        $lead = [pscustomobject]@{ Civility = 'Mme'; Emailing = 'non'; LastName = 'A'; FirstName = 'B'; Email = 'a@example.com'; ManagerCrmId = 'M-1'; SessionId = $code } | New-CegosLead
        $check = $lead | Test-CegosRegistration
        $check.IsValid, $check.TraineeCrmId | Should -Be $true, $lead.Id
    }
}

Describe 'A run' {
    BeforeEach { Reset-All }

    It 'subtracts places row by row, and none for an invalid row' {
        # Four places are free.
        $rows = 1..7 | ForEach-Object { New-Row @{ TraineeCrmId = "T-$_" } }
        $rows[2].ManagerCrmId = ''
        $checks = $rows | Test-CegosRegistration
        $checks.Row | Should -Be (1..7)
        $checks.PlacesLeft | Should -Be 4, 3, 2, 2, 1, 0, 0
        $checks.IsValid | Should -Be $true, $true, $false, $true, $true, $false, $false
        "$($checks[5])" | Should -BeExactly 'The rows above take the last places of the session.'
    }

    It 'reports a trainee who is in a session twice' {
        $rows = (New-Row), (New-Row @{ TraineeCrmId = 't-1 '; ClientReference = 'REF-2' }), (New-Row @{ TraineeCrmIsLead = 'oui' }), (New-Row @{ SessionId = 'NOPE' }), (New-Row)
        $checks = $rows | Test-CegosRegistration
        "$($checks[1])", "$($checks[4])" | Should -BeExactly 'Row 1 has the same trainee and session.', 'Row 1 has the same trainee and session.'
        $checks[0, 2].IsValid | Should -Be $true, $true
    }

    It 'emits one Boolean with -Quiet, and reads no product' {
        (New-Row) | Test-CegosRegistration -Quiet | Should -BeExactly $true
        (New-Row), (New-Row @{ TraineeCrmId = '' }) | Test-CegosRegistration -Quiet | Should -BeExactly $false
        Get-Target '*Products*' | Should -BeNullOrEmpty
        @() | Test-CegosRegistration | Should -BeNullOrEmpty
    }

    It 'warns once about a column with a name similar to a parameter' {
        $null = (New-Row @{ 'Is CPF' = 'oui'; Departement = 44 }), (New-Row @{ 'Is CPF' = 'oui' }) | Test-CegosRegistration -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Message | Should -BeExactly "Column 'Is CPF' is not used. Did you mean IsCpf?"
    }

    It 'ends with one error if the file was read with the wrong delimiter' {
        { [pscustomobject]@{ 'ManagerCrmId;TraineeCrmId;SessionId' = 'a;b;c' } | Test-CegosRegistration } | Should -Throw -ErrorId 'InvalidData,*'
    }

    It 'emits no result if the catalogue cannot be read' {
        Clear-Fault $server
        Set-Fault $server @{ match = @{ path = 'Sessions' }; times = -1; fault = @{ kind = 'status'; status = 403 } }
        New-Row | Test-CegosRegistration -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Get-ErrorId | Should -Be 'Forbidden'
    }

    It 'has the same parameters as New-CegosRegistration, and PowerShell neither requires nor converts them' {
        $mine, $theirs = 'Test-CegosRegistration', 'New-CegosRegistration' | ForEach-Object { , @(Get-RowParameter (Get-Command $_)) }
        $mine | ForEach-Object { $_.Names -join ' ' } | Should -Be ($theirs | ForEach-Object { $_.Names -join ' ' })
        $mine.Mandatory | Should -Not -Contain $true
        $mine.Type | Sort-Object -Unique | Should -Be ([object])
    }

    It 'reports the invalid rows of a file, as documented' {
        (New-Row @{ IsCpf = 'oui' }), (New-Row @{ TraineeCrmId = 'T-2'; IsCpf = 'perhaps' }) | Export-Csv "$TestDrive/registrations.csv"
        (Import-Csv "$TestDrive/registrations.csv" | Test-CegosRegistration | Where-Object { -not $_.IsValid }).Row | Should -Be 2
    }
}

Describe 'The requests of a run' {
    BeforeEach { Reset-All }

    It 'are one for a single session and one for its product' {
        $null = 1..50 | ForEach-Object { New-Row @{ TraineeCrmId = "T-$_" } } | Test-CegosRegistration
        (Get-RequestLog $server).target -replace '^.*/v1/' | Should -Be "Sessions/$code", 'Products/202561072'
    }

    It 'are lookups if these are fewer than the pages of the list: <count> sessions of the last page' -ForEach @{ count = 2; listed = 0 }, @{ count = 5; listed = 1 }, @{ count = 20; listed = 1 } {
        $some = $sessions[-$count..-1]
        $checks = $some | ForEach-Object { New-Row @{ SessionId = $_.YearlySessionCode } } | Test-CegosRegistration
        $checks.SessionId | Should -Be $some.YearlySessionCode
        $checks.ProductTitle | Should -Be $titles[$some.YearlyProductCode]
        @(Get-Target '*Sessions[?]*').Count, @(Get-Target '*Sessions/*').Count | Should -Be $listed, $count
    }

    It 'are those of the list if these are fewer: 400 rows in one pass' {
        $some = 0..399 | ForEach-Object { $sessions[$_ * 7] }
        $checks = $some | ForEach-Object { New-Row @{ SessionId = $_.YearlySessionCode; TraineeCrmId = "T-$($_.YearlySessionCode)" } } | Test-CegosRegistration
        $checks.SessionId | Should -Be $some.YearlySessionCode
        $checks | Where-Object { $_.ProductTitle -cne $titles[($some[$_.Row - 1]).YearlyProductCode] } | Should -BeNullOrEmpty
        @(Get-Target '*Sessions[?]*').Count, @(Get-Target '*Sessions/*').Count | Should -Be 29, 0
        @(Get-Target '*Products[?]*').Count, @(Get-Target '*Products/*').Count | Should -Be 13, 0
    }

    It 'end with the page of the last session, and do not repeat a code in another letter case' {
        $null = $sessions[0..40] | ForEach-Object { New-Row @{ SessionId = $_.YearlySessionCode.ToLowerInvariant(); TraineeCrmId = "T-$($_.YearlySessionCode)" }; New-Row @{ SessionId = $_.YearlySessionCode } } | Test-CegosRegistration -Quiet
        Get-Target '*Sessions*' | Should -Be '/cegos/catalog/v1/Sessions?pageNumber=1'
    }

    It 'are none if no row names a session' {
        $null = New-Row @{ SessionId = '' } | Test-CegosRegistration
        Get-RequestLog $server | Should -BeNullOrEmpty
    }
}

Describe 'The vendor agrees with every row of a generated file' {
    BeforeAll {
        $seed = $env:TRAININGAPIS_SEED ? [int] $env:TRAININGAPIS_SEED : 20260115
        $random = [random]::new($seed)
        function Select-Random([object[]] $From) { $From[$random.Next($From.Count)] }

        # A few sessions of every status, with and without places, so that several rows share a session.
        $places = @{}
        foreach ($session in $sessions) { $places[$session.YearlySessionCode] = $null -eq $session.LimitMax ? 'unlimited' : [math]::Min(3, $session.LimitMax - $session.RegistrationCount) }
        $kinds = $sessions | Group-Object { "$($_.Status) $($places[$_.YearlySessionCode])" }

        # Mostly valid values, some invalid ones. Each row has another person, since only this module checks for duplicates.
        function New-File([object[]] $Lead) {
            $pool = @($kinds | ForEach-Object { (Select-Random $_.Group).YearlySessionCode })
            $number = 0
            foreach ($place in 1..60) {
                $number++
                $row = [ordered]@{ ManagerCrmId = 'M-1'; TraineeCrmId = "T-$number"; SessionId = Select-Random $pool; ClientReference = "REF-$number" }
                if ($random.Next(4) -eq 0) { $row.Overbooking = Select-Random 'oui', 'non', '1', '0', 'true', ' vrai ', '', 'perhaps' }
                if ($random.Next(4) -eq 0) { $row.IsCpf = Select-Random 'yes', 'no', 'FAUX', '', $null, '2', 'x' }
                if ($random.Next(4) -eq 0) { $row.CpfHours = Select-Random '14', '14.5', ' 7 ', '0', '', '3,5', '-2', '1e3', 12, 1.5 }
                if ($random.Next(6) -eq 0) { $row.IncludeMeal = Select-Random 'oui', 'faux', '31/12/2000' }
                if ($random.Next(6) -eq 0) { $row.Comments = Select-Random 'végétarien', "l'œuvre ""x""`r`n=1+1", '', "d$([char] 0xFFFD)" }
                if ($random.Next(12) -eq 0) { $row[(Select-Random 'ManagerCrmId', 'TraineeCrmId', 'SessionId')] = Select-Random '', $null, '  ', [char] 0xA0 }
                if ($random.Next(12) -eq 0) { $row.SessionId = Select-Random '2025-99999-PAR-001', 'NOPE', "$($row.SessionId)x", '2025' }
                if ($random.Next(12) -eq 0) { $row.SessionId = " $($row.SessionId) " }
                if ($random.Next(12) -eq 0) { $row.Remove((Select-Random 'ManagerCrmId', 'TraineeCrmId', 'SessionId')) }
                if ($random.Next(8) -eq 0) { $row.ManagerCrmId = 'MGR001'; $row.ManagerCrmIsLead = Select-Random 'oui', 'true', 1, $true }
                if ($random.Next(8) -eq 0 -and $number -le $Lead.Count) { $row.TraineeCrmId = $Lead[$number - 1].Id; $row.TraineeCrmIsLead = Select-Random 'oui', 'vrai', 'TRUE' }
                [pscustomobject] $row
            }
        }
    }

    It 'accepts the valid rows and refuses the invalid ones: file <_>' -ForEach (1..8) {
        Reset-All
        $leads = 1..60 | ForEach-Object { [pscustomobject]@{ Civility = 1; Emailing = 0; LastName = 'A'; FirstName = 'B'; Email = "p$_@example.com" } } | New-CegosLead -ThrottleLimit 8
        $rows = @(New-File $leads)
        $checks = @($rows | Test-CegosRegistration)
        $checks.Row | Should -Be (1..$rows.Count)
        $accepted = @($rows | New-CegosRegistration -ErrorAction SilentlyContinue).ClientReference
        $differ = foreach ($check in $checks) {
            $row = $rows[$check.Row - 1]
            if ($check.IsValid -ne ($row.ClientReference -in $accepted)) { "$($check.IsValid ? 'refused' : 'accepted') although '$check': $(ConvertTo-Json $row -Compress)" }
        }
        $differ | Should -BeNullOrEmpty -Because "seed $seed"
        $valid = @($checks | Where-Object IsValid).Count
        $valid | Should -BeGreaterThan 5
        $valid | Should -BeLessThan 55
    }
}
