using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Conferences, sessions, speakers and invitees can be made, changed and deleted.</summary>
public sealed class ConferencesSiblingTests : IDisposable
{
    private readonly ConferencesCaller _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("conferences", """{"title":"Été","capacity":2,"externalId":"A/B"}""", """{"title":"Automne"}""", "title", "Automne")]
    [InlineData("conferences/1208/sessions", """{"start":{"dateTime":"2026-03-29T02:30:00"}}""", """{"start":{"dateTime":"2026-03-30T09:00:00","timeZone":"Europe/Ys"}}""", "status", "opened")]
    [InlineData("conferences/1201/speakers", """{"userId":"u-7"}""", """{"userId":"u-8"}""", "userId", "u-8")]
    [InlineData("conferences/1201/invitees", """{"emailAddress":"zoe@example.com"}""", """{"status":"refused"}""", "status", "refused")]
    public async Task Each_can_be_made_changed_and_deleted(string path, string create, string update, string member, string after)
    {
        _sandbox.Control.CreateStatus = 201;
        var before = ConferencesCaller.Items(await _sandbox.GetAsync(path)).Count;
        var made = await _sandbox.PostAsync(path, create);
        Assert.Equal(201, made.Status);
        var one = $"{path}/{ConferencesCaller.Id(made.Json)}";
        Assert.Equal(after, (await _sandbox.PutAsync(one, update)).Text(member));
        Assert.Equal(after, (await _sandbox.GetAsync(one)).Text(member));
        var gone = await _sandbox.DeleteAsync(one);
        Assert.Equal((200, string.Empty), (gone.Status, gone.Body));
        Assert.Equal(404, (await _sandbox.GetAsync(one)).Status);
        Assert.Equal(before, ConferencesCaller.Items(await _sandbox.GetAsync(path)).Count);
        Assert.Equal(3, _sandbox.State.GetProperty("changes").GetArrayLength());
    }

    [Theory]
    [InlineData("conferences", "{}", "title", "is required")]
    [InlineData("conferences", """{"title":"x","location":{"type":"place"}}""", "location.type", "must be one of address, link, custom, schedulingCompanyAddress")]
    [InlineData("conferences", """{"title":"x","cipherId":"x"}""", "cipherId", "is read-only")]
    [InlineData("conferences/1201/sessions", "{}", "start", "is required")]
    [InlineData("conferences/1201/sessions", """{"start":"2026-03-29T02:30:00"}""", "start", "must be an object")]
    [InlineData("conferences/1201/sessions", """{"start":{"dateTime":"2026-03-29T02:30:00Z"}}""", "start.dateTime", "must be a date-time without offset, such as 2011-12-03T10:15:30")]
    [InlineData("conferences/1201/sessions", """{"start":{"dateTime":"2026-03-29T02:30:00"},"status":"closed"}""", "status", "is read-only")]
    [InlineData("conferences/1201/speakers", """{"userId":"u-1","lastName":"x"}""", "lastName", "is read-only")]
    [InlineData("conferences/1201/invitees", """{"status":"invited"}""", "status", "must be one of pending, accepted, refused")]
    public async Task Each_is_refused_by_the_member_that_is_wrong(string path, string body, string field, string fault) =>
        ConferencesCaller.Fails(await _sandbox.PostAsync(path, body), 400, $"Invalid request: {field} {fault}", fields: field);

    [Fact]
    public async Task A_title_has_at_most_127_characters()
    {
        var body = $$"""{"title":"{{new string('é', 128)}}"}""";
        ConferencesCaller.Fails(await _sandbox.PutAsync("conferences/1201", body), 400, "Invalid request: title must have at most 127 characters", fields: "title");
    }

    [Fact]
    public async Task A_new_conference_has_the_contact_form_and_its_sessions_take_registrations()
    {
        var id = ConferencesCaller.Id((await _sandbox.PostAsync("conferences", """{"title":"Été"}""")).Json);
        var session = (await _sandbox.PostAsync($"conferences/{id}/sessions", """{"start":{"dateTime":"2026-09-01T09:00:00"}}""")).Json;
        Assert.Equal("Europe/Paris", session.GetProperty("start").GetProperty("timeZone").GetString());
        var path = $"conferences/{id}/sessions/{ConferencesCaller.Id(session)}/registrations";
        var made = await _sandbox.PostAsync(path, """{"client":{"id":"5001"},"form":[{"id":"email","value":"zoe@example.com"}]}""");
        Assert.Equal("accepted", made.Text("status"));
        ConferencesCaller.Fails(await _sandbox.PostAsync(path, ConferencesCaller.Registration), 400, "Invalid request: form[0].id is no field of this conference", fields: "form[0].id");
    }
}
