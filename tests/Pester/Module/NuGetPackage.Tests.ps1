# The NuGet packages of the clients: what they contain, and a C# program that uses nothing else of this repository.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    $version = (Import-PowerShellDataFile "$Root/TrainingApis.psd1").ModuleVersion
    $packages, $again = 'packages', 'again' | ForEach-Object {
        , @(& "$Root/tools/New-NuGetPackage.ps1" -Destination "$TestDrive/$_" -Prerelease test -ProjectUri https://example.com/training/apis)
    }
    $contents = @{}
    foreach ($package in $packages) {
        $zip = [IO.Compression.ZipFile]::OpenRead($package)
        $reader = [IO.StreamReader]::new(($zip.Entries | Where-Object FullName -Like *.nuspec).Open())
        $contents[(Split-Path $package -Leaf)] = @{ Names = $zip.Entries.FullName; About = ([xml] $reader.ReadToEnd()).package.metadata }
        $reader.Dispose()
        $zip.Dispose()
    }
}

Describe '<_>' -ForEach 'TrainingApis.Abstractions', 'TrainingApis.Clients' {
    BeforeAll {
        $name = $_
        $content = $contents["$name.$version-test.nupkg"]
    }

    It 'contains the assembly, its XML documentation, the README and the icon, and nothing else' {
        # What every .nupkg has of its own.
        $inside = $content.Names -notmatch '^(_rels/|package/|\[Content_Types\]\.xml$|TrainingApis\.\w+\.nuspec$)'
        $inside | Sort-Object | Should -Be @('icon.png', "lib/netstandard2.1/$name.dll", "lib/netstandard2.1/$name.xml", 'README.md' | Sort-Object)
    }

    It 'tells a repository what it is' {
        $about = $content.About
        $about.id, $about.version | Should -Be $name, "$version-test"
        $about.license.'#text', $about.icon, $about.readme, $about.projectUrl | Should -Be 'MIT', 'icon.png', 'README.md', 'https://example.com/training/apis'
        $about.repository.url | Should -Be $about.projectUrl
        foreach ($vendor in 'Cegos', 'Cegid Loop', 'Resamania', 'Agendize') { $about.description | Should -Match $vendor }
    }

    It 'is the same, byte for byte, when it is created again' {
        $first, $second = $packages, $again | ForEach-Object { $_ -like "*$name.$version-test.nupkg" }
        $first | Should -Not -Be $second
        (Get-FileHash $first).Hash | Should -Be (Get-FileHash $second).Hash
    }
}

Describe 'The dependencies' {
    It 'are none of Abstractions, and exactly the same version of Abstractions for the clients' {
        $contents["TrainingApis.Abstractions.$version-test.nupkg"].About.dependencies.group.dependency | Should -BeNullOrEmpty
        $needed = $contents["TrainingApis.Clients.$version-test.nupkg"].About.dependencies.group.dependency
        ($needed | Where-Object id -EQ TrainingApis.Abstractions).version | Should -Be "[$version-test]"
        $needed.id | Sort-Object | Should -Be 'Microsoft.Bcl.TimeProvider', 'Microsoft.Extensions.Http', 'Polly.Core', 'System.Text.Json', 'TrainingApis.Abstractions'
    }
}

Describe 'The public API' {
    It 'of the clients is ClientHost only' {
        $file = [Reflection.PortableExecutable.PEReader]::new([IO.File]::OpenRead("$ModulePath/deps/TrainingApis.Clients.dll"))
        $clients = [Reflection.Metadata.PEReaderExtensions]::GetMetadataReader($file)
        $public = foreach ($handle in $clients.TypeDefinitions) {
            $type = $clients.GetTypeDefinition($handle)
            if (($type.Attributes -band [Reflection.TypeAttributes]::VisibilityMask) -eq [Reflection.TypeAttributes]::Public) { $clients.GetString($type.Name) }
        }
        $file.Dispose()
        $public | Should -Be 'ClientHost'
    }

    It 'is listed, so that a change of it fails the build' {
        foreach ($project in 'Abstractions', 'Clients') {
            [xml] $file = Get-Content "$Root/src/TrainingApis.$project/TrainingApis.$project.csproj" -Raw
            $file.Project.ItemGroup.PackageReference.Include | Should -Contain 'Microsoft.CodeAnalysis.PublicApiAnalyzers'
            @(Get-Content "$Root/src/TrainingApis.$project/PublicAPI.Shipped.txt" | Where-Object { $_ -cmatch '^TrainingApis\.' }).Count | Should -BeGreaterThan 5
        }
        foreach ($rule in 'RS0016', 'RS0017') { "$Root/.editorconfig" | Should -FileContentMatch "^dotnet_diagnostic\.$rule\.severity = error$" }
    }
}

Describe 'A C# program that uses the packages' {
    BeforeAll {
        # A cache of its own, so that packages of an earlier run are not used; packages of others come from the usual one.
        $cache = $env:NUGET_PACKAGES ? $env:NUGET_PACKAGES : (Join-Path ([Environment]::GetFolderPath('UserProfile')) '.nuget/packages')
        $program = (New-Item -ItemType Directory "$TestDrive/program").FullName
        Set-Content "$program/Directory.Build.props" '<Project />'
        Set-Content "$program/Directory.Packages.props" '<Project />'
        Set-Content "$program/NuGet.config" "<configuration><packageSources><clear /><add key=`"built`" value=`"$TestDrive/packages`" /></packageSources></configuration>"
        # The sandbox is no package: the program gets its assembly, which uses Abstractions of the package.
        Set-Content "$program/Program.csproj" @"
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <RestorePackagesPath>$program/cache</RestorePackagesPath>
    <RestoreFallbackFolders>$cache</RestoreFallbackFolders>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="TrainingApis.Clients" Version="$version-test" />
    <Reference Include="$ModulePath/deps/TrainingApis.Sandbox.dll" />
    <Compile Include="$Root/samples/CatalogExport/ClientExport.cs" />
  </ItemGroup>
</Project>
"@
        Set-Content "$program/Program.cs" @'
using TrainingApis.Samples;

var rows = await ClientExport.WriteAsync(args[0]);
Console.WriteLine($"{rows} {typeof(TrainingApis.Clients.ClientHost).Assembly.Location}");
'@
        # The example of the README, as a method.
        $readme = (Get-Content "$Root/src/TrainingApis.Clients/README.md" -Raw) -replace '\r'
        $lines = [regex]::Match($readme, '(?s)```csharp\n(.*?)```').Groups[1].Value -split '\n'
        $usings = $lines -cmatch '^using [\w.]+;$'
        $body = $lines -cnotmatch '^using [\w.]+;$'
        Set-Content "$program/Readme.cs" @($usings; 'internal static class Readme { public static async Task RunAsync(string secret) {'; $body; '} }')
        $built = dotnet build $program --verbosity quiet --nologo 2>&1 | Out-String
        $buildExitCode = $LASTEXITCODE
    }

    It 'compiles, with the sample and the example of the README' {
        $buildExitCode | Should -Be 0 -Because $built
        $lines -match 'OpenCegos' | Should -HaveCount 1
    }

    It 'exports the catalogue of the sandbox, with the clients of the package' {
        $said = dotnet "$program/bin/Debug/net10.0/Program.dll" "$TestDrive/catalogue.csv"
        $LASTEXITCODE | Should -Be 0
        $said | Should -Match '^1247 .*Program.bin.Debug.net10\.0.TrainingApis\.Clients\.dll$'
        (Get-FileHash "$program/bin/Debug/net10.0/TrainingApis.Clients.dll").Hash | Should -Be (Get-FileHash "$ModulePath/deps/TrainingApis.Clients.dll").Hash
        $rows = Import-Csv "$TestDrive/catalogue.csv"
        $rows | Should -HaveCount 1247
        $rows[0].YearlyProductCode, $rows[0].Title | Should -Not -BeNullOrEmpty
    }
}
