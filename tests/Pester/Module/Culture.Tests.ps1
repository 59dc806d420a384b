# The same objects and the same bytes in the requests for every language and time zone of the machine.
Describe 'Culture' {
    BeforeDiscovery {
        $places = @(
            @{ place = 'French in Paris'; culture = 'fr-FR'; zone = 'Europe/Paris' }
            @{ place = 'Turkish in Istanbul'; culture = 'tr-TR'; zone = 'Europe/Istanbul' }
            @{ place = 'Arabic in Honolulu'; culture = 'ar-SA'; zone = 'Pacific/Honolulu' }
        )
    }

    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        $server = Start-SandboxServer
        # Reads, converts and sends values, and writes the results as text that is independent of the culture.
        $script = @'
            $ErrorActionPreference = 'Stop'
            [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = $env:CULTURE
            Import-Module $env:TRAININGAPIS_TESTED
            $secret = [securestring]::new(); 'sandbox-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
            Connect-Cegos ([pscredential]::new('sandbox-client', $secret)) -CatalogUri "${env:SERVER}cegos/catalog" -TokenUri "${env:SERVER}cegos/auth/connect/token"
            $things = @(Get-CegosProduct -First 30 -Hydrate -ThrottleLimit 1) + @(Get-CegosSession -First 60 -Hydrate) + @(Get-CegosSession 2025-61072-PAR-001) + @(Get-CegosCatalog) + @(Get-CegosCatalogTopic | Select-Object -First 30) + @(Get-CegosCenter)
            $things += 202500038, '2025-61072', 202561072L | Get-CegosProduct
            $things += Get-CegosCatalog '27724'
            $things += Get-CegosCenter aj4
            $things += Invoke-TrainingApiRequest Cegos v1/Products -Query @{ pageNumber = 1; price = 1.5; big = 1234567.25d; day = [datetime]::new(2025, 3, 30, 2, 30, 0) } | ForEach-Object { $_.data[2].price }
            foreach ($call in { Get-CegosCatalog 2.5 }, { Get-CegosCatalog '2,5' }, { Get-CegosCatalog '1 000' }) { try { & $call } catch { $things += $_.FullyQualifiedErrorId } }
            "offset: $([timezoneinfo]::Local.GetUtcOffset([datetime]::new(2025, 3, 15)))"
            "culture: $([cultureinfo]::CurrentCulture.Name) $((1.5).ToString())"
            $things | ForEach-Object { [System.Management.Automation.PSSerializer]::Serialize($_, 4) } | ForEach-Object { $_ -replace '\s+', ' ' }
            $things | Where-Object { $_ -is [TrainingApis.Cegos.Session] } | ForEach-Object { '{0:s} {1:s} {2} {3} {4}' -f $_.StartDate, $_.EndDate, $_.StartDate.Kind, $_.Status, $_.Parts.ToString() }
            $things | Where-Object { $_ -is [TrainingApis.Cegos.Product] } | ForEach-Object { "$($_.CommercialDuration)" }
'@
        function Invoke-There([string] $Culture, [string] $Zone) {
            Clear-RequestLog $server
            $result = Invoke-FreshPowerShell $script @{ CULTURE = $Culture; TZ = $Zone; SERVER = "$($server.Uri)" }
            $result.Error | Should -BeNullOrEmpty
            $lines = $result.Output -split '\r?\n'
            [pscustomobject]@{
                Where = $lines[0..1]
                Lines = $lines[2..($lines.Count - 1)]
                Requests = Get-RequestLog $server | ForEach-Object { "$($_.method) $($_.target) $($_.body)" }
            }
        }
        $here = Invoke-There en-US Etc/UTC
    }

    AfterAll { Stop-SandboxServer $server }

    It 'has a non-empty reference result' {
        $here.Where | Should -Be 'offset: 00:00:00', 'culture: en-US 1.5'
        $here.Lines.Count | Should -BeGreaterThan 250
        $here.Lines -match '^2025-03-15T09:00:00 2025-03-16T17:00:00 Unspecified Open 2025-03-15 09:00 - 17:00; 2025-03-16 09:00 - 17:00$' | Should -HaveCount 2
        $here.Lines | Should -Contain '14 h in 2 days'
        $here.Requests[-1] | Should -BeExactly 'GET /cegos/catalog/v1/Products?big=1234567.25&day=2025-03-30T02%3A30%3A00.0000000&pageNumber=1&price=1.5 '
    }

    It 'has no effect on objects and requests on a machine that is <place>' -ForEach $places {
        $there = Invoke-There $culture $zone
        $there.Where[0] | Should -Not -Be $here.Where[0]
        $there.Where[1] | Should -BeLike "culture: $culture *"
        $there.Requests | Should -Be $here.Requests
        $there.Lines.Count | Should -Be $here.Lines.Count
        for ($i = 0; $i -lt $here.Lines.Count; $i++) { if ($there.Lines[$i] -cne $here.Lines[$i]) { $there.Lines[$i] | Should -BeExactly $here.Lines[$i] } }
    }

    It 'exports a CSV that a French Excel opens, with -UseCulture' {
        $result = Invoke-FreshPowerShell @'
            [cultureinfo]::CurrentCulture = 'fr-FR'
            Import-Module $env:TRAININGAPIS_TESTED
            Connect-TrainingSandbox
            Get-CegosProduct -First 200 -Hydrate | Export-Csv $env:CSV -UseCulture -Encoding utf8BOM
            $back = Import-Csv $env:CSV -UseCulture
            "$($back.Count) $($back[0].Price) $($back[0].Cities) $($back[2].Price)"
            Get-CegosSession -First 1 | ConvertTo-Csv -UseCulture | Select-Object -Last 1
'@ @{ CSV = "$TestDrive/catalogue.csv" }
        $result.Error | Should -BeNullOrEmpty
        $lines = $result.Output -split '\r?\n'
        $lines[0] | Should -BeExactly '200 1350,0 Paris; Lyon 1910,5'
        $lines[1] | Should -Match '^"2025-61072-PAR-001";"1";"202561072";"2025-61072";;"61072";"15/03/2025 09:00:00";'
        $bytes = [IO.File]::ReadAllBytes("$TestDrive/catalogue.csv")
        $bytes[0..2] | Should -Be 0xEF, 0xBB, 0xBF
        [Text.Encoding]::UTF8.GetString($bytes) | Should -Match 'Présentiel'
    }
}
