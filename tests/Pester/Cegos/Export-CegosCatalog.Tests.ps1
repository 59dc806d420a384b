Describe 'Export-CegosCatalog' {
    BeforeDiscovery { $soffice = Get-Command soffice, libreoffice -CommandType Application -ErrorAction Ignore | Select-Object -First 1 }

    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/Shells.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/Workbooks.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer '--products', '230', '--sessions', '240'
        $connection = Connect-TestCegos $server @{ PassThru = $true; MaximumRetryCount = 0; Name = 'books' }
        $folder = (New-Item -ItemType Directory "$TestDrive/books").FullName
        $path = Join-Path $folder 'catalogue.xlsx'
        function Get-Folder { (Get-ChildItem $folder -Force).Name }
        function Get-ErrorId($Record) { $Record.FullyQualifiedErrorId }
        function Get-Plain($Value) {
            $Value -is [datetime] ? $Value : $Value -is [bool] ? $Value : $null -eq $Value -or $Value.ToString() -eq '' ? $null :
                $Value -is [int] -or $Value -is [decimal] ? [double] $Value : $Value.ToString()
        }
        # The paths of the requests to the vendor.
        function Get-Request { (Get-RequestLog $server).target | Where-Object { $_ -notlike '*token' } | ForEach-Object { $_ -replace '^/cegos/catalog/v1/' } | Sort-Object }
        $full = Join-Path $TestDrive 'full.xlsx'
        Export-CegosCatalog $full -Hydrate -Language en -WarningVariable warned
        $book = Read-Workbook $full
        $products, $sessions, $centers = @(Get-CegosProduct -Hydrate), @(Get-CegosSession -Hydrate), @(Get-CegosCenter)
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
        Get-ChildItem $folder -Force | Remove-Item -Recurse -Force
    }

    Context 'Sheets' {
        It 'writes the summary, the lists and the notices in this order, without warnings' {
            @($book.Keys) | Should -Be 'Summary', 'Products', 'Sessions', 'Centers', 'Topics', 'Catalogs', 'Notices'
            $warned | Should -BeNullOrEmpty
        }

        It 'writes each row as its command emits it: <sheet>' -ForEach @(
            @{ sheet = 'Products'; read = { $products }; columns = [ordered]@{ Code = 'YearlyProductCode'; Title = 'Title'; Range = 'Range'; Level = 'Level'; 'Delivery mode' = 'DeliveryMode'; Duration = 'ModuleDuration'; Price = 'Price'; Cities = 'Cities'; Languages = 'Languages'; CPF = 'Cpf'; 'Best-seller' = 'BestSeller'; 'Web page' = 'NoticeUrl'; Year = 'OfferYear'; Formulas = 'Formula'; Topics = 'CatalogTopicRelations'; 'Other data' = 'AdditionalProperties' } }
            @{ sheet = 'Sessions'; read = { $sessions }; columns = [ordered]@{ Session = 'YearlySessionCode'; Start = 'StartDate'; End = 'EndDate'; City = 'City'; Registered = 'RegistrationCount'; Places = 'LimitMax'; 'Places left' = 'PlacesLeft'; Full = 'IsFull'; Guaranteed = 'GuaranteedSession'; Price = 'Price'; Minimum = 'LimitMin'; Days = 'DurationInDays'; Parts = 'Parts' } }
            @{ sheet = 'Centers'; read = { $centers }; columns = [ordered]@{ Code = 'Code'; Name = 'Name'; Address = 'Address'; 'Postal code' = 'PostalCode'; City = 'City'; Country = 'Country' } }
            @{ sheet = 'Topics'; read = { Get-CegosCatalogTopic }; columns = [ordered]@{ Topic = 'Id'; Name = 'Label'; Path = 'Path'; Depth = 'Depth'; Year = 'Year' } }
            @{ sheet = 'Catalogs'; read = { Get-CegosCatalog }; columns = [ordered]@{ Catalogue = 'Id'; Name = 'Label'; Country = 'CountryLabel'; Start = 'StartDate'; End = 'EndDate' } }
        ) {
            $objects, $rows = @(& $read), $book[$sheet].Rows
            $objects.Count | Should -BeGreaterThan 1
            $rows.Count | Should -Be $objects.Count
            $columns.Keys | Where-Object { $_ -notin $book[$sheet].Names } | Should -BeNullOrEmpty
            $wrong = for ($i = 0; $i -lt $objects.Count; $i++) {
                foreach ($heading in $columns.Keys) {
                    $cell, $value = $rows[$i][$heading], (Get-Plain $objects[$i].($columns[$heading]))
                    if (-not [object]::Equals($cell, $value)) { "$sheet $i ${heading}: '$cell' is not '$value'" }
                }
            }
            $wrong | Select-Object -First 5 | Should -BeNullOrEmpty
        }

        It 'adds the title and code of their product, their centre and their occupancy to sessions' {
            $titles, $names = @{}, @{}
            foreach ($product in $products) { $titles[$product.YearlyProductCode] = $product.Title }
            foreach ($center in $centers) { $names["$($center.Code)"] = $center.Name }
            $wrong = for ($i = 0; $i -lt $sessions.Count; $i++) {
                $session, $row = $sessions[$i], $book.Sessions.Rows[$i]
                $code = [TrainingApis.Cegos.CegosCode]::ToProductForm($session.YearlyProductCode)
                $centre = @($session.Parts.CenterId | Where-Object { $_ } | ForEach-Object { $names[$_] ?? $_ } | Select-Object -Unique) -join '; '
                $filled = $session.LimitMax ? [double] [Math]::Round([decimal] $session.RegistrationCount / $session.LimitMax, 4) : $null
                if ($row.Product -cne $code -or $row.Title -cne $titles[$code] -or "$($row.Centre)" -cne $centre -or $row.Filled -ne $filled) { $session.YearlySessionCode }
            }
            $wrong | Should -BeNullOrEmpty
            @($book.Sessions.Rows.Title | Where-Object { $_ }).Count | Should -BeGreaterThan 50
            @($book.Sessions.Rows.Centre | Where-Object { $_ -in $centers.Name }).Count | Should -BeGreaterThan 10
        }

        It 'writes each text of a product in a row of Notices, as plain text' {
            $expected = foreach ($product in $products | Where-Object Notice) {
                foreach ($property in [TrainingApis.Cegos.Notice].GetProperties()) {
                    if ($property.Name -ne 'AdditionalProperties' -and "$($property.GetValue($product.Notice))") { $product.YearlyProductCode }
                }
            }
            $rows = $book.Notices.Rows
            ($rows.Code | Group-Object | ForEach-Object { "$($_.Name) $($_.Count)" }) | Should -Be ($expected | Group-Object | ForEach-Object { "$($_.Name) $($_.Count)" })
            $rows.Text | Where-Object { $_ -match '</?(p|ul|li|br|strong|b|em)\b|&\w+;' } | Should -BeNullOrEmpty
            $objectives = $rows | Where-Object Section -EQ 'Objectives' | Select-Object -First 1
            $products[0].Notice.Objective | Should -Match '<li>'
            $objectives.Title | Should -BeExactly $products[0].Title
            $objectives.Text | Should -Match '^• \S[^\n]+\n• \S'
        }

        It 'keeps every row of the lists one line high' {
            foreach ($sheet in 'Products', 'Sessions', 'Centers', 'Topics', 'Catalogs') { $book[$sheet].Xml.GetElementsByTagName('row').ht | Select-Object -Skip 1 -Unique | Should -Be '15.00' -Because $sheet }
        }

        It 'counts the rows of the lists in the summary and shows the counts in charts' {
            $cells = $book.Summary.Cells
            $cells.A1 | Should -BeExactly 'Cegos catalogue'
            $cells.A4 | Should -BeOfType datetime
            [Math]::Abs(($cells.A4 - (Get-Date)).TotalMinutes) | Should -BeLessThan 10
            $cells.E4 | Should -BeExactly "books ($($server.Uri.Host))"
            $held = @($sessions | Where-Object Status -NE Cancelled)
            $cells.I4, $cells.M4 | Should -Be 230, 240
            $cells.E6 | Should -Be @($held | Where-Object IsFull).Count
            $cells.I6 | Should -Be ($held | Measure-Object RegistrationCount -Sum).Sum
            $months = $held | Group-Object { $_.StartDate.ToString('yyyy-MM') } | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" }
            $top = [int] (($cells.Keys | Where-Object { $cells[$_] -ceq 'Sessions per month' }) -replace '\D')
            $shown = for ($row = $top + 2; $cells["A$row"]; $row++) { if ($cells["B$row"]) { "$($cells["A$row"].ToString('yyyy-MM')) $($cells["B$row"])" } }
            $shown | Should -Be $months
            (Get-WorkbookPart $full) -match '^xl/charts/chart\d\.xml' | Should -HaveCount 4
        }
    }

    Context 'Links' {
        It 'links a product to its sessions and a session to its product by a key' {
            $key = Get-ColumnName ($book.Sessions.Names.IndexOf('Yearly product code'))
            $counts = $book.Sessions.Rows.'Yearly product code' | Group-Object -AsHashTable
            $links = for ($i = 0; $i -lt $products.Count; $i++) {
                if ($found = $counts[$products[$i].YearlyProductCode]) { "HYPERLINK(""#'Sessions'!A""&MATCH(A$($i + 2),'Sessions'!`$${key}:`$$key,0),$(@($found).Count))" }
            }
            @($links).Count | Should -BeGreaterThan 20
            $book.Products.Formulas.Values | Sort-Object | Should -Be ($links | Sort-Object)
            $known = $products.YearlyProductCode
            $back = for ($i = 0; $i -lt $sessions.Count; $i++) {
                if ($book.Sessions.Rows[$i].'Yearly product code' -in $known) { "HYPERLINK(""#'Products'!A""&MATCH($key$($i + 2),'Products'!`$A:`$A,0),$key$($i + 2))" }
            }
            $book.Sessions.Formulas.Values | Sort-Object | Should -Be ($back | Sort-Object)
            foreach ($sheet in 'Summary', 'Centers', 'Topics', 'Catalogs', 'Notices') { $book[$sheet].Formulas.Count | Should -Be 0 -Because $sheet }
        }

        It 'links addresses to web pages' {
            $expected = foreach ($product in $products) { $product.NoticeUrl, $product.JobSheetUrl, $product.NoticeUrlPdf | Where-Object { $_ } }
            $book.Products.Links.Target | Sort-Object | Should -Be ($expected | Sort-Object)
        }

        It 'shows the number of sessions, and codes without a product as text' {
            $book.Products.Rows[0].Sessions | Should -Be @($book.Sessions.Rows | Where-Object 'Yearly product code' -EQ $products[0].YearlyProductCode).Count
            Export-CegosCatalog $path -Include Sessions
            $alone = Read-Workbook $path
            $alone.Sessions.Formulas.Count | Should -Be 0
            $alone.Sessions.Rows[0].Product | Should -BeExactly '202561072'
            $alone.Sessions.Rows[0].Title | Should -BeExactly $products[0].Title
        }
    }

    Context 'Language' {
        It 'writes headings, statuses and the summary in French with -Language fr' {
            Export-CegosCatalog $path -Language fr
            $french = Read-Workbook $path
            $french.Products.Names | Select-Object -First 3 | Should -Be 'Code', 'Intitulé', 'Gamme'
            $french.Sessions.Rows.Statut | Should -Contain 'Ouverte'
            $french.Summary.Cells.A1 | Should -BeExactly 'Catalogue Cegos'
        }

        It 'follows the UI culture, and writes the same values in every culture' {
            $result = Invoke-FreshPowerShell @'
                [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = 'fr-FR'
                Import-Module $env:TRAININGAPIS_TESTED
                $secret = [securestring]::new(); 'sandbox-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
                Connect-Cegos ([pscredential]::new('sandbox-client', $secret)) -CatalogUri "${env:SERVER}cegos/catalog" -TokenUri "${env:SERVER}cegos/auth/connect/token"
                Export-CegosCatalog $env:BOOK -Hydrate -Language en
                Export-CegosCatalog "$env:BOOK.xlsx" -Include Centers
                (1.5).ToString()
'@ @{ SERVER = "$($server.Uri)"; BOOK = $path }
            $result.Error | Should -BeNullOrEmpty
            $result.Output | Should -BeExactly '1,5'
            (Read-Workbook "$path.xlsx").Centers.Names | Should -Contain 'Ville'
            # All sheets except the summary, which contains the time.
            $summary = { $_ -notmatch '^xl/worksheets/sheet7\.xml' }
            Get-WorkbookPart $path | Where-Object $summary | Should -Be (Get-WorkbookPart $full | Where-Object $summary)
        }
    }

    Context 'Reading' {
        It 'requests only the lists that the sheets need: <include>' -ForEach @(
            @{ include = 'Catalogs'; requests = , 'Catalogs' }
            @{ include = 'Catalogs', 'Products', 'Catalogs'; requests = 'Catalogs', 'Products?pageNumber=1', 'Products?pageNumber=2', 'Products?pageNumber=3' }
            @{ include = 'Sessions'; requests = 'Products?pageNumber=1', 'Products?pageNumber=2', 'Products?pageNumber=3', 'Referentials/centers', 'Sessions?pageNumber=1&hydrate=true', 'Sessions?pageNumber=2&hydrate=true', 'Sessions?pageNumber=3&hydrate=true' }
            @{ include = 'Summary'; requests = 'Products?pageNumber=1', 'Products?pageNumber=2', 'Products?pageNumber=3', 'Sessions?pageNumber=1', 'Sessions?pageNumber=2', 'Sessions?pageNumber=3' }
            @{ include = 'Notices'; requests = 'Products?pageNumber=1&hydrate=true', 'Products?pageNumber=2&hydrate=true', 'Products?pageNumber=3&hydrate=true' }
        ) {
            Export-CegosCatalog $path -Include $include
            Get-Request | Should -Be ($requests | Sort-Object)
            (Read-Workbook $path).Keys | Sort-Object | Should -Be ($include | Sort-Object -Unique)
            Get-Folder | Should -Be 'catalogue.xlsx'
        }

        It 'omits the texts without -Hydrate' {
            Export-CegosCatalog $path -Language en
            $plain = Read-Workbook $path
            @($plain.Keys) | Should -Be 'Summary', 'Products', 'Sessions', 'Centers', 'Topics', 'Catalogs'
            $plain.Products.Names | Where-Object { $_ -in 'Titles', 'Formulas', 'Topics' } | Should -BeNullOrEmpty
        }

        It 'writes texts with special characters and warns about those that it had to change' {
            $body = ConvertTo-Json -Depth 5 @{ data = @(@{ code = '=1+1'; name = "a$([char] 7)b _x0041_ `r`nc"; city = 'x' * 40000; postalCode = '01000' }) }
            Set-Fault $server @{ match = @{ path = 'centers' }; times = -1; fault = @{ kind = 'replaceBody'; body = $body } }
            Export-CegosCatalog $path -Include Centers -Language en -WarningVariable warned -WarningAction SilentlyContinue
            $sheet = (Read-Workbook $path).Centers
            $row = $sheet.Rows[0]
            $row.Code, $row.'Postal code' | Should -Be '=1+1', '01000'
            $sheet.Formulas.Count | Should -Be 0
            $row.Name | Should -BeExactly "ab _x005F_x0041_ `nc"
            $row.City.Length | Should -Be 32767
            $row.City | Should -Match ' … \[cut\]$'
            $warned.Message | Should -Be "Centers: 1 text(s) are longer than the 32767 characters of a cell. They were cut and end in '… [cut]'. The first is City in row 2.", 'Centers: control characters were removed from 1 text(s).'
        }

        It 'shows progress' {
            $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = 900 }
            $shell = Start-Shell 'param($c, $path) Export-CegosCatalog $path -Include Products -Connection $c' $connection, $path
            try { $null = Wait-Shell $shell 30000 } finally { $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = 0 } }
            $progress = @($shell.PowerShell.Streams.Progress | Where-Object Activity -EQ 'Export-CegosCatalog')
            Remove-Shell $shell
            $progress[0].StatusDescription | Should -Match '^Products: [123]\d\d of 230$'
            $progress[-1].RecordType | Should -Be Completed
        }
    }

    Context 'Input' {
        It 'writes only piped-in objects, in their order, and requests nothing' {
            $some = $sessions | Where-Object City -EQ 'Paris' | Sort-Object YearlySessionCode -Descending
            $some | Export-CegosCatalog $path -Language en
            $only = Read-Workbook $path
            @($only.Keys) | Should -Be 'Summary', 'Sessions'
            $only.Sessions.Rows.Session | Should -Be $some.YearlySessionCode
            $only.Summary.Cells.M4 | Should -Be @($some).Count
            Get-RequestLog $server | Should -BeNullOrEmpty
        }

        It 'links products and sessions that are piped in together, in any order, with the texts of hydrated products' {
            $two = $products | Select-Object -First 2
            $theirs = $sessions | Where-Object { [TrainingApis.Cegos.CegosCode]::ToProductForm($_.YearlyProductCode) -eq $two[0].YearlyProductCode }
            & { $theirs; $two } | Export-CegosCatalog $path -Language en
            $both = Read-Workbook $path
            @($both.Keys) | Should -Be 'Summary', 'Products', 'Sessions', 'Notices'
            $both.Sessions.Rows.Title | Select-Object -Unique | Should -BeExactly $two[0].Title
            $both.Products.Formulas.Count, $both.Sessions.Formulas.Count | Should -Be 1, @($theirs).Count
            $both.Notices.Rows.Code | Select-Object -Unique | Should -Be $two.YearlyProductCode
        }

        It 'accepts -InputObject' {
            Export-CegosCatalog $path -InputObject $products[0..2] -Include Products -Language en
            (Read-Workbook $path).Products.Rows.Code | Should -Be $products[0..2].YearlyProductCode
        }

        It 'writes only headings if nothing is piped in' {
            @() | Export-CegosCatalog $path -Language en
            $empty = Read-Workbook $path
            @($empty.Keys) | Should -Be 'Summary', 'Products', 'Sessions'
            $empty.Products.Rows.Count, $empty.Sessions.Rows.Count | Should -Be 0, 0
            $empty.Products.Names | Should -Contain 'Title'
            Get-RequestLog $server | Should -BeNullOrEmpty
        }

        It 'refuses any other object with an error and writes the rest' {
            & { $sessions[0]; $centers[0]; 'text'; $sessions[1] } | Export-CegosCatalog $path -Language en -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed | ForEach-Object { Get-ErrorId $_ } | Should -Be @('InvalidArgument,TrainingApis.Cmdlets.Cegos.ExportCegosCatalogCommand', 'InvalidArgument,TrainingApis.Cmdlets.Cegos.ExportCegosCatalogCommand')
            $failed.Exception.Message | Should -Be 'A Center cannot be exported. Pipe products or sessions.', 'A String cannot be exported. Pipe products or sessions.'
            $failed[0].TargetObject | Should -Be $centers[0]
            (Read-Workbook $path).Sessions.Rows.Count | Should -Be 2
        }

        It 'writes nothing if only other objects are piped in' {
            'text' | Export-CegosCatalog $path -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed | Should -HaveCount 1
            Get-Folder | Should -BeNullOrEmpty
        }

        It 'refuses a parameter that needs a request: <why>' -ForEach @(
            @{ why = '-Hydrate'; with = @{ Hydrate = $true }; message = '-Hydrate reads the catalogue*Get-CegosProduct -Hydrate*' }
            @{ why = '-Include Topics'; with = @{ Include = 'Products', 'Topics' }; message = '*Remove Topics from -Include.' }
        ) {
            $sessions[0] | Export-CegosCatalog $path @with -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed | Should -HaveCount 1
            Get-ErrorId $failed[0] | Should -BeExactly 'InvalidArgument,TrainingApis.Cmdlets.Cegos.ExportCegosCatalogCommand'
            $failed[0].Exception.Message | Should -BeLike $message
            Get-Folder | Should -BeNullOrEmpty
        }

        It 'needs no connection' {
            $shell = Start-Shell 'param($session, $path) $session | Export-CegosCatalog $path -ErrorAction Stop' $sessions[0], $path
            try { $null = Wait-Shell $shell 30000; $shell.PowerShell.Streams.Error | Should -BeNullOrEmpty } finally { Remove-Shell $shell }
            (Read-Workbook $path).Sessions.Rows.Count | Should -Be 1
        }

        It 'writes objects from Export-Clixml like live objects' {
            & { $products[0..3]; $sessions[0..9] } | Export-Clixml "$folder/saved.xml" -Depth 5
            & { $products[0..3]; $sessions[0..9] } | Export-CegosCatalog $path -Language en
            Import-Clixml "$folder/saved.xml" | Export-CegosCatalog "$path.xlsx" -Language en
            $live, $saved = (Read-Workbook $path), (Read-Workbook "$path.xlsx")
            foreach ($sheet in 'Products', 'Sessions', 'Notices') {
                $live[$sheet].Cells.Count | Should -BeGreaterThan 20
                $live[$sheet].Cells.Keys | Where-Object { $live[$sheet].Cells[$_] -cne $saved[$sheet].Cells[$_] } | Should -BeNullOrEmpty -Because $sheet
            }
        }

        It 'writes at the end of the pipeline, and only if it completes' {
            $seen = @()
            $sessions[0..2] | ForEach-Object { $seen += Test-Path $path; $_ } | Export-CegosCatalog $path
            $seen | Should -Be $false, $false, $false
            Remove-Item $path
            { $sessions[0..2] | ForEach-Object { if ($_ -eq $sessions[2]) { throw 'stop' }; $_ } | Export-CegosCatalog $path } | Should -Throw 'stop'
            Get-Folder | Should -BeNullOrEmpty
        }
    }

    Context 'File' {
        It 'is not replaced without -Force, and nothing is requested' {
            Set-Content $path 'mine'
            { Export-CegosCatalog $path -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,TrainingApis.Cmdlets.Cegos.ExportCegosCatalogCommand'
            $failed = $null
            Export-CegosCatalog $path -WhatIf -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed[0].CategoryInfo.Category | Should -Be ResourceExists
            $failed[0].TargetObject | Should -BeExactly $path
            { $sessions[0] | Export-CegosCatalog $path -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,*'
            Get-Content $path | Should -BeExactly 'mine'
            Get-RequestLog $server | Should -BeNullOrEmpty
            Export-CegosCatalog $path -Force -Include Catalogs
            (Read-Workbook $path).Catalogs.Rows.Count | Should -BeGreaterThan 0
            Get-Folder | Should -Be 'catalogue.xlsx'
        }

        It 'is refused before a request is sent: <why>' -ForEach @(
            @{ why = 'no such folder'; given = 'no/such/a.xlsx'; said = "The folder '*such' does not exist." }
            @{ why = 'a folder'; given = 'dir.xlsx'; said = "'*dir.xlsx' is a folder." }
            @{ why = 'not .xlsx'; given = 'a.csv'; said = "*must end with .xlsx, but it is 'a.csv'." }
            @{ why = 'not a file'; given = 'variable:a.xlsx'; said = "'variable:a.xlsx' is not a path of the file system." }
        ) {
            $null = New-Item -ItemType Directory "$folder/dir.xlsx"
            Push-Location $folder
            try { Export-CegosCatalog $given -Force -ErrorVariable failed -ErrorAction SilentlyContinue } finally { Pop-Location }
            Get-ErrorId $failed[0] | Should -BeExactly 'InvalidArgument,TrainingApis.Cmdlets.Cegos.ExportCegosCatalogCommand'
            $failed[0].Exception.Message | Should -BeLike $said
            Get-RequestLog $server | Should -BeNullOrEmpty
        }

        It 'is resolved as a PowerShell path: relative, on a drive, with brackets' {
            $null = New-PSDrive Books FileSystem $folder
            Push-Location Books:
            try {
                Export-CegosCatalog 'a[1].xlsx' -Include Catalogs -PassThru | ForEach-Object Name | Should -Be 'a[1].xlsx'
                Export-CegosCatalog Books:\b.xlsx -Include Catalogs
            }
            finally { Pop-Location; Remove-PSDrive Books }
            Get-Folder | Should -Be 'a[1].xlsx', 'b.xlsx'
        }

        It 'is emitted with -PassThru as Get-Item emits it' {
            Set-Content $path 'what was there before'
            $file = Export-CegosCatalog $path -Include Catalogs -Force -PassThru
            $file | Should -BeOfType System.IO.FileInfo
            $file.FullName | Should -BeExactly $path
            $file.Length | Should -Be (Get-Item $path).Length
            $file.LastWriteTime | Should -BeGreaterThan (Get-Date).AddMinutes(-5)
            ($file | Out-String) -replace '\e\[[\d;]*m' | Should -Be ((Get-Item $path | Out-String) -replace '\e\[[\d;]*m')
        }

        It 'is named with -WhatIf and not written' {
            Export-CegosCatalog $path -WhatIf
            $sessions[0] | Export-CegosCatalog $path -WhatIf
            Get-Folder | Should -BeNullOrEmpty
            Get-RequestLog $server | Should -BeNullOrEmpty
        }

        It 'is readable by its owner only if it is new, and keeps mode and link if it is replaced' -Skip:$IsWindows {
            Export-CegosCatalog $path -Include Catalogs
            (Get-Item $path).UnixMode | Should -Be '-rw-------'
            $link = "$folder/link.xlsx"
            $null = New-Item -ItemType SymbolicLink $link -Target $path
            chmod 0664 $path
            Export-CegosCatalog $link -Include Centers -Force
            (Get-Item $link).LinkTarget | Should -Be $path
            (Get-Item $path).UnixMode | Should -Be '-rw-rw-r--'
            @((Read-Workbook $path).Keys) | Should -Be 'Centers'
            Get-Folder | Should -Be 'catalogue.xlsx', 'link.xlsx'
        }

        It 'keeps its owner if it is replaced' -Skip:($IsWindows -or (id -u) -ne 0) {
            Set-Content $path 'mine'
            chown 1234:2345 $path
            Export-CegosCatalog $path -Include Catalogs -Force
            $stat = (Get-Item $path).UnixStat
            $stat.UserId, $stat.GroupId | Should -Be 1234, 2345
        }

        It 'is unchanged if a page fails during the export, and no temporary file remains' {
            Set-Content $path 'mine'
            Set-Fault $server @{ match = @{ path = 'pageNumber=2' }; times = -1; fault = @{ kind = 'status'; status = 500 } }
            Export-CegosCatalog $path -Force -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            Get-ErrorId $failed[0] | Should -BeLike 'UnexpectedResponse,*'
            { Export-CegosCatalog $path -Force -ErrorAction Stop } | Should -Throw -ErrorId 'UnexpectedResponse,*'
            Get-Content $path | Should -BeExactly 'mine'
            Get-Folder | Should -Be 'catalogue.xlsx'
        }

        It 'is unchanged if the export is stopped, and no temporary file remains' {
            Set-Content $path 'mine'
            Set-Fault $server @{ match = @{ path = 'Sessions' }; times = -1; fault = @{ kind = 'hang' } }
            $shell = Start-Shell 'param($c, $path) Export-CegosCatalog $path -Force -Connection $c' $connection, $path
            Wait-Until { (Get-RequestLog $server).target -like '*Sessions*' } -Milliseconds 20000 | Should -BeTrue
            Get-Folder | Should -HaveCount 2 -Because 'it is being written beside the old one'
            $null = Stop-Shell $shell
            Remove-Shell $shell
            Wait-Until { @(Get-Folder).Count -eq 1 } | Should -BeTrue
            Get-Content $path | Should -BeExactly 'mine'
        }
    }

    Context 'LibreOffice' {
        It 'reads every cell as it was written, and computes the same links' -Skip:(-not $soffice) {
            # Comma, quotes, UTF-8, from line 1, in English, cells as shown, one file for each sheet.
            Convert-Workbook $full 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1' "$TestDrive/csv"
            foreach ($sheet in $book.Keys) {
                $letters = 0..60 | ForEach-Object { Get-ColumnName $_ }
                $rows, $count = @(Import-Csv "$TestDrive/csv/full-$sheet.csv" -Header $letters), 0
                $wrong = for ($i = 0; $i -lt $rows.Count; $i++) {
                    foreach ($letter in $letters) {
                        $own, $seen = $book[$sheet].Cells["$letter$($i + 1)"], $rows[$i].$letter
                        $count += $null -ne $own
                        $same = switch ($own) {
                            { $null -eq $_ } { -not $seen; break }
                            { $_ -is [datetime] } { $shown = [datetime]::MinValue; [datetime]::TryParse($seen, [cultureinfo]::InvariantCulture, 'None', [ref] $shown) -and [Math]::Abs(($shown - $own).TotalSeconds) -lt 1; break }
                            { $_ -is [bool] } { $seen -eq "$own"; break }
                            { $_ -is [double] } { [Math]::Abs([double] $seen.TrimEnd('%') / ($seen.EndsWith('%') ? 100 : 1) - $own) -lt 1e-9; break }
                            default { $seen.Replace("`r", '') -ceq $own }
                        }
                        if (-not $same) { "$sheet $letter$($i + 1): '$seen' is not '$own'" }
                    }
                }
                $wrong | Select-Object -First 5 | Should -BeNullOrEmpty
                $count | Should -Be @($book[$sheet].Cells.Values | Where-Object { $null -ne $_ }).Count -Because 'every cell was compared'
            }
        }

        It 'prints the default export of the whole sandbox on less than 150 pages' -Skip:(-not $soffice) {
            $null = Connect-TrainingSandbox -PassThru
            try { Export-CegosCatalog $path } finally { $null = Connect-TestCegos $server @{ MaximumRetryCount = 0; Name = 'books' } }
            Convert-Workbook $path 'pdf' "$TestDrive/pdf"
            $text = [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes("$TestDrive/pdf/catalogue.pdf"))
            [regex]::Matches($text, '/Type\s*/Page\b').Count | Should -BeGreaterThan 20
            [regex]::Matches($text, '/Type\s*/Page\b').Count | Should -BeLessThan 150
        }

        It 'is installed' -Skip:([bool] $soffice) {
            Set-ItResult -Skipped -Because 'LibreOffice is not installed: no soffice on the PATH'
        }
    }
}
