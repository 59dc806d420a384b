# Checks the repository's layout: file sizes, names, folders, dependencies, and what the package contains.
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
        $type = '(?m)^(?:public|internal) (?:(?:abstract|sealed|static|readonly|partial) )*(?:class|record(?: struct)?|struct|interface|enum|delegate [\w<>?]+) (\w+)'
    }

    It 'has no file over 250 lines' {
        $files | Where-Object { (Get-Content $_).Count -gt 250 } | ForEach-Object Name | Should -BeNullOrEmpty
    }

    It 'has no line over 140 columns except those with a JSON body, which is sent as one line' {
        $files | Select-String '^.{141,}' | Where-Object Line -notmatch '\{"' | ForEach-Object { "$($_.Path):$($_.LineNumber)" } | Should -BeNullOrEmpty
    }

    It 'names each file after a type in it' {
        foreach ($file in $files | Where-Object Name -notmatch '^(Program|IsExternalInit)\.cs$') {
            $types = @([regex]::Matches((Get-Content $file -Raw), $type) | ForEach-Object { $_.Groups[1].Value })
            if ($types) { $types | Should -Contain $file.BaseName -Because $file.FullName }
        }
    }

    It 'has the namespace of its folder' {
        foreach ($file in $files | Where-Object FullName -match '[\\/]src[\\/]') {
            $folder = [IO.Path]::GetRelativePath("$Root/src", $file.DirectoryName).Replace([IO.Path]::DirectorySeparatorChar, '.')
            $expected = $folder -replace '^TrainingApis\.Abstractions', 'TrainingApis'
            $text = Get-Content $file -Raw
            if ($text -match '(?m)^namespace ([\w.]+);') { $Matches[1] | Should -BeIn $expected, 'System.Runtime.CompilerServices' -Because $file.FullName }
        }
    }

    It 'has no cycle of folders in <_>' -ForEach 'Abstractions', 'Clients', 'Cmdlets', 'Sandbox', 'Workbook' {
        $project = "TrainingApis.$_"
        $uses = @{}
        foreach ($file in $files | Where-Object FullName -match "[\\/]src[\\/]$([regex]::Escape($project))[\\/]") {
            $folder = [IO.Path]::GetRelativePath("$Root/src/$project", $file.DirectoryName)
            if ($folder -eq '.') { continue }
            $root = $_ -eq 'Abstractions' ? 'TrainingApis' : $project
            $used = [regex]::Matches((Get-Content $file -Raw), "\b$([regex]::Escape($root))\.(\w+)") | ForEach-Object { $_.Groups[1].Value }
            # Base is a global using of Cmdlets.
            if ($_ -eq 'Cmdlets' -and $folder -notin 'Base', 'Errors', 'Loading') { $uses["$folder>Base"] = $true }
            foreach ($other in $used | Where-Object { $_ -ne $folder -and (Test-Path "$Root/src/$project/$_") }) { $uses["$folder>$other"] = $true }
        }
        $uses.Keys | Where-Object { $from, $to = $_ -split '>'; $uses["$to>$from"] } | Should -BeNullOrEmpty
    }

    It 'has no unfinished code' {
        $files | Select-String -CaseSensitive 'TODO|FIXME|HACK|new NotImplementedException|#region' | ForEach-Object { "$($_.Path):$($_.LineNumber)" } | Should -BeNullOrEmpty
    }

    It 'has no HTTP in the cmdlets except for the creation of connections' {
        $files | Where-Object FullName -match 'TrainingApis\.Cmdlets' | Where-Object FullName -notmatch '[\\/]Connections[\\/]' | Select-String 'HttpClient|System\.Net\.Http|https?://' | Where-Object Line -notmatch '^\s*//' |
            ForEach-Object { "$($_.Path):$($_.LineNumber)" } | Should -BeNullOrEmpty
    }

    It 'uses ConfigureAwait(false) on every await of the clients, and on none of the cmdlets' {
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

Describe '<_> has its files' -ForEach $commands {
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

    It 'contains no engine, no symbols and no test' {
        Get-ChildItem $ModulePath -Recurse -File | Where-Object Name -match 'System\.Management\.Automation|PowerShellStandard|\.pdb$|xunit|Pester|AspNetCore' | Should -BeNullOrEmpty
    }

    It 'has everything except the cmdlets and the models in deps' {
        (Get-ChildItem $ModulePath -Filter *.dll).Name | Sort-Object | Should -Be 'TrainingApis.Abstractions.dll', 'TrainingApis.Cmdlets.dll'
        "$ModulePath/deps/TrainingApis.Clients.dll", "$ModulePath/deps/TrainingApis.Sandbox.dll" | Should -Exist
    }

    It 'has a valid manifest' {
        $module = Test-ModuleManifest "$ModulePath/TrainingApis.psd1"
        $module.PowerShellVersion | Should -Be '7.4'
        $module.CompatiblePSEditions | Should -Be 'Core'
        $module.ExportedFunctions.Count + $module.ExportedAliases.Count + $module.ExportedVariables.Count | Should -Be 0
    }
}
