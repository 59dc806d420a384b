Describe 'Get-CegosProduct' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-Module "$PSScriptRoot/../Support/Shells.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        $connection = Connect-TestCegos $server @{ PassThru = $true }
        # Concurrent pages arrive in any order, so they are sorted by their numbers.
        function Get-Target { (Get-RequestLog $server).target | Sort-Object { [int] ($_ -replace '^.*pageNumber=(\d+).*$', '$1' -replace '^\D.*$', '0') } }
        function Get-Pages([int[]] $Number) { $Number | ForEach-Object { "/cegos/catalog/v1/Products?pageNumber=$_" } }
        $one = '/cegos/catalog/v1/Products/202561072'
        # The order of the vendor's pages, requested one by one.
        $inOrder = 1..13 | ForEach-Object { (Invoke-TrainingApiRequest Cegos "v1/Products?pageNumber=$_").data.yearlyProductCode }
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    Context 'The list' {
        It 'is all 1,247 products, in order, at -ThrottleLimit <_>' -ForEach 1, 4, 16 {
            $products = Get-CegosProduct -ThrottleLimit $_
            $products | Should -HaveCount 1247
            $products[0].GetType().FullName | Should -BeExactly 'TrainingApis.Cegos.Product'
            $products.YearlyProductCode -join ',' | Should -BeExactly ($inOrder -join ',')
            Get-Target | Should -Be (Get-Pages (1..13))
        }

        It 'requests each page once, with the token and without unneeded parameters' {
            $null = Get-CegosProduct -Skip 1000
            Get-Target | Should -Be (Get-Pages 11, 12, 13)
            foreach ($request in Get-RequestLog $server) {
                $request.method | Should -BeExactly 'GET'
                $request.body | Should -BeNullOrEmpty
                $request.headers.PSObject.Properties.Name | Sort-Object | Should -Be 'Accept', 'Accept-Encoding', 'Authorization', 'Host', 'User-Agent'
                $request.headers.Accept | Should -BeExactly 'application/json'
                $request.headers.Authorization | Should -Match '^Bearer \S{20,}$'
                $request.headers.'User-Agent' | Should -Match '^TrainingApis/\d+\.\d+\.\d+$'
            }
        }

        It 'requests hydrate=true only with -Hydrate, which adds properties' {
            $plain, $hydrated = (Get-CegosProduct -First 1), (Get-CegosProduct -First 1 -Hydrate)
            Get-Target | Should -Be '/cegos/catalog/v1/Products?pageNumber=1', '/cegos/catalog/v1/Products?pageNumber=1&hydrate=true'
            $plain.Titles.Count, $plain.Formula.Count, $plain.CatalogTopicRelations.Count | Should -Be 0, 0, 0
            $plain.Notice | Should -BeNullOrEmpty
            $hydrated.Titles[0].Text | Should -BeExactly 'Management : les fondamentaux'
            $hydrated.Formula[0].Modules.Count | Should -Be 1
            $hydrated.CatalogTopicRelations[0].CatalogTopicId | Should -Be 925250
            $hydrated.Notice.Objective | Should -Not -BeNullOrEmpty
        }

        It 'requests up to -ThrottleLimit <_> pages at the same time' -ForEach 1, 3, 16 {
            Set-Fault $server @{ match = @{ path = 'pageNumber=([2-9]|1\d)$' }; times = -1; fault = @{ kind = 'hang' } }
            $shell = Start-Shell 'param($c, $limit) Get-CegosProduct -Connection $c -ThrottleLimit $limit' $connection, $_
            $expected = 1 + [Math]::Min($_, 12)
            Wait-Until { @(Get-RequestLog $server).Count -ge $expected } | Should -BeTrue
            Start-Sleep -Milliseconds 150
            Get-Target | Should -Be (Get-Pages (1..$expected))
            $shell.Output.Count | Should -Be 100 -Because 'the first page has left meanwhile'
            $null = Stop-Shell $shell
            Remove-Shell $shell
        }

        It 'is empty if the catalogue is empty' {
            Set-Fault $server @{ match = @{ path = 'Products' }; times = -1; fault = @{ kind = 'replaceBody'; body = '{"data":[],"pageNumber":1,"pageSize":100,"totalItems":0,"totalPages":0}' } }
            @(Get-CegosProduct -ErrorVariable failed) | Should -HaveCount 0
            $failed | Should -HaveCount 0
            Get-Target | Should -Be (Get-Pages 1)
            Get-CegosProduct -IncludeTotalCount | ForEach-Object ToString | Should -BeExactly 'Total count: 0'
        }
    }

    Context 'Paging' {
        It '-First <first> -Skip <skip> emits <count> and requests pages <pages>' -ForEach @(
            @{ first = 0; skip = 0; count = 0; pages = @() }
            @{ first = 1; skip = 0; count = 1; pages = @(1) }
            @{ first = 99; skip = 0; count = 99; pages = @(1) }
            @{ first = 100; skip = 0; count = 100; pages = @(1) }
            @{ first = 101; skip = 0; count = 101; pages = 1, 2 }
            @{ first = 300; skip = 0; count = 300; pages = 1, 2, 3 }
            @{ first = 100; skip = 100; count = 100; pages = @(2) }
            @{ first = 4; skip = 98; count = 4; pages = 1, 2 }
            @{ first = 500; skip = 1000; count = 247; pages = 11, 12, 13 }
            @{ first = 1; skip = 1247; count = 0; pages = @(13) }
            @{ first = 5; skip = 5000; count = 0; pages = @(51) }
        ) {
            $products = @(Get-CegosProduct -First $first -Skip $skip -ThrottleLimit 16)
            $products | Should -HaveCount $count
            @(Get-Target) | Should -Be @(if ($pages) { Get-Pages $pages })
            if ($count) { $products.YearlyProductCode -join ',' | Should -BeExactly ($inOrder[$skip..($skip + $count - 1)] -join ',') }
        }

        It 'emits the exact total first with -IncludeTotalCount, without another request' {
            $items = Get-CegosProduct -First 2 -IncludeTotalCount
            $items | Should -HaveCount 3
            $items[0] | Should -Be 1247
            $items[0].Accuracy | Should -Be 1
            $items[0].ToString() | Should -BeExactly 'Total count: 1247'
            Get-CegosProduct -First 0 -IncludeTotalCount | ForEach-Object ToString | Should -BeExactly 'Total count: 1247'
            Get-Target | Should -Be (Get-Pages 1, 1)
        }

        It 'is refused for products read by code, and nothing is requested' {
            $products = Get-CegosProduct 202561072 -First 1 -ErrorVariable failed -ErrorAction SilentlyContinue
            $products | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeExactly 'InvalidArgument,TrainingApis.Cmdlets.Cegos.GetCegosProductCommand'
            Get-Target | Should -BeNullOrEmpty
        }

        It 'refuses -ThrottleLimit <_>' -ForEach 0, 17 {
            { Get-CegosProduct -ThrottleLimit $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        }

        It 'ends with an error if a page is repeated, and not with a partial list' {
            Set-Fault $server @{ match = @{ path = 'pageNumber=3$' }; times = -1; fault = @{ kind = 'pageRepeat'; claimedPage = 3 } }
            $products = Get-CegosProduct -ErrorVariable failed -ErrorAction SilentlyContinue
            $products | Should -HaveCount 200
            $failed.FullyQualifiedErrorId | Should -BeExactly 'UnexpectedResponse,TrainingApis.Cmdlets.Cegos.GetCegosProductCommand'
        }

        It 'follows a total that changes during the read' {
            Set-Fault $server @{ match = @{ path = 'pageNumber=3$' }; times = -1; fault = @{ kind = 'totalChange'; totalItems = 350 } }
            Get-CegosProduct -ThrottleLimit 1 | Should -HaveCount 1247
        }
    }

    Context 'By code' {
        It 'accepts <given> and requests <asked>' -ForEach @(
            @{ given = '202561072'; asked = '202561072' }
            @{ given = '2025-61072'; asked = '202561072' }
            @{ given = '2025-38'; asked = '202500038' }
            @{ given = '2025-00038'; asked = '202500038' }
            @{ given = 202500038; asked = '202500038' }
            @{ given = ' 202561072 '; asked = '202561072' }
        ) {
            (Get-CegosProduct $given).YearlyProductCode | Should -BeExactly $asked
            ($given | Get-CegosProduct).YearlyProductCode | Should -BeExactly $asked
            ([pscustomobject]@{ YearlyProductCode = $given } | Get-CegosProduct).YearlyProductCode | Should -BeExactly $asked
            Get-Target | Should -Be (@("/cegos/catalog/v1/Products/$asked") * 3)
        }

        It 'accepts several on the command line, in their order, and passes -Hydrate on' {
            $products = Get-CegosProduct 202500038, 2025-61072 -Hydrate
            $products.YearlyProductCode | Should -Be '202500038', '202561072'
            $products[1].Formula.Count | Should -Be 1
            (Get-RequestLog $server).target | Should -Be '/cegos/catalog/v1/Products/202500038?hydrate=true', "$one`?hydrate=true"
        }

        It 'percent-encodes reserved characters' {
            'a/b', 'a b', 'é&', '%2e' | Get-CegosProduct -ErrorAction SilentlyContinue
            (Get-RequestLog $server).target | Should -Be (@('a%2Fb', 'a%20b', '%C3%A9%26', '%252e') | ForEach-Object { "/cegos/catalog/v1/Products/$_" })
        }

        It 'reports a code that does not exist with the code as target, and continues' {
            $products = '202599999', '202561072', 'x' | Get-CegosProduct -ErrorVariable failed -ErrorAction SilentlyContinue
            $products.YearlyProductCode | Should -Be '202561072'
            $failed | Should -HaveCount 2
            $failed[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,TrainingApis.Cmdlets.Cegos.GetCegosProductCommand'
            $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound', 'ObjectNotFound'
            $failed.TargetObject | Should -Be '202599999', 'x'
            $failed[0].Exception.StatusCode | Should -Be 404
            $failed[0].Exception.Reason | Should -BeExactly "There is no product '202599999'."
            (Get-RequestLog $server).target | Should -Be '/cegos/catalog/v1/Products/202599999', $one, '/cegos/catalog/v1/Products/x'
        }

        It 'requests nothing if nothing is piped in' {
            @() | Get-CegosProduct | Should -BeNullOrEmpty
            Get-Target | Should -BeNullOrEmpty
        }

        It 'binds sessions, products and topics by their code: <name>' -ForEach @(
            @{ name = 'session'; from = { Get-CegosSession -First 1 } }
            @{ name = 'product'; from = { Get-CegosProduct -First 1 } }
            @{ name = 'product that came through a job'; from = { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-CegosProduct -First 1), 1)) } }
        ) {
            (& $from | Get-CegosProduct).YearlyProductCode | Should -BeExactly '202561072'
            (Get-RequestLog $server).target[-1] | Should -BeExactly $one
        }

        It 'refuses <name> and continues with the next' -ForEach @(
            @{ name = 'a centre'; thing = { Get-CegosCenter 679 } }
            @{ name = 'a date'; thing = { Get-Date } }
            @{ name = 'a hashtable'; thing = { @{ Code = 1 } } }
        ) {
            $thing = & $thing
            Clear-RequestLog $server
            $products = $thing, '202561072' | Get-CegosProduct -ErrorVariable failed -ErrorAction SilentlyContinue
            $products.YearlyProductCode | Should -Be '202561072'
            $failed.FullyQualifiedErrorId | Should -BeExactly 'InputObjectNotBound,TrainingApis.Cmdlets.Cegos.GetCegosProductCommand'
            Get-Target | Should -Be $one
        }

        It 'refuses an empty or missing code and continues with the next' {
            $products = '', $null, '202561072' | Get-CegosProduct -ErrorVariable failed -ErrorAction SilentlyContinue
            $products.YearlyProductCode | Should -Be '202561072'
            $failed.FullyQualifiedErrorId | Should -Be (@('ParameterArgumentValidationError,TrainingApis.Cmdlets.Cegos.GetCegosProductCommand') * 2)
            Get-Target | Should -Be $one
        }
    }

    Context 'Contradictions in the vendor''s documents' {
        BeforeAll {
            function Read-Product([string] $Json) {
                Set-Fault $server @{ match = @{ path = 'Products/' }; fault = @{ kind = 'replaceBody'; status = 200; body = $Json } }
                Get-CegosProduct 202500001
            }
        }

        It 'reads data as an object and as an array of one' {
            (Read-Product '{"data":{"yearlyProductCode":"A"}}').YearlyProductCode | Should -BeExactly 'A'
            (Read-Product '{"data":[{"yearlyProductCode":"A"}]}').YearlyProductCode | Should -BeExactly 'A'
        }

        It 'reads picto4Real <written> as <value>' -ForEach @(
            @{ written = '1'; value = $true }, @{ written = '0'; value = $false }, @{ written = 'true'; value = $true }
            @{ written = '"1"'; value = $true }, @{ written = '"False"'; value = $false }, @{ written = 'null'; value = $null }, @{ written = '"perhaps"'; value = $null }
        ) {
            (Read-Product "{""data"":{""yearlyProductCode"":""A"",""picto4Real"":$written}}").Picto4Real | Should -Be $value
        }

        It 'reads prices and durations as decimals, from numbers and from text' {
            $product = Read-Product '{"data":{"yearlyProductCode":"A","price":0.1,"iPackPrice":"2250","commercialDuration":{"days":"0.5","hours":3,"minutes":"30"},
                "formula":[{"id":"7","modules":[{"delayInDay":0.07,"delayInHour":0.5,"delayInMinute":0.3}]}]}}'
            $product.Price | Should -BeOfType decimal
            $product.Price + 0.2d | Should -Be 0.3d
            $product.IPackPrice, $product.CommercialDuration.Days, $product.CommercialDuration.Hours | Should -Be 2250d, 0.5d, 3d
            $product.CommercialDuration.ToString() | Should -BeExactly '3 h 30 min in 0.5 days'
            $module = $product.Formula[0].Modules[0]
            $module.DelayInDay, $module.DelayInHour, $module.DelayInMinute | Should -Be 0.07d, 0.5d, 0.3d
        }

        It 'has no null list, also if the member is missing, null or a single value' {
            $product = Read-Product '{"data":{"yearlyProductCode":"A","cities":null,"languages":"Français","titles":{"type":"Main","text":"T"},"level":[{"id":"3","label":"L"}]}}'
            $product.Cities.Count, $product.Partners.Count, $product.Formula.Count | Should -Be 0, 0, 0
            $product.Languages | Should -Be 'Français'
            $product.Titles[0].Text | Should -BeExactly 'T'
            $product.Level.Id, $product.Level.ToString() | Should -Be 3, 'L'
        }

        It 'keeps unknown members as JSON' {
            $product = Read-Product '{"data":{"yearlyProductCode":"A","eco":{"grade":"A","list":[1,"é"]},"plus":1}}'
            $product.AdditionalProperties['eco'] | Should -BeExactly '{"grade":"A","list":[1,"é"]}'
            $product.AdditionalProperties.ToString() | Should -BeExactly '{"eco":{"grade":"A","list":[1,"é"]},"plus":1}'
        }

        It 'is UnexpectedResponse for a response without <what>' -ForEach @(
            @{ what = 'yearlyProductCode'; body = '{"data":{"productCode":"1"}}' }
            @{ what = 'data'; body = '{"data":null}' }
            @{ what = 'data'; body = '{"data":[]}' }
            @{ what = 'data'; body = '{}' }
        ) {
            Set-Fault $server @{ match = @{ path = 'Products/' }; fault = @{ kind = 'replaceBody'; status = 200; body = $body } }
            Get-CegosProduct 202500001 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeExactly 'UnexpectedResponse,TrainingApis.Cmdlets.Cegos.GetCegosProductCommand'
            $failed.Exception.Message | Should -Match $what
            $failed.TargetObject | Should -BeExactly '202500001'
        }
    }

    Context 'Retries' {
        It 'retries after <name>, with one warning' -ForEach @(
            @{ name = 'status 500'; fault = @{ kind = 'status'; status = 500 } }
            @{ name = 'a reset'; fault = @{ kind = 'reset'; at = 'beforeAct' } }
            @{ name = 'a body that breaks off'; fault = @{ kind = 'truncate' } }
        ) {
            Set-Fault $server @{ match = @{ path = 'Products' }; times = 1; fault = $fault }
            $products = Get-CegosProduct -First 3 -WarningVariable warned -WarningAction SilentlyContinue
            $products | Should -HaveCount 3
            $warned | Should -HaveCount 1
            $warned[0].Message | Should -Match '^Cegos GetProducts: .+; waiting \d+ (ms|s) before attempt 2 of 5\.$'
            Get-Target | Should -Be (Get-Pages 1, 1)
        }

        It 'warns once for several waits, and writes the others to the verbose stream' {
            Set-Fault $server @{ match = @{ path = 'Products' }; times = 3; fault = @{ kind = 'status'; status = 503; headers = @{ 'Retry-After' = '0' } } }
            $all = Get-CegosProduct -First 1 -Verbose 3>&1 4>&1
            $warned = @($all | Where-Object { $_ -is [System.Management.Automation.WarningRecord] })
            $warned.Message | Should -Be 'Cegos GetProducts: 503 Service Unavailable; waiting 0 ms before attempt 2 of 5.'
            $said = @($all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Message
            $said -match 'waiting' | Should -Be 'Cegos GetProducts: 503 Service Unavailable; waiting 0 ms before attempt 3 of 5.', 'Cegos GetProducts: 503 Service Unavailable; waiting 0 ms before attempt 4 of 5.'
            $said -match '->' | Should -HaveCount 4
            ($said -match '->')[3] | Should -Match '^GET 127\.0\.0\.1:\d+ v1/Products -> 200 in \d+ ms, attempt 4$'
        }

        It 'waits as long as Retry-After requires, with progress that is completed' {
            Set-Fault $server @{ match = @{ path = 'Products' }; times = 1; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '1' } } }
            $shell = Start-Shell 'param($c) Get-CegosProduct -Connection $c -First 1' @($connection)
            @(Wait-Shell $shell) | Should -HaveCount 1
            $first, $second = Get-RequestLog $server
            ([datetime] $second.time - [datetime] $first.time).TotalSeconds | Should -BeGreaterOrEqual 0.95
            $waiting = @($shell.PowerShell.Streams.Progress | Where-Object Activity -EQ 'Waiting for Cegos')
            $waiting.StatusDescription | Sort-Object -Unique | Should -BeExactly '429 Too Many Requests'
            $waiting[0].SecondsRemaining | Should -Be 1
            $waiting[0].RecordType | Should -Be 'Processing'
            $waiting[-1].RecordType | Should -Be 'Completed'
            Remove-Shell $shell
        }

        It 'has a limit: Retry-After of <form> is RateLimited at once' -ForEach @(
            @{ form = 'over five minutes'; header = { '301' } }
            @{ form = 'more than can be counted'; header = { '9' * 20 } }
            @{ form = 'a date in an hour'; header = { [datetime]::UtcNow.AddHours(1).ToString('R') } }
        ) {
            Set-Fault $server @{ match = @{ path = 'Products' }; times = -1; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = & $header } } }
            Get-CegosProduct -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed.FullyQualifiedErrorId | Should -BeExactly 'RateLimited,TrainingApis.Cmdlets.Cegos.GetCegosProductCommand'
            $failed.CategoryInfo.Category | Should -Be 'LimitsExceeded'
            Get-Target | Should -Be (Get-Pages 1)
        }

        It 'ends after -MaximumRetryCount, and each attempt after -TimeoutSec' {
            $hasty = Connect-TestCegos $server @{ Name = 'Hasty'; MaximumRetryCount = 2; TimeoutSec = 2; PassThru = $true }
            Clear-RequestLog $server
            Set-Fault $server @{ match = @{ path = 'Products/202500038' }; times = -1; fault = @{ kind = 'hang' } }, @{ match = @{ path = 'Products' }; times = -1; fault = @{ kind = 'status'; status = 429; headers = @{ 'Retry-After' = '0' } } }
            '202561072', '202500038' | Get-CegosProduct -Connection $hasty -ErrorVariable failed -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
            $failed.FullyQualifiedErrorId | Should -Be 'RateLimited,TrainingApis.Cmdlets.Cegos.GetCegosProductCommand', 'Timeout,TrainingApis.Cmdlets.Cegos.GetCegosProductCommand'
            (Get-RequestLog $server).target | Should -Be $one, $one, $one, '/cegos/catalog/v1/Products/202500038'
            Disconnect-TrainingApi -Connection $hasty
        }

        It 'shows page x of y after a second of reading, and completes the progress' {
            $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = 400 }
            $shell = Start-Shell 'param($c) Get-CegosProduct -Connection $c -First 500 -ThrottleLimit 1' @($connection)
            @(Wait-Shell $shell) | Should -HaveCount 500
            $null = Invoke-Control $server 'latency' -Method Put -Body @{ milliseconds = 0 }
            $progress = $shell.PowerShell.Streams.Progress
            $progress[0].Activity | Should -BeExactly 'Get-CegosProduct'
            # The second page takes more than a second only on a busy machine.
            $progress.StatusDescription -join ', ' | Should -Match '^(page 2 of 13, )?page 3 of 13, page 4 of 13, page 5 of 13, Done$'
            $progress.RecordType | Select-Object -SkipLast 1 | Should -Be (@('Processing') * ($progress.Count - 1))
            $progress[-1].RecordType | Should -Be 'Completed'
            $progress[-2].PercentComplete | Should -Be 38
            Remove-Shell $shell
        }
    }

    Context 'Views of products' {
        BeforeAll {
            $before = [cultureinfo]::CurrentCulture
            [cultureinfo]::CurrentCulture = 'en-US'
            function Show($Things) { (($Things | Out-String -Width 120) -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ }) -join "`n" }
            $hydrated = Get-CegosProduct -Hydrate -First 200
            $products = $hydrated[0..2]
            $expected = @'
YearlyProductCode CommercialDuration     Price Title
----------------- ------------------     ----- -----
202561072         14 h in 2 days      1,350.00 Management : les fondamentaux
202500038         21 h in 3 days      2,250.00 Pratique de la consolidation des comptes - Niv. 1
202538995         14 h in 2 days      1,910.50 Négociation d'achat pour non-spécialistes
'@ -replace '\r'
        }
        AfterAll { [cultureinfo]::CurrentCulture = $before }

        It 'is a table that fits 120 columns' { Show $products | Should -BeExactly $expected }

        It 'is the same table after CliXml' {
            $products | Export-Clixml "$TestDrive/products.xml"
            Show (Import-Clixml "$TestDrive/products.xml") | Should -BeExactly $expected
        }

        It 'exports to CSV with no type name in any cell' {
            $text = $hydrated | ConvertTo-Csv
            $text -match 'System\.|TrainingApis\.|Microsoft\.|`\d\[' | Should -BeNullOrEmpty
            $rows = $text | ConvertFrom-Csv
            $rows | Should -HaveCount 200
            $rows[0].Cities, $rows[0].Level, $rows[0].CommercialDuration, $rows[0].Price, $rows[0].Formula, $rows[0].RelatedProducts, $rows[0].AdditionalProperties |
                Should -Be 'Paris; Lyon', 'Découverte', '14 h in 2 days', '1350.0', 'Formule standard (MOD1)', '1283 (After)', ''
            ($rows | Where-Object AdditionalProperties)[0].AdditionalProperties | Should -BeExactly '{"labelEco":{"grade":"C","points":6,"criteria":["Déplacements en train","Zéro papier"]}}'
        }

        It 'exports to CSV with no type name after a job too, and keeps the elements of lists' {
            $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($hydrated, 1))
            @($back | ConvertTo-Csv) -match 'System\.|TrainingApis\.|Hashtable' | Should -BeNullOrEmpty
            $back[0].PSTypeNames[0] | Should -BeExactly 'Deserialized.TrainingApis.Cegos.Product'
            $back[0].Cities | Should -Be 'Paris', 'Lyon'
            $back[0].Price | Should -BeOfType decimal
            $back[0].Level.ToString() | Should -BeExactly 'Découverte'
        }
    }

    Context 'Tab completion' {
        BeforeAll {
            function Complete([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches }
            $null = Get-CegosProduct -First 100
        }

        It 'offers codes that were read before, by code, then by title, without a request' {
            (Complete 'Get-CegosProduct 20256107').CompletionText | Should -Be '202561072'
            (Complete 'Get-CegosProduct 20256107').ToolTip | Should -BeExactly '202561072 Management : les fondamentaux'
            (Complete 'Get-CegosProduct -YearlyProductCode "consolidation des comptes').CompletionText | Should -Contain '202500038'
            (Complete 'Get-CegosSession -YearlyProductCode 20256107').CompletionText | Should -Be '202561072'
            Get-Target | Should -BeNullOrEmpty
        }

        It 'offers nothing that another connection has read' {
            $other = Connect-TestCegos $server @{ Name = 'Other'; PassThru = $true }
            Complete 'Get-CegosProduct 20256107' | Should -BeNullOrEmpty
            (Complete 'Get-CegosProduct -Connection Cegos 20256107').CompletionText | Should -Be '202561072'
            (Complete 'Get-CegosProduct -Connection $connection 20256107').CompletionText | Should -Be '202561072'
            Complete 'Get-CegosProduct -Connection Nobody 20256107' | Should -BeNullOrEmpty
            Disconnect-TrainingApi -Connection $other
        }

        It 'quotes what PowerShell would parse otherwise' {
            Set-Fault $server @{ match = @{ path = 'Products/' }; fault = @{ kind = 'replaceBody'; status = 200; body = '{"data":{"yearlyProductCode":"O''Neill; x"}}' } }
            $null = Get-CegosProduct any
            (Complete 'Get-CegosProduct O').CompletionText[0] | Should -BeExactly "'O''Neill; x'"
            (Complete "Get-CegosProduct 'O").CompletionText[0] | Should -BeExactly "'O''Neill; x'"
        }
    }
}
