using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Cegos;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests that Cegos in the sandbox validates requests and responds as documented.</summary>
public sealed class CegosSandboxTests : IDisposable
{
    private const string Lead = """{"civility":1,"emailing":0,"lastName":"Dupont","firstName":"Jean","email":"jean@example.com"}""";
    private const string Registration =
        """{"managerCrmId":"MGR001","managerCrmIsLead":"true","traineeCrmId":"T-1","traineeCrmIsLead":"false","sessionId":"SES001"}""";

    private const string Grant = "grant_type=client_credentials";
    private readonly SandboxClient _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData(Grant + "&client_id=sandbox-client&client_secret=sandbox-secret&scope=api-cegos", "")]
    [InlineData("client_id=sandbox-client&client_secret=sandbox-secret&scope=api-cegos", "invalid_request")]
    [InlineData(Grant + "&client_id=sandbox-client&client_secret=sandbox-secret&scope=api-cegos&scope=api-cegos", "invalid_request")]
    [InlineData(Grant + "&client_id=sandbox-client&client_secret=wrong&scope=api-cegos", "invalid_client")]
    [InlineData(Grant + "&client_id=nobody&client_secret=sandbox-secret&scope=api-cegos", "invalid_client")]
    [InlineData("grant_type=password&client_id=sandbox-client&client_secret=sandbox-secret&scope=api-cegos", "unsupported_grant_type")]
    [InlineData(Grant + "&client_id=sandbox-client&client_secret=sandbox-secret&scope=api-cegos api-registration", "invalid_scope")]
    [InlineData(Grant + "&client_id=poor&client_secret=s&scope=api-cegos", "unauthorized_client")]
    public async Task Rejects_an_invalid_token_request(string form, string error)
    {
        _sandbox.Handler.Engine.Cegos.AddAccount(new CegosAccount("poor", "s", "poor", []));
        var reply = await _sandbox.SendAsync("POST", "cegos/auth/connect/token", form, "application/x-www-form-urlencoded");
        Assert.Equal((error.Length == 0 ? 200 : 400, error), (reply.Status, (string?)reply.Json["error"] ?? string.Empty));
        if (error.Length == 0)
        {
            Assert.Equal(("Bearer", 3600), ((string?)reply.Json["token_type"], (int?)reply.Json["expires_in"]));
        }
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("Basic x", 401)]
    [InlineData("Bearer x", 401)]
    public async Task Rejects_a_request_without_a_valid_token(string? authorization, int status)
    {
        var headers = authorization is null ? [] : new[] { ("Authorization", authorization) };
        Assert.Equal(status, (await _sandbox.SendAsync("GET", "cegos/catalog/v1/Catalogs", headers: headers)).Status);
    }

    [Fact]
    public async Task A_token_is_valid_for_one_scope_until_it_expires()
    {
        Assert.Equal(200, (await _sandbox.CegosAsync("GET", "catalog/v1/Catalogs")).Status);
        var tokens = _sandbox.Handler.Engine.Cegos.Tokens;
        var header = ("Authorization", "Bearer " + tokens.Issue(new CegosGrant(CegosAccount.Default, CegosAccount.CatalogScope)));
        Assert.Equal(403, (await _sandbox.SendAsync("POST", "cegos/registration/v1/Leads", Lead, headers: header)).Status);
        tokens.ExpireAccessTokens();
        Assert.Equal(401, (await _sandbox.CegosAsync("GET", "catalog/v1/Catalogs")).Status);
    }

    [Theory]
    [InlineData("GET", "catalog/v1/catalogs", 200)]
    [InlineData("GET", "catalog/v1/CatalogTopics", 200)]
    [InlineData("GET", "catalog/v1/Referentials/centers", 200)]
    [InlineData("GET", "catalog/v1/Products?PAGENUMBER=-3&hydrate=True&pageSize=7", 200)]
    [InlineData("GET", "catalog/v1/Products?pageNumber=two", 400)]
    [InlineData("GET", "catalog/v1/Products?pageNumber=", 400)]
    [InlineData("GET", "catalog/v1/Products?pageNumber=2147483648", 400)]
    [InlineData("GET", "catalog/v1/Products?hydrate=1", 400)]
    [InlineData("GET", "catalog/v1/Products/202561072", 200)]
    [InlineData("GET", "catalog/v1/Products/202661072", 200)]
    [InlineData("GET", "catalog/v1/Products/2025-61072", 404)]
    [InlineData("GET", "catalog/v1/Products/61072", 404)]
    [InlineData("GET", "catalog/v1/Sessions/2025-61072-PAR-001", 200)]
    [InlineData("GET", "catalog/v1/Sessions/202561072PAR001", 404)]
    [InlineData("GET", "catalog/v1/Sessions/2025-61072-LYO-001", 404)]
    [InlineData("GET", "catalog/v1/Sessions/2025-61072-PAR-999", 404)]
    [InlineData("POST", "catalog/v1/Products", 405)]
    [InlineData("GET", "catalog/v1/CatalogsTopics", 404)]
    [InlineData("GET", "registration/v1/Leads", 405)]
    [InlineData("POST", "registration/v1/registrations", 404)]
    [InlineData("GET", "registration/v1/Registration/defer/TXN-0", 404)]
    public async Task Validates_paths_and_queries(string method, string path, int status) =>
        Assert.Equal(status, (await _sandbox.CegosAsync(method, path)).Status);

    [Theory]
    [InlineData("v1/Leads", Lead, "civility", "3")]
    [InlineData("v1/Leads", Lead, "civility", "\"1\"")]
    [InlineData("v1/Leads", Lead, "emailing", "true")]
    [InlineData("v1/Leads", Lead, "emailing", "2")]
    [InlineData("v1/Leads", Lead, "lastName", "null")]
    [InlineData("v1/Leads", Lead, "email", null)]
    [InlineData("v1/Leads", Lead, "phoneNumber", "33")]
    [InlineData("v1/Leads", Lead, "PhoneNumber", "\"33\"")]
    [InlineData("v1/Registration", Registration, "managerCrmId", "\" \"")]
    [InlineData("v1/Registration", Registration, "managerCrmIsLead", "true")]
    [InlineData("v1/Registration", Registration, "traineeCrmIsLead", "\"oui\"")]
    [InlineData("v1/Registration", Registration, "sessionId", null)]
    [InlineData("v1/Registration", Registration, "isCPF", "\"true\"")]
    [InlineData("v1/Registration", Registration, "cpfHours", "35")]
    [InlineData("v1/Registration", Registration, "cpfHours", "\"7,5\"")]
    [InlineData("v1/Registration", Registration, "overbooking", "1")]
    [InlineData("v1/Registration", Registration, "seats", "1")]
    [InlineData("v1/Registration/defer", """{"registrationNumber":"x","sessionId":"SES001"}""", "sessionId", null)]
    public async Task Returns_a_problem_document_for_an_invalid_field(string path, string body, string field, string? json)
    {
        var fields = JsonNode.Parse(body)!.AsObject();
        fields.Remove(field);
        if (json is not null)
        {
            fields[field] = JsonNode.Parse(json);
        }

        var reply = await _sandbox.CegosAsync("POST", "registration/" + path, fields.ToJsonString());
        Assert.Equal(400, reply.Status);
        Assert.Equal("application/problem+json; charset=utf-8", reply.Headers["Content-Type"]);
        Assert.Equal([field], reply.Json["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task Accepts_only_JSON()
    {
        var token = _sandbox.Handler.Engine.Cegos.Tokens.Issue(new CegosGrant(CegosAccount.Default, CegosAccount.RegistrationScope));
        var header = ("Authorization", "Bearer " + token);
        Assert.Equal(415, (await _sandbox.SendAsync("POST", "cegos/registration/v1/Leads", Lead, "text/plain", header)).Status);
        Assert.Equal(400, (await _sandbox.CegosAsync("POST", "registration/v1/Leads", "[]")).Status);
        Assert.Equal(400, (await _sandbox.CegosAsync("POST", "registration/v1/Leads", "{")).Status);
    }

    [Theory]
    [InlineData("SES001", "SUCCESS Registration created successfully")]
    [InlineData("SES900", "ERROR Session not available")]
    [InlineData("SES901", "ERROR Session is full")]
    [InlineData("SES902", "ERROR Session not found")]
    [InlineData("SES000", "ERROR Session not found")]
    [InlineData("2025-61072-PAR-001", "SUCCESS Registration created successfully")]
    [InlineData("202561072PAR001", "SUCCESS Registration created successfully")]
    [InlineData("nothing", "ERROR Session not found")]
    public async Task The_result_of_a_registration_depends_on_the_session(string session, string expected) =>
        Assert.Equal(expected, await ChangeAsync("POST", "v1/Registration", Registration.Replace("SES001", session)));

    [Fact]
    public async Task Validates_the_persons_of_a_request()
    {
        Assert.Equal("ERROR Lead not found", await ChangeAsync("POST", "v1/Registration", Registration.Replace("MGR001", "MGR002")));
        var lead = await _sandbox.CegosAsync("POST", "registration/v1/Leads", Lead);
        Assert.Equal("LEAD_SAP_456789", (string?)lead.Json["id"]);
        var asContact = Registration.Replace("T-1", "LEAD_SAP_456789");
        Assert.Equal("ERROR Contact not found", await ChangeAsync("POST", "v1/Registration", asContact));
        Assert.Equal("ERROR Email format is invalid", await ChangeAsync("POST", "v1/Leads", Lead.Replace("jean@example.com", "jean")));
    }

    [Fact]
    public async Task Cancels_a_registration_once_and_frees_its_seat()
    {
        var body = Registration.Replace("SES001", "2025-61072-PAR-001");
        Assert.Equal(8, await CountAsync());
        var number = (string?)(await _sandbox.CegosAsync("POST", "registration/v1/Registration", body)).Json["id"];
        Assert.Equal(9, await CountAsync());
        var cancel = $$"""{"registrationNumber":"{{number}}","reason":"ill"}""";
        var reply = await _sandbox.CegosAsync("DELETE", "registration/v1/Registration", cancel);
        Assert.Equal("""{"code":"SUCCESS","reason":"Registration canceled successfully"}""", reply.Body);
        Assert.Equal(8, await CountAsync());
        Assert.Equal("ERROR Registration already canceled", await ChangeAsync("DELETE", "v1/Registration", cancel));
        Assert.Equal("ERROR Registration not found", await ChangeAsync("DELETE", "v1/Registration", """{"registrationNumber":"x"}"""));

        async Task<int> CountAsync() =>
            (int)(await _sandbox.CegosAsync("GET", "catalog/v1/Sessions/2025-61072-PAR-001")).Json["data"]!["registrationCount"]!;
    }

    [Fact]
    public async Task Rejects_registrations_for_a_full_session_without_overbooking()
    {
        var body = Registration.Replace("SES001", "2025-61072-PAR-001");
        for (var seat = 0; seat < 4; seat++)
        {
            Assert.StartsWith("SUCCESS", await ChangeAsync("POST", "v1/Registration", body));
        }

        Assert.Equal("ERROR Session is full", await ChangeAsync("POST", "v1/Registration", body));
        Assert.StartsWith("SUCCESS", await ChangeAsync("POST", "v1/Registration", body.Replace("}", ",\"overbooking\":true}")));
    }

    [Theory]
    [InlineData("SES002", "Processed SUCCESS INS-2026-000002 ")]
    [InlineData("SES901", "Processed ERROR  ")]
    [InlineData("SES001", "Processed ERROR  ")]
    [InlineData("SES900", "Error   Session not available")]
    public async Task A_deferral_is_scheduled_and_then_ends(string session, string expected)
    {
        _sandbox.Handler.Engine.Cegos.Settings.ScheduledReads = 1;
        await ChangeAsync("POST", "v1/Registration", Registration);
        var defer = $$"""{"registrationNumber":"INS-2026-000001","sessionId":"{{session}}"}""";
        var id = (string?)(await _sandbox.CegosAsync("POST", "registration/v1/Registration/defer", defer)).Json["transactionId"];
        Assert.Equal("""{"response":null,"error":null,"status":"Scheduled"}""", (await ReadAsync()).Body);
        var json = (await ReadAsync()).Json;
        Assert.Equal(expected, $"{json["status"]} {json["response"]?["code"]} {json["response"]?["id"]} {json["error"]}");

        Task<Reply> ReadAsync() => _sandbox.CegosAsync("GET", "registration/v1/Registration/defer/" + id);
    }

    [Fact]
    public async Task Returns_no_transaction_for_an_unknown_registration()
    {
        const string Body = """{"registrationNumber":"x","sessionId":"SES001"}""";
        var reply = await _sandbox.CegosAsync("POST", "registration/v1/Registration/defer", Body);
        Assert.Equal((200, """{"transactionId":null}"""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Separates_tenants()
    {
        await ChangeAsync("POST", "v1/Registration", Registration);
        var vendor = _sandbox.Handler.Engine.Cegos;
        var other = CegosAccount.Default with { ClientId = "other", Tenant = "other" };
        var header = ("Authorization", "Bearer " + vendor.Tokens.Issue(new CegosGrant(other, CegosAccount.RegistrationScope)));
        var reply = await _sandbox.SendAsync(
            "DELETE", "cegos/registration/v1/Registration", """{"registrationNumber":"INS-2026-000001"}""", headers: header);
        Assert.Equal("Registration not found", (string?)reply.Json["reason"]);
        Assert.Single(vendor.Database["registrations"]);
    }

    [Fact]
    public async Task Tests_can_change_the_status_of_errors_and_routes()
    {
        var vendor = _sandbox.Handler.Engine.Cegos;
        vendor.Settings.RefusalStatus = 422;
        var cancelled = Registration.Replace("SES001", "SES900");
        Assert.Equal(422, (await _sandbox.CegosAsync("POST", "registration/v1/Registration", cancelled)).Status);
        vendor.Settings.RefusalStatus = 200;
        vendor.Move("CancelRegistration", "PUT v1/Registration query");
        Assert.Equal("ERROR Registration not found", await ChangeAsync("PUT", "v1/Registration?registrationNumber=x", string.Empty));
        vendor.Move("Topics", "GET v1/CatalogsTopics");
        Assert.Equal(200, (await _sandbox.CegosAsync("GET", "catalog/v1/CatalogsTopics")).Status);
        Assert.Throws<ArgumentException>(() => vendor.Move("Nothing", "GET x"));
    }

    private async Task<string> ChangeAsync(string method, string path, string body)
    {
        var reply = await _sandbox.CegosAsync(method, "registration/" + path, body);
        Assert.Equal(JsonValueKind.Object, reply.Element.ValueKind);
        return $"{reply.Json["code"]} {reply.Json["reason"]}";
    }
}
