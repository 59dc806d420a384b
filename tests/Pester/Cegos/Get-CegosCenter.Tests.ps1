Describe 'Get-CegosCenter' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        Connect-TestCegos $server
        $path = '/cegos/catalog/v1/Referentials/centers'
        $id = 'TrainingApis.Cmdlets.Cegos.GetCegosCenterCommand'
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Clear-Fault $server
        Clear-RequestLog $server
    }

    It 'emits all centres with one request' {
        $centers = Get-CegosCenter
        $centers | Should -HaveCount 60
        $centers[1].GetType().FullName | Should -BeExactly 'TrainingApis.Cegos.Center'
        $centers[1].Code, $centers[1].Name, $centers[1].City, $centers[1].PostalCode, $centers[1].Country | Should -Be 'AJ4', 'GARE SNCF TOURS', 'TOURS', '37000', 'FRANCE'
        $centers[1].Address | Should -Be 'Place du Général Leclerc', 'Porte 11'
        $centers[1].Address.ToString() | Should -BeExactly 'Place du Général Leclerc; Porte 11'
        $centers | ForEach-Object { $null -eq $_.Address } | Should -Not -Contain $true
        $request = @(Get-RequestLog $server)
        $request | Should -HaveCount 1
        $request[0].method, $request[0].target, $request[0].body | Should -Be 'GET', $path, ''
    }

    It 'looks up <how> with one read of the list' -ForEach @(
        @{ how = 'codes on the command line'; from = { Get-CegosCenter AJ4, 679 } }
        @{ how = 'another letter case'; from = { Get-CegosCenter aj4, 679 } }
        @{ how = 'a number, which is text here'; from = { 'AJ4', 679 | Get-CegosCenter } }
        @{ how = 'rows with a Code'; from = { 'AJ4', '679' | ForEach-Object { [pscustomobject]@{ Code = $_ } } | Get-CegosCenter } }
        @{ how = 'rows with a CenterId'; from = { 'AJ4', '679' | ForEach-Object { [pscustomobject]@{ CenterId = $_ } } | Get-CegosCenter } }
        @{ how = '-CenterId'; from = { Get-CegosCenter -CenterId AJ4, 679 } }
    ) {
        (& $from).Name | Should -Be 'GARE SNCF TOURS', 'ib-Cegos Nantes'
        (Get-RequestLog $server).target | Should -Be $path
    }

    It 'accepts centres, and the parts of sessions' {
        (Get-CegosCenter AJ4 | Get-CegosCenter).Code | Should -BeExactly 'AJ4'
        $parts = (Get-CegosSession -First 60 -Hydrate).Parts | Where-Object CenterId -Match '^\w{3}$'
        Clear-RequestLog $server
        ($parts | Get-CegosCenter).Code | Should -Be $parts.CenterId
        (Get-RequestLog $server).target | Should -Be $path
    }

    It 'reports a code that does not exist and continues' {
        $centers = 'PAR-001', '679' | Get-CegosCenter -ErrorVariable failed -ErrorAction SilentlyContinue
        $centers.Code | Should -BeExactly '679'
        $failed.FullyQualifiedErrorId | Should -BeExactly "NotFound,$id"
        $failed.TargetObject | Should -BeExactly 'PAR-001'
    }

    It 'refuses a product, a date and an empty code and continues' {
        $centers = (Get-CegosProduct -First 1), (Get-Date), '', '679' | Get-CegosCenter -ErrorVariable failed -ErrorAction SilentlyContinue
        $centers.Code | Should -BeExactly '679'
        $failed.FullyQualifiedErrorId | Should -Be "ParameterArgumentTransformationError,$id", "InputObjectNotBound,$id", "ParameterArgumentValidationError,$id"
    }

    It 'keeps a centre without a code, and does not find it by an empty code' {
        Set-Fault $server @{ match = @{ path = 'centers' }; times = 2; fault = @{ kind = 'replaceBody'; body = '{"data":[{"name":"N","address":"1 rue X"},{"code":679,"address":null,"etages":[1]}]}' } }
        $centers = Get-CegosCenter
        $centers.Name | Should -Be 'N', $null
        $centers[0].Address | Should -Be '1 rue X'
        $centers[1].Address.Count, $centers[1].AdditionalProperties['etages'] | Should -Be 0, '[1]'
        (Get-CegosCenter 679).Code | Should -BeExactly '679'
    }

    It 'requests nothing if nothing is piped in' {
        @() | Get-CegosCenter
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'is a table that fits 120 columns, also after CliXml' {
        $centers = Get-CegosCenter 679, AJ4
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($centers, 1))
        foreach ($things in $centers, $back) {
            (($things | Out-String -Width 120) -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ }) -join "`n" | Should -BeExactly (@'
Code     PostalCode City                 Name
----     ---------- ----                 ----
679      44800      ST HERBLAIN          ib-Cegos Nantes
AJ4      37000      TOURS                GARE SNCF TOURS
'@ -replace '\r')
        }
    }

    It 'exports to CSV with no type name in any cell' {
        $text = Get-CegosCenter | ConvertTo-Csv
        $text -match 'System\.|TrainingApis\.|`\d\[' | Should -BeNullOrEmpty
        ($text | ConvertFrom-Csv)[1].Address | Should -BeExactly 'Place du Général Leclerc; Porte 11'
    }

    It 'completes codes that were read before, by code, then by name, without a request' {
        $null = Get-CegosCenter
        Clear-RequestLog $server
        foreach ($line in 'Get-CegosCenter AJ', 'Get-CegosCenter -Code "GARE SNCF T', 'Get-CegosCenter -CenterId aj') {
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'AJ4'
        }
        Get-RequestLog $server | Should -BeNullOrEmpty
    }
}
