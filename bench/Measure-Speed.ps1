#Requires -Version 7.4
<#
.SYNOPSIS
    Compares the module with Invoke-RestMethod and with plain C# over a real HTTP server, and prints the rows of the table in README.md.
.DESCRIPTION
    Every run is a new process, and the contenders of a row take turns. Results are medians of -Count runs. The first turn is not counted.
    CPU time and peak memory are values of the operating system. The server runs on the same machine.
.EXAMPLE
    ./bench/Measure-Speed.ps1 -Row Pages -Count 9
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 99)][int] $Count = 5,
    [ValidateSet('Export', 'Limit', 'Pages', 'First', 'Memory', 'Workbook', 'Import', 'Start', 'Registrations', 'Cpu')]
    [string[]] $Row = @('Export', 'Limit', 'Pages', 'First', 'Memory', 'Workbook', 'Import', 'Start', 'Registrations', 'Cpu')
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
Import-Module (Join-Path $PSScriptRoot 'Scripts.psm1') -Force
dotnet build (Join-Path $PSScriptRoot 'Floor') --configuration Release --verbosity quiet --nologo | Out-Null
if ($LASTEXITCODE) { throw 'The program in Floor does not build.' }
$floor = 'dotnet', (Join-Path $PSScriptRoot 'Floor/bin/Release/net10.0/Floor.dll')
$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "bench-$PID")).FullName
$servers = @{}
function Get-Server([string[]] $ArgumentList) {
    $servers["$ArgumentList"] ??= Start-SandboxServer $ArgumentList
    $servers["$ArgumentList"].Uri
}

$rows = [ordered]@{
    Export        = {
        $uri = Get-Server '--products', 20000
        $csv = Join-Path $folder 'catalogue.csv'
        $export = "| Export-Csv '$csv' -Encoding utf8BOM"
        $runs = [ordered]@{
            module = New-Run -Script "$(Get-ConnectScript $uri)`nGet-CegosProduct -Hydrate $export"
            rest   = New-Run -Script "$(Get-TokenScript $uri)`n$(Get-RestPagesScript $uri '&hydrate=true') $export"
            floor  = New-Run -Command ($floor + $uri, 'export', $csv)
        }
        if ((Get-Command curl, jq -CommandType Application -ErrorAction Ignore).Count -ge 2 -and (Get-Command bash -ErrorAction Ignore)) {
            $runs.curl = New-Run -Command 'bash', (Join-Path $PSScriptRoot 'curl-jq.sh'), $uri, $csv
        }
        $m = Measure-Alternated $runs $Count
        $ratio = $m.rest.Seconds / $m.module.Seconds
        Format-Row '20,000 products with `-Hydrate` to `Export-Csv`' ('{0:0.0} s ({1:0.0} ×)' -f $m.floor.Seconds, ($m.rest.Seconds / $m.floor.Seconds)) ('{0:0.0} s' -f $m.module.Seconds) `
            ('{0:0.0} s' -f $m.rest.Seconds) ('{0:0.0} × faster' -f $ratio) '8 ×' ($ratio -ge 8)
        if ($m.ContainsKey('curl')) { Format-Row 'the same with `curl` and `jq`' '–' ('{0:0.0} s' -f $m.module.Seconds) ('{0:0.0} s' -f $m.curl.Seconds) ('{0:0.0} × faster' -f ($m.curl.Seconds / $m.module.Seconds)) }
    }
    Limit         = {
        $uri = Get-Server '--products', 20000
        $csv = Join-Path $folder 'catalogue.csv'
        $connect = Get-ConnectScript $uri
        $m = Measure-Alternated ([ordered]@{
                module   = New-Run -Script "$connect`nGet-CegosProduct -Hydrate | Export-Csv '$csv' -Encoding utf8BOM"
                memory   = New-Run "$connect`n`$products = Get-CegosProduct -Hydrate" "`$products | Export-Csv '$csv' -Encoding utf8BOM"
                transfer = New-Run -Command ($floor + $uri, 'transfer')
                shell    = New-Run -Script '$null'
            }) $Count
        $limit = $m.shell.Process + [math]::Max($m.memory.Seconds, $m.transfer.Seconds)
        $parts = 'shell {0:0.00} s, `Export-Csv` of objects in memory {1:0.00} s, transfer {2:0.00} s' -f $m.shell.Process, $m.memory.Seconds, $m.transfer.Seconds
        $ratio = $m.module.Process / $limit
        Format-Row '20,000 products with `-Hydrate` to `Export-Csv`, whole process, against the limit' ('{0:0.00} s' -f $limit) ('{0:0.00} s' -f $m.module.Process) $parts ('{0:0.00} × of the limit' -f $ratio) '1.15 ×' ($ratio -le 1.15)
    }
    Pages         = {
        $uri = Get-Server '--latency', 100
        $m = Measure-Alternated ([ordered]@{
                module = New-Run "$(Get-ConnectScript $uri)`n`$null = Get-CegosProduct -First 1" 'Get-CegosProduct | Out-Null'
                rest   = New-Run "$(Get-TokenScript $uri)`n`$null = Invoke-RestMethod '$($uri)cegos/catalog/v1/Products' -Headers `$headers" "$(Get-RestPagesScript $uri '') | Out-Null"
                eight  = New-Run "$(Get-ConnectScript $uri)`n`$null = Get-CegosProduct -First 1" 'Get-CegosProduct -ThrottleLimit 8 | Out-Null'
                floor  = New-Run -Command ($floor + $uri, 'pages')
            }) $Count
        foreach ($limit in @('module', 'by default'), @('eight', 'with `-ThrottleLimit 8`')) {
            $ratio = $m.rest.Seconds / $m[$limit[0]].Seconds
            Format-Row "13 pages at 100 ms latency, $($limit[1])" ('{0:0.00} s ({1:0.0} ×)' -f $m.floor.Seconds, ($m.rest.Seconds / $m.floor.Seconds)) ('{0:0.00} s' -f $m[$limit[0]].Seconds) `
                ('{0:0.00} s' -f $m.rest.Seconds) ('{0:0.0} × faster' -f $ratio) '4.5 ×' ($ratio -ge 4.5)
        }
    }
    First         = {
        $uri = Get-Server '--latency', 100
        $page = "`$page = '$($uri)cegos/catalog/v1/Products?pageNumber=1'"
        $client = '$client = [Net.Http.HttpClient]::new(); $client.DefaultRequestHeaders.Add("Authorization", $headers.Authorization); $null = $client.GetStringAsync($page).Result'
        $m = Measure-Alternated ([ordered]@{
                module = New-Run "$(Get-ConnectScript $uri)`n`$null = Get-CegosProduct -First 1" 'Get-CegosProduct | ForEach-Object { $seconds ??= $clock.Elapsed.TotalSeconds }'
                page   = New-Run "$(Get-TokenScript $uri)`n$page`n$client" '$null = $client.GetStringAsync($page).Result'
            }) $Count
        $ratio = $m.module.Seconds / $m.page.Seconds
        Format-Row 'first object, 13 pages at 100 ms' ('{0:0} ms, one page as text' -f (1000 * $m.page.Seconds)) ('{0:0} ms' -f (1000 * $m.module.Seconds)) '–' ('{0:0.00} × of one page' -f $ratio) '1.3 ×' ($ratio -le 1.3)
    }
    Memory        = {
        $runs = [ordered]@{}
        foreach ($number in 1000, 100000) {
            $uri = Get-Server '--products', $number
            $runs["$number"] = New-Run -Script "$(Get-ConnectScript $uri)`nGet-CegosProduct -Hydrate | Out-Null"
            $runs["floor $number"] = New-Run -Command ($floor + $uri, 'read')
        }
        $m = Measure-Alternated $runs $Count
        $more = $m.'100000'.PeakMB - $m.'1000'.PeakMB
        Format-Row 'memory, from 1,000 to 100,000 products with `-Hydrate`' ('{0:0} → {1:0} MB' -f $m.'floor 1000'.PeakMB, $m.'floor 100000'.PeakMB) ('{0:0} → {1:0} MB' -f $m.'1000'.PeakMB, $m.'100000'.PeakMB) '–' ('{0:+0;-0;0} MB' -f $more) '+ 20 MB' ($more -le 20)
    }
    Workbook      = {
        $connect = Get-ConnectScript (Get-Server '--products', 20000)
        $book = Join-Path $folder 'catalogue.xlsx'
        $runs = [ordered]@{
            read     = New-Run -Script "$connect`nGet-CegosProduct -Hydrate | Out-Null"
            readAll  = New-Run -Script "$connect`nGet-CegosProduct -Hydrate | Out-Null; Get-CegosSession | Out-Null; `$null = Get-CegosCenter; `$null = Get-CegosCatalog; `$null = Get-CegosCatalogTopic"
            products = New-Run -Script "$connect`nExport-CegosCatalog '$book' -Include Products -Hydrate -Force"
            notices  = New-Run -Script "$connect`nExport-CegosCatalog '$book' -Include Products, Notices -Hydrate -Force"
            whole    = New-Run -Script "$connect`nExport-CegosCatalog '$book' -Hydrate -Force"
        }
        if (Get-Module ImportExcel -ListAvailable) {
            $runs.excel = New-Run -Script "Import-Module ImportExcel`n$connect`nGet-CegosProduct -Hydrate | Export-Excel '$(Join-Path $folder 'other.xlsx')'"
        }
        $m = Measure-Alternated $runs $Count
        foreach ($kind in @('products', '`-Include Products`', 'read'), @('notices', '`-Include Products, Notices`', 'read'), @('whole', 'all sheets, with 2,847 sessions', 'readAll')) {
            $ratio = $m[$kind[0]].Seconds / $m[$kind[2]].Seconds
            $more = $m[$kind[0]].PeakMB - $m[$kind[2]].PeakMB
            $other = $m.ContainsKey('excel') ? ('`Export-Excel`: {0:0.0} s, {1:0} MB' -f $m.excel.Seconds, $m.excel.PeakMB) : '–'
            Format-Row "20,000 products with ``-Hydrate`` to a workbook, $($kind[1])" '–' ('{0:0.00} s, {1:0} MB' -f $m[$kind[0]].Seconds, $m[$kind[0]].PeakMB) $other `
                ('{0:0.00} × of reading, {1:+0;-0;0} MB' -f $ratio, $more) '1.6 ×, +40 MB' ($ratio -le 1.6 -and $more -le 40)
        }
    }
    Import        = {
        $runs = [ordered]@{
            module = New-Run -Script 'Import-Module $env:TRAININGAPIS_TESTED'
            empty  = New-Run -Script "Import-Module '$(New-EmptyModule $folder)'"
        }
        $pester = Get-Module Pester -ListAvailable | Select-Object -First 1
        if ($pester) { $runs.pester = New-Run -Script "Import-Module '$($pester.Path)'" }
        $m = Measure-Alternated $runs $Count
        $more = 1000 * ($m.module.Seconds - $m.empty.Seconds)
        $other = $pester ? ('{0:0} ms, Pester' -f (1000 * $m.pester.Seconds)) : '–'
        Format-Row '`Import-Module`' ('{0:0} ms, empty binary module' -f (1000 * $m.empty.Seconds)) ('{0:0} ms' -f (1000 * $m.module.Seconds)) $other ('{0:+0;-0;0} ms' -f $more) `
            '+ 100 ms, less than Pester' ($more -lt 100 -and (-not $pester -or $m.module.Seconds -lt $m.pester.Seconds))
    }
    Start         = {
        $m = Measure-Alternated ([ordered]@{ module = New-Run 'Import-Module $env:TRAININGAPIS_TESTED' 'Connect-TrainingSandbox; $null = Get-CegosProduct -First 1' }) $Count
        Format-Row 'first command after import: `Connect-TrainingSandbox`, and a product' '–' ('{0:0} ms' -f (1000 * $m.module.Seconds)) '–' '–' '300 ms' ($m.module.Seconds -lt 0.3)
    }
    Registrations = {
        $uri = Get-Server '--latency', 50
        $csv = New-RegistrationFile $folder 1000
        $m = Measure-Alternated ([ordered]@{
                module = New-Run (Get-ConnectScript $uri Registration) "`$out = @(Import-Csv '$csv' | New-CegosRegistration -ThrottleLimit 8 -Journal (Join-Path '$folder' ([guid]::NewGuid()))); if (`$out.Count -ne 1000) { throw 'A row is missing.' }"
            }) $Count
        $ratio = $m.module.Seconds / (1000 / 8 * 0.05)
        Format-Row '1,000 registrations with journal, 50 ms latency, `-ThrottleLimit 8`' '6.25 s' ('{0:0.0} s' -f $m.module.Seconds) '–' ('{0:0.00} × of that' -f $ratio) '1.3 ×' ($ratio -le 1.3)
    }
    Cpu           = {
        $uri = Get-Server '--products', 20000
        $m = Measure-Alternated ([ordered]@{
                module = New-Run (Get-ConnectScript $uri) 'Get-CegosProduct -Hydrate | Out-Null'
                floor  = New-Run -Command ($floor + $uri, 'read')
            }) $Count
        $ratio = $m.module.Cpu / $m.floor.Cpu
        Format-Row 'CPU time for each of 20,000 products with `-Hydrate`' ('{0:0} µs' -f (1e6 * $m.floor.Cpu / 20000)) ('{0:0} µs' -f (1e6 * $m.module.Cpu / 20000)) '–' ('{0:0.0} × of plain C#' -f $ratio) '2 ×' ($ratio -le 2)
    }
}

try {
    "PowerShell $($PSVersionTable.PSVersion) ($(Get-EngineKind)), $([Runtime.InteropServices.RuntimeInformation]::FrameworkDescription), $([Runtime.InteropServices.RuntimeInformation]::OSDescription), $([Environment]::ProcessorCount) cores; medians of $Count."
    ''
    '| work | plain C# | this module | other | result | target |'
    '|---|---|---|---|---|---|'
    foreach ($name in $rows.Keys) { if ($name -in $Row) { & $rows[$name] } }
}
finally {
    $servers.Values | ForEach-Object { Stop-SandboxServer $_ }
    Remove-Item $folder -Recurse -ErrorAction Ignore
}
