using System.Text.Json;
using TrainingApis.Sandbox;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>What changes leave behind, and the vendor's own refusals.</summary>
public sealed class RegistrationStateTests : IDisposable
{
    private readonly SandboxCaller _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task A_lead_can_be_registered_and_its_seat_shows_in_the_catalogue()
    {
        var lead = (await LeadAsync("marie@example.com")).Text("id");
        var answer = await RegisterAsync("2025 61072 par 001", lead!, "true");
        Assert.Equal("SUCCESS", answer.Text("code"));
        Assert.Equal(9, await SeatsAsync("Sessions/2025-61072-PAR-001"));
        Assert.Equal("INS-2026-000001", answer.Text("id"));
        Assert.Equal("SUCCESS", (await CancelAsync("INS-2026-000001")).Text("code"));
        Assert.Equal(8, await SeatsAsync("Sessions/2025-61072-PAR-001"));
    }

    [Fact]
    public async Task Refusals_are_said_in_the_body()
    {
        Refused("Email format is invalid", await LeadAsync("marie"));
        Refused("Session not found", await RegisterAsync("SES999"));
        Refused("Session not found", await RegisterAsync("2025-61072-LYO-001"));
        Refused("Session not available", await RegisterAsync("SES900"));
        Refused("Session is full", await RegisterAsync("SES901"));
        Refused("Lead not found", await RegisterAsync("SES001", "nobody", "true"));
        Assert.Equal("SUCCESS", (await RegisterAsync("SES901", more: ",\"overbooking\":true")).Text("code"));
        _sandbox.Control.Cegos.RefusalStatus = 400;
        Assert.Equal((400, "Session not found"), ((await RegisterAsync("SES999")).Status, (await RegisterAsync("SES999")).Text("reason")));

        static void Refused(string reason, SandboxReply answer)
        {
            Assert.Equal((200, "ERROR", reason), (answer.Status, answer.Text("code"), answer.Text("reason")));
            Shape.Is(answer.Json, "code:s reason:s id:0");
        }
    }

    [Fact]
    public async Task A_session_fills_up()
    {
        for (var seat = 9; seat <= 12; seat++)
            Assert.Equal("SUCCESS", (await RegisterAsync("2025-61072-PAR-001")).Text("code"));
        Assert.Equal("Session is full", (await RegisterAsync("2025-61072-PAR-001")).Text("reason"));
        Assert.True((await _sandbox.GetAsync("Sessions")).Data[0].GetProperty("isFull").GetBoolean());
    }

    [Fact]
    public async Task A_cancellation_works_once_and_by_the_route_it_was_given()
    {
        await RegisterAsync("SES001");
        Shape.Is((await CancelAsync("INS-2026-000001")).Json, "code:s reason:s");
        Assert.Equal("Registration already canceled", (await CancelAsync("INS-2026-000001")).Text("reason"));
        Assert.Equal("Registration not found", (await CancelAsync("INS-2026-000002")).Text("reason"));
        await RegisterAsync("SES001");
        foreach (var route in new[] { "PUT v1/Registration query", "POST v1/Registration query" })
        {
            _sandbox.Control.Cegos.SetRoute("CancelRegistration", route);
            var address = SandboxCaller.Registration + "Registration?registrationNumber=INS-2026-000002&reason=trop+tard";
            Assert.Equal("Canceled", route.StartsWith("PUT") ? await StateOfAsync(address, HttpMethod.Put) : await StateOfAsync(address, HttpMethod.Post));
        }

        Assert.Equal("SUCCESS", (await RegisterAsync("SES001")).Text("code"));
        Assert.Equal(405, (await CancelAsync("INS-2026-000003")).Status);

        async Task<string?> StateOfAsync(string address, HttpMethod method)
        {
            Assert.Equal(200, (await _sandbox.AskAsync(method, address)).Status);
            return State("registrations")[1].GetProperty("state").GetString();
        }
    }

    [Fact]
    public async Task A_deferral_waits_and_then_has_a_new_number()
    {
        await RegisterAsync("SES001");
        var transaction = (await DeferAsync("INS-2026-000001", "SES002")).Text("transactionId");
        _sandbox.Control.Cegos.ScheduledReads = 0;
        Shape.Is((await ReadAsync(transaction)).Json, "response:0 error:0 status:s");
        Assert.Equal("Scheduled", (await ReadAsync(transaction)).Text("status"));
        var done = (await ReadAsync(transaction)).Json;
        Shape.Is(done, "response:o error:0 status:s");
        Assert.Equal("Processed", done.GetProperty("status").GetString());
        Shape.Is(done.GetProperty("response"), "code:s reason:s id:s");
        Assert.Equal("INS-2026-000002", done.GetProperty("response").GetProperty("id").GetString());
        Assert.Equal(["Deferred", "Active"], State("registrations").EnumerateArray().Select(one => one.GetProperty("state").GetString()));
        Shape.Is((await DeferAsync("INS-2026-000001", "SES002")).Json, "transactionId:0");
        Shape.Is((await DeferAsync("INS-2026-000002", "SES999")).Json, "transactionId:0");
    }

    [Fact]
    public async Task A_deferral_fails_in_both_documented_ways()
    {
        _sandbox.Control.Cegos.ScheduledReads = 0;
        await RegisterAsync("SES001");
        var failed = await ReadAsync((await DeferAsync("INS-2026-000001", "SES900")).Text("transactionId"));
        Assert.Equal("""{"response":null,"error":"Session not available","status":"Error"}""", failed.Body);
        var refused = await ReadAsync((await DeferAsync("INS-2026-000001", "SES901")).Text("transactionId"));
        Assert.Equal("""{"response":{"code":"ERROR","reason":"Session is full","id":null},"error":null,"status":"Processed"}""", refused.Body);
        Assert.Equal(404, (await ReadAsync("TXN-0")).Status);
    }

    [Fact]
    public async Task Tenants_do_not_see_each_other()
    {
        var account = new SandboxAccount("second", "pw", "second", ["api-registration"]);
        _sandbox.Control.Cegos.AddAccount(account);
        using var other = new SandboxCaller(_sandbox.Host, account);
        await RegisterAsync("SES001");
        var body = """{"registrationNumber":"INS-2026-000001"}""";
        Assert.Equal("Registration not found", (await other.AskAsync(HttpMethod.Delete, SandboxCaller.Registration + "Registration", body)).Text("reason"));
        Assert.Equal("sandbox", State("registrations")[0].GetProperty("tenant").GetString());
    }

    [Fact]
    public async Task Many_at_once_get_a_number_each()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => RegisterAsync("SES001")));
        Assert.Distinct(answers.Select(answer => answer.Text("id")));
        Assert.Equal(200, State("registrations").GetArrayLength());
        _sandbox.Control.Reset();
        Assert.Equal(0, State("registrations").GetArrayLength());
    }

    private JsonElement State(string list) => JsonDocument.Parse(_sandbox.Control.GetState()).RootElement.GetProperty("cegos").GetProperty(list);

    private Task<SandboxReply> LeadAsync(string email) =>
        _sandbox.PostAsync("Leads", $$"""{"civility":2,"emailing":0,"lastName":"Curie","firstName":"Marie","email":"{{email}}"}""");

    private Task<SandboxReply> RegisterAsync(string session, string trainee = "C-1", string isLead = "false", string more = "") => _sandbox.PostAsync(
        "Registration",
        $$"""{"managerCrmId":"C-0","managerCrmIsLead":"false","traineeCrmId":"{{trainee}}","traineeCrmIsLead":"{{isLead}}","sessionId":"{{session}}"{{more}}}""");

    private Task<SandboxReply> CancelAsync(string number) =>
        _sandbox.AskAsync(HttpMethod.Delete, SandboxCaller.Registration + "Registration", $$"""{"registrationNumber":"{{number}}"}""");

    private Task<SandboxReply> DeferAsync(string number, string session) =>
        _sandbox.PostAsync("Registration/defer", $$"""{"registrationNumber":"{{number}}","sessionId":"{{session}}"}""");

    private Task<SandboxReply> ReadAsync(string? transaction) =>
        _sandbox.AskAsync(HttpMethod.Get, SandboxCaller.Registration + "Registration/defer/" + transaction);

    private async Task<int> SeatsAsync(string path) => (await _sandbox.GetAsync(path)).Data.GetProperty("registrationCount").GetInt32();
}
