# The house keeps its order: small files, one type a file, every command in every room, nothing in the package that does not belong.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    $manifest = Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1"
    $commands = $manifest.CmdletsToExport
}

Describe 'The source' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        $files = Get-ChildItem "$Root/src", "$Root/tests", "$Root/samples", "$Root/tools" -Recurse -Filter *.cs -ErrorAction Ignore |
            Where-Object FullName -notmatch '[\\/](bin|obj)[\\/]'
        $public = '(?m)^public (?:(?:abstract|sealed|static|readonly|partial) )*(?:class|record|struct|interface|enum) (\w+)'
    }

    It 'has no file over 250 lines' {
        $files | Where-Object { (Get-Content $_).Count -gt 250 } | ForEach-Object Name | Should -BeNullOrEmpty
    }

    It 'has half its files under 60 lines' {
        $sorted = @($files | ForEach-Object { (Get-Content $_).Count } | Sort-Object)
        $sorted[[math]::Floor($sorted.Count / 2)] | Should -BeLessOrEqual 60
    }

    It 'has one public type a file, named as the file' {
        foreach ($file in $files) {
            $types = @([regex]::Matches((Get-Content $file -Raw), $public) | ForEach-Object { $_.Groups[1].Value })
            $types.Count | Should -BeLessOrEqual 1 -Because $file.FullName
            if ($types.Count -eq 1) { $types[0] | Should -BeExactly $file.BaseName -Because $file.FullName }
        }
    }

    It 'leaves nothing for later' {
        $files | Select-String -CaseSensitive 'TODO|FIXME|HACK|NotImplementedException|#region' | ForEach-Object { "$($_.Path):$($_.LineNumber)" } | Should -BeNullOrEmpty
    }

    It 'has no HTTP in a cmdlet' {
        $files | Where-Object FullName -match 'TrainingApis\.Cmdlets' | Select-String 'HttpClient|System\.Net\.Http|https?://' | Where-Object Line -notmatch '^\s*//' |
            ForEach-Object { "$($_.Path):$($_.LineNumber)" } | Should -BeNullOrEmpty
    }

    It 'uses ConfigureAwait(false) on every await of the clients, and on none of the cmdlets'' own' {
        $clients = $files | Where-Object FullName -match 'TrainingApis\.Clients' | Select-String '\bawait\b(?! using| foreach)' |
            Where-Object Line -notmatch 'ConfigureAwait\(false\)|^\s*//' | Where-Object { $_.Line.TrimEnd().EndsWith(';') }
        $clients | ForEach-Object { "$($_.Path):$($_.LineNumber) $($_.Line.Trim())" } | Should -BeNullOrEmpty
        $files | Where-Object Name -match 'Command\.cs$' | Select-String 'await .*ConfigureAwait\(false\)' |
            Where-Object Path -notmatch 'MoveCegosRegistration' | ForEach-Object Path | Should -BeNullOrEmpty
    }

    It 'pins every package to one exact version, in one file' {
        [xml] $central = Get-Content "$Root/Directory.Packages.props" -Raw
        $versions = $central.Project.ItemGroup.PackageVersion
        $versions | Where-Object Version -match '[\*\[\(]' | Should -BeNullOrEmpty
        Get-ChildItem $Root -Recurse -Filter *.csproj | Select-String '<PackageReference[^>]*Version=' | Should -BeNullOrEmpty
    }
}

Describe '<_> has its rooms' -ForEach $commands {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        $class = $_.Replace('-', '') + 'Command'
    }

    It 'has a class of its name in a file of its name' {
        Get-ChildItem "$Root/src/TrainingApis.Cmdlets" -Recurse -Filter "$class.cs" | Should -HaveCount 1
    }

    It 'has a suite' {
        Get-ChildItem "$Root/tests/Pester" -Recurse -Filter "$_.Tests.ps1" | Should -HaveCount 1
    }

    It 'has a page' {
        "$Root/docs/$_.md" | Should -Exist
    }
}

Describe 'The package' {
    BeforeAll { Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force }

    It 'brings no engine, no symbols and no test' {
        Get-ChildItem $ModulePath -Recurse -File | Where-Object Name -match 'System\.Management\.Automation|PowerShellStandard|\.pdb$|xunit|Pester|AspNetCore' | Should -BeNullOrEmpty
    }

    It 'keeps everything but the skin and the models in deps' {
        (Get-ChildItem $ModulePath -Filter *.dll).Name | Sort-Object | Should -Be 'TrainingApis.Abstractions.dll', 'TrainingApis.Cmdlets.dll'
        "$ModulePath/deps/TrainingApis.Clients.dll", "$ModulePath/deps/TrainingApis.Sandbox.dll" | Should -Exist
    }

    It 'has a clean manifest' {
        $module = Test-ModuleManifest "$ModulePath/TrainingApis.psd1"
        $module.PowerShellVersion | Should -Be '7.4'
        $module.CompatiblePSEditions | Should -Be 'Core'
        $module.ExportedFunctions.Count + $module.ExportedAliases.Count + $module.ExportedVariables.Count | Should -Be 0
    }
}
