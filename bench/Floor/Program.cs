using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TrainingApis.Bench;

// floor <uri of the sandbox server> export <file> | read | pages | transfer: reads the same pages, up to four at a time, in order.
// "transfer" reads the bytes only. "pages" measures after a first page, since it measures waiting and not starting.
var clock = Stopwatch.StartNew();
using var client = new HttpClient { BaseAddress = new Uri(args[0]) };
using var form = new FormUrlEncodedContent(new Dictionary<string, string>
{
    ["grant_type"] = "client_credentials",
    ["client_id"] = "sandbox-client",
    ["client_secret"] = "sandbox-secret",
    ["scope"] = "api-cegos",
});
using var response = await client.PostAsync("cegos/auth/connect/token", form);
using var token = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
client.DefaultRequestHeaders.Authorization =
    new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("access_token").GetString());
var hydrate = args[1] == "pages" ? string.Empty : "&hydrate=true";
if (args[1] == "pages")
{
    await ReadPageAsync(1);
    clock.Restart();
}

using var csv = args[1] == "export" ? new StreamWriter(args[2], false, new UTF8Encoding(true)) : null;
var page = await ReadPageAsync(1);
int pages = page.TotalPages, next = 2, count = 0;
var ahead = new Queue<Task<ProductPage>>();
var readAsync = args[1] == "transfer" ? TransferPageAsync : (Func<int, Task<ProductPage>>)ReadPageAsync;
while (true)
{
    while (ahead.Count < 4 && next <= pages)
    {
        ahead.Enqueue(readAsync(next++));
    }

    count += page.Data.Count;
    if (csv is not null)
    {
        foreach (var product in page.Data)
        {
            WriteRow(product);
        }
    }

    if (ahead.Count == 0)
    {
        break;
    }

    page = await ahead.Dequeue();
}

csv?.Flush();
var process = Process.GetCurrentProcess();
Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "BENCH {0:0.0000} {1:0.0000} {2} {3}",
    clock.Elapsed.TotalSeconds, process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64, count));

async Task<ProductPage> ReadPageAsync(int number) =>
    (await client.GetFromJsonAsync($"cegos/catalog/v1/Products?pageNumber={number}{hydrate}", FloorContext.Default.ProductPage))!;

async Task<ProductPage> TransferPageAsync(int number)
{
    await using var body = await client.GetStreamAsync($"cegos/catalog/v1/Products?pageNumber={number}{hydrate}");
    await body.CopyToAsync(Stream.Null);
    return new ProductPage();
}

void WriteRow(Product p)
{
    object?[] cells =
    [
        p.YearlyProductCode, p.ProductCode, p.OfferYear, p.Title, p.EvolutionType, p.Price, p.IPackPrice, p.ModuleDuration,
            p.CommercialDuration?.Days,
        p.TrainingMethod, p.DeliveryMode, Join(p.Languages, x => x), Join(p.Cities, x => x), p.Level?.Label, p.Range?.Label,
            p.FamilyOfferId,
        p.ProfessionalChallengesId, p.BestSeller, p.Picto4Real, p.InternationalProduct, Join(p.Partners, x => x), p.Cpf, p.CpfCode,
            p.RsCode, p.RncpCode,
        Join(p.AvailableCpfCities, x => x), p.Certification, p.CertificationInclude, p.Certifier, p.JobSheetTitle, p.JobSheetUrl,
            p.ModalityTitle,
        p.MarketingTitle, p.NoticeUrl, p.NoticeUrlPdf, Join(p.Titles, x => x.Text),
            Join(p.Formula, x => $"{x.Label} ({Join(x.Modules, m => m.Code)})"),
        Join(p.CatalogTopicRelations, x => $"{x.CatalogTopicId} ({x.RelationType})"),
            Join(p.RelatedProducts, x => $"{x.RelatedProductCode} ({x.Type})"),
        p.Notice?.IntroductionTitle,
    ];
    for (var i = 0; i < cells.Length; i++)
    {
        if (i > 0)
        {
            csv.Write(',');
        }

        if (cells[i] is not { } cell)
        {
            continue;
        }

        csv.Write('"');
        csv.Write(Convert.ToString(cell, CultureInfo.CurrentCulture)!.Replace("\"", "\"\""));
        csv.Write('"');
    }

    csv.WriteLine();
}

static string Join<T>(List<T>? items, Func<T, string?> text) => items is null ? string.Empty : string.Join("; ", items.Select(text));
