# The default load context contains only the cmdlet and model assemblies of this module, also with other modules, and the import has no side effects.
Describe 'Isolation' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        $server = Start-SandboxServer
        # The first lines of each process: list the assemblies of the default context, and send a request over real HTTP.
        $head = @'
            $ErrorActionPreference = 'Stop'
            function Get-Loaded { [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies | ForEach-Object { $_.GetName().Name } | Sort-Object -Unique }
            function Invoke-Call {
                $secret = [securestring]::new(); 'sandbox-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
                Connect-Cegos ([pscredential]::new('sandbox-client', $secret)) -CatalogUri "${env:SERVER}cegos/catalog" -TokenUri "${env:SERVER}cegos/auth/connect/token"
                (Get-CegosProduct -First 101 -Hydrate).Count
                Connect-TrainingSandbox
                $workbook = Export-CegosCatalog (Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid()).xlsx") -Include Catalogs -PassThru
                if ($workbook.Length -lt 1000) { throw 'There is no workbook.' }
                $workbook.Delete()
                (Get-CegosProduct -First 1).YearlyProductCode
            }
'@
        function Invoke-Fresh([string] $Script, [hashtable] $Environment = @{}) {
            $Environment.SERVER = "$($server.Uri)"
            $result = Invoke-FreshPowerShell "$head`n$Script" $Environment
            $result.Error | Should -BeNullOrEmpty
            $result.ExitCode | Should -Be 0
            $result.Output -split '\r?\n'
        }
        $foreign = '^(Microsoft\.Extensions\.|Polly|TrainingApis\.(Clients|Sandbox|Workbook)|DocumentFormat)'
    }

    AfterAll { Stop-SandboxServer $server }

    Context 'Import' {
        It 'prints nothing, sends nothing, and loads only the cmdlet and model assemblies' {
            Invoke-Control $server 'log' -Method Delete
            $output = Invoke-Fresh @'
                $null = [System.Net.Dns]::GetHostName() # PowerShell itself loads that assembly, at some time after it has started
                $before = [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }
                $printed = Import-Module $env:TRAININGAPIS_TESTED -PassThru:$false *>&1
                "printed: $($printed.Count)"
                $after = [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }
                # PowerShell itself continues to load its own in the background while it starts.
                "loaded: $(($after | Where-Object { $_ -notin $before } | Where-Object { $_ -notmatch '^(System|Microsoft\.PowerShell)\.' } | Sort-Object -Unique) -join ' ')"
                "network: $(($after | Where-Object { $_ -notin $before } | Where-Object { $_ -match '^System\.Net\.(Sockets|Security|Quic)$' }) -join ' ')"
                "contexts: $(([System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'TrainingApis').Count)"
                "connections: $(@(Get-TrainingApiConnection).Count)"
'@
            $output | Should -Be 'printed: 0', 'loaded: TrainingApis.Abstractions TrainingApis.Cmdlets', 'network: ', 'contexts: 0', 'connections: 0'
            Get-RequestLog $server | Should -BeNullOrEmpty
        }

        It 'can be undone and repeated' {
            Invoke-Fresh @'
                Import-Module $env:TRAININGAPIS_TESTED
                Import-Module $env:TRAININGAPIS_TESTED -Force
                Remove-Module TrainingApis
                Import-Module $env:TRAININGAPIS_TESTED
                Invoke-Call
                "copies: $(([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -like 'TrainingApis.*' } | Group-Object { $_.GetName().Name } | ForEach-Object Count | Sort-Object -Unique) -join ' ')"
'@ | Should -Be '101', '202561072', 'copies: 1'
        }

        It 'writes no file, in the temporary folder, the current one or the module''s own' {
            $folders = 'temp', 'here' | ForEach-Object { (New-Item -ItemType Directory "$TestDrive/$_").FullName }
            $before = Get-ChildItem $ModulePath -Recurse -File | ForEach-Object { "$($_.FullName) $($_.Length) $($_.LastWriteTimeUtc.Ticks)" }
            Invoke-Fresh 'Set-Location $env:HERE; Import-Module $env:TRAININGAPIS_TESTED; Invoke-Call' @{ TMPDIR = $folders[0]; TEMP = $folders[0]; TMP = $folders[0]; HERE = $folders[1] } | Should -Be '101', '202561072'
            # Except the diagnostic sockets of the host.
            Get-ChildItem $folders -Recurse -File | Where-Object Name -NotMatch '^(dotnet-diagnostic|clr-debug-pipe|CoreFxPipe|__PSScriptPolicyTest)' | Should -BeNullOrEmpty
            Get-ChildItem $ModulePath -Recurse -File | ForEach-Object { "$($_.FullName) $($_.Length) $($_.LastWriteTimeUtc.Ticks)" } | Should -Be $before
        }

        It 'takes no longer than importing Pester in the same shell' {
            $pester = (Get-Module Pester).Path
            $ratios = foreach ($round in 1..3) {
                $order = $round % 2 ? '$ours, $pesters' : '$pesters, $ours'
                $ours, $pesters = (Invoke-Fresh @"
                    `$ours, `$pesters = { Import-Module `$env:TRAININGAPIS_TESTED }, { Import-Module '$pester' }
                    `$times = @{}
                    foreach (`$import in $order) { `$times[`$import] = (Measure-Command `$import).TotalMilliseconds }
                    [int] `$times[`$ours]; [int] `$times[`$pesters]
"@) -as [int[]]
                $ours / $pesters
            }
            # The median, with a margin of a third for a busy machine.
            ($ratios | Sort-Object)[1] | Should -BeLessThan 1.33
        }
    }

    Context 'After a call' {
        It 'has no package in the default context, and each assembly of this module once' {
            $output = Invoke-Fresh @'
                Import-Module $env:TRAININGAPIS_TESTED
                Invoke-Call
                Get-Loaded
                'private:'
                ([System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'TrainingApis').Assemblies | ForEach-Object { $_.GetName().Name } | Sort-Object
                'twice:'
                # PowerShell 7.5 loads its own System.Text.Json, which is older than ours.
                [AppDomain]::CurrentDomain.GetAssemblies() | Group-Object { $_.GetName().Name } | Where-Object { $_.Count -gt 1 -and $_.Name -match 'TrainingApis|System\.Text\.Json|DiagnosticSource' } |
                    Where-Object { $_.Name -ne 'System.Text.Json' -or @($_.Group | ForEach-Object { $_.GetName().Version } | Sort-Object -Unique).Count -eq 1 } | ForEach-Object Name
'@
            $output[0..1] | Should -Be '101', '202561072'
            $private = [array]::IndexOf($output, 'private:')
            $twice = [array]::IndexOf($output, 'twice:')
            $output[2..($private - 1)] -match $foreign | Should -BeNullOrEmpty
            $output[2..($private - 1)] -match '^TrainingApis\.' | Should -Be 'TrainingApis.Abstractions', 'TrainingApis.Cmdlets'
            $output[($private + 1)..($twice - 1)] | Should -Contain 'TrainingApis.Clients'
            $output[($private + 1)..($twice - 1)] | Should -Contain 'Microsoft.Extensions.Http'
            $output[($private + 1)..($twice - 1)] | Should -Contain 'Polly.Core'
            $output.Count | Should -Be ($twice + 1) -Because 'nothing that the runtime itself exchanges is there twice'
        }
    }

    Context 'With another module that has other versions' {
        BeforeAll {
            # Assemblies of the same names in other versions, without the types of the real ones.
            $decoys = (New-Item -ItemType Directory "$TestDrive/decoys").FullName
            $made = Invoke-FreshPowerShell @"
                `$ErrorActionPreference = 'Stop'
                foreach (`$decoy in @{ n = 'Microsoft.Extensions.Http'; v = '2.1.0.0' }, @{ n = 'Microsoft.Extensions.Logging.Abstractions'; v = '99.0.0.0' }, @{ n = 'Microsoft.Extensions.DependencyInjection'; v = '3.1.0.0' }, @{ n = 'Polly.Core'; v = '1.0.0.0' }, @{ n = 'TrainingApis.Clients'; v = '9.9.9.9' }) {
                    Add-Type -OutputAssembly "$decoys/`$(`$decoy.n).dll" -TypeDefinition "[assembly: System.Reflection.AssemblyVersion(``"`$(`$decoy.v)``")] namespace Decoy { public static class `$(`$decoy.n -replace '\.') { public static string Version => ``"`$(`$decoy.v)``"; } }"
                }
"@
            if ($made.ExitCode) { throw $made.Error }
            $load = 'Get-ChildItem $env:DECOYS -Filter *.dll | ForEach-Object { $null = [System.Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyPath($_.FullName) }'
            $check = @'
                "decoys: $(@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.Location -and $_.Location.StartsWith($env:DECOYS) }).Count)"
                "default: $(@([System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies | Where-Object { $_.GetName().Name -match '^(Microsoft\.Extensions\.|Polly|TrainingApis\.Clients)' -and -not $_.Location.StartsWith($env:DECOYS) }).Count)"
                "works: $([Decoy.MicrosoftExtensionsHttp]::Version) $([Decoy.MicrosoftExtensionsLoggingAbstractions]::Version)"
'@
        }

        It 'works, and the other module keeps its own: <order>' -ForEach @(
            @{ order = 'theirs first'; first = $true; script = '%LOAD%; Import-Module $env:TRAININGAPIS_TESTED; Invoke-Call; %CHECK%' }
            @{ order = 'theirs after import, before the first call'; script = 'Import-Module $env:TRAININGAPIS_TESTED; %LOAD%; Invoke-Call; %CHECK%' }
            @{ order = 'theirs after the first call'; script = 'Import-Module $env:TRAININGAPIS_TESTED; Invoke-Call; %LOAD%; %CHECK%; $null = Invoke-Call' }
        ) {
            $output = Invoke-Fresh $script.Replace('%LOAD%', $load).Replace('%CHECK%', $check) @{ DECOYS = $decoys }
            $output | Should -Be '101', '202561072', 'decoys: 5', 'default: 0', 'works: 2.1.0.0 99.0.0.0'
        }

        It 'works with another System.Text.Json in a separate context, and uses that of the host' {
            Invoke-Fresh @'
                $other = [System.Runtime.Loader.AssemblyLoadContext]::new('another module')
                $null = $other.LoadFromAssemblyPath((Join-Path (Split-Path $env:TRAININGAPIS_TESTED) 'deps/System.Text.Json.dll'))
                Import-Module $env:TRAININGAPIS_TESTED
                Invoke-Call
                $ours = ([System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'TrainingApis').Assemblies | Where-Object { $_.GetName().Name -eq 'System.Text.Json' }
                $needed = [Reflection.AssemblyName]::GetAssemblyName((Join-Path (Split-Path $env:TRAININGAPIS_TESTED) 'deps/System.Text.Json.dll')).Version
                $host = [System.Text.Json.JsonDocument].Assembly.GetName().Version
                "shared: $($host -lt $needed -or -not $ours)"
'@.Replace('$host', '$theirs') | Should -Be '101', '202561072', 'shared: True'
        }
    }
}
