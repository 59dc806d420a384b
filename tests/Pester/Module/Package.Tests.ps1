# The package for a repository: it is complete, contains nothing else, and the installed copy works. The suite NuGetPackage tests the NuGet
# packages.
BeforeDiscovery {
    $missing = -not (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable)
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    $others = @(Get-ChildItem "$ModulePath/deps/*.dll" -Exclude TrainingApis.*)
}

Describe 'The notices of third parties' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        $notices = Get-Content "$ModulePath/THIRD-PARTY-NOTICES.txt" -Raw
        # The packages of the clients, and those of the workbook that the clients do not have.
        $packages = @{}
        foreach ($project in 'TrainingApis.Workbook', 'TrainingApis.Clients') {
            foreach ($target in (Get-Content "$Root/src/$project/bin/Release/netstandard2.1/$project.deps.json" -Raw | ConvertFrom-Json -AsHashtable).targets.Values) {
                foreach ($package in $target.Keys) { foreach ($path in $target[$package].runtime.Keys) { $packages[(Split-Path $path -Leaf)] = $package.Replace('/', ' ') } }
            }
        }
    }

    It 'name <_.Name> with its package, version, licence and copyright' -ForEach $others {
        $packages[$_.Name] | Should -Not -BeNullOrEmpty
        $notices | Should -Match "(?m)^$([regex]::Escape($_.Name))\r?\n    $([regex]::Escape($packages[$_.Name])), (MIT|BSD-3-Clause), \S.*\S\r?$"
    }

    It 'name no assembly that is not in the package' {
        $named = [regex]::Matches($notices, '(?m)^(\S+\.dll)\r?$') | ForEach-Object { $_.Groups[1].Value } | Sort-Object
        $named | Should -Be @(Get-ChildItem "$ModulePath/deps/*.dll" -Exclude TrainingApis.* | ForEach-Object Name | Sort-Object)
    }

    It 'contain the text of each licence, and the notices of .NET' {
        $notices | Should -Match 'Permission is hereby granted, free of charge'
        $notices | Should -Match 'Redistributions in binary form must reproduce'
        "$ModulePath/deps/THIRD-PARTY-NOTICES.TXT" | Should -FileContentMatch 'The .NET'
        "$ModulePath/LICENSE" | Should -FileContentMatch 'MIT License'
    }
}

Describe 'Our assemblies' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        # The paths of source files in the symbols that are embedded in an assembly.
        function Get-SourcePath {
            param([string] $Path)
            $pe = [Reflection.PortableExecutable.PEReader]::new([IO.File]::OpenRead($Path))
            try {
                $entry = $pe.ReadDebugDirectory() | Where-Object Type -EQ EmbeddedPortablePdb
                $symbols = $pe.ReadEmbeddedPortablePdbDebugDirectoryData($entry)
                $reader = $symbols.GetMetadataReader()
                foreach ($document in $reader.Documents) { $reader.GetString($reader.GetDocument($document).Name) }
            }
            finally { $pe.Dispose() }
        }
    }

    It 'have the paths of the repository as source paths, and not those of the build: <_.Name>' -ForEach @(Get-ChildItem "$ModulePath/TrainingApis.*.dll", "$ModulePath/deps/TrainingApis.*.dll") {
        $paths = @(Get-SourcePath $_.FullName)
        $paths.Count | Should -BeGreaterThan 10
        $paths -cnotmatch '^/_/src/TrainingApis\.' | Should -BeNullOrEmpty
        [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes($_.FullName)).Contains($Root) | Should -BeFalse
    }

    It 'show those paths in a stack trace' {
        Connect-TrainingSandbox -ProductCount 1 -SessionCount 1
        Get-CegosProduct -YearlyProductCode 209999999 -ErrorAction SilentlyContinue -ErrorVariable unknown
        Disconnect-TrainingApi
        $trace = "$($unknown[0].Exception.StackTrace)"
        $trace | Should -Match ' in /_/src/TrainingApis\.Clients/.*\.cs:line \d+'
        $trace.Contains($Root) | Should -BeFalse
    }
}

Describe 'The package' -Skip:$missing {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        # A separate PowerShell process and data folder: the list of repositories is stored for each user.
        $homes = @{ XDG_DATA_HOME = "$TestDrive" }
        # New-Package.ps1 with each list of parameters.
        function New-TestPackage {
            param([string[]] $Parameter)
            $calls = $Parameter | ForEach-Object { "& '$Root/tools/New-Package.ps1' -Module '$ModulePath' $_" }
            Invoke-FreshPowerShell -Environment $homes "$($calls -join '; '); exit `$LASTEXITCODE"
        }
        function Open-Nuspec {
            param([string] $Path)
            $file = [IO.Compression.ZipFile]::OpenRead($Path)
            $reader = [IO.StreamReader]::new($file.GetEntry('TrainingApis.nuspec').Open())
            try { ([xml] $reader.ReadToEnd()).package.metadata }
            finally { $reader.Dispose(); $file.Dispose() }
        }
        $made = New-TestPackage "-Destination '$TestDrive/packages'", "-Destination '$TestDrive/again'", "-Destination '$TestDrive/linked' -Prerelease beta1 -ProjectUri https://example.com/training/apis -ReleaseNotes 'Peut-être l''année prochaine.'"
        $package, $again, $linked = $made.Output -split '\r?\n'
        $version = (Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1").ModuleVersion
        $zip = $made.ExitCode ? $null : [IO.Compression.ZipFile]::OpenRead($package)
        # The module in the package that was created for a repository address.
        if (-not $made.ExitCode) { Expand-Archive $linked "$TestDrive/expanded/TrainingApis" }
    }

    AfterAll { if ($zip) { $zip.Dispose() } }

    It 'is created' {
        $made.Error | Should -BeNullOrEmpty
        $made.ExitCode | Should -Be 0
        Split-Path $package -Leaf | Should -Be "TrainingApis.$version.nupkg"
        Split-Path $linked -Leaf | Should -Be "TrainingApis.$version-beta1.nupkg"
    }

    It 'is smaller than 25 MB, with all precompiled copies' {
        (Get-Item $package).Length | Should -BeLessThan 25MB
    }

    It 'contains the built files, byte for byte, except the manifest and the README, and nothing else' {
        # Files that every .nupkg has.
        $own = '^(_rels/|package/|\[Content_Types\]\.xml$|TrainingApis\.nuspec$)'
        $inside = @($zip.Entries | Where-Object FullName -notmatch $own)
        $built = Get-ChildItem $ModulePath -Recurse -File
        $inside.FullName | Sort-Object | Should -Be @($built | ForEach-Object { [IO.Path]::GetRelativePath($ModulePath, $_.FullName).Replace('\', '/') } | Sort-Object)
        foreach ($entry in $inside | Where-Object FullName -notin 'TrainingApis.psd1', 'README.md') {
            $stream = $entry.Open()
            try { [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($stream)) | Should -Be (Get-FileHash (Join-Path $ModulePath $entry.FullName)).Hash -Because $entry.FullName }
            finally { $stream.Dispose() }
        }
    }

    It 'is the same, byte for byte, when it is created again, and so is its SBOM' {
        (Get-FileHash $again).Hash | Should -Be (Get-FileHash $package).Hash
        (Get-FileHash "$TestDrive/again/TrainingApis.$version.cdx.json").Hash | Should -Be (Get-FileHash "$TestDrive/packages/TrainingApis.$version.cdx.json").Hash
    }

    It 'has the metadata for a repository, and no address by default' {
        $about = Open-Nuspec $package
        $about.id | Should -BeExactly TrainingApis
        $about.version | Should -Be $version
        $about.authors | Should -Be 'TrainingApis contributors'
        $about.copyright | Should -Match 'MIT'
        foreach ($vendor in 'Cegos', 'Cegid Loop', 'Resamania', 'Agendize') { $about.description | Should -Match $vendor }
        $about.licenseUrl | Should -Be 'https://opensource.org/license/mit'
        foreach ($tag in 'PSModule', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS') { $about.tags -split ' ' | Should -Contain $tag }
        foreach ($name in 'projectUrl', 'iconUrl') { $about[$name] | Should -BeNullOrEmpty -Because $name }
        $reader = [IO.StreamReader]::new($zip.GetEntry('README.md').Open())
        $readme = $reader.ReadToEnd()
        $reader.Dispose()
        $readme | Should -Match 'Get-CegosProduct'
        $readme | Should -Not -Match '\]\((?!https://)' -Because 'the files that it links to are not in the package'
    }

    It 'has the section of its version in CHANGELOG.md as release notes, or other notes on request' {
        $notes = (Open-Nuspec $package).releaseNotes
        $notes | Should -Match 'journal of version 1 is\s+refused'
        $notes | Should -Not -Match '(?m)^## '
        $log = (Get-Content "$Root/CHANGELOG.md" -Raw) -replace '\r'
        $log.Contains("## [$version] - ") | Should -BeTrue
        $log.Contains($notes -replace '\r') | Should -BeTrue
        (Open-Nuspec $linked).releaseNotes | Should -BeExactly 'Peut-être l''année prochaine.'
    }

    It 'refuses an address without https and a label that a gallery refuses' {
        $parameters = @{ Module = $ModulePath; Destination = "$TestDrive/none" }
        { & "$Root/tools/New-Package.ps1" @parameters -ProjectUri http://example.com/training/apis } | Should -Throw -ErrorId 'ParameterArgumentValidationError*' -ExpectedMessage '*ProjectUri*'
        { & "$Root/tools/New-Package.ps1" @parameters -Prerelease beta.1 } | Should -Throw -ErrorId 'ParameterArgumentValidationError*' -ExpectedMessage '*Prerelease*'
        "$TestDrive/none" | Should -Not -Exist
    }

    It 'has the addresses of its version, if it was created for a repository address' {
        $about = Open-Nuspec $linked
        $about.version | Should -Be "$version-beta1"
        $about.projectUrl | Should -Be 'https://example.com/training/apis'
        $about.licenseUrl | Should -Be "https://example.com/training/apis/blob/v$version-beta1/LICENSE"
        $about.iconUrl | Should -Be "https://example.com/training/apis/raw/v$version-beta1/docs/icon.png"
        $data = (Test-ModuleManifest "$TestDrive/expanded/TrainingApis/TrainingApis.psd1").PrivateData.PSData
        $data.Prerelease, $data.ProjectUri, $data.LicenseUri, $data.IconUri | Should -Be 'beta1', $about.projectUrl, $about.licenseUrl, $about.iconUrl
        $readme = Get-Content "$TestDrive/expanded/TrainingApis/README.md" -Raw
        foreach ($link in [regex]::Matches($readme, '\]\((?!https://example\.com/)(?!https://\w+\.(cegos|cegid|resamania)\.)([^)]*)\)')) { $link.Value | Should -BeNullOrEmpty }
        foreach ($link in [regex]::Matches($readme, '\(https://example\.com/training/apis/(?:blob|raw)/[^/]+/([^)]+)\)')) { Join-Path $Root $link.Groups[1].Value | Should -Exist }
    }

    It 'opens the page of each command with Get-Help -Online, if it was created for a repository address' {
        $shown = Invoke-FreshPowerShell -Environment @{ XDG_CACHE_HOME = "$TestDrive" } @"
Import-Module '$TestDrive/expanded/TrainingApis'
foreach (`$command in Get-Command -Module TrainingApis) {
    `$links = @((Get-Help `$command.Name).relatedLinks.navigationLink)
    "`$(`$command.Name) `$(`$links.Count -gt 1) `$(`$links[0].linkText) `$(`$links[0].uri)"
}
"@
        $shown.Error | Should -BeNullOrEmpty
        $lines = $shown.Output -split '\r?\n'
        $lines.Count | Should -Be (Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1").CmdletsToExport.Count
        foreach ($line in $lines) {
            $name = ($line -split ' ')[0]
            $line | Should -Be "$name True Online version: https://example.com/training/apis/blob/v$version-beta1/docs/$name.md"
            "$Root/docs/$name.md" | Should -Exist
        }
    }

    It 'passes that address to the browser' -Skip:(-not $IsLinux) {
        $null = New-Item -ItemType Directory "$TestDrive/browser"
        Set-Content "$TestDrive/browser/xdg-open" "#!/bin/sh`nprintf %s `"`$1`" > '$TestDrive/browser/opened'"
        chmod +x "$TestDrive/browser/xdg-open"
        $environment = @{ PATH = "$TestDrive/browser" + [IO.Path]::PathSeparator + $env:PATH; XDG_CACHE_HOME = "$TestDrive" }
        $null = Invoke-FreshPowerShell -Environment $environment "Import-Module '$TestDrive/expanded/TrainingApis'; Get-Help Get-CegosProduct -Online; Start-Sleep 2"
        Get-Content "$TestDrive/browser/opened" -Raw | Should -Be "https://example.com/training/apis/blob/v$version-beta1/docs/Get-CegosProduct.md"
        # The module as it is built has no address to open.
        $none = Invoke-FreshPowerShell -Environment $environment "Import-Module '$ModulePath'; Get-Help Get-CegosProduct -Online"
        $none.Error | Should -Match 'is not specified in the command code or in the help file'
    }

    It 'has an SBOM of exactly the packages that the notices name' {
        $sbom = Get-Content "$TestDrive/packages/TrainingApis.$version.cdx.json" -Raw | ConvertFrom-Json
        $sbom.bomFormat | Should -Be CycloneDX
        $sbom.metadata.component.name, $sbom.metadata.component.version | Should -Be 'TrainingApis', $version
        $listed = $sbom.components | ForEach-Object { "$($_.name) $($_.version), $($_.licenses.license.id)" } | Sort-Object
        $noticed = [regex]::Matches((Get-Content "$ModulePath/THIRD-PARTY-NOTICES.txt" -Raw), '(?m)^    (\S+ \S+, \S+), ') | ForEach-Object { $_.Groups[1].Value } | Sort-Object
        $listed.Count | Should -BeGreaterThan 5
        $listed | Should -Be $noticed
        $sbom.components.purl | Should -Be @($sbom.components | ForEach-Object { "pkg:nuget/$($_.name)@$($_.version)" })
        $sbom.components.hashes.content | Should -HaveCount $sbom.components.Count
        # Everything that another package needs is listed.
        $sbom.dependencies.dependsOn | Where-Object { $_ -and $_ -notin $sbom.components.purl } | Should -BeNullOrEmpty
    }

    It 'is installed from its folder into a clean PowerShell, and that copy works' {
        $said = Invoke-FreshPowerShell -TimeoutSec 600 "& '$Root/tests/Pester/Support/Test-Package.ps1' -Package '$linked'"
        $said.ExitCode | Should -Be 0 -Because "$($said.Output)$($said.Error)"
        $said.Output | Should -Match 'Smoke\.Tests\.ps1: passed'
    }
}
