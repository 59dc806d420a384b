using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

public sealed class ResamaniaMigrationTests
{
    private const string Body = """{"targetContactId":"/demoapi/contacts/2","targetClubId":"/demoapi/clubs/1"}""";

    [Fact]
    public async Task A_prospect_becomes_the_temporary_contact_and_the_sale_follows_when_told()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var source = await caller.GetAsync("demoapi/contacts/12345");
        await caller.ActAsContactAsync(source["email"]!);

        var migrated = await caller.PutAsync("demoapi/contacts/12345/migrate", Body);
        var updated = await caller.SendAsync("PUT", "demoapi/sales/33/update_contact", new ByteArrayContent(Array.Empty<byte>()));

        Assert.Equal((204, 204, string.Empty), (migrated.Status, updated.Status, migrated.Text));
        Assert.Equal(new[] { "contacts.migrate /demoapi/contacts/12345", "sales.update_contact /demoapi/sales/33" }, caller.Changes());
        Assert.Equal(404, (await caller.GetAsync("demoapi/contacts/12345")).Status);
        await caller.ActAnonymouslyAsync();
        var target = await caller.GetAsync("demoapi/contacts/2");
        Assert.Equal((source["familyName"], source["email"], "prospect", ResamaniaAccess.ClubId), (target["familyName"], target["email"], target["state"], target["clubId"]));
        var sale = await caller.GetAsync("demoapi/sales/33");
        Assert.Equal(("/demoapi/contacts/2", source["number"], source["familyName"]), (sale["contactId"], sale["contactNumber"], sale["contactFamilyName"]));
    }

    [Theory]
    [InlineData("""{"targetContactId":"/demoapi/contacts/2"}""", 422, "targetClubId: required")]
    [InlineData("{}", 422, "targetContactId: required\ntargetClubId: required")]
    [InlineData("""{"targetContactId":"/demoapi/clubs/1","targetClubId":"/demoapi/clubs/1"}""", 404, "Item not found")]
    [InlineData("""{"targetContactId":"2","targetClubId":"/demoapi/clubs/1"}""", 404, "Item not found")]
    [InlineData("""{"targetContactId":2,"targetClubId":"/demoapi/clubs/1"}""", 404, "Item not found")]
    [InlineData("""{"targetContactId":"/demoapi/contacts/2","targetClubId":"1"}""", 404, "Item not found")]
    [InlineData("""{"targetContactId":"/demoapi/contacts/2974221","targetClubId":"/demoapi/clubs/1"}""", 400, "api.error.contact.migrate.target-not-temp")]
    [InlineData("""{"targetContactId":"/demoapi/contacts/2","targetClubId":"/demoapi/clubs/3"}""", 400, "api.error.contact.migrate.target-not-in-club")]
    [InlineData("""{"targetContactId":"/demoapi/contacts/2","targetClubId":"/demoapi/clubs/1","saleId":"/demoapi/sales/33"}""", 400, "Extra attributes are not allowed (\"saleId\" is unknown).")]
    public async Task What_cannot_be_is_refused_and_nothing_changes(string body, int status, string description)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        await caller.ActAsContactAsync((await caller.GetAsync("demoapi/contacts/12345"))["email"]!);
        var answer = await caller.PutAsync("demoapi/contacts/12345/migrate", body);
        Assert.Equal((status, description), (answer.Status, answer.Description));
        Assert.Empty(caller.Changes());
    }

    [Fact]
    public async Task The_source_is_a_prospect_of_another_club()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var oldClient = (await caller.GetAsync("demoapi/contacts/10296819"))["email"]!;

        await caller.ActAsContactAsync(oldClient);
        var wrongState = await caller.PutAsync("demoapi/contacts/10296819/migrate", Body);
        await caller.ActAsContactAsync(ResamaniaAccess.KnownEmail);
        var sameClub = await caller.PutAsync("demoapi/contacts/2974221/migrate", Body);

        Assert.Equal("api.error.contact.migrate.source-not-prospect", wrongState.Description);
        Assert.Equal("api.error.contact.migrate.same-club", sameClub.Description);
    }

    [Fact]
    public async Task Only_the_source_itself_may_migrate()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var anonymous = await caller.PutAsync("demoapi/contacts/12345/migrate", Body);
        await caller.ActAsContactAsync(ResamaniaAccess.KnownEmail);
        var other = await caller.PutAsync("demoapi/contacts/12345/migrate", Body);
        await caller.ActAsClubAsync(ResamaniaAccess.OtherClubId);
        var club = await caller.PutAsync("demoapi/contacts/12345/migrate", Body);

        Assert.All(new[] { anonymous, other, club }, answer => Assert.Equal((403, "api.error.scope.unauthorized-endpoint"), (answer.Status, answer.Description)));
    }

    [Fact]
    public async Task A_second_time_finds_nobody()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        await caller.ActAsContactAsync((await caller.GetAsync("demoapi/contacts/12345"))["email"]!);
        Assert.Equal(204, (await caller.PutAsync("demoapi/contacts/12345/migrate", Body)).Status);
        Assert.Equal(404, (await caller.PutAsync("demoapi/contacts/12345/migrate", Body)).Status);
        Assert.Single(caller.Changes());
    }
}
