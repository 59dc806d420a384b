using System.Text.Json;
using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

public sealed class ResamaniaTransferTests
{
    private const string Request = """{"clubId":"/demoapi/clubs/1","contactId":"/demoapi/contacts/12345"}""";
    private const string Transitions = "demoapi/signature_requests/455434/transitions";

    [Fact]
    public async Task A_code_moves_the_prospect_to_the_new_club()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var source = await caller.GetAsync("demoapi/contacts/12345");

        var request = await caller.PostAsync("demoapi/contact_migration_requests", Request);
        var validated = await caller.PostAsync(Transitions, """{"transition":"validate","code":"1234"}""");

        Assert.Equal(201, request.Status);
        Assert.Equal("""{"@context":"/demoapi/contexts/SignatureRequest","@id":"/demoapi/signature_requests/455434","@type":"SignatureRequest"}""", request.Text);
        Assert.Equal((201, "validated"), (validated.Status, validated["state"]));
        var target = await caller.GetAsync(validated["resultTargetId"]!.TrimStart('/'));
        Assert.Equal((source["email"], ResamaniaAccess.ClubId, "prospect"), (target["email"], target["clubId"], target["state"]));
        Assert.Equal(404, (await caller.GetAsync("demoapi/contacts/12345")).Status);
        Assert.Equal("validated", caller.State.GetProperty("transfers")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_cancelled_one_moves_nobody_and_is_over()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        await caller.PostAsync("demoapi/contact_migration_requests", Request);

        var cancelled = await caller.PostAsync(Transitions, """{"transition":"cancel"}""");
        var late = await caller.PostAsync(Transitions, """{"transition":"validate","code":"1234"}""");

        Assert.Equal((201, "canceled"), (cancelled.Status, cancelled["state"]));
        Assert.Equal(JsonValueKind.Null, cancelled.Json.GetProperty("resultTargetId").ValueKind);
        Assert.Equal((400, "api.error.signature-request.transition-not-allowed"), (late.Status, late.Description));
        Assert.Equal(200, (await caller.GetAsync("demoapi/contacts/12345")).Status);
        Assert.Empty(caller.Made("contacts"));
    }

    [Theory]
    [InlineData("""{"transition":"validate","code":"0000"}""", 400, "api.error.signature-request.invalid-code")]
    [InlineData("""{"transition":"validate","code":1234}""", 400, "The type of the \"code\" attribute must be \"string\", \"int\" given.")]
    [InlineData("""{"transition":"validate"}""", 422, "code: required")]
    [InlineData("""{"code":"1234"}""", 422, "transition: required")]
    [InlineData("""{"transition":"accept","code":"1234"}""", 422, "transition: The value you selected is not a valid choice.")]
    public async Task A_decision_must_be_as_documented(string body, int status, string description)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        await caller.PostAsync("demoapi/contact_migration_requests", Request);
        var answer = await caller.PostAsync(Transitions, body);
        Assert.Equal((status, description), (answer.Status, answer.Description));
    }

    [Theory]
    [InlineData("""{"contactId":"/demoapi/contacts/12345"}""", 422, "clubId: required")]
    [InlineData("""{"clubId":"/demoapi/clubs/3","contactId":"/demoapi/contacts/12345"}""", 404, "Item not found")]
    [InlineData("""{"clubId":"/demoapi/clubs/1","contactId":"12345"}""", 404, "Item not found")]
    [InlineData("""{"clubId":"/demoapi/clubs/1","contactId":"/demoapi/contacts/2"}""", 400, "api.error.contact.migrate.source-not-prospect")]
    [InlineData("""{"clubId":"/demoapi/clubs/1","contactId":"/demoapi/contacts/2974221"}""", 400, "api.error.contact.migrate.same-club")]
    public async Task A_request_names_a_prospect_of_elsewhere_and_the_club_of_the_headers(string body, int status, string description)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var answer = await caller.PostAsync("demoapi/contact_migration_requests", body);
        Assert.Equal((status, description), (answer.Status, answer.Description));
    }

    [Fact]
    public async Task Whoever_has_no_mobile_cannot_be_sent_a_code()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        await caller.PutAsync("demoapi/contacts/12345", """{"mobile":null}""");
        var answer = await caller.PostAsync("demoapi/contact_migration_requests", Request);
        Assert.Equal((422, "mobile: required"), (answer.Status, answer.Description));
    }

    [Fact]
    public async Task The_code_is_a_knob_and_stands_in_the_state()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Control.TransferCode = "987654";
        await caller.PostAsync("demoapi/contact_migration_requests", Request);
        Assert.Equal("987654", caller.State.GetProperty("transfers")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task To_other_clubs_a_transfer_is_unknown()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        await caller.PostAsync("demoapi/contact_migration_requests", Request);
        caller.Club = ResamaniaAccess.OtherClubId;
        Assert.Equal(404, (await caller.PostAsync(Transitions, """{"transition":"validate","code":"1234"}""")).Status);
    }
}
