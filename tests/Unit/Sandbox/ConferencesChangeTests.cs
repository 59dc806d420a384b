using System.Text.Json;
using TrainingApis.Sandbox.Conferences;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>What changes of registrations leave behind, and what the vendor says no to.</summary>
public sealed class ConferencesChangeTests : IDisposable
{
    private readonly ConferencesCaller _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task A_registration_is_created_as_it_was_asked_for()
    {
        var made = (await _sandbox.PostAsync(ConferencesCaller.Empty, ConferencesCaller.Registration)).Json;
        Assert.Equal(("accepted", 2, "api", "sandbox"), (Text(made, "status"), made.GetProperty("seats").GetInt32(), Text(made, "sourceType"), Text(made, "source")));
        Assert.Equal("5001", ConferencesCaller.Id(made.GetProperty("client")));
        Shape.Holds(made.GetProperty("client"), "firstName:s lastName:s emailAddress:s");
        Assert.Equal("""{"dateTime":"2026-01-15T10:00:00","timeZone":"Europe/Paris"}""", made.GetProperty("registered").GetRawText());
        Assert.Equal(made.GetRawText(), (await _sandbox.GetAsync($"{ConferencesCaller.Empty}/{ConferencesCaller.Id(made)}")).Body);
        Assert.Single(ConferencesCaller.Items(await _sandbox.GetAsync(ConferencesCaller.Empty)));
    }

    [Fact]
    public async Task Seats_and_status_have_defaults_and_the_same_person_may_come_twice()
    {
        for (var time = 0; time < 2; time++)
        {
            var made = (await _sandbox.PostAsync(ConferencesCaller.Empty, """{"client":{"id":"5002"}}""")).Json;
            Assert.Equal(("accepted", 1), (Text(made, "status"), made.GetProperty("seats").GetInt32()));
        }

        Assert.Equal(2, _sandbox.State.GetProperty("registrations").EnumerateArray().Count(one => Text(one, "parentId") == "40002" && Text(one, "clientId") == "5002"));
        Assert.Equal(["CreateRegistration", "CreateRegistration"], Changes().ConvertAll(change => Text(change, "operation")));
        Assert.Equal("""{"client":{"id":"5002"}}""", Changes()[0].GetProperty("body").GetRawText());
    }

    [Fact]
    public async Task An_update_changes_what_is_given_and_nothing_else()
    {
        var before = (await _sandbox.GetAsync(ConferencesCaller.First + "/700001")).Json;
        var after = (await _sandbox.PutAsync(ConferencesCaller.First + "/700001", """{"seats":5}""")).Json;
        Assert.Equal(5, after.GetProperty("seats").GetInt32());
        foreach (var member in before.EnumerateObject().Where(member => member.Name != "seats"))
            Assert.Equal(member.Value.GetRawText(), after.GetProperty(member.Name).GetRawText());
        Assert.Equal("waitingList", (await _sandbox.PutAsync(ConferencesCaller.First + "/700001", """{"status":"waitingList"}""")).Text("status"));
        var person = (await _sandbox.PutAsync(ConferencesCaller.First + "/700001", """{"client":{"id":"5007"}}""")).Json.GetProperty("client");
        Assert.Equal("5007", ConferencesCaller.Id(person));
        Assert.Equal(200, (await _sandbox.PutAsync(ConferencesCaller.First + "/700001", "{}")).Status);
    }

    [Fact]
    public async Task A_form_is_replaced_and_completed_from_the_conference()
    {
        var form = """[{"id":"comment","value":"x"},{"id":"address","subItem":[{"id":"city","value":"Nice"}]},{"id":"meal","values":[{"id":"m1"}]},{"id":"arrival","value":"2026-02-03"}]""";
        var after = (await _sandbox.PutAsync(ConferencesCaller.First + "/700001", $$"""{"form":{{form}}}""")).Json.GetProperty("form");
        Assert.Equal(4, after.GetArrayLength());
        Assert.Equal(("text", "Question à l'intervenant", "x"), (Text(after[0], "type"), Text(after[0], "title"), Text(after[0], "value")));
        Assert.Equal("Ville", Text(after[1].GetProperty("subItem")[0], "title"));
        Assert.Equal("REPAS", Text(after[2], "externalId"));
        Assert.Equal("""{"dateTime":"2026-02-03T00:00:00","timeZone":"Europe/Paris"}""", after[3].GetProperty("zonedDateTime").GetRawText());
    }

    [Fact]
    public async Task A_deletion_cancels_with_reason_and_source_or_without_a_body()
    {
        var reply = await _sandbox.DeleteAsync(ConferencesCaller.First + "/700001", """{"reason":"Empêchée","source":"RH"}""");
        Assert.Equal((200, string.Empty), (reply.Status, reply.Body));
        var one = (await _sandbox.GetAsync(ConferencesCaller.First + "/700001")).Json;
        Assert.Equal(("cancelled", "Empêchée", "RH"), (Text(one, "status"), Text(one, "cancelReason"), Text(one, "cancelSource")));
        Shape.Is(one.GetProperty("cancelled"), "dateTime:s timeZone:s");
        _sandbox.Control.DeleteStatus = 204;
        Assert.Equal(204, (await _sandbox.DeleteAsync(ConferencesCaller.First + "/700002")).Status);
        Shape.Holds((await _sandbox.GetAsync(ConferencesCaller.First + "/700002")).Json, "cancelled:o cancelReason:0? cancelSource:0?");
        Assert.Equal(JsonValueKind.Null, Changes()[1].GetProperty("body").ValueKind);
    }

    [Theory]
    [InlineData("""{"reason":5}""", "reason", "must be a string")]
    [InlineData("""{"cancelReason":"x"}""", "cancelReason", "is unknown")]
    public async Task A_deletion_with_another_body_is_refused(string body, string field, string fault) =>
        ConferencesCaller.Fails(await _sandbox.DeleteAsync(ConferencesCaller.First + "/700001", body), 400, $"Invalid request: {field} {fault}", fields: field);

    [Fact]
    public async Task What_makes_no_sense_is_an_error_on_status_200()
    {
        Refused("Registration is already cancelled", await _sandbox.DeleteAsync(ConferencesCaller.First + "/700006"));
        Refused("Registration is cancelled", await _sandbox.PutAsync(ConferencesCaller.First + "/700006", """{"seats":2}"""));
        Refused("Session is closed", await _sandbox.PostAsync("conferences/1201/sessions/40003/registrations", ConferencesCaller.Registration));
        Refused("Session is full", await _sandbox.PostAsync("conferences/1202/sessions/40004/registrations", ConferencesCaller.Registration));
        Refused("A registration may have at most 1 seats", await _sandbox.PostAsync("conferences/1203/sessions/40006/registrations", ConferencesCaller.Registration));
        Refused("A registration may have at most 10 seats", await _sandbox.PutAsync(ConferencesCaller.First + "/700001", """{"seats":11}"""));
        Assert.Empty(Changes());

        static void Refused(string message, SandboxReply reply) => ConferencesCaller.Fails(reply, 200, message, 400);
    }

    [Fact]
    public async Task A_client_must_exist_and_be_ones_own()
    {
        ConferencesCaller.Fails(await _sandbox.PostAsync(ConferencesCaller.Empty, """{"client":{"id":"9"}}"""), 404, "Client not found");
        ConferencesCaller.Fails(await _sandbox.PutAsync(ConferencesCaller.First + "/700001", """{"client":{"id":"1005001"}}"""), 403, "Client belongs to another account");
    }

    [Fact]
    public async Task A_full_session_takes_waiters_and_those_who_get_a_seat_that_became_free()
    {
        const string full = "conferences/1202/sessions/40004/registrations";
        var waiting = await _sandbox.PostAsync(full, """{"client":{"id":"5001"},"status":"waitingList"}""");
        Assert.Equal("waitingList", waiting.Text("status"));
        var id = ConferencesCaller.Id(waiting.Json);
        ConferencesCaller.Fails(await _sandbox.PutAsync($"{full}/{id}", """{"status":"accepted"}"""), 200, "Session is full", 400);
        _sandbox.Control.FullSession = ConferencesFullSession.WaitingList;
        Assert.Equal("waitingList", (await _sandbox.PostAsync(full, """{"client":{"id":"5001"}}""")).Text("status"));
        var holder = ConferencesCaller.Items(await _sandbox.GetAsync(full)).First(one => Text(one, "status") == "accepted");
        await _sandbox.DeleteAsync($"{full}/{ConferencesCaller.Id(holder)}");
        Assert.Equal("accepted", (await _sandbox.PutAsync($"{full}/{id}", """{"status":"accepted"}""")).Text("status"));
    }

    [Fact]
    public async Task An_update_listens_where_a_test_moves_it()
    {
        _sandbox.Control.SetRoute("UpdateRegistration", "PATCH registrations/{id} query");
        Assert.Equal(405, (await _sandbox.PutAsync(ConferencesCaller.First + "/700001", "{}")).Status);
        var one = (await _sandbox.AskAsync(HttpMethod.Patch, "registrations/700001?seats=3&client.id=5002&status=waitingList")).Json;
        Assert.Equal((3, "waitingList", "5002"), (one.GetProperty("seats").GetInt32(), Text(one, "status"), ConferencesCaller.Id(one.GetProperty("client"))));
        ConferencesCaller.Fails(await _sandbox.AskAsync(HttpMethod.Patch, "registrations/700001?seats=x"), 400, "Invalid request: seats must be an integer, 1 or more", fields: "seats");
        Assert.Throws<ArgumentException>(() => _sandbox.Control.SetRoute("ListConferences", "GET x"));
        Assert.Throws<ArgumentException>(() => _sandbox.Control.SetRoute("Watch", "POST"));
    }

    [Fact]
    public async Task Many_at_once_make_as_many_and_a_reset_unmakes_them()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _sandbox.PostAsync(ConferencesCaller.Empty, """{"client":{"id":"5003"}}""")));
        Assert.Equal(40, replies.Select(reply => ConferencesCaller.Id(reply.Json)).Distinct().Count());
        Assert.Equal(40, Changes().Count);
        _sandbox.Host.Control().Reset();
        Assert.Empty(Changes());
        Assert.Empty(ConferencesCaller.Items(await _sandbox.GetAsync(ConferencesCaller.Empty)));
    }

    private static string? Text(JsonElement json, string member) => json.TryGetProperty(member, out var value) ? value.GetString() : null;

    private List<JsonElement> Changes() => _sandbox.State.GetProperty("changes").EnumerateArray().ToList();
}
