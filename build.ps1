#Requires -Version 7.4
<#
.SYNOPSIS
    Builds, tests, measures and packages the module.
.DESCRIPTION
    Build creates the module in out/TrainingApis. Test runs all tests. Demo exports the sandbox's catalogue in this PowerShell.
    Bench compares the module with Invoke-RestMethod. Soak runs 50,000 commands in one process, and 10,000 calls of two tenants.
    Kills kills a bulk run thirty times, with three seeds, and checks that no row is lost or sent twice. Mutation changes the code and
    counts how many changes the unit tests notice. Network tests bulk runs through nginx, squid, haproxy and a network namespace, where
    they are available. Docs creates the help file from the pages in docs/. Package creates the package of the module and its SBOM in
    out/packages, and the NuGet packages of the clients in out/nuget. It installs the module in a clean PowerShell, runs
    the smoke suite on the installed module, and builds a copy of the source in another folder, which must give the same packages.
.PARAMETER ProjectUri
    Specifies the address of the repository, for the packages. By default, they contain no link to a repository.
.PARAMETER Prerelease
    Specifies the label of a prerelease for the packages, for example beta1.
.EXAMPLE
    ./build.ps1 -Task Build
.EXAMPLE
    ./build.ps1 -Task Package -ProjectUri https://example.com/training/TrainingApis
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Demo', 'Bench', 'Soak', 'Kills', 'Mutation', 'Network', 'Docs', 'Package')]
    [string] $Task = 'Build',
    [string] $ProjectUri,
    [string] $Prerelease
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$solution = Join-Path $PSScriptRoot 'Module.sln'
$module = Join-Path $PSScriptRoot 'out/TrainingApis'

switch ($Task) {
    'Build' { dotnet build $solution }
    'Test' { dotnet test $solution }
    'Demo' {
        dotnet build $solution --verbosity quiet
        Import-Module $module -Force
        Connect-TrainingSandbox
        Get-CegosProduct -Hydrate | Export-Csv catalogue.csv -Encoding utf8BOM
        $rows = Import-Csv catalogue.csv
        "$($rows.Count) products are in $(Convert-Path catalogue.csv). The first ones:"
        $rows | Select-Object -First 8 | Format-Table YearlyProductCode, DeliveryMode, Price, Title
    }
    'Bench' {
        dotnet build $solution --verbosity quiet
        & (Join-Path $PSScriptRoot 'bench/Measure-Speed.ps1')
        & (Join-Path $PSScriptRoot 'bench/Measure-Registration.ps1')
    }
    'Soak' {
        dotnet build $solution --verbosity quiet
        & (Join-Path $PSScriptRoot 'tests/Soak/Measure-Soak.ps1')
        & (Join-Path $PSScriptRoot 'tests/Soak/Measure-Tenants.ps1')
    }
    'Kills' {
        dotnet build $solution --verbosity quiet
        $suite = Join-Path $PSScriptRoot 'tests/Pester/Support/Invoke-Suite.ps1'
        foreach ($seed in 1..3) {
            $env:TRAININGAPIS_KILLS, $env:TRAININGAPIS_SEED = 30, $seed
            $suites = 'BulkRun', 'OnlineRegistrationRun' | ForEach-Object { Join-Path $PSScriptRoot "tests/Pester/Module/$_.Tests.ps1" }
            try { & $suite -Path $suites }
            finally { $env:TRAININGAPIS_KILLS = $env:TRAININGAPIS_SEED = $null }
            if ($LASTEXITCODE) { throw "A row was lost or sent twice with seed $seed." }
        }
    }
    'Mutation' {
        Push-Location (Join-Path $PSScriptRoot 'tests/Unit')
        try {
            dotnet tool restore
            foreach ($project in 'Clients', 'Cmdlets') { dotnet stryker --project "TrainingApis.$project.csproj" --output (Join-Path $PSScriptRoot "out/mutation/$project") }
        }
        finally { Pop-Location }
    }
    'Network' {
        dotnet build $solution --verbosity quiet
        & (Join-Path $PSScriptRoot 'tests/Pester/Support/Invoke-Suite.ps1') -Path (Get-ChildItem (Join-Path $PSScriptRoot 'tests/Network') -Filter *.Tests.ps1)
        if ($LASTEXITCODE) { throw 'A row was lost or sent twice, or a message is wrong.' }
    }
    'Docs' { dotnet run --project (Join-Path $PSScriptRoot 'tools/HelpGenerator') }
    'Package' {
        dotnet build $solution --verbosity quiet
        $options = @{}
        foreach ($name in 'ProjectUri', 'Prerelease') { if ($PSBoundParameters.ContainsKey($name)) { $options[$name] = $PSBoundParameters[$name] } }
        $package = & (Join-Path $PSScriptRoot 'tools/New-Package.ps1') @options
        $packages = @($package) + (& (Join-Path $PSScriptRoot 'tools/New-NuGetPackage.ps1') @options)
        & (Join-Path $PSScriptRoot 'tests/Pester/Support/Test-Package.ps1') -Package $package
        & (Join-Path $PSScriptRoot 'tests/Pester/Support/Test-Reproducible.ps1') -Package $packages @options
        Get-Item $packages
    }
}
