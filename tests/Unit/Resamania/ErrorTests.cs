using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Resamania;

/// <summary>Refusals, limits, tokens, and what leaves a change in doubt.</summary>
public class ErrorTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private static readonly ContactFields Fields = new() { Email = "john+test@email.tld", FamilyName = "A", GivenName = "B" };

    private static async Task<ApiException> RefusedAsync(string body, int status) => await Assert.ThrowsAsync<ApiException>(() =>
        new Club(_ => ScriptedHandler.Text(body, "application/ld+json", status)).Api.Contacts()
            .CreateContactAsync(Fields, skipExistenceCheck: true, None));

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task A_known_email_is_a_conflict_with_the_vendors_code(int status)
    {
        var error = await RefusedAsync(System.Text.Encoding.UTF8.GetString(Data.Read("resamania.error.hydra.json")), status);
        Assert.Equal((ApiErrorKind.Conflict, "api.error.contact.email-already-used", status), (error.Kind, error.Code, error.StatusCode));
    }

    [Fact]
    public async Task Violations_are_field_errors()
    {
        var error = await RefusedAsync(System.Text.Encoding.UTF8.GetString(Data.Read("resamania.error.violations.json")), 422);
        Assert.Equal((ApiErrorKind.InvalidRequest, "mobile: required", "mobile: required"),
            (error.Kind, error.FieldErrors.ToString(), error.Reason));
    }

    [Theory]
    [InlineData(403, """{"detail":"api.error.scope.unauthorized-endpoint"}""", ApiErrorKind.Forbidden,
        "api.error.scope.unauthorized-endpoint")]
    [InlineData(404, """{"hydra:description":"Item not found"}""", ApiErrorKind.NotFound, null)]
    [InlineData(500, """{"hydra:description":"api.error.contact.locked"}""", ApiErrorKind.Rejected, "api.error.contact.locked")]
    [InlineData(400, "no: api.error.contact.email-already-used.", ApiErrorKind.Conflict, "api.error.contact.email-already-used")]
    [InlineData(500, """{"hydra:description":"it fell over"}""", ApiErrorKind.InDoubt, null)]
    [InlineData(201, """{"number":"C1"}""", ApiErrorKind.InDoubt, null)]
    [InlineData(201, "", ApiErrorKind.InDoubt, null)]
    [InlineData(200, "<html></html>", ApiErrorKind.InDoubt, null)]
    public async Task What_a_response_means(int status, string body, ApiErrorKind kind, string? code)
    {
        var error = await RefusedAsync(body, status);
        Assert.Equal((kind, code), (error.Kind, error.Code));
    }

    [Fact]
    public async Task A_known_email_is_found_out_in_the_club_and_in_the_chain_before_anything_is_sent()
    {
        var club = new Club(sent => ScriptedHandler.Body(sent.Url.Contains("contact_search", StringComparison.Ordinal)
            ? Club.List(null, Club.Contact(5, email: null)) : Club.List(null, Club.Contact(4, email: "other@email.tld"))));
        var error = await Assert.ThrowsAsync<ApiException>(() => club.Api.Contacts().CreateContactAsync(Fields, cancellationToken: None));

        Assert.Equal(ApiErrorKind.Conflict, error.Kind);
        Assert.Contains("/demoapi/contacts/5", error.Message);
        Assert.DoesNotContain("john", error.Message);
        Assert.Equal(["GET", "GET"], club.Calls.Select(sent => sent.Method));
    }

    [Fact]
    public async Task Without_a_node_the_chain_is_not_asked()
    {
        var club = new Club(sent => ScriptedHandler.Body(sent.Method == "GET" ? Club.List() : Club.Contact(1)), options =>
            options.NetworkNodeId = null);
        await club.Api.Contacts().CreateContactAsync(Fields, cancellationToken: None);
        Assert.Equal([$"GET {Club.Base}demoapi/contacts?email=john%2Btest%40email.tld", $"POST {Club.Base}demoapi/contacts"],
            club.Calls.Select(sent => sent.ToString()));
        Assert.False(club.Calls[0].Headers.ContainsKey("x-user-network-node-id"));
    }

    [Fact]
    public async Task A_token_is_renewed_with_its_refresh_token_and_by_the_grant_where_that_is_refused()
    {
        var calls = 0;
        var club = new Club(_ => ++calls == 1 ? ScriptedHandler.Status(401) : ScriptedHandler.Body(Club.Contact(1)));
        club.TokenResponse = sent => sent.Body!.Contains("refresh_token", StringComparison.Ordinal)
            ? ScriptedHandler.Body("""{"error":"invalid_grant"}""", 400) : club.Token(sent);
        await club.Api.Contacts().GetContactAsync("1", None);

        Assert.Equal(
            ["grant_type=client_credentials&client_id=client-1&client_secret=s3cret",
                "grant_type=refresh_token&client_id=client-1&client_secret=s3cret&refresh_token=refresh-1",
                "grant_type=client_credentials&client_id=client-1&client_secret=s3cret"],
            club.TokenCalls.Select(sent => sent.Body));
    }

    [Theory]
    [InlineData("X-Rate-Limit")]
    [InlineData("X-Quota")]
    public async Task A_limit_that_is_used_up_slows_the_next_call_down(string family)
    {
        Club? club = null;
        club = new Club(_ => Limited(club!, (family + "-Limit", "30"), (family + "-Remaining", "0"),
            (family + "-Reset", Epoch(club!, 20))));
        await club.Api.Contacts().GetContactAsync("1", None);
        await club.Api.Contacts().GetContactAsync("1", None);
        Assert.Equal([TimeSpan.FromSeconds(20)], club.Time.Waits.Where(wait => wait > TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_slice_that_is_full_slows_the_next_call_down()
    {
        Club? club = null;
        club = new Club(_ => Limited(club!, ("X-Spike-Arrest-Limit", "2"), ("X-Spike-Arrest-Slice-Period", "4000"),
            ("X-Spike-Arrest-Reset", "1768471204000"))); // 4 s from the clock's start
        for (var i = 0; i < 3; i++)
        {
            await club.Api.Contacts().GetContactAsync("1", None);
        }

        Assert.Equal([TimeSpan.FromSeconds(4)], club.Time.Waits.Where(wait => wait > TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_refusal_for_the_rate_waits_as_long_as_its_headers_say()
    {
        var calls = 0;
        Club? club = null;
        club = new Club(_ => ++calls == 1
            ? ScriptedHandler.Status(429, ("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", Epoch(club!, 7)))
            : ScriptedHandler.Body(Club.Contact(1)));
        await club.Api.Contacts().CreateContactAsync(Fields, skipExistenceCheck: true, None);
        Assert.Equal(2, club.Calls.Count);
        Assert.Equal([TimeSpan.FromSeconds(7)], club.Time.Waits.Where(wait => wait > TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_quota_that_ends_tomorrow_is_an_error_at_once()
    {
        Club? club = null;
        club = new Club(_ => ScriptedHandler.Status(429, ("X-Quota-Remaining", "0"), ("X-Quota-Reset", Epoch(club!, 36_000))));
        var error = await Assert.ThrowsAsync<ApiException>(() => club.Api.Contacts().GetContactAsync("1", None));
        Assert.Equal(ApiErrorKind.RateLimited, error.Kind);
        Assert.Single(club.Calls);
    }

    [Fact]
    public async Task Neither_the_key_nor_a_token_gets_into_an_error()
    {
        var error = await RefusedAsync($$"""{"hydra:description":"key {{Club.Key}} token-1 refresh-1 s3cret"}""", 400);
        Assert.Equal("key *** *** *** ***", error.Reason);
    }

    [Fact]
    public async Task A_closed_connection_says_so()
    {
        var club = new Club(Club.Contact(1));
        var client = club.Api.Contacts();
        club.Api.Dispose();
        Assert.Equal(ApiErrorKind.NotConnected, (await Assert.ThrowsAsync<ApiException>(() => client.GetContactAsync("1", None))).Kind);
    }

    private static string Epoch(Club club, int seconds) =>
        (club.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds)).ToUnixTimeMilliseconds().ToString();

    private static HttpResponseMessage Limited(Club club, params (string Name, string Value)[] headers)
    {
        var response = ScriptedHandler.Body(Club.Contact(1));
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
