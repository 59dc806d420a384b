using System.Text;
using TrainingApis.Cegos;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Cegos;

/// <summary>Tests the methods of the catalogue client: requests, and documented responses.</summary>
public class CatalogClientTests
{
    private const string Base = "https://catalog.example.com/v1/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gets_catalogs()
    {
        var (items, call) = await SendAsync("catalogs", client => client.GetCatalogsAsync(Cancel));

        Assert.Equal("GET " + Base + "Catalogs", call.ToString());
        Assert.Equal([92446, 27724, 27863], items.Select(catalog => catalog.CatalogId));
        Assert.Equal("Royaume-Uni", items[2].CountryLabel);
        Assert.Equal("2", items[2].CountryId);
        Assert.Equal(new DateTime(2100, 12, 31), items[1].EndDate);
        Assert.Equal(DateTimeKind.Unspecified, items[0].StartDate!.Value.Kind);
    }

    [Fact]
    public async Task Gets_topics()
    {
        var (items, call) = await SendAsync("catalog-topics", client => client.GetTopicsAsync(Cancel));

        Assert.Equal("GET " + Base + "CatalogTopics", call.ToString());
        var all = Assert.Single(items).SelfAndDescendants().ToArray();
        Assert.Equal(["Achats", "Achats > Management et métiers des achats",
            "Achats > Management et métiers des achats > Management des achats"], all.Select(topic => topic.Path));
        Assert.Equal([0, 1, 2], all.Select(topic => topic.Depth));
        Assert.Equal([null, 924470, 925040], all.Select(topic => topic.ParentId));
        Assert.All(all, topic => Assert.Equal((92446, 2025), (topic.CatalogId, topic.Year)));
        Assert.Empty(all[2].SubTopics);
    }

    [Fact]
    public async Task Sorts_topics_of_two_years()
    {
        const string body = """
            {"data":[{"catalogId":1,"year":2025,"topics":[{"id":12,"label":"b","order":2},{"id":11,"label":"a","order":1,"subTopics":[{"id":14,"label":"z","order":9},{"id":13,"label":"y","order":"3"}]},{"id":10,"label":"last"}]},
                     {"catalogId":2,"year":2026,"topics":[{"id":21,"label":"a","order":1}]}]}
            """;
        var (items, _) = await SendBodyAsync(body, client => client.GetTopicsAsync(Cancel));

        Assert.Equal([11, 13, 14, 12, 10, 21], items.SelectMany(topic => topic.SelfAndDescendants()).Select(topic => topic.Id));
        Assert.Equal("a > y", items[0].SubTopics[0].Path);
        Assert.Equal((2, 2026), (items[3].CatalogId, items[3].Year));
    }

    [Theory]
    [InlineData("""{"data":[{"catalogId":1,"year":2025}]}""", "topics")]
    [InlineData("""{"data":[{"catalogId":1,"year":2025,"topics":[{"id":1,"subTopics":[{"label":"x"}]}]}]}""", "id")]
    public async Task Rejects_topics_without_a_required_member(string body, string member)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => SendBodyAsync(body, client => client.GetTopicsAsync(Cancel)));

        Assert.Equal((ApiErrorKind.UnexpectedResponse, "GetTopics"), (error.Kind, error.Operation));
        Assert.Contains($"\"{member}\"", error.Message);
    }

    [Theory]
    [InlineData(false, "Products?pageNumber=1")]
    [InlineData(true, "Products?pageNumber=1&hydrate=true")]
    public async Task Gets_products(bool hydrate, string url)
    {
        var (pages, call) = await SendAsync("products", client =>
            client.GetProductsAsync(new PageRequest { First = 1 }, hydrate, Cancel).ToListAsync(Cancel).AsTask());

        Assert.Equal("GET " + Base + url, call.ToString());
        var page = Assert.Single(pages);
        Assert.Equal((1, 13, 1247), (page.Number, page.TotalPages, page.TotalItems));
        var product = Assert.Single(page.Items);
        Assert.Equal("202561072 Management : les fondamentaux", product.ToString());
        Assert.Equal(("RS001", "RNCP12345", "CPF789", "2 jours", "14 h in 2 days"),
            (product.RsCode, product.RncpCode, product.CpfCode, product.ModuleDuration, product.CommercialDuration!.ToString()));
    }

    [Theory]
    [InlineData("202500038", false, "Products/202500038")]
    [InlineData("2025-00038", true, "Products/202500038?hydrate=true")]
    [InlineData("2025-38", true, "Products/202500038?hydrate=true")]
    public async Task Gets_a_product(string code, bool hydrate, string url)
    {
        var (product, call) = await SendAsync("product", client => client.GetProductAsync(code, hydrate, Cancel));

        Assert.Equal("GET " + Base + url, call.ToString());
        Assert.Equal("202500038", product.YearlyProductCode);
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{"title":"no code"}}""")]
    [InlineData("""{"productCode":"38"}""")]
    [InlineData("\"text\"")]
    public async Task Rejects_a_response_without_a_product(string body) =>
        Assert.Equal(ApiErrorKind.UnexpectedResponse,
            (await Assert.ThrowsAsync<ApiException>(() => SendBodyAsync(body, client => client.GetProductAsync("1", false, Cancel)))).Kind);

    [Theory]
    [InlineData(false, "Sessions?pageNumber=1")]
    [InlineData(true, "Sessions?pageNumber=1&hydrate=true")]
    public async Task Gets_sessions(bool hydrate, string url)
    {
        var (pages, call) = await SendAsync("sessions", client =>
            client.GetSessionsAsync(new PageRequest { First = 1 }, hydrate, Cancel).ToListAsync(Cancel).AsTask());

        Assert.Equal("GET " + Base + url, call.ToString());
        var session = Assert.Single(Assert.Single(pages).Items);
        Assert.Equal(("2025-61072-PAR-001", SessionStatus.Open, 2.0m), (session.YearlySessionCode, session.Status, session.DurationInDays));
        Assert.Equal("2025-03-15 09:00 - 17:00; 2025-03-16 09:00 - 17:00", session.Parts.ToString());
    }

    [Fact]
    public async Task Gets_a_session()
    {
        var (session, call) = await SendAsync("session", client => client.GetSessionAsync("2025-61072-PAR-001", false, Cancel));

        Assert.Equal("GET " + Base + "Sessions/2025-61072-PAR-001", call.ToString());
        Assert.Equal("2025-09-15T09:00:00Z", session.StartDateRaw);
        Assert.Equal((new DateTime(2025, 9, 15, 9, 0, 0), DateTimeKind.Unspecified),
            (session.StartDate!.Value, session.StartDate.Value.Kind));
        Assert.Equal(new DateTime(2025, 9, 16, 17, 30, 0), session.EndDate);
        Assert.Equal("PAR", session.Parts[1].CenterId);
        Assert.True(CegosCode.AreEqual(session.YearlyProductCode, "202561072"));
    }

    [Fact]
    public async Task Gets_centers()
    {
        var (items, call) = await SendAsync("centers", client => client.GetCentersAsync(Cancel));

        Assert.Equal("GET " + Base + "Referentials/centers", call.ToString());
        Assert.Equal(["679", "AJ4"], items.Select(center => center.Code));
        Assert.Equal("Place du Général Leclerc; Porte 11", items[1].Address.ToString());
    }

    [Fact]
    public async Task Ping_gets_the_catalogs_or_requests_a_token()
    {
        var server = new ScriptedHandler(() => Body("""{"data":[{"id":1}]}"""));
        var options = Connect.Options(server);
        using (var api = Connect.Open(options, new VirtualTime()))
        {
            await api.PingAsync(null, Cancel);
        }

        options.Scopes = [CegosScope.Registration];
        using (var api = Connect.Open(options, new VirtualTime()))
        {
            await api.PingAsync(null, Cancel);
        }

        Assert.Equal("GET " + Base + "Catalogs", Assert.Single(server.Calls).ToString());
        Assert.Equal(["api-cegos", "api-registration", "api-registration"], server.TokenCalls.Select(call => call.Body!.Split('=').Last()));
    }

    [Fact]
    public void Describes_the_connection()
    {
        using var api = Connect.Open(Connect.Options());

        Assert.Equal((ApiService.Cegos, "Cegos", "client-1", "OAuth client credentials", true),
            (api.Service, api.Name, api.Account, api.Authentication, api.IsOpen));
        Assert.Null(api.TokenExpires);
    }

    private static Task<(T Result, SentRequest Call)> SendAsync<T>(string example, Func<ICegosCatalogClient, Task<T>> call) =>
        SendBodyAsync(Encoding.UTF8.GetString(Data.Read($"cegos-catalog.{example}.response.json")), call);

    private static async Task<(T Result, SentRequest Call)> SendBodyAsync<T>(string body, Func<ICegosCatalogClient, Task<T>> call)
    {
        var server = new ScriptedHandler(() => Body(body));
        using var api = Connect.Open(server);
        var result = await call(api.Catalog());
        return (result, Assert.Single(server.Calls));
    }
}
