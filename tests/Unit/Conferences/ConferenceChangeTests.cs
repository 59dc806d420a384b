using TrainingApis.Conferences;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Conferences.ConferenceCalls;

namespace TrainingApis.Tests.Unit.Conferences;

/// <summary>Tests the requests of changes, and which responses confirm a change.</summary>
public class ConferenceChangeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Creates_a_registration_with_the_given_members()
    {
        var form = new object?[] { new SortedDictionary<string, object?> { ["id"] = "meal", ["value"] = "é" } };
        var registration = new NewRegistration
        {
            ConferenceId = "C/1",
            SessionId = "40001",
            ClientId = "5001",
            Seats = 2,
            Status = RegistrationStatus.WaitingList,
            Form = form
        };
        var (created, call) = await SendAsync("""{"id":700001,"client":{"id":5001},"status":"waitingList","seats":2}""", client =>
            client.CreateRegistrationAsync(registration, Cancel), 201);

        Assert.Equal("POST " + RegistrationsUri, call.ToString());
        Assert.Equal("""{"client":{"id":"5001"},"seats":2,"status":"waitingList","form":[{"id":"meal","value":"é"}]}""", call.Body);
        Assert.Equal("application/json", call.Headers["Content-Type"]);
        Assert.Equal(("C/1", "40001", "700001", "5001", RegistrationStatus.WaitingList),
            (created.ConferenceId, created.SessionId, created.RegistrationId, created.ClientId, created.Status));
    }

    [Fact]
    public async Task Sends_only_the_given_members()
    {
        var (_, call) = await SendAsync("""{"id":1,"seats":5}""", client =>
            client.UpdateRegistrationAsync(Change(change => change.Seats = 5), Cancel));

        Assert.Equal("PUT " + RegistrationsUri + "/1", call.ToString());
        Assert.Equal("""{"seats":5}""", call.Body);
    }

    [Fact]
    public async Task Returns_the_ids_after_a_204()
    {
        var (changed, _) = await SendAsync("", client =>
            client.UpdateRegistrationAsync(Change(change => change.ClientId = "5"), Cancel), 204);

        Assert.Equal(("C/1", "40001", "1", null), (changed.ConferenceId, changed.SessionId, changed.RegistrationId, changed.Seats));
    }

    [Theory]
    [InlineData(RegistrationStatus.Cancelled, "cannot be set to Cancelled")]
    [InlineData(RegistrationStatus.Unknown, "Accepted or WaitingList")]
    public async Task Rejects_a_status_that_cannot_be_set(RegistrationStatus status, string named)
    {
        var server = new ScriptedHandler(() => ScriptedHandler.Body("{}"));
        using var api = Open(Keys(server));
        var error = await Assert.ThrowsAsync<ApiException>(() =>
            api.Client().UpdateRegistrationAsync(Change(change => change.Status = status), Cancel));

        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.Contains(named, error.Message);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("ill", null, """{"reason":"ill"}""")]
    [InlineData("ill", "desk", """{"reason":"ill","source":"desk"}""")]
    public async Task Sends_a_body_with_a_cancellation_only_if_a_reason_is_given(string? reason, string? source,
        string? body)
    {
        var (_, call) = await SendAsync("", async client =>
            { await client.CancelRegistrationAsync(Cancellation(reason, source), Cancel); return 0; });

        Assert.Equal("DELETE " + RegistrationsUri + "/1", call.ToString());
        Assert.Equal(body ?? "", call.Body);
        Assert.Equal(body is null ? null : "application/json", call.Headers.GetValueOrDefault("Content-Type"));
    }

    [Theory]
    [InlineData("PATCH registrations/{id}", "PATCH registrations/1", """{"client":{"id":"5"},"seats":2}""")]
    [InlineData("POST conferences/{conferenceId}/r/{id} query", "POST conferences/C%2F1/r/1?client.id=5&seats=2", "")]
    public async Task Sends_an_update_to_the_configured_route(string route, string sent, string body)
    {
        var server = new ScriptedHandler(() => ScriptedHandler.Body("""{"id":1}"""));
        var options = Keys(server);
        options.Routes = new Dictionary<string, string> { ["UpdateRegistration"] = route };
        using var api = Open(options);
        await api.Client().UpdateRegistrationAsync(Change(change => (change.ClientId, change.Seats) = ("5", 2)), Cancel);

        Assert.Equal(sent.Replace(" ", " " + Base, StringComparison.Ordinal), server.Calls[0].ToString());
        Assert.Equal(body, server.Calls[0].Body);
    }

    [Theory]
    [InlineData("""{"seats":1}""", 200, ApiErrorKind.InDoubt)]
    [InlineData("", 200, ApiErrorKind.InDoubt)]
    [InlineData("", 204, ApiErrorKind.InDoubt)]
    [InlineData("<html></html>", 200, ApiErrorKind.InDoubt)]
    [InlineData("""{"id":1""", 200, ApiErrorKind.InDoubt)]
    [InlineData("""{"error":{"statusCode":500}}""", 200, ApiErrorKind.InDoubt)]
    [InlineData("""{"error":{"message":"oops"}}""", 500, ApiErrorKind.InDoubt)]
    [InlineData("""{"error":"full"}""", 200, ApiErrorKind.Rejected)]
    [InlineData("""{"error":{"message":"full","statusCode":409}}""", 200, ApiErrorKind.Conflict)]
    [InlineData("""{"error":{"message":"full"}}""", 409, ApiErrorKind.Conflict)]
    [InlineData("""{"error":{"message":"no"}}""", 400, ApiErrorKind.InvalidRequest)]
    public async Task Maps_the_response_to_a_failed_creation(string body, int status, ApiErrorKind kind) =>
        Assert.Equal(kind, (await FailAsync(body, client =>
            client.CreateRegistrationAsync(new NewRegistration { ConferenceId = "c", SessionId = "s", ClientId = "5" }, Cancel),
                status)).Kind);

    [Theory]
    [InlineData("""{"error":"already cancelled"}""", 200, ApiErrorKind.Rejected)]
    [InlineData("""{"error":{"statusCode":404}}""", 200, ApiErrorKind.NotFound)]
    [InlineData("<html></html>", 200, ApiErrorKind.InDoubt)]
    [InlineData("", 502, ApiErrorKind.InDoubt)]
    [InlineData("", 404, ApiErrorKind.NotFound)]
    public async Task Maps_the_response_to_a_failed_cancellation(string body, int status, ApiErrorKind kind) =>
        Assert.Equal(kind, (await FailAsync(body, client =>
            client.CancelRegistrationAsync(Cancellation(null, null), Cancel), status)).Kind);

    private static RegistrationChange Change(Action<RegistrationChange> set)
    {
        var change = new RegistrationChange { ConferenceId = "C/1", SessionId = "40001", RegistrationId = "1" };
        set(change);
        return change;
    }

    private static RegistrationCancellation Cancellation(string? reason, string? source) =>
        new() { ConferenceId = "C/1", SessionId = "40001", RegistrationId = "1", Reason = reason, Source = source };
}
