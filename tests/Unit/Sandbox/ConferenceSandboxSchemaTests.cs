using System.Text.Json.Nodes;
using Xunit;
using static TrainingApis.Tests.Unit.Sandbox.ConferenceRequests;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests that a request that is not as documented is rejected with the name of the invalid member.</summary>
public sealed class ConferenceSandboxSchemaTests : IDisposable
{
    private const string Json = "application/json";
    private const string NoDate = "must be a date, such as 2011-12-03 or 2011-12-03T10:15:30";
    private const string GrantTypes = "refresh_token, client_credentials";
    private const string NoRefreshMembers = "must have no refreshToken, authUrl or scope with client_credentials";

    private readonly ConferenceRequests _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("client", null, "client", "is required")]
    [InlineData("client", "{}", "client.id", "is required")]
    [InlineData("client", "\"5001\"", "client", "must be an object")]
    [InlineData("client", """{"id":5001}""", "client.id", "must be a string")]
    [InlineData("client", """{"id":" "}""", "client.id", "is required")]
    [InlineData("client", """{"id":"5001","firstName":"Zoé"}""", "client.firstName", "is read-only")]
    [InlineData("clientId", "\"5001\"", "clientId", "is unknown")]
    [InlineData("Seats", "2", "Seats", "is unknown")]
    [InlineData("seats", "\"2\"", "seats", "must be an integer")]
    [InlineData("seats", "2.5", "seats", "must be an integer")]
    [InlineData("seats", "null", "seats", "must be an integer")]
    [InlineData("seats", "0", "seats", "must be 1 or more")]
    [InlineData("status", "\"Accepted\"", "status", "must be one of accepted, waitingList")]
    [InlineData("status", "\"cancelled\"", "status", "must be one of accepted, waitingList")]
    [InlineData("source", "\"moi\"", "source", "is read-only")]
    [InlineData("form", """{"id":"comment","value":"x"}""", "form", "must be an array")]
    [InlineData("form", """[{"value":"x"}]""", "form[0].id", "is required")]
    [InlineData("form", """[{"id":"nobody","value":"x"}]""", "form[0].id", "must be a field of this conference")]
    [InlineData("form", """[{"id":"comment","value":5}]""", "form[0].value", "must be a string")]
    [InlineData("form", """[{"id":"comment","answer":"x"}]""", "form[0].answer", "is unknown")]
    [InlineData("form", """[{"id":"comment","mandatory":"true"}]""", "form[0].mandatory", "must be a boolean")]
    [InlineData("form", """[{"id":"comment","valueFormat":{"maxLength":"5"}}]""", "form[0].valueFormat.maxLength", "must be a number")]
    [InlineData("form", """[{"id":"arrival","zonedDateTime":{}}]""", "form[0].zonedDateTime", "is read-only")]
    [InlineData("form", """[{"id":"comment","values":[]}]""", "form[0].values", "must be absent: text has no values")]
    [InlineData("form", """[{"id":"comment","otherValue":true}]""", "form[0].otherValue", "must be absent: text has no otherValue")]
    [InlineData("form", """[{"id":"comment","subItem":[]}]""", "form[0].subItem", "must be absent: text has no subItem")]
    [InlineData("form", """[{"id":"comment","type":"date"}]""", "form[0].type", "must be text in this conference")]
    [InlineData("form", """[{"id":"meal","value":"vege"}]""", "form[0].value", "must be absent: radio has values")]
    [InlineData("form", """[{"id":"meal","multiple":true}]""", "form[0].multiple", "must be absent: only select has multiple")]
    [InlineData("form", """[{"id":"workshops","category":true}]""", "form[0].category", "must be absent: only select has a category")]
    [InlineData("form", """[{"id":"meal","values":[{"values":[{"values":[]}]}]}]""", "form[0].values[0].values[0].values", "is unknown")]
    [InlineData("form", """[{"id":"address","subItem":[{"id":"meal"}]}]""", "form[0].subItem[0].id", "must be a field of this conference")]
    [InlineData("form", """[{"id":"arrival","value":"29/03/2026"}]""", "form[0].value", NoDate)]
    public async Task Rejects_a_registration_with_an_invalid_member(string member, string? json, string path, string error)
    {
        var body = Replace(Registration, member, json);
        Fails(await _sandbox.SendAsync("POST", Empty, body), 400, $"Invalid request: {path} {error}", path);
        if (json is not (null or "{}"))
        {
            Fails(await _sandbox.SendAsync("PUT", First + "/700001", body), 400, $"Invalid request: {path} {error}", path);
        }

        Assert.Empty(_sandbox.Changes);
    }

    [Theory]
    [InlineData("POST", Empty, "x=1", "application/x-www-form-urlencoded", 415, "The body must be application/json")]
    [InlineData("DELETE", First + "/700001", "{}", "text/plain", 415, "The body must be application/json")]
    [InlineData("PUT", First + "/700001", "{", Json, 400, "The body is not valid JSON")]
    [InlineData("PUT", First + "/700001", "{\"status\":\"\\ud800\"}", Json, 400, "The body is not valid JSON")]
    [InlineData("PUT", First + "/700001", "[]", Json, 400, "Invalid request: body must be an object")]
    [InlineData("PUT", First + "/700001", "{\"seats\":1,\"seats\":2}", Json, 400, "Invalid request: seats occurs twice")]
    [InlineData("PUT", First + "/700001", "{\"seats\":true,\"x\":1}", Json, 400, "Invalid request: seats must be an integer; x is unknown")]
    [InlineData("DELETE", First + "/700001", "{\"reason\":5}", Json, 400, "Invalid request: reason must be a string")]
    [InlineData("DELETE", First + "/700001", "{\"cancelReason\":\"x\"}", Json, 400, "Invalid request: cancelReason is unknown")]
    [InlineData("DELETE", First + "/700001?reason=x", null, "", 400, "Invalid request: reason is unknown")]
    [InlineData("PUT", First + "/700001?fields=id", "{}", Json, 400, "Invalid request: fields is unknown")]
    [InlineData("GET", "conferences", "{}", Json, 400, "There must be no body")]
    [InlineData("GET", First + "?fields=client.id", null, "", 400, "Invalid request: fields must be names of members")]
    [InlineData("GET", First + "?Fields=id", null, "", 400, "Invalid request: Fields is unknown")]
    [InlineData("GET", First + "?fields=id&fields=seats", null, "", 400, "Invalid request: fields occurs twice")]
    [InlineData("GET", First + "?withCancelled=1", null, "", 400, "Invalid request: withCancelled must be one of true, false")]
    [InlineData("GET", First + "/700001?withCancelled=true", null, "", 400, "Invalid request: withCancelled is unknown")]
    [InlineData("GET", "conferences/9/sessions/40001", null, "", 404, "Conference not found")]
    [InlineData("GET", "conferences/1202/sessions/40001/registrations", null, "", 404, "Session not found")]
    [InlineData("GET", "conferences/1201/sessions/40002/registrations/700001", null, "", 404, "Registration not found")]
    [InlineData("POST", "sessions/9/registrations/watch", "{}", Json, 404, "Session not found")]
    [InlineData("POST", Empty, """{"client":{"id":"9"}}""", Json, 404, "Client not found")]
    public async Task Rejects_a_request_that_is_not_as_documented(
        string method, string path, string? body, string mediaType, int status, string message)
    {
        var reply = await _sandbox.SendAsync(method, path, body, mediaType);
        Assert.Equal((status, message), (reply.Status, (string?)reply.Json["error"]!["message"]));
        Assert.Empty(_sandbox.Changes);
    }

    [Theory]
    [InlineData("GET", "conferences/", 404)]
    [InlineData("GET", "Conferences", 404)]
    [InlineData("GET", "conferences/1201/speakers", 404)]
    [InlineData("DELETE", "api/2.1/watchers/61", 404)]
    [InlineData("POST", "conferences", 405, "GET")]
    [InlineData("PATCH", First + "/700001", 405, "GET, PUT, DELETE")]
    [InlineData("GET", Watches, 405, "POST")]
    public async Task Distinguishes_unknown_paths_from_wrong_methods(string method, string path, int status, string? allowed = null)
    {
        var reply = await _sandbox.SendAsync(method, path);
        Assert.Equal((status, string.Empty, allowed), (reply.Status, reply.Body, reply.Headers.GetValueOrDefault("Allow")));
    }

    [Theory]
    [InlineData("address", null, "address", "is required")]
    [InlineData("address", "\"/hook\"", "address", "must be an absolute URL")]
    [InlineData("address", "\"ftp://example.com\"", "address", "must be an absolute URL")]
    [InlineData("basicAuth", "\"u:p\"", "basicAuth", "must be an object")]
    [InlineData("basicAuth", """{"username":"u"}""", "basicAuth.password", "is required")]
    [InlineData("httpRequestHeader", """[{"name":"X-Custom"}]""", "httpRequestHeader", "must be an object")]
    [InlineData("httpRequestHeader", """{"X-Custom":5}""", "httpRequestHeader.X-Custom", "must be a string")]
    [InlineData("schema", "5", "schema", "must be text, or an object whose values are text")]
    [InlineData("schema", """{"places":5}""", "schema", "must be text, or an object whose values are text")]
    [InlineData("method", "\"post\"", "method", "must be one of GET, POST, PUT, PATCH, DELETE")]
    [InlineData("status", "\"Enabled\"", "status", "must be one of enabled, disabled")]
    [InlineData("oauth2Auth", $$"""{{{OAuth2}}}""", "oauth2Auth", "must have a refreshToken")]
    [InlineData("oauth2Auth", $$"""{{{OAuth2}},"grantType":"password"}""", "oauth2Auth.grantType", "must be one of " + GrantTypes)]
    [InlineData("oauth2Auth", $$"""{{{OAuth2}},"grantType":"client_credentials","scope":"s"}""", "oauth2Auth", NoRefreshMembers)]
    [InlineData("signature", """{"enabled":"true"}""", "signature.enabled", "must be a boolean")]
    [InlineData("signature", """{"cryptoKeyIds":"k1"}""", "signature.cryptoKeyIds", "must be an array")]
    [InlineData("signature", """{"keys":["k1"]}""", "signature.keys", "is unknown")]
    [InlineData("id", "\"1\"", "id", "is unknown")]
    public async Task Rejects_a_watch_with_an_invalid_member(string member, string? json, string path, string error)
    {
        var body = Replace("""{"address":"https://example.com/hook"}""", member, json);
        Fails(await _sandbox.SendAsync("POST", Watches, body), 400, $"Invalid request: {path} {error}", path);
    }

    private static string Replace(string body, string member, string? json)
    {
        var changed = JsonNode.Parse(body)!.AsObject();
        changed.Remove(member);
        if (json is not null)
        {
            changed[member] = JsonNode.Parse(json);
        }

        return changed.ToJsonString();
    }
}
