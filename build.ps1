#Requires -Version 7.4
<#
.SYNOPSIS
    A thin door to what dotnet and the scripts of this repository do.
.DESCRIPTION
    Build lays the module at out/TrainingApis. Test runs all tests. Demo exports the sandbox's catalogue in this PowerShell.
    Bench measures against Invoke-RestMethod. Docs makes the help file anew from the pages in docs/. Package zips the module as it lies in out/.
.EXAMPLE
    ./build.ps1 -Task Build
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Demo', 'Bench', 'Docs', 'Package')]
    [string] $Task = 'Build'
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
        & (Join-Path $PSScriptRoot 'bench/Measure-Catalogue.ps1')
        & (Join-Path $PSScriptRoot 'bench/Measure-Registration.ps1')
        & (Join-Path $PSScriptRoot 'bench/Measure-Workbook.ps1')
    }
    'Docs' { dotnet run --project (Join-Path $PSScriptRoot 'tools/HelpGenerator') }
    'Package' {
        dotnet build $solution --verbosity quiet
        $version = (Import-PowerShellDataFile (Join-Path $module 'TrainingApis.psd1')).ModuleVersion
        $package = Join-Path $PSScriptRoot "out/TrainingApis.$version.zip"
        Compress-Archive -Path $module -DestinationPath $package -Force
        Get-Item $package
    }
}
