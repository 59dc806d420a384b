using System.Collections;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests raw requests.</summary>
public class RawRequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v1/Things", "v1/Things?a=1&b=x%26y&b=%C3%A9", "v1/Things")]
    [InlineData("/v1/Things/12", "v1/Things/12?a=1&b=x%26y&b=%C3%A9", "v1/Things/{…}")]
    [InlineData("v1/Things/j%40x.fr?c=2", "v1/Things/j%40x.fr?c=2&a=1&b=x%26y&b=%C3%A9", "v1/Things/{…}")]
    public async Task Sends_path_and_query_and_logs_no_ids(string path, string url, string logged)
    {
        var server = new ScriptedHandler(() => Body("{}"));
        var observer = new Recorder();
        using var api = Connect.Open(Connect.Options(server, "https://catalog.example.com/base"), new VirtualTime());

        await api.SendAsync(new RawRequest("get", path) { Query = [new("a", "1"), new("b", "x&y"), new("b", "é")] }, observer, Cancel);

        var call = Assert.Single(server.Calls);
        Assert.Equal("GET https://catalog.example.com/base/" + url, call.ToString());
        Assert.Null(call.Body);
        Assert.Equal("application/json", call.Headers["Accept"]);
        Assert.StartsWith("TrainingApis/", call.Headers["User-Agent"]);
        Assert.Equal(("GET", "catalog.example.com", logged),
            observer.Exchanges.Select(exchange => (exchange.Method, exchange.Host, exchange.PathTemplate)).Last());
    }

    [Theory]
    [InlineData("https://evil.example.com/")]
    [InlineData("//evil.example.com/")]
    [InlineData("/\\evil.example.com")]
    [InlineData("../x")]
    [InlineData("v1/../../x")]
    [InlineData("v1/%2e%2E/x")]
    [InlineData("v1/x#y")]
    [InlineData("v1/x\r\nX-Evil: 1")]
    public async Task Rejects_a_path_outside_the_base_URL(string path)
    {
        var server = new ScriptedHandler(() => Body("{}"));
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest("GET", path), null, Cancel));

        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Sends_a_body_as_JSON()
    {
        var server = new ScriptedHandler(() => Body("{}"));
        using var api = Connect.Open(server);
        var body = new Dictionary<string, object?>
        {
            ["text"] = "é\"\n",
            ["none"] = null,
            ["flag"] = true,
            ["whole"] = 12,
            ["price"] = 12.50m,
            ["ratio"] = 0.25,
            ["date"] = new DateTime(2026, 1, 15, 9, 30, 0),
            ["moment"] = new DateTimeOffset(2026, 1, 15, 9, 30, 0, TimeSpan.FromHours(1)),
            ["list"] = new object?[] { 1L, "b", null },
            ["table"] = new Hashtable { ["x"] = (byte)1 },
        };

        await api.SendAsync(new RawRequest("PUT", "v1/Things") { HasBody = true, Body = body }, null, Cancel);
        await api.SendAsync(new RawRequest("POST", "v1/Things") { HasBody = true, Body = "{ \"as\": \"it is\" }" }, null, Cancel);
        await api.SendAsync(new RawRequest("DELETE", "v1/Things") { HasBody = true, Body = null }, null, Cancel);
        await api.SendAsync(new RawRequest("DELETE", "v1/Things"), null, Cancel);

        Assert.Equal("""{"text":"é\"\n","none":null,"flag":true,"whole":12,"price":12.50,"ratio":0.25,"date":"2026-01-15T09:30:00","moment":"2026-01-15T09:30:00+01:00","list":[1,"b",null],"table":{"x":1}}""", server.Calls[0].Body);
        Assert.Equal("application/json", server.Calls[0].Headers["Content-Type"]);
        Assert.Equal(["{ \"as\": \"it is\" }", "null", ""], server.Calls.Skip(1).Select(call => call.Body));
        Assert.DoesNotContain("Content-Type", server.Calls[3].Headers.Keys);
    }

    [Fact]
    public async Task Rejects_a_request_that_cannot_be_sent()
    {
        var server = new ScriptedHandler(() => Body("{}"));
        using var api = Connect.Open(server);
        var endless = new List<object?>();
        endless.Add(endless);

        foreach (var request in new[]
        {
            new RawRequest("POST", "v1/Things") { HasBody = true, Body = new object() },
            new RawRequest("POST", "v1/Things") { HasBody = true, Body = endless },
            new RawRequest("POST", "v1/Things") { HasBody = true, Body = double.NaN },
            new RawRequest("GET", "v1/Things") { HasBody = true, Body = "{}" },
            new RawRequest("G ET", "v1/Things"),
            new RawRequest("", "v1/Things"),
            new RawRequest("GET", "v1/Things") { Scope = "Documents" },
            new RawRequest("GET", "v1/Things") { Scope = "7" },
        })
        {
            Assert.Equal(ApiErrorKind.InvalidArgument,
                (await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(request, null, Cancel))).Kind);
        }

        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Returns_JSON_as_plain_objects()
    {
        var response = await SendAsync(() => Body("""{"z":1,"a":[true,null,"é",1.10,1e300,12345678901234567890],"n":{}}"""));

        var members = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(response.Content);
        Assert.Equal(["z", "a", "n"], members.Keys);
        Assert.Equal(1L, members["z"]);
        Assert.Equal([true, null, "é", 1.10m, 1e300, 12345678901234567890m], Assert.IsAssignableFrom<IReadOnlyList<object?>>(members["a"]));
    }

    [Fact]
    public async Task Returns_other_content_as_text_and_an_empty_body_as_null()
    {
        Assert.Equal("Tout va bien", (await SendAsync(() => Text("Tout va bien", "text/plain"))).Content);
        Assert.Equal("<a/>", (await SendAsync(() => Text("<a/>", "application/xml"))).Content);
        var empty = await SendAsync(() => Status(204, ("x-correlation-id", "c-1")));
        Assert.Equal((204, null, "c-1"), (empty.StatusCode, empty.Content, empty.RequestId));
        Assert.Null((await SendAsync(() => Text("ignored", "text/plain"), "HEAD")).Content);
    }

    private static async Task<RawResponse> SendAsync(Func<HttpResponseMessage> respond, string method = "GET")
    {
        using var api = Connect.Open(new ScriptedHandler(respond));
        return await api.SendAsync(new RawRequest(method, "v1/Things"), null, Cancel);
    }
}
