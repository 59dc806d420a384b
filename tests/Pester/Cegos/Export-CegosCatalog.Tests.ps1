Describe 'Export-CegosCatalog' {
    BeforeDiscovery { $soffice = Get-Command soffice, libreoffice -CommandType Application -ErrorAction Ignore | Select-Object -First 1 }

    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/Shells.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/Workbooks.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer '--products', '230', '--sessions', '240'
        $connection = Connect-TestCegos $server @{ PassThru = $true; MaximumRetryCount = 0 }
        $folder = (New-Item -ItemType Directory "$TestDrive/books").FullName
        $path = Join-Path $folder 'catalogue.xlsx'
        function Get-Folder { (Get-ChildItem $folder -Force).Name }
        function Get-ErrorId($Record) { $Record.FullyQualifiedErrorId }
        function Get-Plain($Value) {
            $Value -is [datetime] ? $Value : $Value -is [bool] ? $Value : $null -eq $Value -or $Value.ToString() -eq '' ? $null :
                $Value -is [int] -or $Value -is [decimal] ? [double] $Value : $Value.ToString()
        }
        $full = Join-Path $TestDrive 'full.xlsx'
        Export-CegosCatalog $full -Hydrate -WarningVariable warned
        $book = Read-Workbook $full
        $products, $sessions = @(Get-CegosProduct -Hydrate), @(Get-CegosSession -Hydrate)
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-WireLog $server
        Get-ChildItem $folder -Force | Remove-Item
    }

    Context 'What it holds' {
        It 'is a sheet for each list, in order, each row as its command gives it: <sheet>' -ForEach @(
            @{ sheet = 'Products'; read = { $products } }
            @{ sheet = 'Sessions'; read = { $sessions } }
            @{ sheet = 'Centers'; read = { Get-CegosCenter } }
            @{ sheet = 'Topics'; read = { Get-CegosCatalogTopic } }
            @{ sheet = 'Catalogs'; read = { Get-CegosCatalog } }
        ) {
            $warned | Should -BeNullOrEmpty
            @($book.Keys) | Should -Be 'Products', 'Sessions', 'Centers', 'Topics', 'Catalogs'
            $things, $rows = @(& $read), $book[$sheet].Rows
            $things.Count | Should -BeGreaterThan 1
            $rows.Count | Should -Be $things.Count
            $names = $book[$sheet].Names | Where-Object { $_ -in $things[0].PSObject.Properties.Name }
            $names.Count | Should -BeGreaterOrEqual 6
            $wrong = for ($i = 0; $i -lt $things.Count; $i++) {
                foreach ($name in $names) {
                    $thing = $things[$i]
                    # A status of no known meaning is shown as the vendor wrote it.
                    $cell, $value = $rows[$i][$name], (Get-Plain ($name -eq 'Status' -and $thing.Status -eq 'Unknown' ? $thing.StatusRaw : $thing.$name))
                    if (-not [object]::Equals($cell, $value)) { "$sheet $i ${name}: '$cell' is not '$value'" }
                }
            }
            $wrong | Select-Object -First 5 | Should -BeNullOrEmpty
        }

        It 'holds every property of what the commands give' {
            $left = @{
                Products = 'CommercialDuration', 'Notice', 'AdditionalProperties'
                Sessions = 'StartDateRaw', 'EndDateRaw', 'StatusRaw', 'AdditionalProperties'
            }
            foreach ($sheet in $left.Keys) {
                $thing = $sheet -eq 'Products' ? $products[0] : $sessions[0]
                $thing.PSObject.Properties.Name | Where-Object { $_ -notin $book[$sheet].Names } | Sort-Object | Should -Be ($left[$sheet] | Sort-Object)
            }
            [TrainingApis.Cegos.Notice].GetProperties().Name | Where-Object { "Notice$_" -notin $book.Products.Names } | Should -BeNullOrEmpty
        }

        It 'has durations as numbers and texts of the notice as plain text with its lines' {
            $first = $book.Products.Rows[0]
            $first.DurationDays, $first.DurationHours, $first.DurationMinutes | Should -Be 2, 14, 0
            $products[0].Notice.Objective | Should -Match '<li>'
            $first.NoticeObjective | Should -Match '^• \S[^\n]+\n• \S'
            $notices = @($book.Products.Names -like 'Notice*')
            $book.Products.Rows | ForEach-Object { $_[$notices] } | Where-Object { $_ -is [string] -and $_ -match '</?(p|ul|li|br|strong|b|em)\b|&\w+;' } | Should -BeNullOrEmpty
        }

        It 'says how full a session is, as a number' {
            $filled = foreach ($session in $sessions) { $session.LimitMax ? [double] [Math]::Round([decimal] $session.RegistrationCount / $session.LimitMax, 4) : $null }
            @($filled | Where-Object { $_ -gt 0 }).Count | Should -BeGreaterThan 10
            $book.Sessions.Rows.Filled -join ' ' | Should -BeExactly ($filled -join ' ')
        }

        It 'links sessions to the row of their product, and addresses to the web' {
            $rowOf = @{}
            for ($i = 0; $i -lt $products.Count; $i++) { $rowOf[[TrainingApis.Cegos.CegosCode]::Normalize($products[$i].YearlyProductCode)] = $i + 2 }
            $rows = for ($i = 0; $i -lt $sessions.Count; $i++) {
                $row = $rowOf[[TrainingApis.Cegos.CegosCode]::Normalize($sessions[$i].YearlyProductCode)]
                if ($row) { "B$($i + 2) 'Products'!A$row" }
            }
            @($rows).Count | Should -BeGreaterThan 10
            $book.Sessions.Links | ForEach-Object { "$($_.Cell) $($_.Location)" } | Should -Be $rows
            $web = @($book.Products.Links.Target)
            $expected = foreach ($product in $products) { $product.JobSheetUrl, $product.NoticeUrl, $product.NoticeUrlPdf | Where-Object { $_ } }
            $web | Should -Be $expected
        }

        It 'leaves out texts and parts without -Hydrate, asks for no list but those of -Include, and says where it is with -PassThru' {
            $file = Export-CegosCatalog $path -Include Catalogs, Products, Catalogs -PassThru
            $file | Should -BeOfType System.IO.FileInfo
            $file.FullName | Should -BeExactly $path
            $file.Length | Should -BeGreaterThan 10000
            (Get-WireLog $server).target | Sort-Object | Should -Be '/cegos/catalog/v1/Catalogs', '/cegos/catalog/v1/Products?pageNumber=1', '/cegos/catalog/v1/Products?pageNumber=2', '/cegos/catalog/v1/Products?pageNumber=3'
            $plain = Read-Workbook $path
            @($plain.Keys) | Should -Be 'Products', 'Catalogs'
            $plain.Products.Names -match 'Notice(?!Url)|Titles|Formula' | Should -BeNullOrEmpty
            Get-Folder | Should -Be 'catalogue.xlsx'
        }

        It 'keeps sessions of products that are not there as text' {
            Export-CegosCatalog $path -Include Sessions
            $alone = Read-Workbook $path
            $alone.Sessions.Links | Should -BeNullOrEmpty
            $alone.Sessions.Rows[0].YearlyProductCode | Should -BeExactly $sessions[0].YearlyProductCode
        }

        It 'takes hostile texts as they are, and warns of one that it had to cut' {
            $body = ConvertTo-Json -Depth 5 @{ data = @(@{ code = '=1+1'; name = "a$([char] 7)b _x0041_ `r`nc"; city = 'x' * 40000; postalCode = '01000' }) }
            Set-Fault $server @{ match = @{ path = 'centers' }; times = -1; fault = @{ kind = 'replaceBody'; body = $body } }
            Export-CegosCatalog $path -Include Centers -WarningVariable warned -WarningAction SilentlyContinue
            $row = (Read-Workbook $path).Centers.Rows[0]
            $row.Code, $row.PostalCode | Should -Be '=1+1', '01000'
            $row.Name | Should -BeExactly "ab _x005F_x0041_ `nc"
            $row.City.Length | Should -Be 32767
            $row.City | Should -Match ' … \[cut\]$'
            $warned | Should -HaveCount 1
            $warned[0].Message | Should -BeLike 'Centers: 1 text(s) longer than the 32767 characters*the first is City in row 2.'
        }

        It 'is the same file to the letter under fr-FR' {
            $result = Invoke-FreshPowerShell @'
                [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = 'fr-FR'
                Import-Module $env:TRAININGAPIS_TESTED
                $secret = [securestring]::new(); 'sandbox-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
                Connect-Cegos ([pscredential]::new('sandbox-client', $secret)) -CatalogUri "${env:SERVER}cegos/catalog" -TokenUri "${env:SERVER}cegos/auth/connect/token"
                Export-CegosCatalog $env:BOOK -Hydrate
                (1.5).ToString()
'@ @{ SERVER = "$($server.Uri)"; BOOK = $path }
            $result.Error | Should -BeNullOrEmpty
            $result.Output | Should -BeExactly '1,5'
            Get-WorkbookPart $path | Should -Be (Get-WorkbookPart $full)
        }
    }

    Context 'The file' {
        It 'does not replace one without -Force, and asks for nothing' {
            Set-Content $path 'mine'
            { Export-CegosCatalog $path -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,TrainingApis.Cmdlets.Cegos.ExportCegosCatalogCommand'
            $failed = $null
            Export-CegosCatalog $path -WhatIf -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed[0].CategoryInfo.Category | Should -Be ResourceExists
            $failed[0].TargetObject | Should -BeExactly $path
            Get-Content $path | Should -BeExactly 'mine'
            Get-WireLog $server | Should -BeNullOrEmpty
            Export-CegosCatalog $path -Force -Include Catalogs
            (Read-Workbook $path).Catalogs.Rows.Count | Should -BeGreaterThan 0
            Get-Folder | Should -Be 'catalogue.xlsx'
        }

        It 'is refused before anything is asked: <why>' -ForEach @(
            @{ why = 'no such folder'; given = 'no/such/a.xlsx'; said = "The folder '*such' does not exist." }
            @{ why = 'a folder'; given = 'dir.xlsx'; said = "'*dir.xlsx' is a folder." }
            @{ why = 'not .xlsx'; given = 'a.csv'; said = "*ending .xlsx; 'a.csv' has another." }
            @{ why = 'not a file'; given = 'variable:a.xlsx'; said = "A workbook is a file; 'variable:a.xlsx' is not." }
        ) {
            $null = New-Item -ItemType Directory "$folder/dir.xlsx"
            Push-Location $folder
            try { Export-CegosCatalog $given -Force -ErrorVariable failed -ErrorAction SilentlyContinue } finally { Pop-Location }
            Get-ErrorId $failed[0] | Should -BeExactly 'InvalidArgument,TrainingApis.Cmdlets.Cegos.ExportCegosCatalogCommand'
            $failed[0].Exception.Message | Should -BeLike $said
            Get-WireLog $server | Should -BeNullOrEmpty
        }

        It 'is named by a path of PowerShell: relative, a drive, brackets' {
            $null = New-PSDrive Books FileSystem $folder
            Push-Location Books:
            try {
                Export-CegosCatalog 'a[1].xlsx' -Include Catalogs
                Export-CegosCatalog Books:\b.xlsx -Include Catalogs
            }
            finally { Pop-Location; Remove-PSDrive Books }
            Get-Folder | Should -Be 'a[1].xlsx', 'b.xlsx'
        }

        It 'only says what it would do with -WhatIf' {
            Export-CegosCatalog $path -WhatIf
            Get-Folder | Should -BeNullOrEmpty
            Get-WireLog $server | Should -BeNullOrEmpty
        }

        It 'stays as it was where a page fails in the middle, and nothing is left beside it' {
            Set-Content $path 'mine'
            Set-Fault $server @{ match = @{ path = 'pageNumber=2' }; times = -1; fault = @{ kind = 'status'; status = 500 } }
            Export-CegosCatalog $path -Force -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            Get-ErrorId $failed[0] | Should -BeLike 'UnexpectedResponse,*'
            { Export-CegosCatalog $path -Force -ErrorAction Stop } | Should -Throw -ErrorId 'UnexpectedResponse,*'
            Get-Content $path | Should -BeExactly 'mine'
            Get-Folder | Should -Be 'catalogue.xlsx'
        }

        It 'stays as it was where the export is stopped in the middle, and nothing is left beside it' {
            Set-Content $path 'mine'
            Set-Fault $server @{ match = @{ path = 'Sessions' }; times = -1; fault = @{ kind = 'hang' } }
            $shell = Start-Shell 'param($c, $path) Export-CegosCatalog $path -Force -Connection $c' $connection, $path
            Wait-Until { (Get-WireLog $server).target -like '*Sessions*' } -Milliseconds 20000 | Should -BeTrue
            Get-Folder | Should -HaveCount 2 -Because 'it is being written beside the old one'
            $null = Stop-Shell $shell
            Remove-Shell $shell
            Wait-Until { @(Get-Folder).Count -eq 1 } | Should -BeTrue
            Get-Content $path | Should -BeExactly 'mine'
        }

        It 'is written with counts to watch' {
            $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = 900 }
            $shell = Start-Shell 'param($c, $path) Export-CegosCatalog $path -Include Products -Connection $c' $connection, $path
            try { $null = Wait-Shell $shell 30000 } finally { $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = 0 } }
            $progress = @($shell.PowerShell.Streams.Progress | Where-Object Activity -EQ 'Export-CegosCatalog')
            Remove-Shell $shell
            $progress[0].StatusDescription | Should -Match '^Products: [123]\d\d of 230$'
            $progress[-1].RecordType | Should -Be Completed
        }
    }

    Context 'LibreOffice' {
        It 'reads every sheet as it was written' -Skip:(-not $soffice) {
            $soffice = Get-Command soffice, libreoffice -CommandType Application -ErrorAction Ignore | Select-Object -First 1
            # Comma, quotes, UTF-8, from line 1, in English, cells as they are shown, every sheet to a file of its own.
            $filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1'
            $start = [Diagnostics.ProcessStartInfo]::new($soffice.Source)
            foreach ($argument in "-env:UserInstallation=file://$TestDrive/profile", '--headless', '--convert-to', $filter, '--outdir', "$TestDrive/csv", $full) { $start.ArgumentList.Add($argument) }
            $start.RedirectStandardOutput = $start.RedirectStandardError = $start.RedirectStandardInput = $true
            $process = [Diagnostics.Process]::Start($start)
            $process.StandardInput.Close()
            $said = $process.StandardOutput.ReadToEndAsync(), $process.StandardError.ReadToEndAsync()
            if (-not $process.WaitForExit(120000)) { $process.Kill($true); throw 'LibreOffice did not end within 120 s.' }
            $process.ExitCode | Should -Be 0 -Because "$($said.Result)"
            foreach ($sheet in $book.Keys) {
                $rows = @(Import-Csv "$TestDrive/csv/full-$sheet.csv")
                $rows.Count | Should -Be $book[$sheet].Rows.Count
                $wrong = for ($i = 0; $i -lt $rows.Count; $i++) {
                    foreach ($name in $book[$sheet].Names) {
                        $own, $seen = $book[$sheet].Rows[$i][$name], $rows[$i].$name
                        $same = switch ($own) {
                            { $null -eq $_ } { $seen -eq ''; break }
                            { $_ -is [datetime] } { [datetime]::Parse($seen, [cultureinfo]::InvariantCulture) -eq $own; break }
                            { $_ -is [bool] } { $seen -eq "$own"; break }
                            { $_ -is [double] } { [Math]::Abs([double] $seen.TrimEnd('%') / ($seen.EndsWith('%') ? 100 : 1) - $own) -lt 1e-9; break }
                            default { $seen.Replace("`r", '') -ceq $own }
                        }
                        if (-not $same) { "$sheet $i ${name}: '$seen' is not '$own'" }
                    }
                }
                $wrong | Select-Object -First 5 | Should -BeNullOrEmpty
            }
        }

        It 'is there to be asked' -Skip:([bool] $soffice) {
            Set-ItResult -Skipped -Because 'LibreOffice is not installed: no soffice on the PATH'
        }
    }
}
