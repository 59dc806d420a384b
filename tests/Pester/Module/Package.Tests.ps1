# The package that a repository takes: complete, nothing in it that does not belong, and what it installs works.
BeforeDiscovery {
    $missing = -not (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable)
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    $others = @(Get-ChildItem "$ModulePath/deps/*.dll" -Exclude TrainingApis.*)
}

Describe 'The notices of third parties' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        $notices = Get-Content "$ModulePath/THIRD-PARTY-NOTICES.txt" -Raw
        # What the build took each assembly from: the clients' packages, and of the workbook's what the clients have not.
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

    It 'name nothing that is not there' {
        $named = [regex]::Matches($notices, '(?m)^(\S+\.dll)\r?$') | ForEach-Object { $_.Groups[1].Value } | Sort-Object
        $named | Should -Be @(Get-ChildItem "$ModulePath/deps/*.dll" -Exclude TrainingApis.* | ForEach-Object Name | Sort-Object)
    }

    It 'hold the text of each licence, and come with what .NET says of its own' {
        $notices | Should -Match 'Permission is hereby granted, free of charge'
        $notices | Should -Match 'Redistributions in binary form must reproduce'
        "$ModulePath/deps/THIRD-PARTY-NOTICES.TXT" | Should -FileContentMatch 'The .NET'
        "$ModulePath/LICENSE" | Should -FileContentMatch 'MIT License'
    }
}

Describe 'The package' -Skip:$missing {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        # In a PowerShell and a home of its own: the list of repositories is one for each user.
        $homes = @{ HOME = "$TestDrive"; XDG_DATA_HOME = "$TestDrive"; XDG_CONFIG_HOME = "$TestDrive" }
        $made = Invoke-FreshPowerShell -Environment $homes "& '$Root/tools/New-Package.ps1' -Module '$ModulePath' -Destination '$TestDrive/packages'; exit `$LASTEXITCODE"
        $package = $made.Output
        $version = (Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1").ModuleVersion
        $zip = $made.ExitCode ? $null : [IO.Compression.ZipFile]::OpenRead($package)
    }

    AfterAll { if ($zip) { $zip.Dispose() } }

    It 'is made' {
        $made.Error | Should -BeNullOrEmpty
        $made.ExitCode | Should -Be 0
        Split-Path $package -Leaf | Should -Be "TrainingApis.$version.nupkg"
    }

    It 'holds what was built, byte for byte, and nothing else' {
        # What every .nupkg has of its own.
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

    It 'tells a repository what it is' {
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

    It 'is installed from its folder into a clean PowerShell, and that copy works' {
        $said = Invoke-FreshPowerShell -TimeoutSec 600 "& '$Root/tests/Pester/Support/Test-Package.ps1' -Package '$package'"
        $said.ExitCode | Should -Be 0 -Because "$($said.Output)$($said.Error)"
        $said.Output | Should -Match 'Smoke\.Tests\.ps1: passed'
    }
}
