using System.Text.Json;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Pages hold a hundred; what is out of range is corrected and the answer says so.</summary>
public sealed class CatalogPagingTests
{
    [Theory]
    [InlineData("Products", 1247, 13)]
    [InlineData("Sessions", 2847, 29)]
    public async Task All_pages_together_hold_each_item_once(string path, int total, int pages)
    {
        using var sandbox = new SandboxCaller();
        var codes = new List<string>();
        for (var page = 1; page <= pages; page++)
        {
            var json = (await sandbox.GetAsync($"{path}?pageNumber={page}&pageSize=7")).Json;
            Assert.Equal((page, 100, total, pages), Envelope(json));
            codes.AddRange(json.GetProperty("data").EnumerateArray().Select(one => one.GetProperty(path == "Products" ? "yearlyProductCode" : "yearlySessionCode").GetString()!));
        }

        Assert.Equal(total, codes.Count);
        Assert.Distinct(codes);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("pageNumber=0", 1)]
    [InlineData("pageNumber=-7", 1)]
    [InlineData("PAGENUMBER=3", 3)]
    [InlineData("pageNumber=14", 13)]
    [InlineData("pageNumber=2147483647", 13)]
    public async Task Page_numbers_are_corrected(string query, int expected)
    {
        using var sandbox = new SandboxCaller();
        var json = (await sandbox.GetAsync("Products?" + query)).Json;
        Assert.Equal((expected, 100, 1247, 13), Envelope(json));
        Assert.Equal(expected == 13 ? 47 : 100, json.GetProperty("data").GetArrayLength());
    }

    [Theory]
    [InlineData("pageNumber=two")]
    [InlineData("pageNumber=2147483648")]
    [InlineData("pageNumber=")]
    [InlineData("hydrate=1")]
    [InlineData("hydrate=oui")]
    public async Task What_is_no_number_and_no_boolean_is_refused(string query)
    {
        using var sandbox = new SandboxCaller();
        var answer = await sandbox.GetAsync("Products?" + query);
        Assert.Equal(400, answer.Status);
        Shape.Is(answer.Json.GetProperty("errors"), query.Split('=')[0] + ":a");
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(100, 1, 100)]
    [InlineData(101, 2, 100)]
    public async Task Small_catalogues_page_as_well(int products, int pages, int onFirst)
    {
        using var sandbox = new SandboxCaller(new SandboxOptions { ProductCount = products, SessionCount = products });
        foreach (var path in new[] { "Products", "Sessions" })
        {
            var json = (await sandbox.GetAsync(path + "?hydrate=true")).Json;
            Assert.Equal((1, 100, products, pages), Envelope(json));
            Assert.Equal(onFirst, json.GetProperty("data").GetArrayLength());
        }
    }

    private static (int Page, int Size, int Items, int Pages) Envelope(JsonElement json) =>
        (Number(json, "pageNumber"), Number(json, "pageSize"), Number(json, "totalItems"), Number(json, "totalPages"));

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
