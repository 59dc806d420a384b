using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests URLs: they stay below the base URL, and an ID is always one path segment.</summary>
public class AddressTests
{
    private const string One = """{"data":{"yearlySessionCode":"x","yearlyProductCode":"x"}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2025-61072-PAR-001", "2025-61072-PAR-001")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("../v1/Catalogs", "..%2Fv1%2FCatalogs")]
    [InlineData("a?x=1#y", "a%3Fx%3D1%23y")]
    [InlineData("%2F..%2e", "%252F..%252e")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("é😀", "%C3%A9%F0%9F%98%80")]
    [InlineData("a\u202Eb\u200F", "a%E2%80%AEb%E2%80%8F")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("...", "...")]
    [InlineData("//evil.example.com", "%2F%2Fevil.example.com")]
    [InlineData("@evil.example.com", "%40evil.example.com")]
    public async Task Encodes_an_id_as_one_segment(string id, string segment)
    {
        var server = new ScriptedHandler(() => Body(One));
        using var api = Connect.Open(Connect.Options(server, "https://catalog.example.com/some/segment"), new VirtualTime());

        await api.Catalog().GetSessionAsync(id, false, Cancel);

        Assert.Equal("GET https://catalog.example.com/some/segment/v1/Sessions/" + segment, Assert.Single(server.Calls).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\t\n")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\0b")]
    [InlineData("half a character")]
    public async Task Rejects_an_id_that_no_URL_can_contain_before_sending(string? id)
    {
        var server = new ScriptedHandler(() => Body(One));
        using var api = Connect.Open(server);
        if (id == "half a character")
        {
            id = "a\uD800b"; // not valid in an attribute
        }

        var errors = new[]
        {
            await Assert.ThrowsAsync<ApiException>(() => api.Catalog().GetSessionAsync(id!, false, Cancel)),
            await Assert.ThrowsAsync<ApiException>(() => api.Catalog().GetProductAsync(id!, true, Cancel)),
        };

        Assert.All(errors, error => Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind));
        Assert.Empty(server.Calls);
        Assert.Empty(server.TokenCalls);
    }

    [Fact]
    public async Task Sends_an_id_of_10000_characters_unchanged()
    {
        var server = new ScriptedHandler(() => Status(404));
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.Catalog().GetSessionAsync(new string('é', 10_000), false, Cancel));

        Assert.Equal(ApiErrorKind.NotFound, error.Kind);
        Assert.EndsWith(string.Concat(Enumerable.Repeat("%C3%A9", 10_000)), Assert.Single(server.Calls).Url);
    }

    [Theory]
    [InlineData("http://catalog.example.com/")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("ftp://catalog.example.com/")]
    [InlineData("https://user:pass@catalog.example.com/")]
    [InlineData("https://catalog.example.com/?key=1")]
    [InlineData("https://catalog.example.com/#x")]
    [InlineData("/relative")]
    public void Rejects_an_unsafe_URL(string address)
    {
        foreach (var set in new Action<CegosOptions,
            Uri>[] { (o, u) => o.CatalogUri = u, (o, u) => o.RegistrationUri = u, (o, u) => o.TokenUri = u })
        {
            var options = Connect.Options();
            set(options, new Uri(address, UriKind.RelativeOrAbsolute));

            var error = Assert.Throws<ApiException>(() => Connect.Open(options));

            Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
            Assert.DoesNotContain("pass", error.Message);
        }
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:1/x/")]
    [InlineData("http://[::1]:1")]
    [InlineData("https://catalog.example.com")]
    public void Accepts_the_local_machine_without_TLS(string address)
    {
        using var api = Connect.Open(Connect.Options(null, address));

        Assert.Equal(address.TrimEnd('/') + "/", api.BaseUri.AbsoluteUri);
    }

    [Fact]
    public void Rejects_invalid_options()
    {
        foreach (var change in new Action<CegosOptions>[]
        {
            options => options.Timeout = TimeSpan.Zero,
            options => options.Timeout = TimeSpan.FromDays(30),
            options => options.MaximumRetryCount = -1,
            options => options.MaximumResponseBytes = 0,
            options => options.ClientId = " ",
        })
        {
            var options = Connect.Options();
            change(options);
            Assert.Equal(ApiErrorKind.InvalidArgument, Assert.Throws<ApiException>(() => Connect.Open(options)).Kind);
        }
    }

    [Fact]
    public async Task Sends_to_a_configured_route()
    {
        var server = new ScriptedHandler(() => Body("""{"data":[]}"""));
        var options = Connect.Options(server);
        options.Routes = new Dictionary<string, string> { ["topics"] = "post /v1/CatalogsTopics" };
        using var api = Connect.Open(options, new VirtualTime());

        await api.Catalog().GetTopicsAsync(Cancel);

        Assert.Equal("POST https://catalog.example.com/v1/CatalogsTopics", Assert.Single(server.Calls).ToString());
    }

    [Theory]
    [InlineData("DELETE v1/Registration", "DELETE", "v1/Registration", false)]
    [InlineData(" put  v1/Registration/{id}/cancel   QUERY ", "PUT", "v1/Registration/{id}/cancel", true)]
    public void Parses_a_route_into_method_path_and_parameter_location(string text, string method, string path, bool inQuery)
    {
        var route = Route.Parse(text)!;

        Assert.Equal((method, path, inQuery), (route.Method.Method, route.Path, route.InQuery));
    }

    [Theory]
    [InlineData("Toppics", "GET v1/x", "Topics, CreateRegistration, CancelRegistration, DeferRegistration")]
    [InlineData("Topics", "v1/x", "METHOD path")]
    [InlineData("Topics", "GET", "METHOD path")]
    [InlineData("Topics", "FETCH v1/x", "METHOD path")]
    [InlineData("Topics", "GET https://evil.example.com/x", "METHOD path")]
    [InlineData("Topics", "GET //evil.example.com/x", "METHOD path")]
    [InlineData("Topics", "GET v1/../x", "METHOD path")]
    [InlineData("Topics", "GET v1/x?y=1", "METHOD path")]
    [InlineData("Topics", "GET v1/x body", "METHOD path")]
    [InlineData("Topics", "GET v1/{id}", "{id}")]
    public void Rejects_an_invalid_route(string operation, string route, string part)
    {
        var options = Connect.Options();
        options.Routes = new Dictionary<string, string> { [operation] = route };

        var error = Assert.Throws<ApiException>(() => Connect.Open(options));

        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.Contains(part, error.Message);
    }
}
