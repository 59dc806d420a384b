# Filters, wildcards, topics and product titles of Get-CegosProduct, Get-CegosSession and Get-CegosCenter. The results are compared with
# Where-Object on the whole list, and the requests with the smallest set that is needed.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    Connect-TestCegos $server
    function Get-Target([string] $Like = '*') { @(Get-RequestLog $server $Like | ForEach-Object target) }
    function Get-ErrorName($Record) { $Record.FullyQualifiedErrorId.Split(',')[0] }
    function Get-FirstError([scriptblock] $Call) { $ErrorActionPreference = 'Continue'; . $Call 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Select-Object -First 1 }
    $products = Get-CegosProduct -Hydrate -ThrottleLimit 16
    $sessions = Get-CegosSession -ThrottleLimit 16
    $titles = @{}
    foreach ($product in $products) { $titles[$product.YearlyProductCode] = $product.Title }

    # Fails unless both have the same codes in the same order.
    function Assert-Same($Found, $Expected, [string] $Code) {
        @($Expected).Count | Should -BeGreaterThan 0 -Because 'otherwise nothing is compared'
        $Found.$Code -join ',' | Should -BeExactly ($Expected.$Code -join ',')
    }
}
AfterAll { Stop-SandboxServer $server }

Describe 'Filters of Get-CegosProduct' {
    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    It 'return what Where-Object finds: <name>' -ForEach @(
        @{ name = '-Title with wildcards'; with = @{ Title = '*MANAGEMENT*' }; where = { $_.Title -like '*management*' } }
        @{ name = '-Title without wildcards'; with = @{ Title = 'management : les fondamentaux' }; where = { $_.Title -eq 'Management : les fondamentaux' } }
        @{ name = 'several values of one filter'; with = @{ Title = 'M*', 'P*' }; where = { $_.Title -like 'M*' -or $_.Title -like 'P*' } }
        @{ name = '-City in any letter case'; with = @{ City = 'paris' }; where = { $_.Cities -contains 'Paris' } }
        @{ name = '-City, one of several'; with = @{ City = 'Lyon', 'A DIST*' }; where = { $_.Cities -contains 'Lyon' -or $_.Cities -like 'A DIST*' } }
        @{ name = '-Language'; with = @{ Language = 'Fran*' }; where = { $_.Languages -like 'Fran*' } }
        @{ name = '-DeliveryMode'; with = @{ DeliveryMode = 'mixte' }; where = { $_.DeliveryMode -eq 'Mixte' } }
        @{ name = '-Level'; with = @{ Level = 'Découverte' }; where = { $_.Level.Label -eq 'Découverte' } }
        @{ name = '-Range'; with = @{ Range = 'Manage*' }; where = { $_.Range.Label -like 'Manage*' } }
        @{ name = '-Year'; with = @{ Year = 2026 }; where = { $_.OfferYear -eq 2026 } }
        @{ name = '-Year, one of several'; with = @{ Year = 2025, 2026, 1999 }; where = { $_.OfferYear -in 2025, 2026 } }
        @{ name = '-Cpf'; with = @{ Cpf = $true }; where = { $_.Cpf } }
        @{ name = '-BestSeller'; with = @{ BestSeller = $true }; where = { $_.BestSeller } }
        @{ name = 'all together'; with = @{ City = 'Paris', 'Lyon'; Year = 2025; DeliveryMode = 'P*'; Cpf = $true }
            where = { ($_.Cities -contains 'Paris' -or $_.Cities -contains 'Lyon') -and $_.OfferYear -eq 2025 -and $_.DeliveryMode -like 'P*' -and $_.Cpf } }
        @{ name = '-ProductCode, every year of it'; with = @{ ProductCode = 61072 }; where = { $_.ProductCode -eq '61072' } }
        @{ name = '-ProductCode with zeros in front'; with = @{ ProductCode = '00038' }; where = { $_.ProductCode -eq '38' } }
        @{ name = '-ProductCode with wildcards'; with = @{ ProductCode = '61*' }; where = { $_.ProductCode -like '61*' } }
        @{ name = 'a code with wildcards'; with = @{ YearlyProductCode = '2026*' }; where = { $_.YearlyProductCode -like '2026*' } }
        @{ name = 'a code with wildcards and a filter'; with = @{ YearlyProductCode = '2025*', '20261*'; City = 'Paris' }
            where = { ($_.YearlyProductCode -like '2025*' -or $_.YearlyProductCode -like '20261*') -and $_.Cities -contains 'Paris' } }
    ) {
        Assert-Same (Get-CegosProduct @with) ($products | Where-Object $where) YearlyProductCode
        Get-Target | Sort-Object -Unique | Should -HaveCount 13 -Because 'the list is read once'
        @(Get-Target).Count | Should -Be 13
    }

    It 'emit nothing if no product passes' {
        Get-CegosProduct '1999*' -ErrorVariable failed | Should -BeNullOrEmpty
        Get-CegosProduct -Title 'no such title' -ErrorVariable +failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'send no further request once -First and -Skip are satisfied' {
        $expected = @($products | Where-Object BestSeller)
        Get-CegosProduct -BestSeller -First 3 -ThrottleLimit 1 | ForEach-Object YearlyProductCode | Should -Be $expected[0..2].YearlyProductCode
        Get-Target | Should -Be '/cegos/catalog/v1/Products?pageNumber=1'
        Get-CegosProduct -BestSeller -Skip 2 -First 2 | ForEach-Object YearlyProductCode | Should -Be $expected[2, 3].YearlyProductCode
        Get-CegosProduct '2025*' -First 2 | ForEach-Object YearlyProductCode | Should -Be ($products | Where-Object OfferYear -EQ 2025 | Select-Object -First 2).YearlyProductCode
    }

    It 'make the total unknown' {
        $total = Get-CegosProduct -BestSeller -First 1 -IncludeTotalCount | Select-Object -First 1
        $total.Accuracy | Should -Be 0
    }

    It 'are refused for literal codes, and nothing is requested: <name>' -ForEach @(
        @{ name = 'with a code'; call = { Get-CegosProduct 202561072 -City Paris } }
        @{ name = 'with a code piped in'; call = { '202561072' | Get-CegosProduct -Cpf } }
        @{ name = 'with a code beside one with wildcards'; call = { Get-CegosProduct 202561072, '2026*' -City Paris } }
        @{ name = '-First with a code beside one with wildcards'; call = { Get-CegosProduct 202561072, '2026*' -First 1 } }
    ) {
        Get-ErrorName (Get-FirstError $call) | Should -Be 'InvalidArgument'
        Get-Target '*Products/*' | Should -BeNullOrEmpty
    }

    It 'read literal codes one by one and then codes with wildcards in one pass' {
        $found = '2026*', '202561072', '2025000*' | Get-CegosProduct
        $found[0].YearlyProductCode | Should -Be '202561072'
        Assert-Same $found[1..($found.Count - 1)] ($products | Where-Object { $_.YearlyProductCode -like '2026*' -or $_.YearlyProductCode -like '2025000*' }) YearlyProductCode
        @(Get-Target).Count | Should -Be 14
    }
}

Describe 'Products of topics' {
    BeforeAll {
        $topics = Get-CegosCatalogTopic
        # A topic with subtopics that have products.
        $topic = $topics | Where-Object { $_.SubTopics.Count -and $_.Depth -eq 0 } | Select-Object -First 1
        $ids = @($topics | Where-Object { $_.Path -eq $topic.Path -or $_.Path.StartsWith("$($topic.Path) > ") } | Where-Object CatalogId -EQ $topic.CatalogId | ForEach-Object Id)
        function Get-Related([int[]] $Id) { $products | Where-Object { $_.CatalogTopicRelations.CatalogTopicId | Where-Object { $_ -in $Id } } }
    }
    BeforeEach { Clear-RequestLog $server }

    It 'include those of subtopics: <how>' -ForEach @(
        @{ how = 'by id'; from = { Get-CegosProduct -CatalogTopicId $topic.Id } }
        @{ how = 'a topic piped in'; from = { $topic | Get-CegosProduct } }
        @{ how = 'a topic that came through a job'; from = { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($topic, 1)) | Get-CegosProduct } }
    ) {
        $ids.Count | Should -BeGreaterThan 1
        Assert-Same (& $from) (Get-Related $ids) YearlyProductCode
        Get-Target '*Products*' | ForEach-Object { $_ | Should -BeLike '*hydrate=true*' }
        @(Get-Target '*Products*').Count | Should -Be 13
    }

    It 'are read in one pass, however many topics are piped in, in the order of the list' {
        $some = $topics | Where-Object Depth -EQ 2 | Select-Object -First 4
        Assert-Same ($some | Get-CegosProduct) (Get-Related $some.Id) YearlyProductCode
        @(Get-Target '*Products*').Count | Should -Be 13
    }

    It 'combine with filters' {
        Assert-Same ($topic | Get-CegosProduct -City Paris) (Get-Related $ids | Where-Object { $_.Cities -contains 'Paris' }) YearlyProductCode
    }

    It 'report an unknown topic and continue' {
        Assert-Same (Get-CegosProduct -CatalogTopicId 7, $topic.Id -ErrorVariable failed -ErrorAction SilentlyContinue) (Get-Related $ids) YearlyProductCode
        Get-ErrorName $failed[0] | Should -Be 'NotFound'
        $failed[0].TargetObject | Should -Be 7
        Clear-RequestLog $server
        Get-CegosProduct -CatalogTopicId 7 -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-Target '*Products*' | Should -BeNullOrEmpty -Because 'no topic is left'
    }

    It 'are not read for another object with an Id: <name>' -ForEach @(
        @{ name = 'a catalogue'; thing = { Get-CegosCatalog | Select-Object -First 1 } }
        @{ name = 'a row with the Id of a topic'; thing = { [pscustomobject]@{ Id = $topic.Id } } }
    ) {
        $thing = & $thing
        Clear-RequestLog $server
        $thing | Get-CegosProduct -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorName $failed[0] | Should -Be 'InputObjectNotBound'
        Get-Target | Should -BeNullOrEmpty
    }

    It 'are emitted together with those of codes if both are piped in' {
        $found = $topic, '20261*' | Get-CegosProduct
        $related = (Get-Related $ids).YearlyProductCode
        Assert-Same $found ($products | Where-Object { $_.YearlyProductCode -like '20261*' -or $_.YearlyProductCode -in $related }) YearlyProductCode
        @(Get-Target '*Products*').Count | Should -Be 13
    }

    It 'are found by the label of a topic, as documented' {
        $label = $topic.Label
        @(Get-CegosCatalogTopic | Where-Object Label -EQ $label | Get-CegosProduct).Count | Should -BeGreaterThan 0
    }
}

Describe 'Filters of Get-CegosSession' {
    BeforeAll {
        $dates = $sessions.StartDate | Sort-Object
        $early, $late = $dates[700], $dates[2100]
    }
    BeforeEach { Clear-RequestLog $server }

    It 'return what Where-Object finds: <name>' -ForEach @(
        @{ name = '-City in any letter case'; with = @{ City = 'paris', 'LYON' }; where = { $_.City -in 'Paris', 'Lyon' } }
        @{ name = '-City with wildcards'; with = @{ City = 'A DIST*' }; where = { $_.City -like 'A DIST*' } }
        @{ name = '-ProductCode'; with = @{ ProductCode = '61072' }; where = { $_.ProductCode -eq '61072' } }
        @{ name = '-ProductCode with zeros in front'; with = @{ ProductCode = '00038' }; where = { $_.ProductCode -eq '38' } }
        @{ name = '-Status'; with = @{ Status = 'Cancelled', 'Unknown' }; where = { $_.Status -in 'Cancelled', 'Unknown' } }
        @{ name = '-After, the moment itself included'; with = { @{ After = $early } }; where = { $_.StartDate -ge $early } }
        @{ name = '-Before, the moment itself excluded'; with = { @{ Before = $late } }; where = { $_.StartDate -lt $late } }
        @{ name = '-After and -Before as ISO 8601 text'; with = { @{ After = $early.ToString('s'); Before = $late.ToString('yyyy-MM-dd') } }; where = { $_.StartDate -ge $early -and $_.StartDate -lt $late.Date } }
        @{ name = '-Remote'; with = @{ Remote = $true }; where = { $_.IsRemote } }
        @{ name = '-OnSite'; with = @{ OnSite = $true }; where = { $_.IsRemote -eq $false } }
        @{ name = 'all together'; with = { @{ City = 'Paris'; After = $early; Status = 'Open'; OnSite = $true } }; where = { $_.City -eq 'Paris' -and $_.StartDate -ge $early -and $_.Status -eq 'Open' -and -not $_.IsRemote } }
        @{ name = 'a code with wildcards'; with = @{ YearlySessionCode = '2025-61*' }; where = { $_.YearlySessionCode -like '2025-61*' } }
        @{ name = 'a code with wildcards and a filter'; with = @{ YearlySessionCode = '*-PAR-*'; Status = 'Open' }; where = { $_.YearlySessionCode -like '*-PAR-*' -and $_.Status -eq 'Open' } }
        @{ name = 'products and a filter'; with = @{ YearlyProductCode = '202561072', '202500038'; OnSite = $true }; where = { $_.YearlyProductCode -in '202561072', '202500038' -and -not $_.IsRemote } }
    ) {
        $with = $with -is [scriptblock] ? (& $with) : $with
        Assert-Same (Get-CegosSession @with) ($sessions | Where-Object $where) YearlySessionCode
        @(Get-Target).Count | Should -Be 29 -Because 'the sessions are read once, and no product'
    }

    It '-Available returns open and valid sessions with a free place that have not begun' {
        # The dates of the sandbox are in 2025 and 2026: half of them are moved into the future, the others into the past.
        try {
            Set-Fault $server @(
                @{ match = @{ path = 'Sessions\?pageNumber=\d*[02468]$' }; times = -1; fault = @{ kind = 'replaceText'; find = '"startDate":"20\d\d'; with = '"startDate":"2099' } }
                @{ match = @{ path = 'Sessions' }; times = -1; fault = @{ kind = 'replaceText'; find = '"startDate":"20\d\d'; with = '"startDate":"2019' } })
            $moved = Get-CegosSession -ThrottleLimit 16
            $moved.StartDate.Year | Sort-Object -Unique | Should -Be 2019, 2099
            Assert-Same (Get-CegosSession -Available) ($moved | Where-Object { $_.Status -in 'Open', 'Valid' -and -not $_.IsFull -and $_.StartDate.Year -eq 2099 }) YearlySessionCode
        }
        finally { Clear-Fault $server }
    }

    It 'are refused for literal codes, and nothing is requested: <name>' -ForEach @(
        @{ name = 'with a code'; call = { Get-CegosSession 2025-61072-PAR-001 -City Paris } }
        @{ name = 'with a session piped in'; call = { $sessions[0] | Get-CegosSession -Available } }
        @{ name = 'with a code beside one with wildcards'; call = { Get-CegosSession 2025-61072-PAR-001, '2026*' -Remote } }
    ) {
        Get-ErrorName (Get-FirstError $call) | Should -Be 'InvalidArgument'
        Get-Target '*Sessions/*' | Should -BeNullOrEmpty
    }

    It 'refuse a date that cultures read differently: <_>' -ForEach '31/12/2026', '12/31/2026', 'tomorrow' {
        { Get-CegosSession -After $_ } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
        Get-Target | Should -BeNullOrEmpty
    }

    It 'request no more pages than -First needs' {
        $expected = @($sessions[0..99] | Where-Object Status -EQ Open)[0..2]
        Get-CegosSession -Status Open -First 3 -ThrottleLimit 1 | ForEach-Object YearlySessionCode | Should -Be $expected.YearlySessionCode
        Get-Target | Should -Be '/cegos/catalog/v1/Sessions?pageNumber=1'
    }
}

Describe 'Titles of products on sessions' {
    BeforeEach { Clear-RequestLog $server }

    It 'are absent by default, and no product is requested' {
        (Get-CegosSession -First 1).ProductTitle | Should -BeNullOrEmpty
        Get-Target '*Products*' | Should -BeNullOrEmpty
    }

    It 'are added by -IncludeProduct with one read of the product list' {
        $found = Get-CegosSession -IncludeProduct
        $found | Should -HaveCount 2847
        $found | Where-Object { $_.ProductTitle -cne $titles[$_.YearlyProductCode] } | Should -BeNullOrEmpty
        @(Get-Target '*Products*').Count, @(Get-Target '*Sessions*').Count | Should -Be 13, 29
    }

    It 'are taken from piped-in products without another request' {
        $found = $products[0..1] | Get-CegosSession
        $found.Count | Should -BeGreaterThan 2
        $found | Where-Object { $_.ProductTitle -cne $titles[$_.YearlyProductCode] } | Should -BeNullOrEmpty
        $products[0..1] | Get-CegosSession -IncludeProduct | Where-Object { -not $_.ProductTitle } | Should -BeNullOrEmpty
        Get-Target '*Products*' | Should -BeNullOrEmpty
    }

    It 'are added for all sessions if only some of the piped-in products have one' {
        $mixture = @($products[0]) + [pscustomobject]@{ YearlyProductCode = $products[1].YearlyProductCode }
        $found = $mixture | Get-CegosSession -IncludeProduct
        $found.YearlyProductCode | Sort-Object -Unique | Should -HaveCount 2
        $found | Where-Object { $_.ProductTitle -cne $titles[$_.YearlyProductCode] } | Should -BeNullOrEmpty
        @(Get-Target '*Products*').Count | Should -Be 13
    }

    It 'are added for sessions read by code, with one read of the product list' {
        $found = $sessions[0..2] | Get-CegosSession -IncludeProduct
        $found.ProductTitle | Should -Be $titles[$sessions[0..2].YearlyProductCode]
        @(Get-Target '*Products*').Count | Should -Be 13
    }

    It 'are matched by -Title, which implies -IncludeProduct' {
        $found = Get-CegosSession -Title '*management*' -City Paris
        Assert-Same $found ($sessions | Where-Object { $titles[$_.YearlyProductCode] -like '*management*' -and $_.City -eq 'Paris' }) YearlySessionCode
        $found | Where-Object { $_.ProductTitle -notlike '*management*' } | Should -BeNullOrEmpty
    }

    It 'that cannot be read are an error, and no session is emitted without its title' {
        try {
            Set-Fault $server @{ match = @{ path = 'Products' }; times = -1; fault = @{ kind = 'status'; status = 404 } }
            Get-CegosSession -IncludeProduct -First 5 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.Count | Should -Be 1
        }
        finally { Clear-Fault $server }
    }
}

Describe 'The code of a product' {
    It 'has the same form on products and sessions, so that they join' {
        $sessions | Where-Object { -not $titles.ContainsKey($_.YearlyProductCode) } | Should -BeNullOrEmpty
        $sessions[0].YearlyProductCode, $sessions[0].YearlyProductCodeRaw | Should -Be '202561072', '2025-61072'
    }
}

Describe 'Wildcards of Get-CegosCenter' {
    BeforeAll { $centers = Get-CegosCenter }
    BeforeEach { Clear-RequestLog $server }

    It 'match the code in any letter case, with one request' {
        Assert-Same (Get-CegosCenter 'aj*') ($centers | Where-Object Code -Like 'aj*') Code
        Assert-Same ('6*', 'AJ4' | Get-CegosCenter) (@($centers | Where-Object Code -Like '6*') + ($centers | Where-Object Code -EQ AJ4)) Code
        @(Get-Target).Count | Should -Be 2
    }

    It 'emit nothing if no code matches, and report an unknown literal code' {
        Get-CegosCenter 'zz*' -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
        Get-CegosCenter 'zz*', 'zz9' -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.TargetObject | Should -Be 'zz9'
    }
}
