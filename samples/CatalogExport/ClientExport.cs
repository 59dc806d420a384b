using System.Globalization;
using System.Text;
using TrainingApis.Cegos;
using TrainingApis.Clients;
using TrainingApis.Sandbox;

namespace TrainingApis.Samples;

/// <summary>Exports the catalogue with C# only: the clients do not need PowerShell.</summary>
internal static class ClientExport
{
    public static async Task<int> WriteAsync(string path)
    {
        ISandbox sandbox = new SandboxHost(new SandboxOptions());
        using var cegos = new ClientHost().OpenCegos(sandbox.CreateCegosOptions());
        var columns = typeof(Product).GetProperties();
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await file.WriteLineAsync(Row(columns.Select(column => column.Name)));
        var rows = 0;
        await foreach (var page in cegos.Catalog().GetProductsAsync(PageRequest.All, hydrate: true))
        {
            foreach (var product in page.Items)
            {
                await file.WriteLineAsync(Row(columns.Select(column =>
                    Convert.ToString(column.GetValue(product), CultureInfo.InvariantCulture))));
                rows++;
            }
        }

        return rows;
    }

    private static string Row(IEnumerable<string?> cells) =>
        string.Join(',', cells.Select(cell => $"\"{cell?.Replace("\"", "\"\"")}\""));
}
