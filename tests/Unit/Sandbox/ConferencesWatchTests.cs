using System.Text.Json.Nodes;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Conferences;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Watches: every documented option in its true shape, and where they are looked after.</summary>
public sealed class ConferencesWatchTests : IDisposable
{
    private const string Path = "sessions/40001/registrations/watch";
    private const string Secrets = """{"grantType":"refresh_token","clientId":"c","refreshToken":"r","authUrl":"https://example.com/a","accessTokenUrl":"https://example.com/t","scope":"s","clientSecret":"x","redirectUri":"https://example.com/r"}""";
    private const string Full = """
        {"address":"https://example.com/hook","name":"Crochet","basicAuth":{"username":"u","password":"p"},"httpRequestHeader":{"X-Custom":"string","X-Autre":"été"},
        "schema":{"nom":"$.client.lastName","places":["$.seats"]},"method":"PUT","status":"disabled",
        "oauth2Auth":{"grantType":"client_credentials","clientId":"c","accessTokenUrl":"https://example.com/t"},"signature":{"enabled":true,"cryptoKeyIds":["k1","k2"]}}
        """;

    private readonly ConferencesCaller _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Every_option_is_kept_and_shown_with_its_credentials()
    {
        var made = (await _sandbox.PostAsync(Path, Full)).Json;
        Shape.Is(made, "id:s address:s name:s basicAuth:o httpRequestHeader:o schema:o method:s status:s oauth2Auth:o signature:o");
        Shape.Is(made.GetProperty("basicAuth"), "username:s password:s");
        Shape.Is(made.GetProperty("signature"), "enabled:b cryptoKeyIds:a");
        Assert.Equal("été", made.GetProperty("httpRequestHeader").GetProperty("X-Autre").GetString());
    }

    [Fact]
    public async Task Only_the_address_is_due_and_zero_means_all_sessions()
    {
        var made = await _sandbox.PostAsync("sessions/0/registrations/watch", $$"""{"address":"https://example.com/hook","oauth2Auth":{{Secrets}}}""");
        Assert.Equal(("POST", "enabled"), (made.Text("method"), made.Text("status")));
        Assert.Equal("0", _sandbox.State.GetProperty("watches")[0].GetProperty("parentId").GetString());
        ConferencesCaller.Fails(await _sandbox.PostAsync("sessions/9/registrations/watch", Full), 404, "Session not found");
        ConferencesCaller.Fails(await _sandbox.PostAsync("sessions/1040001/registrations/watch", Full), 403, "Session belongs to another account");
    }

    [Fact]
    public async Task The_documented_example_is_taken()
    {
        var example = """
            {"address":"https://example.com/hook","name":"string","basicAuth":{"username":"string","password":"string"},"httpRequestHeader":{"X-Custom":"string"},"schema":{},
            "method":"POST","status":"enabled","oauth2Auth":{"grantType":"client_credentials","clientId":"string","accessTokenUrl":"https://example.com/token"},
            "signature":{"enabled":false,"cryptoKeyIds":[]}}
            """;
        Assert.Equal(200, (await _sandbox.PostAsync(Path, example)).Status);
    }

    [Fact]
    public async Task Signatures_come_back_by_either_name()
    {
        var names = new List<string>();
        foreach (var shape in new[] { ConferencesSignatureShape.Mixed, ConferencesSignatureShape.Mixed, ConferencesSignatureShape.CryptoKeyIds, ConferencesSignatureShape.Keys })
        {
            _sandbox.Control.SignatureShape = shape;
            names.Add((await _sandbox.PostAsync(Path, Full)).Json.GetProperty("signature").EnumerateObject().Last().Name);
        }

        Assert.Equal(["cryptoKeyIds", "keys", "cryptoKeyIds", "keys"], names);
    }

    [Theory]
    [InlineData("address", null, "address", "is required")]
    [InlineData("address", "\"/hook\"", "address", "must be an absolute URL")]
    [InlineData("address", "\"ftp://example.com\"", "address", "must be an absolute URL")]
    [InlineData("basicAuth", "\"u:p\"", "basicAuth", "must be an object")]
    [InlineData("basicAuth", """{"username":"u"}""", "basicAuth.password", "is required")]
    [InlineData("basicAuth", """{"userName":"u","username":"u","password":"p"}""", "basicAuth.userName", "is unknown")]
    [InlineData("httpRequestHeader", "\"X-Custom: a\"", "httpRequestHeader", "must be an object")]
    [InlineData("httpRequestHeader", """[{"name":"X-Custom"}]""", "httpRequestHeader", "must be an object")]
    [InlineData("httpRequestHeader", """{"X-Custom":5}""", "httpRequestHeader.X-Custom", "must be a string")]
    [InlineData("schema", "5", "schema", "must be an object or a string")]
    [InlineData("schema", """{"places":5}""", "schema.places", "must be a string")]
    [InlineData("method", "\"post\"", "method", "must be one of GET, POST, PUT, PATCH, DELETE")]
    [InlineData("status", "\"Enabled\"", "status", "must be one of enabled, disabled")]
    [InlineData("status", "true", "status", "must be a string")]
    [InlineData("oauth2Auth", "\"x\"", "oauth2Auth", "must be an object")]
    [InlineData("oauth2Auth", """{"clientId":"c","accessTokenUrl":"https://example.com/t"}""", "oauth2Auth.refreshToken", "is required")]
    [InlineData("oauth2Auth", """{"grantType":"password","clientId":"c","refreshToken":"r","accessTokenUrl":"https://example.com/t"}""", "oauth2Auth.grantType", "must be one of refresh_token, client_credentials")]
    [InlineData("oauth2Auth", """{"grantType":"client_credentials","clientId":"c","accessTokenUrl":"https://example.com/t","scope":"s"}""", "oauth2Auth.scope", "is unknown")]
    [InlineData("signature", """{"enabled":"true"}""", "signature.enabled", "must be a boolean")]
    [InlineData("signature", """{"cryptoKeyIds":"k1"}""", "signature.cryptoKeyIds", "must be an array")]
    [InlineData("signature", """{"keys":["k1"]}""", "signature.keys", "is unknown")]
    [InlineData("id", "\"1\"", "id", "is unknown")]
    public async Task A_watch_is_refused_by_the_member_that_is_wrong(string member, string? json, string path, string fault)
    {
        var body = JsonNode.Parse(Full)!.AsObject();
        body.Remove(member);
        if (json != null)
            body[member] = JsonNode.Parse(json);
        ConferencesCaller.Fails(await _sandbox.PostAsync(Path, body.ToJsonString()), 400, $"Invalid request: {path} {fault}", fields: path);
    }

    [Theory]
    [InlineData("https://sandbox.test/conference/api/2.0/watchers/")]
    [InlineData("https://sandbox.test/conference/api/2.3/watchers/")]
    public async Task Watches_are_looked_after_at_an_address_of_their_own(string watchers)
    {
        var id = ConferencesCaller.Id((await _sandbox.PostAsync(Path, Full)).Json);
        Assert.Equal("Crochet", (await _sandbox.GetAsync(watchers + id)).Text("name"));
        Assert.Single(ConferencesCaller.Items(await _sandbox.GetAsync(watchers.TrimEnd('/'))));
        ConferencesCaller.Fails(await _sandbox.AskAsync(HttpMethod.Delete, watchers + id, account: ConferencesAccount.Child), 403, "Watch belongs to another account");
        var gone = await _sandbox.DeleteAsync(watchers + id);
        Assert.Equal((200, string.Empty), (gone.Status, gone.Body));
        ConferencesCaller.Fails(await _sandbox.DeleteAsync(watchers + id), 404, "Watch not found");
        Assert.Equal(405, (await _sandbox.PutAsync(watchers + id, Full)).Status);
        Assert.Equal(404, (await _sandbox.DeleteAsync(new Uri(SandboxHost.Conferences.BaseUri, "watchers/" + id).ToString())).Status);
    }

    [Fact]
    public async Task A_watch_is_made_where_a_test_moves_it()
    {
        _sandbox.Control.SetRoute("Watch", "POST conferences/{conferenceId}/sessions/{sessionId}/registrations/watch");
        Assert.Equal(404, (await _sandbox.PostAsync(Path, Full)).Status);
        Assert.Equal(200, (await _sandbox.PostAsync("conferences/1201/" + Path, Full)).Status);
        ConferencesCaller.Fails(await _sandbox.PostAsync("conferences/1202/" + Path, Full), 404, "Session not found");
    }
}
