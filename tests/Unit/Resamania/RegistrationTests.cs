using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Resamania;

/// <summary>Tests of what an online registration comes to: who has the e-mail address, in the club and in the chain.</summary>
public class RegistrationTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_who_has_the_email_means_a_new_contact()
    {
        var club = Of();
        var plan = await PlanAsync(club);
        Assert.Equal((RegistrationOutcome.Created, "/demoapi/clubs/1", null), (plan.Outcome, plan.ClubId, plan.Contact));
        Assert.Equal(["GET contacts?email=j%2B1%40b.tld", "GET network/contact_search?email=j%2B1%40b.tld"], Sent(club));
    }

    [Fact]
    public async Task The_chain_is_searched_only_where_asked()
    {
        var club = Of(network: [Club.Contact(5, club: 2)]);
        Assert.Equal(RegistrationOutcome.Created, (await PlanAsync(club, network: false)).Outcome);
        Assert.Equal(["GET contacts?email=j%2B1%40b.tld"], Sent(club));
    }

    [Theory]
    [InlineData("prospect")]
    [InlineData("client")]
    [InlineData("old_client")]
    public async Task A_contact_of_the_club_is_registered_whatever_its_state(string state)
    {
        var club = Of(own: [Club.Contact(4, state, email: "J+1@B.tld")]);
        var plan = await PlanAsync(club);
        Assert.Equal((RegistrationOutcome.AlreadyRegistered, "4"), (plan.Outcome, plan.Contact?.Id));
        Assert.Single(club.Calls);
    }

    [Fact]
    public async Task A_contact_of_the_club_that_only_the_chain_shows_is_registered()
    {
        var club = Of(network: [Club.Contact(3, club: 2, email: null), Club.Contact(4, email: null)]);
        var plan = await PlanAsync(club);
        Assert.Equal((RegistrationOutcome.AlreadyRegistered, "4"), (plan.Outcome, plan.Contact?.Id));
    }

    [Fact]
    public async Task A_temporary_contact_of_the_club_is_no_registration()
    {
        var error = await FailAsync(Of(own: [Club.Contact(2, "temp", email: "j+1@b.tld")]));
        Assert.Equal(
            "Cannot register contact j…@b.tld: contact 2 of club 1 has this e-mail address and is temporary. Nothing was sent.", error);
    }

    [Fact]
    public async Task Contacts_with_another_email_are_not_meant()
    {
        var club = Of(own: [Club.Contact(4, email: "j@b.tld")], network: [Club.Contact(5, club: 2, email: "other@b.tld")]);
        Assert.Equal(RegistrationOutcome.Created, (await PlanAsync(club)).Outcome);
    }

    [Fact]
    public async Task A_prospect_of_another_club_is_moved()
    {
        var club = Of(network: [Club.Contact(5, club: 2, email: null), Club.Contact(5, club: 2, email: null)]);
        var plan = await PlanAsync(club);
        Assert.Equal((RegistrationOutcome.Moved, "5", "/demoapi/clubs/1"), (plan.Outcome, plan.Contact?.Id, plan.ClubId));
    }

    [Theory]
    [InlineData("client", "contact 5 of club 2 (client) has this e-mail address, and only a prospect can be moved.")]
    [InlineData("temp", "contact 5 of club 2 (temp) has this e-mail address, and only a prospect can be moved.")]
    public async Task No_other_state_can_be_moved(string state, string why) =>
        Assert.Equal($"Cannot register contact j…@b.tld: {why} Nothing was sent.",
            await FailAsync(Of(network: [Club.Contact(5, state, club: 2, email: null)])));

    [Fact]
    public async Task Several_contacts_of_other_clubs_are_not_chosen_from() =>
        Assert.Equal("Cannot register contact j…@b.tld: 2 contacts of other clubs have this e-mail address, so it is not clear which "
            + "one to "
            + "move: contact 5 of club 2 (prospect), contact 6 of club 4 (old_client). Nothing was sent.",
            await FailAsync(Of(network: [Club.Contact(5, club: 2, email: null), Club.Contact(6, "old_client", club: 4, email: null)])));

    [Fact]
    public async Task What_a_move_needs_is_checked_before_anything_is_sent()
    {
        string[] prospect = [Club.Contact(5, club: 2, email: null)];
        Assert.Contains("(-ContactCredential)", await FailAsync(
            Of(network: prospect, change: options => options.ContactClientId = null)));
        Assert.Contains("Add -TargetContactId if it exists, or -TemporaryEmail", await FailAsync(
            Of(network: prospect), registration => registration.TemporaryEmail = null));
        Assert.Contains("must be temp, but its state is prospect", await FailAsync(
            Of(network: prospect, one: Club.Contact(7)), registration => registration.TargetContactId = "7"));
        Assert.Contains("which is /demoapi/clubs/3, but /demoapi/clubs/1 was given", await FailAsync(
            Of(network: prospect, one: Club.Contact(7, "temp", club: 3)), registration => registration.TargetContactId = "7"));
    }

    [Fact]
    public async Task The_target_is_read_and_the_club_asked_for_another_club_than_the_connection_s()
    {
        var club = Of(network: [Club.Contact(5, club: 2, email: null)], one: Club.Contact(7, "temp", club: 3));
        var plan = await PlanAsync(club, change: registration => (registration.TargetContactId, registration.ClubId) = ("7", "3"));
        Assert.Equal((RegistrationOutcome.Moved, "/demoapi/clubs/3"), (plan.Outcome, plan.ClubId));
        Assert.Equal(["/demoapi/clubs/3", "/demoapi/clubs/1", "/demoapi/clubs/3"],
            club.Calls.Select(sent => sent.Headers["x-user-club-id"]));
    }

    [Theory]
    [InlineData(403, ApiErrorKind.Forbidden, "omit -Network to search the club only")]
    [InlineData(404, ApiErrorKind.NotFound, "needs -ClubId and -NetworkNodeId of Connect-Resamania")]
    public async Task A_search_of_the_chain_that_is_not_possible_is_a_clear_error(int status, ApiErrorKind kind, string advice)
    {
        var club = new Club(sent => sent.Url.Contains("contact_search", StringComparison.Ordinal)
            ? ScriptedHandler.Status(status)
            : ScriptedHandler.Body(Club.List()));
        var error = await Assert.ThrowsAsync<ApiException>(() => PlanAsync(club));
        Assert.Equal(kind, error.Kind);
        Assert.Contains(advice, error.Message);
        Assert.EndsWith("Nothing was sent.", error.Message);
    }

    [Theory]
    [InlineData("a/b", null, null)]
    [InlineData(null, "/demoapi/clubs/1", null)]
    [InlineData(null, null, "..")]
    public async Task Ids_that_make_no_sense_show_before_anything_is_read(string? club, string? target, string? sale)
    {
        var scripted = Of();
        var error = await Assert.ThrowsAsync<ApiException>(() => PlanAsync(scripted, change: registration =>
            (registration.ClubId, registration.TargetContactId, registration.SaleId) = (club, target, sale)));
        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(scripted.Calls);
    }

    private static Club Of(
        string[]? own = null, string[]? network = null, string? one = null, Action<ResamaniaOptions>? change = null) => new(
        sent => ScriptedHandler.Body(!sent.Url.Contains("email=", StringComparison.Ordinal) ? one!
            : Club.List(null, (sent.Url.Contains("contact_search", StringComparison.Ordinal) ? network : own) ?? [])
                .Replace(",\"hydra:totalItems\":61", string.Empty, StringComparison.Ordinal)),
        change);

    private static Task<RegistrationPlan> PlanAsync(Club club, bool network = true, Action<OnlineRegistrationRequest>? change = null)
    {
        var registration = new OnlineRegistrationRequest
        {
            Email = "j+1@b.tld",
            FamilyName = "Doe",
            GivenName = "Jo",
            TemporaryEmail = "temp@b.tld",
        };
        change?.Invoke(registration);
        return club.Api.Contacts().PlanRegistrationAsync(registration, network, None);
    }

    private static async Task<string> FailAsync(Club club, Action<OnlineRegistrationRequest>? change = null)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => PlanAsync(club, change: change));
        Assert.Equal(ApiErrorKind.PreconditionFailed, error.Kind);
        Assert.All(club.Calls, sent => Assert.Equal("GET", sent.Method));
        return error.Message;
    }

    private static IEnumerable<string> Sent(Club club) => club.Calls.Select(sent => sent.ToString().Replace(Club.Base + "demoapi/", ""));
}
