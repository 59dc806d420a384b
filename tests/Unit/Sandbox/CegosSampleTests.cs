using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Cegos;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests that the sample catalogue has all documented forms, and that each code finds its product.</summary>
public sealed class CegosSampleTests
{
    [Theory]
    [InlineData("Catalogs", "cegos-catalog.catalogs.response.json", 0)]
    [InlineData("Referentials/centers", "cegos-catalog.centers.response.json", 0)]
    [InlineData("Products?hydrate=true", "cegos-catalog.products.response.json", 0)]
    [InlineData("Products/202500038?hydrate=true", "cegos-catalog.product.response.json", 0)]
    [InlineData("Sessions?hydrate=true", "cegos-catalog.sessions.response.json", 0)]
    [InlineData("Sessions/2025-61072-PAR-001", "cegos-catalog.session.response.json", 0)]
    [InlineData("CatalogTopics", "cegos-catalog.catalog-topics.response.json", 7)]
    public async Task Returns_the_documented_members_with_their_types(string path, string example, int products)
    {
        using var sandbox = new SandboxClient(products == 0 ? null : new SandboxOptions { ProductCount = products });
        var missing = new List<string>();
        var reply = await sandbox.CegosAsync("GET", "catalog/v1/" + path);
        Compare(JsonNode.Parse(Data.Read(example))!, reply.Json, "$", missing);
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Returns_topics_of_two_years_as_an_array()
    {
        using var sandbox = new SandboxClient();
        var data = (await sandbox.CegosAsync("GET", "catalog/v1/CatalogTopics")).Json["data"]!.AsArray();
        Assert.Equal([2025, 2026], data.Select(year => (int)year!["year"]!));
        Assert.NotEqual(Orders().Order(), Orders());

        IEnumerable<int> Orders() => data[0]!["topics"]!.AsArray().Select(topic => (int)topic!["order"]!);
    }

    [Fact]
    public async Task Products_vary_as_documented()
    {
        var products = await ReadAllAsync("Products?hydrate=true", "yearlyProductCode", 1247);
        var titles = products.Select(product => product.GetProperty("title").GetString()!).ToList();
        foreach (var start in "=+-@")
        {
            Assert.Contains(titles, title => title.StartsWith(start));
        }

        foreach (var part in new[] { "\u00a0", "\"", ";", "💡", "\t", "<b>" })
        {
            Assert.Contains(titles, title => title.Contains(part));
        }

        var pictos = products.Select(product => product.GetProperty("picto4Real").ValueKind.ToString());
        Assert.Equal(["False", "Number", "True"], pictos.Distinct().Order());
        const string Optional = "rsCode rncpCode cpfCode moduleDuration level range iPackPrice noticeUrl marketingTitle notice labelEco";
        foreach (var optional in Optional.Split(' '))
        {
            Assert.Equal(2, products.Select(product => product.TryGetProperty(optional, out _)).Distinct().Count());
        }

        Assert.Contains(products, product => product.GetProperty("cities").GetArrayLength() == 0);
        Assert.Contains(products, product => product.GetRawText().Contains(@"\r\n"));
        Assert.Contains(products.GroupBy(product => product.GetProperty("productCode").GetString()), editions => editions.Count() == 2);
        Assert.All(products.Take(100), product => Assert.DoesNotContain("null", product.GetRawText()));
    }

    [Fact]
    public async Task Sessions_vary_as_documented()
    {
        var sessions = await ReadAllAsync("Sessions", "yearlySessionCode", 2847);
        var products = await ReadAllAsync("Products", "yearlyProductCode", 1247);
        var codes = products.Select(product => product.GetProperty("yearlyProductCode").GetString()).ToHashSet();
        Assert.All(sessions, session => Assert.Contains(session.GetProperty("yearlyProductCode").GetString()!.Replace("-", ""), codes));
        var statuses = sessions.Select(session => session.GetProperty("status").ToString()).ToHashSet();
        Assert.Superset("Open Valid Invited Cancel Closed Reported 0 100 200 900".Split(' ').ToHashSet(), statuses);
        Assert.Equal([false, true], sessions.Select(session => session.GetProperty("isFull").GetBoolean()).Distinct().Order());
        Assert.Contains(sessions, session => session.GetProperty("durationInDays").GetRawText() == "0.5");
        Assert.Contains(sessions, session => !session.TryGetProperty("limitMax", out _));
        var groups = sessions.Select(session => session.GetProperty("yearlySessionCode").GetString()!.Split('-').Length);
        Assert.Equal([3, 4], groups.Distinct().Order());
    }

    [Fact]
    public async Task A_list_and_a_single_resource_differ_as_documented()
    {
        using var sandbox = new SandboxClient(new SandboxOptions { ProductCount = 9, SessionCount = 100 });
        foreach (var session in (await sandbox.CegosAsync("GET", "catalog/v1/Sessions?hydrate=true")).Json["data"]!.AsArray())
        {
            var single = (await sandbox.CegosAsync("GET", $"catalog/v1/Sessions/{session!["yearlySessionCode"]}")).Json["data"]!;
            Assert.Equal($"{session["startDate"]}Z", (string?)single["startDate"]);
            Assert.Matches("^[0-9]+[.][05]$", session["durationInDays"]!.ToJsonString());
            Assert.Matches("^[0-9]+$", single["durationInDays"]!.ToJsonString());
            Assert.Equal(JsonValueKind.String, single["status"]!.GetValueKind());
        }

        var plain = (await sandbox.CegosAsync("GET", "catalog/v1/Products")).Json["data"]![0]!.AsObject();
        var hydrated = (await sandbox.CegosAsync("GET", "catalog/v1/Products?hydrate=true")).Json["data"]![0]!.AsObject();
        var added = hydrated.Select(member => member.Key).Except(plain.Select(member => member.Key));
        Assert.Equal(["catalogTopicRelations", "formula", "notice", "titles"], added.Order());
        Assert.All(plain, member => Assert.Equal(member.Value!.ToJsonString(), hydrated[member.Key]!.ToJsonString()));
        Assert.Null((await sandbox.CegosAsync("GET", "catalog/v1/Sessions")).Json["data"]![0]!["parts"]);
        var alone = (await sandbox.CegosAsync("GET", "catalog/v1/Products/202561072")).Json["data"]!;
        Assert.Equal((null, null), (alone["relatedProducts"], alone["modalityTitle"]));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(101, 2, 1)]
    public async Task Returns_pages_of_small_catalogues(int products, int pages, int onLast)
    {
        using var sandbox = new SandboxClient(new SandboxOptions { ProductCount = products, SessionCount = products });
        foreach (var path in new[] { "Products", "Sessions" })
        {
            var json = (await sandbox.CegosAsync("GET", $"catalog/v1/{path}?pageNumber=9&hydrate=true")).Json;
            var envelope = new[] { "pageNumber", "pageSize", "totalItems", "totalPages" }.Select(member => (int)json[member]!);
            Assert.Equal([Math.Max(1, pages), 100, products, pages], envelope);
            Assert.Equal(onLast, json["data"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task A_hundred_thousand_products_have_a_last_page()
    {
        using var sandbox = new SandboxClient(new SandboxOptions { ProductCount = 100_000 });
        var last = (await sandbox.CegosAsync("GET", "catalog/v1/Products?pageNumber=1000&hydrate=true")).Json["data"]![99]!;
        Assert.Equal(200, (await sandbox.CegosAsync("GET", $"catalog/v1/Products/{last["yearlyProductCode"]}")).Status);
    }

    [Fact]
    public void Finds_the_product_of_every_code()
    {
        var products = new SampleProducts(7, 250_000);
        var codes = new HashSet<string>();
        for (var index = 0; index < products.Count; index += index < 3000 ? 1 : 37)
        {
            var product = products[index];
            Assert.True(codes.Add(product.YearlyCode));
            Assert.Equal(index, products.Find(product.YearlyCode)?.Index);
        }

        Assert.Null(products.Find("202501001"));
        Assert.Null(products.Find("209999999"));
    }

    [Fact]
    public async Task The_seed_determines_the_data()
    {
        var bodies = new List<string>();
        foreach (var seed in new[] { 7, 7, 8 })
        {
            using var sandbox = new SandboxClient(new SandboxOptions { Seed = seed });
            var products = await sandbox.CegosAsync("GET", "catalog/v1/Products?hydrate=true&pageNumber=3");
            bodies.Add(products.Body + (await sandbox.CegosAsync("GET", "catalog/v1/Referentials/centers")).Body);
        }

        Assert.Equal(bodies[0], bodies[1]);
        Assert.NotEqual(bodies[0], bodies[2]);
    }

    /// <summary>Adds the members that are missing or have another JSON type. Of arrays, the first items are compared.</summary>
    private static void Compare(JsonNode? example, JsonNode? actual, string path, List<string> missing)
    {
        if (Kind(example) != Kind(actual))
        {
            missing.Add($"{path}: {actual?.ToJsonString() ?? "nothing"} instead of {example?.ToJsonString()}");
            return;
        }

        foreach (var (name, value) in example as JsonObject ?? [])
        {
            Compare(value, actual![name], $"{path}.{name}", missing);
        }

        if (example is JsonArray { Count: > 0 } array)
        {
            Compare(array[0], actual!.AsArray().FirstOrDefault(), path + "[0]", missing);
        }
    }

    private static string Kind(JsonNode? node) =>
        node is null ? "Null" : node.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? "Boolean" : $"{node.GetValueKind()}";

    private static async Task<List<JsonElement>> ReadAllAsync(string path, string code, int count)
    {
        using var sandbox = new SandboxClient();
        var all = new List<JsonElement>();
        for (var page = 1; all.Count < count; page++)
        {
            var reply = await sandbox.CegosAsync("GET", $"catalog/v1/{path}{(path.Contains('?') ? '&' : '?')}pageNumber={page}");
            all.AddRange(reply.Element.GetProperty("data").EnumerateArray());
        }

        Assert.Equal(count, all.Count);
        Assert.Distinct(all.Select(item => item.GetProperty(code).GetString()));
        return all;
    }
}
