# The package for a repository: it is complete, contains nothing else, and the installed copy works.
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

Describe 'The package' -Skip:$missing {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        # A separate PowerShell process and home folder: the list of repositories is stored for each user.
        $homes = @{ HOME = "$TestDrive"; XDG_DATA_HOME = "$TestDrive"; XDG_CONFIG_HOME = "$TestDrive" }
        $made = Invoke-FreshPowerShell -Environment $homes "& '$Root/tools/New-Package.ps1' -Module '$ModulePath' -Destination '$TestDrive/packages'; exit `$LASTEXITCODE"
        $package = $made.Output
        $version = (Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1").ModuleVersion
        $zip = $made.ExitCode ? $null : [IO.Compression.ZipFile]::OpenRead($package)
    }

    AfterAll { if ($zip) { $zip.Dispose() } }

    It 'is created' {
        $made.Error | Should -BeNullOrEmpty
        $made.ExitCode | Should -Be 0
        Split-Path $package -Leaf | Should -Be "TrainingApis.$version.nupkg"
    }

    It 'contains the built files, byte for byte, and nothing else' {
        # Files that every .nupkg has.
        $own = '^(_rels/|package/|\[Content_Types\]\.xml$|TrainingApis\.nuspec$)'
        $inside = @($zip.Entries | Where-Object FullName -notmatch $own)
        $built = Get-ChildItem $ModulePath -Recurse -File
        $inside.FullName | Sort-Object | Should -Be @($built | ForEach-Object { [IO.Path]::GetRelativePath($ModulePath, $_.FullName).Replace('\', '/') } | Sort-Object)
        foreach ($entry in $inside) {
            $stream = $entry.Open()
            try { [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($stream)) | Should -Be (Get-FileHash (Join-Path $ModulePath $entry.FullName)).Hash -Because $entry.FullName }
            finally { $stream.Dispose() }
        }
    }

    It 'has the metadata for a repository' {
        $reader = [IO.StreamReader]::new($zip.GetEntry('TrainingApis.nuspec').Open())
        [xml] $nuspec = $reader.ReadToEnd()
        $reader.Dispose()
        $about = $nuspec.package.metadata
        $about.id | Should -BeExactly TrainingApis
        $about.version | Should -Be $version
        $about.authors | Should -Be 'TrainingApis contributors'
        $about.copyright | Should -Match 'MIT'
        foreach ($vendor in 'Cegos', 'Cegid Loop', 'Resamania', 'Agendize') { $about.description | Should -Match $vendor }
        $about.licenseUrl | Should -Be 'https://opensource.org/license/mit'
        foreach ($tag in 'PSModule', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS') { $about.tags -split ' ' | Should -Contain $tag }
    }

    It 'is installed from its folder into a new PowerShell, and that copy works' {
        $said = Invoke-FreshPowerShell -TimeoutSec 600 "& '$Root/tests/Pester/Support/Test-Package.ps1' -Package '$package'"
        $said.ExitCode | Should -Be 0 -Because "$($said.Output)$($said.Error)"
        $said.Output | Should -Match 'Smoke\.Tests\.ps1: passed'
    }
}
