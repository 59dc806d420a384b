using System.Text.Json;
using System.Text.RegularExpressions;
using TrainingApis.Sandbox.Cegos;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>The data hold what real catalogues hold, and codes lead back to where they came from.</summary>
public sealed class CatalogDataTests
{
    [Fact]
    public async Task Titles_hold_what_spoils_exports()
    {
        var titles = (await AllAsync("Products?hydrate=true")).Select(product => product.GetProperty("title").GetString()!).ToList();
        foreach (var start in "=+-@")
            Assert.Contains(titles, title => title.StartsWith(start));
        foreach (var part in new[] { "\u00a0", "\"", ";", "💡", "\t", "<b>" })
            Assert.Contains(titles, title => title.Contains(part));
    }

    [Fact]
    public async Task Products_vary_as_documented()
    {
        var products = await AllAsync("Products?hydrate=true");
        Assert.Equal(["False", "Number", "True"], products.Select(product => product.GetProperty("picto4Real").ValueKind.ToString()).Distinct().Order());
        Assert.Contains(products, product => product.TryGetProperty("labelEco", out _));
        Assert.Contains(products, product => !product.TryGetProperty("iPackPrice", out _));
        Assert.Contains(products, product => product.GetProperty("cities").GetArrayLength() == 0);
        Assert.Contains(products, product => product.GetProperty("productCode").GetString()!.Length < 4);
        Assert.All(products, product => Assert.Matches("^[1-9][0-9]{0,4}$", product.GetProperty("productCode").GetString()!));
        Assert.All(products, product => Assert.Matches("^20[0-9]{7}$", product.GetProperty("yearlyProductCode").GetString()!));
        Assert.Contains(products, product => product.GetRawText().Contains(@"\r\n"));
        // One training in the editions of two years.
        Assert.Contains(products.GroupBy(product => product.GetProperty("productCode").GetString()), editions => editions.Count() == 2);
    }

    [Fact]
    public async Task Sessions_vary_as_documented()
    {
        var sessions = await AllAsync("Sessions?hydrate=true");
        var products = (await AllAsync("Products")).Select(product => product.GetProperty("yearlyProductCode").GetString()).ToHashSet();
        Assert.All(sessions, session => Assert.Contains(session.GetProperty("yearlyProductCode").GetString()!.Replace("-", string.Empty), products));
        var statuses = sessions.Select(session => session.GetProperty("status").ToString()).ToHashSet();
        Assert.Superset(new HashSet<string> { "Open", "Valid", "Invited", "Cancel", "Closed", "Reported", "0", "100", "200", "900" }, statuses);
        Assert.Contains(sessions, session => session.GetProperty("isFull").GetBoolean());
        Assert.Contains(sessions, session => session.GetProperty("durationInDays").GetRawText() == "0.5");
        Assert.Contains(sessions, session => !session.TryGetProperty("limitMax", out _));
        Assert.Equal([3, 4], sessions.Select(session => session.GetProperty("yearlySessionCode").GetString()!.Split('-').Length).Distinct().Order());
    }

    [Fact]
    public async Task Every_listed_session_can_be_asked_for_alone()
    {
        using var sandbox = new SandboxCaller(new SandboxOptions { ProductCount = 9, SessionCount = 150 });
        foreach (var page in new[] { 1, 2 })
        {
            foreach (var listed in (await sandbox.GetAsync($"Sessions?pageNumber={page}")).Data.EnumerateArray())
            {
                var single = (await sandbox.GetAsync("Sessions/" + listed.GetProperty("yearlySessionCode").GetString())).Data;
                Assert.Equal(listed.GetProperty("startDate").GetString() + "Z", single.GetProperty("startDate").GetString());
                Assert.Matches(new Regex("^[0-9]+$"), single.GetProperty("durationInDays").GetRawText());
                Assert.Equal(JsonValueKind.String, single.GetProperty("status").ValueKind);
            }
        }
    }

    [Theory]
    [InlineData("Products/2025-61072")]
    [InlineData("Products/61072")]
    [InlineData("Products/202561073")]
    [InlineData("Products/202661072x")]
    [InlineData("Sessions/202561072PAR001")]
    [InlineData("Sessions/2025-61072-LYO-001")]
    [InlineData("Sessions/2025-61072-PAR-999")]
    [InlineData("Sessions/x")]
    public async Task Unknown_codes_are_a_problem_document(string path)
    {
        using var sandbox = new SandboxCaller();
        var answer = await sandbox.GetAsync(path);
        Assert.Equal(404, answer.Status);
        Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType!.MediaType);
        Shape.Is(answer.Json, "type:s title:s status:n detail:s");
    }

    [Theory]
    [InlineData("POST", "Products", 405)]
    [InlineData("DELETE", "Sessions/2025-61072-PAR-001", 405)]
    [InlineData("GET", "CatalogsTopics", 404)]
    [InlineData("GET", "", 404)]
    public async Task Other_verbs_and_paths_are_refused(string method, string path, int status)
    {
        using var sandbox = new SandboxCaller();
        var answer = await sandbox.AskAsync(new HttpMethod(method), SandboxCaller.Catalog + path);
        Assert.Equal((status, string.Empty), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task The_topics_listen_where_they_are_told_to()
    {
        using var sandbox = new SandboxCaller();
        sandbox.Control.Cegos.SetRoute("Topics", "GET v1/CatalogsTopics");
        Assert.Equal(200, (await sandbox.GetAsync("CatalogsTopics")).Status);
        Assert.Equal(404, (await sandbox.GetAsync("CatalogTopics")).Status);
    }

    [Fact]
    public void Every_product_code_leads_back_to_its_place()
    {
        var numbers = new ProductNumbers(250_000);
        var codes = new HashSet<string>();
        for (var index = 0; index < numbers.Count; index++)
        {
            var key = numbers.At(index);
            Assert.True(codes.Add(key.YearlyCode));
            Assert.Equal(index, numbers.Find(key.YearlyCode)?.Index);
        }

        Assert.Equal(["202561072", "202500038"], [numbers.At(0).YearlyCode, numbers.At(1).YearlyCode]);
    }

    private static async Task<List<JsonElement>> AllAsync(string path)
    {
        using var sandbox = new SandboxCaller();
        var all = new List<JsonElement>();
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var json = (await sandbox.GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}pageNumber={page}")).Json;
            pages = json.GetProperty("totalPages").GetInt32();
            all.AddRange(json.GetProperty("data").EnumerateArray());
        }

        return all;
    }
}
