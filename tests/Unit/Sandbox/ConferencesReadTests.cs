using System.Text.Json;
using TrainingApis.Sandbox.Conferences;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>What reads answer: every documented shape, and every one of which two are documented.</summary>
public sealed class ConferencesReadTests : IDisposable
{
    private const string Client = "id:sn firstName:s lastName:s emailAddress:s phoneNumber:s?";
    private const string Registration = """
        id:sn client:o status:s seats:n registered:o cipherId:s source:s? sourceType:s cancelReason:0s? cancelSource:0s? cancelled:0o? webLink:s form:ao?
        """;
    private const string FormItem = """
        id:s type:s title:s bind:s? bindGroup:s? externalId:s? help:s? placeholder:s? mandatory:b? visible:b? otherValue:b? category:b? multiple:b?
        value:s? values:a? valueFormat:o? zonedDateTime:o? subItem:a?
        """;

    private readonly ConferencesCaller _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Every_resource_has_the_documented_members_and_types()
    {
        foreach (var conference in ConferencesCaller.Items(await _sandbox.GetAsync("conferences")))
        {
            Shape.Is(conference, "id:sn title:s description:s externalId:s? picture:o location:o capacity:n duration:n webLink:s code:s tags:a form:o availability:s registrationRules:o cipherId:s");
            Shape.Is(conference.GetProperty("registrationRules"), "allowAdditionalSeats:b numberOfAdditionalSeats:n");
            var path = "conferences/" + ConferencesCaller.Id(conference);
            Assert.All(ConferencesCaller.Items(await _sandbox.GetAsync(path + "/speakers")), one => Shape.Is(one, "userId:s " + Client));
            Assert.All(ConferencesCaller.Items(await _sandbox.GetAsync(path + "/invitees")), one => Shape.Is(one, "status:s " + Client));
        }

        foreach (var (_, session) in await SessionsAsync())
        {
            Shape.Is(session, "id:sn start:o status:s cipherId:s webLink:s");
            Shape.Is(session.GetProperty("start"), "dateTime:s timeZone:s?");
        }
    }

    [Fact]
    public async Task Every_registration_has_the_documented_members_and_types()
    {
        foreach (var one in await RegistrationsAsync())
        {
            Shape.Is(one, Registration);
            Shape.Is(one.GetProperty("client"), Client);
            Shape.Is(one.GetProperty("registered"), "dateTime:s timeZone:s?");
            Assert.Contains(one.GetProperty("sourceType").GetString(), new[] { "api", "widget" });
            if (one.GetProperty("status").GetString() == "cancelled")
                Shape.Is(one.GetProperty("cancelled"), "dateTime:s timeZone:s?");
            Assert.All(FormOf(one), item => Shape.Is(item, FormItem));
        }
    }

    [Fact]
    public async Task Where_two_shapes_are_documented_both_are_met()
    {
        var all = await RegistrationsAsync();
        Both(all.Select(one => one.GetProperty("id").ValueKind), JsonValueKind.String, JsonValueKind.Number);
        Both(all.Select(one => one.GetProperty("client").GetProperty("id").ValueKind), JsonValueKind.String, JsonValueKind.Number);
        Both(all.Where(one => one.TryGetProperty("form", out _)).Select(one => one.GetProperty("form").ValueKind), JsonValueKind.Array, JsonValueKind.Object);
        Both(all.Select(one => one.TryGetProperty("form", out _)), true, false);
        Both(all.Where(one => one.GetProperty("status").GetString() == "accepted").Select(one => one.TryGetProperty("cancelled", out _)), true, false);
        Assert.Equal(["accepted", "cancelled", "waitingList"], all.Select(one => one.GetProperty("status").GetString()!).Distinct().Order());
        Both((await ListsAsync()).Select(one => one.Body[0]), '{', '[');

        static void Both<T>(IEnumerable<T> met, params T[] due) => Assert.Equal(due.ToHashSet(), met.ToHashSet());
    }

    [Fact]
    public async Task Knobs_make_them_all_one()
    {
        (_sandbox.Control.ListShape, _sandbox.Control.IdShape, _sandbox.Control.FormShape) = (ConferencesListShape.Array, ConferencesIdShape.Number, ConferencesFormShape.Array);
        Assert.All(await ListsAsync(), list => Assert.StartsWith("[", list.Body));
        Assert.All(await RegistrationsAsync(), one => Shape.Holds(one, "id:n form:a?"));
        (_sandbox.Control.ListShape, _sandbox.Control.IdShape, _sandbox.Control.FormShape) = (ConferencesListShape.Items, ConferencesIdShape.Text, ConferencesFormShape.Object);
        Assert.All(await ListsAsync(), list => Assert.StartsWith("{\"items\":[", list.Body));
        Assert.All(await RegistrationsAsync(), one => Assert.True(FormOf(one).Count != 1 || one.GetProperty("form").ValueKind == JsonValueKind.Object));
    }

    [Fact]
    public async Task Forms_hold_items_within_items_grouped_values_and_dates()
    {
        var items = (await RegistrationsAsync()).SelectMany(FormOf).ToLookup(item => item.GetProperty("type").GetString());
        Assert.All(items["crm-address"].Concat(items["crm-name"]), item => Assert.All(item.GetProperty("subItem").EnumerateArray(), inner => Shape.Is(inner, "id:s type:s title:s value:s")));
        Assert.All(items["select"], item => Shape.Is(item.GetProperty("values")[0], "id:s name:s values:a"));
        Assert.All(items["radio"].Concat(items["checkbox"]), item => Shape.Is(item.GetProperty("values")[0], "id:s name:s value:s"));
        Assert.All(items["date"], item => Shape.Is(item.GetProperty("zonedDateTime"), "dateTime:s timeZone:s"));
        Assert.All(items["text"], item => Shape.Holds(item, "value:s"));
        Assert.Equal("checkbox crm-address crm-name date radio select text", string.Join(' ', items.Select(group => group.Key).Order()));
    }

    [Fact]
    public async Task Times_that_are_hard_to_read_are_there()
    {
        var times = (await RegistrationsAsync()).ConvertAll(one => one.GetProperty("registered").GetRawText());
        Assert.Contains("""{"dateTime":"2025-03-30T02:30:00","timeZone":"Europe/Paris"}""", times);
        Assert.Contains("""{"dateTime":"2025-10-26T02:30:00","timeZone":"Europe/Paris"}""", times);
        Assert.Contains(times, time => time.Contains("Atlantis/Sunken_City"));
        Assert.Contains(times, time => time.Contains(".123\""));
        Assert.Contains(await SessionsAsync(), one => !one.Session.GetProperty("start").TryGetProperty("timeZone", out _));
    }

    [Fact]
    public async Task Cancelled_registrations_come_only_when_asked_for()
    {
        var shown = ConferencesCaller.Items(await _sandbox.GetAsync(ConferencesCaller.First));
        Assert.Equal(10, shown.Count);
        Assert.DoesNotContain(shown, one => one.GetProperty("status").GetString() == "cancelled");
        Assert.Equal(10, ConferencesCaller.Items(await _sandbox.GetAsync(ConferencesCaller.First + "?withCancelled=false")).Count);
        Assert.Equal(12, ConferencesCaller.Items(await _sandbox.GetAsync(ConferencesCaller.First + "?withCancelled=true")).Count);
        Assert.Equal("cancelled", (await _sandbox.GetAsync(ConferencesCaller.First + "/700006")).Text("status"));
    }

    [Fact]
    public async Task Fields_gives_these_members_and_no_id_that_was_not_asked_for()
    {
        Assert.All(ConferencesCaller.Items(await _sandbox.GetAsync(ConferencesCaller.First + "?fields=seats,client")), one => Shape.Is(one, "client:o seats:n"));
        Shape.Is((await _sandbox.GetAsync(ConferencesCaller.First + "/700001?fields=id")).Json, "id:s");
        Assert.All(ConferencesCaller.Items(await _sandbox.GetAsync("conferences?fields=id,title")), one => Shape.Is(one, "id:sn title:s"));
        Shape.Is((await _sandbox.GetAsync("conferences/1201/sessions/40001?fields=start")).Json, "start:o");
    }

    [Fact]
    public async Task An_external_id_names_a_conference_once_it_is_escaped()
    {
        Assert.Equal("1201", ConferencesCaller.Id((await _sandbox.GetAsync("conferences/FORUM-RH-2026")).Json));
        var path = "conferences/" + Uri.EscapeDataString("matinale/été 2026 100%");
        Assert.Equal("1202", ConferencesCaller.Id((await _sandbox.GetAsync(path)).Json));
        Assert.NotEmpty(ConferencesCaller.Items(await _sandbox.GetAsync(path + "/sessions/40004/registrations")));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_conferences()
    {
        using var same = new ConferencesCaller();
        using var other = new ConferencesCaller(new SandboxOptions { Seed = 7 });
        Assert.Equal((await _sandbox.GetAsync(ConferencesCaller.First)).Body, (await same.GetAsync(ConferencesCaller.First)).Body);
        Assert.NotEqual((await _sandbox.GetAsync(ConferencesCaller.First)).Body, (await other.GetAsync(ConferencesCaller.First)).Body);
    }

    private static List<JsonElement> FormOf(JsonElement registration) =>
        !registration.TryGetProperty("form", out var form) ? [] : form.ValueKind == JsonValueKind.Object ? [form] : form.EnumerateArray().ToList();

    private async Task<List<(string Path, JsonElement Session)>> SessionsAsync()
    {
        var all = new List<(string, JsonElement)>();
        foreach (var conference in ConferencesCaller.Items(await _sandbox.GetAsync("conferences")))
        {
            var path = $"conferences/{ConferencesCaller.Id(conference)}/sessions";
            all.AddRange(ConferencesCaller.Items(await _sandbox.GetAsync(path)).Select(session => ($"{path}/{ConferencesCaller.Id(session)}", session)));
        }

        return all;
    }

    private async Task<List<SandboxReply>> ListsAsync()
    {
        var all = new List<SandboxReply>();
        foreach (var (path, _) in await SessionsAsync())
            all.Add(await _sandbox.GetAsync(path + "/registrations?withCancelled=true"));
        return all;
    }

    private async Task<List<JsonElement>> RegistrationsAsync() => (await ListsAsync()).SelectMany(ConferencesCaller.Items).ToList();
}
