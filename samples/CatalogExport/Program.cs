using TrainingApis.Samples;

var file = Path.GetFullPath("catalogue.csv");
const string Pipeline = "Connect-TrainingSandbox; Get-CegosProduct -Hydrate | Export-Csv catalogue.csv -Encoding utf8BOM";

if (PowerShell.Find(Repository.Root) is not { } powerShell)
{
    Console.WriteLine(PowerShell.HowToGetIt);
    Console.WriteLine("The same export through the C# clients instead:");
    var rows = await ClientExport.WriteAsync(file);
    Console.WriteLine($"{rows} products are in {file}");
    foreach (var line in File.ReadLines(file).Take(4))
    {
        Console.WriteLine(line.Length <= 118 ? line : line[..117] + "…");
    }

    return rows > 0 ? 0 : 1;
}

Console.WriteLine($"PowerShell {powerShell.Version} runs:");
Console.WriteLine();
Console.WriteLine($"    Import-Module {Path.GetRelativePath(Directory.GetCurrentDirectory(), Repository.Module)}");
Console.WriteLine($"    {Pipeline}");
Console.WriteLine();
return powerShell.Run(
    $$"""
    $ErrorActionPreference = 'Stop'
    Import-Module '{{Repository.Module.Replace("'", "''")}}'
    {{Pipeline}}
    $rows = Import-Csv catalogue.csv
    "$($rows.Count) products are in $(Convert-Path catalogue.csv). The first ones:"
    $rows | Select-Object -First 8 | Format-Table YearlyProductCode, DeliveryMode, Price, Title
    if ($rows.Count -eq 0) { exit 1 }
    """,
    Directory.GetCurrentDirectory());
