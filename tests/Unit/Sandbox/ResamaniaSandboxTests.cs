using System.Text.Json.Nodes;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests that Resamania in the sandbox rejects invalid requests as documented.</summary>
public sealed class ResamaniaSandboxTests : IDisposable
{
    private const string MinimalContact = """{"familyName":"Le Goff","givenName":"Loïc","birthDate":"1999-12-31","email":"loic@example.com"}""";
    private const string Server = "&client_id=sandbox-client&client_secret=sandbox-secret";
    private const string Contact = "&client_id=sandbox-contact-client&client_secret=sandbox-contact-secret";

    private readonly ResamaniaRequests _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("", "invalid_request")]
    [InlineData("grant_type=client_credentials", "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=sandbox-client&client_secret=x", "invalid_client")]
    [InlineData("grant_type=http" + Server, "unsupported_grant_type")]
    [InlineData("grant_type=http%3A%2F%2Fcontactclientcredentials&email=a" + Server, "unauthorized_client")]
    [InlineData("grant_type=client_credentials" + Contact, "unauthorized_client")]
    [InlineData("grant_type=http%3A%2F%2Fclubclientcredentials&clubId=1" + Server, "invalid_grant")]
    [InlineData("grant_type=http%3A%2F%2Fcontactclientcredentials&email=john+test%40email.tld" + Contact, "invalid_grant")]
    [InlineData("grant_type=http%3A%2F%2Fcontactclientcredentials" + Contact, "invalid_grant")]
    [InlineData("grant_type=refresh_token&refresh_token=x" + Server, "invalid_grant")]
    public async Task Rejects_a_token_request_with_the_OAuth_error(string fields, string error)
    {
        var reply = await _api.GetTokenAsync(fields);
        Assert.Equal((400, error), (reply.Status, (string?)reply.Json["error"]));
    }

    [Theory]
    [InlineData("demoapi/oauth/v2/token")]
    [InlineData("oauth/v2/token")]
    public async Task Issues_tokens_at_both_documented_paths_and_renews_each_once(string path)
    {
        var first = await _api.GetTokenAsync(
            "grant_type=http%3A%2F%2Fclubclientcredentials&clubId=%2Fdemoapi%2Fclubs%2F1" + Server, path);
        ResamaniaRequests.AssertShows(JsonNode.Parse(ResamaniaRequests.Example("token.response")), first.Json);
        var refresh = $"grant_type=refresh_token&refresh_token={first.Json["refresh_token"]}";
        Assert.Equal(400, (await _api.GetTokenAsync(refresh + Contact)).Status);
        var renewed = await _api.GetTokenAsync(refresh + Server);
        Assert.NotEqual((string?)first.Json["refresh_token"], (string?)renewed.Json["refresh_token"]);
        Assert.Equal(400, (await _api.GetTokenAsync(refresh + Server)).Status);
        Assert.Equal(200, (await _api.SendWithAsync((string?)renewed.Json["access_token"], "GET", "demoapi/contacts")).Status);
    }

    [Theory]
    [InlineData(null, "access_denied")]
    [InlineData("unknown", "invalid_grant")]
    public async Task Rejects_a_request_without_a_valid_token(string? token, string error)
    {
        var reply = await _api.SendWithAsync(token, "GET", "demoapi/contacts");
        Assert.Equal((401, error), (reply.Status, (string?)reply.Json["error"]));
        Assert.StartsWith("Bearer ", reply.Headers["WWW-Authenticate"]);
    }

    [Theory]
    [InlineData("GET", "demoapi/nowhere", 404, "No route found for \"GET /demoapi/nowhere\"")]
    [InlineData("GET", "demoapi/Contacts", 404, "No route found for \"GET /demoapi/Contacts\"")]
    [InlineData("DELETE", "demoapi/contacts/2", 405, "No route found for \"DELETE /demoapi/contacts/2\"")]
    [InlineData("GET", "someone/contacts", 404, "Item not found")]
    [InlineData("GET", "contacts", 403, "api.error.scope.unauthorized-endpoint")]
    [InlineData("GET", "network/clubs", 403, "api.error.scope.unauthorized-endpoint")]
    [InlineData("GET", "demoapi/contacts/7", 404, "Item not found")]
    [InlineData("GET", "demoapi/contacts/%2Fdemoapi%2Fcontacts%2F2", 404, "Item not found")]
    [InlineData("GET", "demoapi/contacts?emial=x", 400, "Extra attributes are not allowed (\"emial\" is unknown).")]
    [InlineData("GET", "demoapi/contacts?page=0", 422, "page: This value should be greater than 0.")]
    [InlineData("GET", "demoapi/contacts?page=two", 400, "The type of the \"page\" attribute must be \"integer\", \"string\" given.")]
    [InlineData("GET", "demoapi/referentials/sources?archived=maybe", 422, "archived: This value should be one of true, false.")]
    [InlineData("GET", "demoapi/network/contact_search", 422, "email: required")]
    [InlineData("PUT", "demoapi/contacts/12345/migrate", 403, "api.error.scope.unauthorized-endpoint")]
    public Task Rejects_an_invalid_path_or_query(string method, string path, int status, string description) =>
        _api.AssertRefusedAsync(status, description, method, path);

    [Theory]
    [InlineData("demoapi/contacts", null, "/demoapi/network_nodes/1433")]
    [InlineData("demoapi/contacts", "1", "/demoapi/network_nodes/1433")]
    [InlineData("demoapi/contacts", "/demoapi/clubs/99", "/demoapi/network_nodes/1433")]
    [InlineData("demoapi/contacts", "/demoapi/clubs/1", null)]
    [InlineData("demoapi/clubs", "/demoapi/clubs/1", "1433")]
    [InlineData("demoapi/network/clubs", "/demoapi/clubs/1", null)]
    public async Task Finds_nothing_with_a_missing_or_wrong_context_header(string path, string? club, string? node)
    {
        (_api.Club, _api.Node) = (club, node);
        await _api.AssertRefusedAsync(404, "Item not found", "GET", path);
    }

    [Theory]
    [InlineData("familyName", "' '", 422, "familyName: required")]
    [InlineData("email", "null", 422, "email: required")]
    [InlineData("birthDate", "'31/12/1999'", 422, "birthDate: This value should be a valid date.")]
    [InlineData("email", "'l at example'", 422, "email: This value should be a valid email address.")]
    [InlineData("email", "'paul+CLIENT@email.tld'", 400, "api.error.contact.email-already-used")]
    [InlineData("email", "'temp+33@email.tld'", 400, "api.error.contact.email-already-used")]
    [InlineData("mobile", "'none'", 422, "mobile: This value should be a valid phone number.")]
    [InlineData("landline", "4", 400, "The type of the \"landline\" attribute must be \"string\", \"integer\" given.")]
    [InlineData("gender", "'Female'", 422, "gender: This value should be one of male, female.")]
    [InlineData("state", "'old_client'", 422, "state: This value should be one of temp, prospect.")]
    [InlineData("address", "'Toulon'", 400, "The type of the \"address\" attribute must be \"object\", \"string\" given.")]
    [InlineData("address", "{'city':'Toulon'}", 400, "Extra attributes are not allowed (\"address.city\" is unknown).")]
    [InlineData("FamilyName", "'x'", 400, "Extra attributes are not allowed (\"FamilyName\" is unknown).")]
    [InlineData("FamilyName", "null", 400, "Extra attributes are not allowed (\"FamilyName\" is unknown).")]
    [InlineData("familyName", "'\\ud83d'", 400, "Syntax error")]
    [InlineData("clubId", "1", 404, "Item not found")]
    [InlineData("clubId", "'/demoapi/contacts/1'", 404, "Item not found")]
    [InlineData("sourceId", "'/demoapi/sources/1'", 404, "Item not found")]
    public async Task Rejects_an_invalid_field_of_a_contact(string name, string value, int status, string description)
    {
        var body = JsonNode.Parse(MinimalContact)!.AsObject();
        body[name] = "@";
        var text = body.ToJsonString().Replace("\"@\"", value.Replace('\'', '"'));
        await _api.AssertRefusedAsync(status, description, "POST", "demoapi/contacts", text);
        await _api.AssertRefusedAsync(status, description, "PUT", "demoapi/contacts/2974221", $"{{\"{name}\":{value.Replace('\'', '"')}}}");
    }

    [Theory]
    [InlineData("POST", "contacts", "{}", 422, "familyName: required\ngivenName: required\nbirthDate: required\nemail: required")]
    [InlineData("POST", "contacts", "[]", 400, "Syntax error")]
    [InlineData("POST", "contacts", "null", 400, "Syntax error")]
    [InlineData("POST", "contacts", null, 415, "The content-type \"\" is not supported.")]
    [InlineData("PUT", "contacts/2974221", "{'clubId':'/demoapi/clubs/2'}", 422, "clubId: This value should not be changed.")]
    [InlineData("POST", "referentials/sources", "{'name':''}", 422, "name: required")]
    [InlineData("POST", "sales", "{}", 422, "contactId: required\nclubId: required")]
    [InlineData("POST", "sales", "{'contactId':'2','clubId':'/demoapi/clubs/1'}", 404, "Item not found")]
    [InlineData("POST", "sales", "{'total':3}", 400, "Extra attributes are not allowed (\"total\" is unknown).")]
    [InlineData("PUT", "sales/33/update_contact", "{}", 400, "This operation takes no body.")]
    [InlineData("PUT", "sales/99/update_contact", null, 404, "Item not found")]
    [InlineData("POST", "contact_migration_requests", "{'contactId':'/demoapi/contacts/12345'}", 422, "clubId: required")]
    public Task Rejects_an_invalid_body(string method, string path, string? body, int status, string description) =>
        _api.AssertRefusedAsync(status, description, method, "demoapi/" + path, body?.Replace('\'', '"'));

    [Theory]
    [InlineData(3, 12345, 404, "Item not found")]
    [InlineData(1, 12346, 400, "api.error.contact.migrate.source-not-prospect")]
    [InlineData(1, 2974221, 400, "api.error.contact.migrate.same-club")]
    public async Task Rejects_an_invalid_transfer(int club, int contact, int status, string description)
    {
        var body = $$"""{"clubId":"/demoapi/clubs/{{club}}","contactId":"/demoapi/contacts/{{contact}}"}""";
        await _api.AssertRefusedAsync(status, description, "POST", "demoapi/contact_migration_requests", body);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/ld+json", 201)]
    public async Task Accepts_only_JSON_and_JSON_LD(string mediaType, int status) =>
        Assert.Equal(status, (await _api.SendAsync("POST", "demoapi/contacts", MinimalContact, mediaType)).Status);

    [Theory]
    [InlineData("{'targetContactId':'/demoapi/contacts/2'}", 422, "targetClubId: required")]
    [InlineData("{'targetContactId':2,'targetClubId':'/demoapi/clubs/1'}", 404, "Item not found")]
    [InlineData("{'targetContactId':'/demoapi/contacts/2974221','targetClubId':'/demoapi/clubs/1'}", 400, "target-not-temp")]
    [InlineData("{'targetContactId':'/demoapi/contacts/2','targetClubId':'/demoapi/clubs/3'}", 400, "target-not-in-club")]
    public async Task Rejects_an_invalid_migration(string body, int status, string description)
    {
        await _api.ActAsContactAsync("ines+nice@email.tld");
        var expected = status == 400 ? "api.error.contact.migrate." + description : description;
        await _api.AssertRefusedAsync(status, expected, "PUT", "demoapi/contacts/12345/migrate", body.Replace('\'', '"'));
    }

    [Fact]
    public async Task A_contact_token_is_valid_only_for_its_contact()
    {
        await _api.ActAsContactAsync("paul+client@email.tld");
        Assert.Equal(200, (await _api.SendAsync("GET", "demoapi/contacts/12346")).Status);
        foreach (var path in new[] { "contacts/2", "contacts", "network/contact_search?email=x" })
        {
            await _api.AssertRefusedAsync(403, "api.error.scope.unauthorized-endpoint", "GET", "demoapi/" + path);
        }

        await _api.AssertRefusedAsync(403, "api.error.scope.unauthorized-endpoint", "PUT", "demoapi/sales/33/update_contact");

        var body = ResamaniaRequests.Example("contact-migrate.request");
        await _api.AssertRefusedAsync(400, "api.error.contact.migrate.source-not-prospect", "PUT", "demoapi/contacts/12346/migrate", body);
    }

    [Fact]
    public async Task A_club_token_is_valid_only_for_its_club()
    {
        await _api.ActAsClubAsync(2);
        Assert.Equal(7, (await _api.ListAsync("demoapi/contacts")).Count);
        Assert.Equal("/demoapi/clubs/2", (string?)(await _api.SendAsync("POST", "demoapi/contacts", MinimalContact)).Json["clubId"]);
        await _api.AssertRefusedAsync(404, "Item not found", "PUT", "demoapi/contacts/2", """{"givenName":"Zoé"}""");
        await _api.AssertRefusedAsync(404, "Item not found", "PUT", "demoapi/sales/33/update_contact");
        _api.Club = "/demoapi/clubs/1";
        await _api.AssertRefusedAsync(404, "Item not found", "GET", "demoapi/contacts");
    }
}
