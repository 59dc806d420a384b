using System.Text.Json.Nodes;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Bodies of changes are taken as documented, and not otherwise.</summary>
public sealed class RegistrationTypeTests : IDisposable
{
    private const string Lead = """
        {"civility":1,"emailing":1,"lastName":"Dupont","firstName":"Jean","phoneNumber":"+33123456789","email":"jean.dupont@example.com",
        "companyName":"Acme Corp","establishmentName":"Paris Branch","siren":"123456789","siret":"12345678901234","address":"123 Main Street",
        "postalCode":"75001","city":"Paris","country":"FR","positionCode":"MGR001","activityCode":"IT001","userWebId":"WEB123456","type":"PROSPECT"}
        """;

    private const string Registration = """
        {"managerCrmId":"MGR001","managerCrmIsLead":"true","traineeCrmId":"TRA001","traineeCrmIsLead":"false","sessionId":"SES001",
        "clientReference":"CLI-REF-2024","canal":"WEB","comments":"Urgent registration","isCPF":true,"cpfHours":"35","includeMeal":true,
        "overbooking":true,"webSaleId":"WS-2024-001"}
        """;

    private readonly SandboxCaller _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task The_documented_examples_succeed()
    {
        var lead = (await _sandbox.PostAsync("Leads", Lead)).Json;
        Shape.Is(lead, "code:s reason:s id:s");
        Assert.Equal("Lead created successfully in SAP CRM", lead.GetProperty("reason").GetString());
        var registration = (await _sandbox.PostAsync("Registration", Registration)).Json;
        Shape.Is(registration, "code:s reason:s id:s");
        Assert.Matches(@"^INS-2026-\d{6}$", registration.GetProperty("id").GetString()!);
    }

    [Theory]
    [InlineData("managerCrmIsLead", "true")]
    [InlineData("managerCrmIsLead", "\"True\"")]
    [InlineData("traineeCrmIsLead", "false")]
    [InlineData("traineeCrmIsLead", "0")]
    [InlineData("traineeCrmIsLead", null)]
    [InlineData("managerCrmId", "12")]
    [InlineData("managerCrmId", "\" \"")]
    [InlineData("traineeCrmId", null)]
    [InlineData("sessionId", null)]
    [InlineData("sessionId", "null")]
    [InlineData("isCPF", "\"true\"")]
    [InlineData("isCPF", "1")]
    [InlineData("includeMeal", "\"false\"")]
    [InlineData("overbooking", "0")]
    [InlineData("cpfHours", "35")]
    [InlineData("cpfHours", "\"3,5\"")]
    [InlineData("clientReference", "null")]
    [InlineData("comments", "[]")]
    [InlineData("IsCpf", "true")]
    [InlineData("reference", "\"x\"")]
    public Task A_registration_with_another_type_is_refused_by_name(string field, string? json) => RefusesAsync("Registration", Registration, field, json);

    [Theory]
    [InlineData("civility", "3")]
    [InlineData("civility", "13")]
    [InlineData("civility", "-1")]
    [InlineData("civility", "1.0")]
    [InlineData("civility", "\"1\"")]
    [InlineData("civility", null)]
    [InlineData("emailing", "true")]
    [InlineData("emailing", "2")]
    [InlineData("emailing", "\"0\"")]
    [InlineData("lastName", null)]
    [InlineData("firstName", "\"\"")]
    [InlineData("email", null)]
    [InlineData("siret", "12345678901234")]
    [InlineData("postalCode", "75001")]
    [InlineData("phoneNumber", "null")]
    [InlineData("Email", "\"a@example.com\"")]
    public Task A_lead_with_another_type_is_refused_by_name(string field, string? json) => RefusesAsync("Leads", Lead, field, json);

    [Theory]
    [InlineData("cpfHours", "\"35\"")]
    [InlineData("cpfHours", "\"3.5\"")]
    [InlineData("isCPF", "false")]
    [InlineData("comments", "\"\"")]
    [InlineData("webSaleId", null)]
    public async Task What_is_documented_passes(string field, string? json) =>
        Assert.Equal(200, (await _sandbox.PostAsync("Registration", With(Registration, field, json))).Status);

    [Fact]
    public async Task A_body_that_is_no_json_object_is_refused()
    {
        foreach (var body in new[] { string.Empty, "[]", "{", "\"x\"", "{\"sessionId\":\"\\ud800\"}" })
            Assert.Equal(400, (await _sandbox.PostAsync("Registration", body)).Status);
        Assert.Equal(415, (await _sandbox.AskAsync(HttpMethod.Post, SandboxCaller.Registration + "Leads", Lead, "text/json")).Status);
        var twice = await _sandbox.PostAsync("Leads", Lead.Replace("\"civility\":1,", "\"civility\":1,\"civility\":1,"));
        Shape.Is(twice.Json.GetProperty("errors"), "civility:a");
        Assert.DoesNotContain("LEAD_SAP", _sandbox.Control.GetState());
    }

    private static string With(string body, string field, string? json)
    {
        var edited = JsonNode.Parse(body)!.AsObject();
        edited.Remove(field);
        if (json != null)
            edited.Add(field, JsonNode.Parse(json));
        return edited.ToJsonString();
    }

    private async Task RefusesAsync(string path, string body, string field, string? json)
    {
        var before = _sandbox.Control.GetState();
        var answer = await _sandbox.PostAsync(path, With(body, field, json));
        Assert.Equal(400, answer.Status);
        Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType!.MediaType);
        Shape.Is(answer.Json.GetProperty("errors"), field + ":a");
        Assert.Equal(before, _sandbox.Control.GetState());
    }
}
