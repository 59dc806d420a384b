using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Resamania;

/// <summary>Tests the plan of an online registration, which depends on existing contacts in the club and the network.</summary>
public class RegistrationTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Creates_a_contact_if_no_contact_has_the_email()
    {
        var resamania = Of();
        var plan = await PlanAsync(resamania);
        Assert.Equal((RegistrationOutcome.Created, "/demoapi/clubs/1", null), (plan.Outcome, plan.ClubId, plan.Contact));
        Assert.Equal(["GET contacts?email=j%2B1%40b.tld", "GET network/contact_search?email=j%2B1%40b.tld"], RequestsOf(resamania));
    }

    [Fact]
    public async Task Searches_the_network_only_on_request()
    {
        var resamania = Of(network: [FakeResamania.Contact(5, club: 2)]);
        Assert.Equal(RegistrationOutcome.Created, (await PlanAsync(resamania, network: false)).Outcome);
        Assert.Equal(["GET contacts?email=j%2B1%40b.tld"], RequestsOf(resamania));
    }

    [Theory]
    [InlineData("prospect")]
    [InlineData("client")]
    [InlineData("old_client")]
    public async Task A_contact_of_the_club_is_registered_with_any_state(string state)
    {
        var resamania = Of(own: [FakeResamania.Contact(4, state, email: "J+1@B.tld")]);
        var plan = await PlanAsync(resamania);
        Assert.Equal((RegistrationOutcome.AlreadyRegistered, "4"), (plan.Outcome, plan.Contact?.Id));
        Assert.Single(resamania.Calls);
    }

    [Fact]
    public async Task A_contact_of_the_club_found_only_in_the_network_is_registered()
    {
        var resamania = Of(network: [FakeResamania.Contact(3, club: 2, email: null), FakeResamania.Contact(4, email: null)]);
        var plan = await PlanAsync(resamania);
        Assert.Equal((RegistrationOutcome.AlreadyRegistered, "4"), (plan.Outcome, plan.Contact?.Id));
    }

    [Fact]
    public async Task Rejects_the_email_of_a_temporary_contact()
    {
        var error = await FailAsync(Of(own: [FakeResamania.Contact(2, "temp", email: "j+1@b.tld")]));
        Assert.Equal(
            "Cannot register contact j…@b.tld: contact 2 of club 1 has this e-mail address and is temporary. Nothing was sent.", error);
    }

    [Fact]
    public async Task Ignores_contacts_with_another_email()
    {
        var resamania = Of(own: [FakeResamania.Contact(4, email: "j@b.tld")],
            network: [FakeResamania.Contact(5, club: 2, email: "other@b.tld")]);
        Assert.Equal(RegistrationOutcome.Created, (await PlanAsync(resamania)).Outcome);
    }

    [Fact]
    public async Task Moves_a_prospect_of_another_club()
    {
        var resamania = Of(network: [FakeResamania.Contact(5, club: 2, email: null), FakeResamania.Contact(5, club: 2, email: null)]);
        var plan = await PlanAsync(resamania);
        Assert.Equal((RegistrationOutcome.Moved, "5", "/demoapi/clubs/1"), (plan.Outcome, plan.Contact?.Id, plan.ClubId));
    }

    [Theory]
    [InlineData("client", "contact 5 of club 2 (client) has this e-mail address, and only a prospect can be moved.")]
    [InlineData("temp", "contact 5 of club 2 (temp) has this e-mail address, and only a prospect can be moved.")]
    public async Task Rejects_a_move_of_any_other_state(string state, string reason) =>
        Assert.Equal($"Cannot register contact j…@b.tld: {reason} Nothing was sent.",
            await FailAsync(Of(network: [FakeResamania.Contact(5, state, club: 2, email: null)])));

    [Fact]
    public async Task Rejects_several_contacts_of_other_clubs() =>
        Assert.Equal("Cannot register contact j…@b.tld: 2 contacts of other clubs have this e-mail address, so it is not clear which "
            + "one to move: contact 5 of club 2 (prospect), contact 6 of club 4 (old_client). Nothing was sent.",
            await FailAsync(Of(network:
                [FakeResamania.Contact(5, club: 2, email: null), FakeResamania.Contact(6, "old_client", club: 4, email: null)])));

    [Fact]
    public async Task Checks_the_requirements_of_a_move_before_sending()
    {
        string[] prospect = [FakeResamania.Contact(5, club: 2, email: null)];
        Assert.Contains("needs -ContactCredential", await FailAsync(
            Of(network: prospect, change: options => options.ContactClientId = null)));
        Assert.Contains("contact of club 1. Add the ID of this temporary contact as -TargetContactId, or add -TemporaryEmail",
            await FailAsync(Of(network: prospect), registration => registration.TemporaryEmail = null));
        Assert.Contains("must be temp, but its state is prospect", await FailAsync(
            Of(network: prospect, one: FakeResamania.Contact(7)), registration => registration.TargetContactId = "7"));
        Assert.Contains("which is /demoapi/clubs/3, but /demoapi/clubs/1 was given", await FailAsync(
            Of(network: prospect, one: FakeResamania.Contact(7, "temp", club: 3)), registration => registration.TargetContactId = "7"));
    }

    [Fact]
    public async Task Reads_the_target_and_searches_a_club_other_than_the_default()
    {
        var resamania = Of(network: [FakeResamania.Contact(5, club: 2, email: null)], one: FakeResamania.Contact(7, "temp", club: 3));
        var plan = await PlanAsync(resamania, change: registration => (registration.TargetContactId, registration.ClubId) = ("7", "3"));
        Assert.Equal((RegistrationOutcome.Moved, "/demoapi/clubs/3"), (plan.Outcome, plan.ClubId));
        Assert.Equal(["/demoapi/clubs/3", "/demoapi/clubs/1", "/demoapi/clubs/3"],
            resamania.Calls.Select(sent => sent.Headers["x-user-club-id"]));
    }

    [Theory]
    [InlineData(403, ApiErrorKind.Forbidden, "omit -Network to search the club only")]
    [InlineData(404, ApiErrorKind.NotFound, "needs -ClubId and -NetworkNodeId of Connect-Resamania")]
    public async Task Explains_a_network_search_that_is_not_possible(int status, ApiErrorKind kind, string advice)
    {
        var resamania = new FakeResamania(sent => sent.Url.Contains("contact_search", StringComparison.Ordinal)
            ? ScriptedHandler.Status(status)
            : ScriptedHandler.Body(FakeResamania.List()));
        var error = await Assert.ThrowsAsync<ApiException>(() => PlanAsync(resamania));
        Assert.Equal(kind, error.Kind);
        Assert.Contains(advice, error.Message);
        Assert.EndsWith("Nothing was sent.", error.Message);
    }

    [Theory]
    [InlineData("a/b", null, null)]
    [InlineData(null, "/demoapi/clubs/1", null)]
    [InlineData(null, null, "..")]
    public async Task Rejects_invalid_ids_before_reading(string? club, string? target, string? sale)
    {
        var scripted = Of();
        var error = await Assert.ThrowsAsync<ApiException>(() => PlanAsync(scripted, change: registration =>
            (registration.ClubId, registration.TargetContactId, registration.SaleId) = (club, target, sale)));
        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(scripted.Calls);
    }

    private static FakeResamania Of(
        string[]? own = null, string[]? network = null, string? one = null, Action<ResamaniaOptions>? change = null) => new(
        sent => ScriptedHandler.Body(!sent.Url.Contains("email=", StringComparison.Ordinal) ? one!
            : FakeResamania.List(null, (sent.Url.Contains("contact_search", StringComparison.Ordinal) ? network : own) ?? [])
                .Replace(",\"hydra:totalItems\":61", string.Empty, StringComparison.Ordinal)),
        change);

    private static Task<RegistrationPlan> PlanAsync(
        FakeResamania resamania, bool network = true, Action<OnlineRegistrationRequest>? change = null)
    {
        var registration = new OnlineRegistrationRequest
        {
            Email = "j+1@b.tld",
            FamilyName = "Doe",
            GivenName = "Jo",
            TemporaryEmail = "temp@b.tld",
        };
        change?.Invoke(registration);
        return resamania.Api.Contacts().PlanRegistrationAsync(registration, network, None);
    }

    private static async Task<string> FailAsync(FakeResamania resamania, Action<OnlineRegistrationRequest>? change = null)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => PlanAsync(resamania, change: change));
        Assert.Equal(ApiErrorKind.PreconditionFailed, error.Kind);
        Assert.All(resamania.Calls, sent => Assert.Equal("GET", sent.Method));
        return error.Message;
    }

    private static IEnumerable<string> RequestsOf(FakeResamania resamania) =>
        resamania.Calls.Select(sent => sent.ToString().Replace(FakeResamania.Base + "demoapi/", ""));
}
