Describe 'Get-CegosCatalog' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        Connect-TestCegos $server
        $path = '/cegos/catalog/v1/Catalogs'
        $id = 'TrainingApis.Cmdlets.Cegos.GetCegosCatalogCommand'
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    It 'emits all catalogues in the order of the vendor, with one request' {
        $catalogs = Get-CegosCatalog
        $catalogs.Id | Should -Be 92446, 27724, 27863, 95310, 28010, 28044, 28102, 30555
        $catalogs[0].GetType().FullName | Should -BeExactly 'TrainingApis.Cegos.Catalog'
        $catalogs[2].Label, $catalogs[2].CountryLabel | Should -Be 'Site e-learning_MOD_EN', 'Royaume-Uni'
        $catalogs[2].CountryId | Should -BeExactly '2'
        $catalogs[2].CountryId | Should -BeOfType string
        $catalogs[2].StartDate, $catalogs[2].EndDate | Should -Be ([datetime]::new(2009, 1, 1)), ([datetime]::new(2100, 12, 31))
        $catalogs[2].StartDate.Kind | Should -Be 'Unspecified'
        $request = @(Get-RequestLog $server)
        $request | Should -HaveCount 1
        $request[0].method, $request[0].target, $request[0].body | Should -Be 'GET', $path, ''
        $request[0].headers.Accept, ($request[0].headers.Authorization -split ' ')[0] | Should -Be 'application/json', 'Bearer'
    }

    It 'looks up <how> with one read of the list' -ForEach @(
        @{ how = 'numbers on the command line'; from = { Get-CegosCatalog 95310, 27724 } }
        @{ how = 'text on the command line'; from = { Get-CegosCatalog '95310', '27724' } }
        @{ how = 'numbers from the pipeline'; from = { 95310, 27724 | Get-CegosCatalog } }
        @{ how = 'text from the pipeline'; from = { '95310', '27724' | Get-CegosCatalog } }
        @{ how = 'rows'; from = { @('95310', 27724) | ForEach-Object { [pscustomobject]@{ Id = $_ } } | Get-CegosCatalog } }
    ) {
        (& $from).Label | Should -Be 'Site Web 2026', 'Site e-learning_MOD_FR'
        (Get-RequestLog $server).target | Should -Be $path
    }

    It 'accepts catalogues from the pipeline' {
        (Get-CegosCatalog | Get-CegosCatalog).Id | Should -Be (Get-CegosCatalog).Id
    }

    It 'reports an ID that does not exist and continues' {
        $catalogs = 5, 92446 | Get-CegosCatalog -ErrorVariable failed -ErrorAction SilentlyContinue
        $catalogs.Id | Should -Be 92446
        $failed.FullyQualifiedErrorId | Should -BeExactly "NotFound,$id"
        $failed.TargetObject | Should -Be 5
        $failed.Exception.Message | Should -Match "'5'"
        $failed.Exception.Api, $failed.Exception.Operation | Should -Be 'Cegos', 'Get-CegosCatalog'
    }

    It 'refuses <_>, which is not a whole number, and continues' -ForEach 'abc', '2.5', 2.5, '1e3', '99999999999' {
        $catalogs = $_, 92446 | Get-CegosCatalog -ErrorVariable failed -ErrorAction SilentlyContinue
        $catalogs.Id | Should -Be 92446
        $failed.FullyQualifiedErrorId | Should -BeExactly "ParameterArgumentTransformationError,$id"
        $failed.Exception.Message | Should -Match ([regex]::Escape("'$_'"))
    }

    It 'refuses a centre and a date and continues' {
        $catalogs = (Get-CegosCenter 679), (Get-Date), 92446 | Get-CegosCatalog -ErrorVariable failed -ErrorAction SilentlyContinue
        $catalogs.Id | Should -Be 92446
        $failed.FullyQualifiedErrorId | Should -Be "ParameterArgumentTransformationError,$id", "InputObjectNotBound,$id"
        $failed[0].Exception.Message | Should -Match 'A Center is not a Catalog'
    }

    It 'does not bind the Id of a topic' {
        Get-CegosCatalogTopic 92446 | Select-Object -First 1 | Get-CegosCatalog -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeExactly "ParameterArgumentTransformationError,$id"
        (Get-RequestLog $server '*Catalogs').target | Should -BeNullOrEmpty
    }

    It 'emits nothing if there are none or nothing is piped in' {
        Set-Fault $server @{ match = @{ path = 'Catalogs' }; fault = @{ kind = 'replaceBody'; body = '{"data":[]}' } }
        @(Get-CegosCatalog -ErrorVariable failed) | Should -HaveCount 0
        $failed | Should -HaveCount 0
        Clear-RequestLog $server
        @() | Get-CegosCatalog
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'reads a single object as a list of one and numbers as text, and keeps unknown members' {
        Set-Fault $server @{ match = @{ path = 'Catalogs' }; fault = @{ kind = 'replaceBody'; body = '{"data":{"id":"7","countryId":33,"label":"L","endDate":null,"site":{"a":1}},"more":true}' } }
        $catalog = Get-CegosCatalog
        $catalog.Id, $catalog.CountryId, $catalog.EndDate, $catalog.AdditionalProperties['site'] | Should -Be 7, '33', $null, '{"a":1}'
    }

    It 'is UnexpectedResponse for <what>' -ForEach @(
        @{ what = 'a catalogue without id'; body = '{"data":[{"label":"L"}]}' }, @{ what = 'a response without data'; body = '{}' }, @{ what = 'a bare list'; body = '[]' }
    ) {
        Set-Fault $server @{ match = @{ path = 'Catalogs' }; fault = @{ kind = 'replaceBody'; body = $body } }
        Get-CegosCatalog -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeExactly "UnexpectedResponse,$id"
    }

    It 'is a table that fits 120 columns, also after CliXml' {
        $before = [cultureinfo]::CurrentCulture
        [cultureinfo]::CurrentCulture = 'en-GB'
        $catalogs = Get-CegosCatalog 92446, 28044
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($catalogs, 1))
        foreach ($things in $catalogs, $back) {
            (($things | Out-String -Width 120) -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ }) -join "`n" | Should -BeExactly (@'
      Id CountryLabel   StartDate  EndDate    Label
      -- ------------   ---------  -------    -----
   92446 France         2024-09-01 2025-12-31 Site Web 2025
   28044 Espagne        2015-01-01 2100-12-31 Catálogo España ; "abierto"
'@ -replace '\r')
        }
        [cultureinfo]::CurrentCulture = $before
    }

    It 'exports to CSV with no type name in any cell' {
        $text = Get-CegosCatalog | ConvertTo-Csv
        $text -match 'System\.|TrainingApis\.' | Should -BeNullOrEmpty
        ($text | ConvertFrom-Csv)[5].Label | Should -BeExactly 'Catálogo España ; "abierto"'
    }
}
