using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Resamania;

/// <summary>Tests moving a prospect: preconditions, authentication and requests.</summary>
public class MigrationTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    private static FakeResamania Of(string source, string target, Action<ResamaniaOptions>? change = null) => new(
        sent => sent.Method == "PUT" ? ScriptedHandler.Status(204)
            : ScriptedHandler.Body(sent.Url.EndsWith("/12345", StringComparison.Ordinal) ? source : target), change);

    private static Task<MigrationResult> MoveAsync(FakeResamania resamania, string? clubId = null, bool skip = false) =>
        resamania.Api.Contacts().MigrateContactAsync(
        new ContactMigration { SourceContactId = "12345", TargetContactId = "2", TargetClubId = clubId, SkipPreconditionCheck = skip },
            None);

    [Fact]
    public async Task Reads_both_contacts_and_moves_with_the_token_of_the_source()
    {
        var resamania = Of(FakeResamania.Contact(12345, club: 2, email: "p+1@b.tld"), FakeResamania.Contact(2, "temp"));
        var result = await MoveAsync(resamania);

        Assert.Equal(["GET demoapi/contacts/12345", "GET demoapi/contacts/2", "PUT demoapi/contacts/12345/migrate"],
            resamania.Calls.Select(sent => sent.ToString().Replace(FakeResamania.Base, "")));
        Assert.Equal("""{"targetContactId":"/demoapi/contacts/2","targetClubId":"/demoapi/clubs/1"}""", resamania.Calls[2].Body);
        Assert.Equal(
            "grant_type=http%3A%2F%2Fcontactclientcredentials&client_id=contact-client&client_secret=contact-s3cret&email=p%2B1%40b.tld",
            resamania.TokenCalls[1].Body);
        Assert.Equal("Bearer token-2", resamania.Calls[2].Headers["Authorization"]);
        Assert.DoesNotContain(resamania.Calls[2].Headers.Keys, name => name.StartsWith("x-user-", StringComparison.Ordinal));
        Assert.Equal(FakeResamania.Key, resamania.Calls[2].Headers["x-gravitee-api-key"]);
        Assert.Equal(("/demoapi/contacts/12345", "/demoapi/contacts/2", "/demoapi/clubs/1", true),
            (result.SourceContactId, result.TargetContactId, result.TargetClubId, result.Migrated));
    }

    [Fact]
    public async Task Requests_one_token_for_each_contact()
    {
        var resamania = new FakeResamania(sent => sent.Method == "PUT" ? ScriptedHandler.Status(204) : ScriptedHandler.Body(
            sent.Url.EndsWith("/2", StringComparison.Ordinal) ? FakeResamania.Contact(2, "temp")
                : FakeResamania.Contact(1, club: 2, email: sent.Url[^1] + "@b.tld")));
        foreach (var id in new[] { "7", "7", "8" })
        {
            await resamania.Api.Contacts().MigrateContactAsync(new ContactMigration { SourceContactId = id, TargetContactId = "2" }, None);
        }

        Assert.Equal(["7%40b.tld", "8%40b.tld"], resamania.TokenCalls.Skip(1).Select(sent => sent.Body!.Split("email=")[1]));
    }

    [Theory]
    [InlineData("old_client", 2, "temp", 1, null, "must be a prospect, but its state is old_client")]
    [InlineData("prospect", 2, "prospect", 1, null, "must be temp, but its state is prospect")]
    [InlineData("prospect", 1, "temp", 1, null, "both are in /demoapi/clubs/1")]
    [InlineData("prospect", 2, "temp", 1, "3", "which is /demoapi/clubs/1, but /demoapi/clubs/3 was given")]
    public async Task Checks_the_preconditions_before_the_change(string state, int club, string targetState,
        int targetClub, string? given, string expected)
    {
        var scripted = Of(FakeResamania.Contact(12345, state, club), FakeResamania.Contact(2, targetState, targetClub));
        var error = await Assert.ThrowsAsync<ApiException>(() => MoveAsync(scripted, given));

        Assert.Equal(ApiErrorKind.PreconditionFailed, error.Kind);
        Assert.Contains(expected, error.Message);
        Assert.All(scripted.Calls, sent => Assert.Equal("GET", sent.Method));
    }

    [Fact]
    public async Task Reads_only_the_email_of_the_source_without_the_precondition_check()
    {
        var resamania = Of(FakeResamania.Contact(12345, "old_client"), FakeResamania.Contact(2));
        await MoveAsync(resamania, "1", skip: true);
        Assert.Equal(["GET demoapi/contacts/12345", "PUT demoapi/contacts/12345/migrate"],
            resamania.Calls.Select(sent => sent.ToString().Replace(FakeResamania.Base, "")));
    }

    [Fact]
    public async Task Names_a_missing_contact_credential_or_email()
    {
        var withoutCredential = Of(FakeResamania.Contact(12345, club: 2), FakeResamania.Contact(2, "temp"),
            options => options.ContactClientId = null);
        var error = await Assert.ThrowsAsync<ApiException>(() => MoveAsync(withoutCredential));
        Assert.Equal(ApiErrorKind.PreconditionFailed, error.Kind);
        Assert.Contains("-ContactCredential", error.Message);
        Assert.Empty(withoutCredential.Calls);

        error = await Assert.ThrowsAsync<ApiException>(() =>
            MoveAsync(Of(FakeResamania.Contact(12345, club: 2, email: null), FakeResamania.Contact(2, "temp"))));
        Assert.Contains("shows no e-mail", error.Message);
    }

    [Fact]
    public async Task Does_not_retry_the_refresh_of_a_sale_after_a_broken_connection()
    {
        await using var server = new LoopbackServer((_, sent, peer) =>
        {
            if (sent.Url.EndsWith("/token", StringComparison.Ordinal))
            {
                return peer.RespondAsync("""{"access_token":"token","expires_in":3600}""");
            }

            peer.Close();
            return Task.CompletedTask;
        });
        using var api = new TrainingApis.Clients.ClientHost().OpenResamania(new ResamaniaOptions
        {
            BaseUri = new Uri(server.Address + "resa2-staging/"),
            ClientToken = "demoapi",
            ClientId = "c",
            ClientSecret = Connect.Secure("s3cret"),
            Timeout = TimeSpan.FromSeconds(20),
        });
        var error = await Assert.ThrowsAsync<ApiException>(() => api.Contacts().UpdateSaleAsync(new SaleUpdate { SaleId = "33" }, None));

        Assert.Equal(ApiErrorKind.InDoubt, error.Kind);
        var sent = Assert.Single(server.Calls, call => call.Method == "PUT");
        Assert.Equal(("/resa2-staging/demoapi/sales/33/update_contact", "0"), (sent.Url, sent.Headers["Content-Length"]));
    }
}
