using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Resamania;

/// <summary>Tests rejections, rate limits, tokens, and changes in doubt.</summary>
public class ErrorTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private static readonly ContactFields Fields = new() { Email = "john+test@email.tld", FamilyName = "A", GivenName = "B" };

    private static async Task<ApiException> CreateAndFailAsync(string body, int status) => await Assert.ThrowsAsync<ApiException>(() =>
        new FakeResamania(_ => ScriptedHandler.Text(body, "application/ld+json", status)).Api.Contacts()
            .CreateContactAsync(Fields, skipExistenceCheck: true, None));

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task Maps_an_existing_email_to_Conflict_with_the_code_of_the_vendor(int status)
    {
        var error = await CreateAndFailAsync(System.Text.Encoding.UTF8.GetString(Data.Read("resamania.error.hydra.json")), status);
        Assert.Equal((ApiErrorKind.Conflict, "api.error.contact.email-already-used", status), (error.Kind, error.Code, error.StatusCode));
    }

    [Fact]
    public async Task Maps_violations_to_field_errors()
    {
        var error = await CreateAndFailAsync(System.Text.Encoding.UTF8.GetString(Data.Read("resamania.error.violations.json")), 422);
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
    public async Task Maps_a_response_to_an_error(int status, string body, ApiErrorKind kind, string? code)
    {
        var error = await CreateAndFailAsync(body, status);
        Assert.Equal((kind, code), (error.Kind, error.Code));
    }

    [Fact]
    public async Task Finds_an_existing_email_in_the_club_and_the_network_before_sending()
    {
        var resamania = new FakeResamania(sent => ScriptedHandler.Body(sent.Url.Contains("contact_search", StringComparison.Ordinal)
            ? FakeResamania.List(null, FakeResamania.Contact(5, email: null))
            : FakeResamania.List(null, FakeResamania.Contact(4, email: "other@email.tld"))));
        var error = await Assert.ThrowsAsync<ApiException>(() => resamania.Api.Contacts()
            .CreateContactAsync(Fields, cancellationToken: None));

        Assert.Equal(ApiErrorKind.Conflict, error.Kind);
        Assert.Contains("/demoapi/contacts/5", error.Message);
        Assert.DoesNotContain("john", error.Message);
        Assert.Equal(["GET", "GET"], resamania.Calls.Select(sent => sent.Method));
    }

    [Fact]
    public async Task Does_not_search_the_network_without_a_node()
    {
        var resamania = new FakeResamania(
            sent => ScriptedHandler.Body(sent.Method == "GET" ? FakeResamania.List() : FakeResamania.Contact(1)),
            options => options.NetworkNodeId = null);
        await resamania.Api.Contacts().CreateContactAsync(Fields, cancellationToken: None);
        Assert.Equal([$"GET {FakeResamania.Base}demoapi/contacts?email=john%2Btest%40email.tld",
            $"POST {FakeResamania.Base}demoapi/contacts"],
            resamania.Calls.Select(sent => sent.ToString()));
        Assert.False(resamania.Calls[0].Headers.ContainsKey("x-user-network-node-id"));
    }

    [Fact]
    public async Task Renews_a_token_with_the_refresh_token_and_with_the_grant_if_that_is_rejected()
    {
        var calls = 0;
        var resamania = new FakeResamania(_ => ++calls == 1 ? ScriptedHandler.Status(401) : ScriptedHandler.Body(FakeResamania.Contact(1)));
        resamania.TokenResponse = sent => sent.Body!.Contains("refresh_token", StringComparison.Ordinal)
            ? ScriptedHandler.Body("""{"error":"invalid_grant"}""", 400) : resamania.Token(sent);
        await resamania.Api.Contacts().GetContactAsync("1", None);

        Assert.Equal(
            ["grant_type=client_credentials&client_id=client-1&client_secret=s3cret",
                "grant_type=refresh_token&client_id=client-1&client_secret=s3cret&refresh_token=refresh-1",
                "grant_type=client_credentials&client_id=client-1&client_secret=s3cret"],
            resamania.TokenCalls.Select(sent => sent.Body));
    }

    [Theory]
    [InlineData("X-Rate-Limit")]
    [InlineData("X-Quota")]
    public async Task Delays_the_next_request_if_no_requests_remain(string family)
    {
        FakeResamania? resamania = null;
        resamania = new FakeResamania(_ => Limited(resamania!, (family + "-Limit", "30"), (family + "-Remaining", "0"),
            (family + "-Reset", Epoch(resamania!, 20))));
        await resamania.Api.Contacts().GetContactAsync("1", None);
        await resamania.Api.Contacts().GetContactAsync("1", None);
        Assert.Equal([TimeSpan.FromSeconds(20)], resamania.Time.Waits.Where(wait => wait > TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Delays_the_next_request_if_the_slice_is_full()
    {
        FakeResamania? resamania = null;
        resamania = new FakeResamania(_ => Limited(resamania!, ("X-Spike-Arrest-Limit", "2"), ("X-Spike-Arrest-Slice-Period", "4000"),
            ("X-Spike-Arrest-Reset", "1768471204000"))); // 4 s after the start of the clock
        for (var i = 0; i < 3; i++)
        {
            await resamania.Api.Contacts().GetContactAsync("1", None);
        }

        Assert.Equal([TimeSpan.FromSeconds(4)], resamania.Time.Waits.Where(wait => wait > TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Waits_after_a_429_until_the_reset_time()
    {
        var calls = 0;
        FakeResamania? resamania = null;
        resamania = new FakeResamania(_ => ++calls == 1
            ? ScriptedHandler.Status(429, ("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", Epoch(resamania!, 7)))
            : ScriptedHandler.Body(FakeResamania.Contact(1)));
        await resamania.Api.Contacts().CreateContactAsync(Fields, skipExistenceCheck: true, None);
        Assert.Equal(2, resamania.Calls.Count);
        Assert.Equal([TimeSpan.FromSeconds(7)], resamania.Time.Waits.Where(wait => wait > TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Throws_immediately_if_the_quota_is_reset_in_hours()
    {
        FakeResamania? resamania = null;
        resamania = new FakeResamania(_ => ScriptedHandler.Status(
            429, ("X-Quota-Remaining", "0"), ("X-Quota-Reset", Epoch(resamania!, 36_000))));
        var error = await Assert.ThrowsAsync<ApiException>(() => resamania.Api.Contacts().GetContactAsync("1", None));
        Assert.Equal(ApiErrorKind.RateLimited, error.Kind);
        Assert.Single(resamania.Calls);
    }

    [Fact]
    public async Task Redacts_the_key_and_the_tokens_in_errors()
    {
        var error = await CreateAndFailAsync($$"""{"hydra:description":"key {{FakeResamania.Key}} token-1 refresh-1 s3cret"}""", 400);
        Assert.Equal("key *** *** *** ***", error.Reason);
    }

    [Fact]
    public async Task A_disposed_connection_throws_NotConnected()
    {
        var resamania = new FakeResamania(FakeResamania.Contact(1));
        var client = resamania.Api.Contacts();
        resamania.Api.Dispose();
        Assert.Equal(ApiErrorKind.NotConnected, (await Assert.ThrowsAsync<ApiException>(() => client.GetContactAsync("1", None))).Kind);
    }

    private static string Epoch(FakeResamania resamania, int seconds) =>
        (resamania.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds)).ToUnixTimeMilliseconds().ToString();

    private static HttpResponseMessage Limited(FakeResamania resamania, params (string Name, string Value)[] headers)
    {
        var response = ScriptedHandler.Body(FakeResamania.Contact(1));
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
