using System.Text.Json;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

public sealed class ResamaniaStateTests
{
    private const string Body = """{"familyName":"Œuvrard","givenName":"Noël","birthDate":"1980-06-01","email":"noel@example.com"}""";

    [Fact]
    public async Task The_state_holds_every_object_and_every_change_with_what_was_sent()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        await caller.PostAsync("demoapi/contacts", Body);
        await caller.PostAsync("demoapi/contacts", Body);

        var change = Assert.Single(caller.State.GetProperty("changes").EnumerateArray());

        Assert.Equal(("contacts.create", "demoapi", "client_credentials"), (Text(change, "operation"), Text(change, "brand"), Text(change, "grant")));
        Assert.Equal(Body, change.GetProperty("body").GetRawText());
        var contact = Assert.Single(caller.Made("contacts"));
        Assert.Equal(("Œuvrard", "1980-06-01", "/demoapi/contacts/2974340"), (Text(contact, "familyName"), Text(contact, "birthDate"), Text(contact, "@id")));
        Assert.Equal(61 + (7 * 7) + 7 + 1, caller.State.GetProperty("contacts").GetArrayLength());
    }

    [Fact]
    public async Task A_reset_brings_everything_back()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var before = JsonSerializer.Deserialize<JsonElement>(new SandboxHost(new SandboxOptions()).Control().GetState()).GetProperty("resamania").GetRawText();
        await caller.PostAsync("demoapi/contacts", Body);
        caller.Control.RefusalStatus = 422;
        caller.Control.SetLimit(ResamaniaLimitFamily.Rate, 1, TimeSpan.FromHours(1));
        caller.Control.SetRoute("Sources", "GET {clientToken}/sources");

        caller.Host.Control().Reset();

        Assert.Equal(before, caller.State.GetRawText());
        Assert.Equal(400, caller.Control.RefusalStatus);
        Assert.Equal(401, (await caller.GetAsync("demoapi/contacts")).Status);
        Assert.Equal(401, (await caller.GetAsync("demoapi/referentials/sources")).Status);
    }

    [Fact]
    public void Another_seed_makes_other_people_and_the_same_one_the_same()
    {
        var states = new[] { 1, 1, 2 }.Select(seed => new SandboxHost(new SandboxOptions { Seed = seed }).Control().GetState()).ToArray();
        Assert.Equal(states[0], states[1]);
        Assert.NotEqual(states[0], states[2]);
    }

    [Fact]
    public async Task Of_many_who_want_one_email_at_once_one_gets_it()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => caller.PostAsync("demoapi/contacts", Body)));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal(23, answers.Count(answer => answer.Status == 400));
        Assert.Single(caller.Made("contacts"));
    }

    [Theory]
    [InlineData(ResamaniaErrorShape.Hydra, "application/ld+json", "hydra:description")]
    [InlineData(ResamaniaErrorShape.Problem, "application/problem+json", "detail")]
    [InlineData(ResamaniaErrorShape.Message, "application/json", "message")]
    [InlineData(ResamaniaErrorShape.Text, "text/plain", null)]
    public async Task Refusals_come_in_each_form_and_either_status(ResamaniaErrorShape shape, string type, string? member)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        (caller.Control.ErrorShape, caller.Control.RefusalStatus, caller.Control.ViolationStatus) = (shape, 422, 400);

        var known = await caller.PostAsync("demoapi/contacts", Body.Replace("noel@example.com", ResamaniaAccess.KnownEmail));
        var empty = await caller.PostAsync("demoapi/contacts", "{}");

        Assert.Equal((422, 400), (known.Status, empty.Status));
        Assert.Equal(type, known.MediaType);
        Assert.Equal("api.error.contact.email-already-used", member == null ? known.Text : known[member]);
        if (shape is ResamaniaErrorShape.Hydra or ResamaniaErrorShape.Problem)
            Assert.Equal(4, empty.Json.GetProperty("violations").GetArrayLength());
    }

    [Fact]
    public async Task The_second_brand_is_a_single_club_and_asks_for_no_node()
    {
        using var caller = new ResamaniaCaller();
        var token = await caller.SendAsync("POST", "oauth/v2/token", ResamaniaCaller.Form(
            ("grant_type", "client_credentials"), ("client_id", ResamaniaAccess.SingleClubClientId), ("client_secret", ResamaniaAccess.SingleClubClientSecret)));
        (caller.Authorization, caller.Club) = ("Bearer " + token["access_token"], "/monoclub/clubs/1");

        Assert.Equal(7, (await caller.GetAsync("monoclub/contacts")).Members.Length);
        Assert.Empty((await caller.GetAsync("monoclub/network_nodes")).Members);
        Assert.Single((await caller.GetAsync("monoclub/club_network/clubs")).Members);
        Assert.Equal(404, (await caller.GetAsync("demoapi/contacts")).Status);
    }

    [Fact]
    public async Task A_test_may_bring_an_account_of_its_own_for_a_brand_that_there_is()
    {
        using var caller = new ResamaniaCaller();
        caller.Control.AddAccount(new ResamaniaAccount("mine", "s3cret", ResamaniaAccess.ClientToken, new[] { "password" }));

        var answer = await caller.TokenAsync("mine", "s3cret", ("grant_type", "password"), ("username", ResamaniaAccess.KnownEmail), ("password", ResamaniaAccess.MemberPassword));

        Assert.Equal(200, answer.Status);
        Assert.Throws<ArgumentException>(() => caller.Control.AddAccount(new ResamaniaAccount("x", "y", "nobody", Array.Empty<string>())));
    }

    [Fact]
    public void The_address_of_the_host_is_the_documented_one() => Assert.Equal(ResamaniaAccess.BaseAddress, SandboxHost.ResamaniaUri.AbsoluteUri);

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
}
