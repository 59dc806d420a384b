using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Tests.Unit.Conferences;
using TrainingApis.Tests.Unit.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests unexpected exceptions and extreme responses: each failure is an <see cref="ApiException"/> of the right kind, and no data
/// is lost.</summary>
public class UnexpectedErrorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", ApiErrorKind.InternalError)]
    [InlineData("POST", ApiErrorKind.InDoubt)]
    public async Task An_unexpected_exception_is_InDoubt_for_a_change_that_was_started(string method, ApiErrorKind kind)
    {
        using var api = Connect.Open(new ScriptedHandler(() => Body("{}")));

        var error = await Assert.ThrowsAsync<ApiException>(() =>
            api.SendAsync(new RawRequest(method, "v1/Things"), new Throwing(), Cancel));

        Assert.Equal((kind, "Request", ApiService.Cegos), (error.Kind, error.Operation, error.Api!.Value));
        Assert.Contains(nameof(InvalidTimeZoneException), error.Message);
        Assert.DoesNotContain("message of the observer", error.Message);
    }

    [Theory]
    [InlineData("GetCatalogs", ApiErrorKind.InternalError)]
    [InlineData("CancelRegistration", ApiErrorKind.InDoubt)]
    public async Task Reports_an_exception_of_a_reader_as_a_defect_of_the_module(string operation, ApiErrorKind kind)
    {
        using var connection = (ApiConnection)Connect.Open(new ScriptedHandler(() => Body("{}")));
        var request = connection.CreateRequest(CegosOperations.All.Single(known => known.Name == operation),
            new RegistrationCancellation { RegistrationNumber = "INS-1" });
        using var response = await connection.SendAsync(request, null, Cancel);

        var error = Assert.Throws<ApiException>(() => connection.Map(response, received =>
            received.Decode(_ => new List<int>()[0])));

        Assert.Equal(kind, error.Kind);
        Assert.EndsWith(
            "ArgumentOutOfRangeException was thrown, which is a defect of this module.", error.Message, StringComparison.Ordinal);
        Assert.IsType<ArgumentOutOfRangeException>(error.InnerException);
    }

    [Theory]
    [InlineData("Topics", "GET v1/Elsewhere", "GET v1/Elsewhere")]
    [InlineData("CreateRegistration", "PUT v1/Elsewhere", null)]
    public async Task Names_a_configured_route_that_was_not_found(string operation, string configured, string? named)
    {
        var options = Connect.Options(new ScriptedHandler(() => Status(404)));
        options.Routes = new Dictionary<string, string> { [operation] = configured };
        using var api = Connect.Open(options, new VirtualTime());

        var error = await Assert.ThrowsAsync<ApiException>(() => api.Catalog().GetTopicsAsync(Cancel));

        Assert.Equal((ApiErrorKind.NotFound, named), (error.Kind, error.Route));
    }

    [Fact]
    public async Task Names_a_configured_route_for_operations_below_it()
    {
        var options = Connect.Options(new ScriptedHandler(() => Status(404)));
        options.Routes = new Dictionary<string, string> { ["DeferRegistration"] = "POST v2/moves query" };
        using var api = Connect.Open(options, new VirtualTime());

        Assert.Equal("POST v2/moves query",
            (await Assert.ThrowsAsync<ApiException>(() => api.Registrations().GetDeferralAsync("T-1", Cancel))).Route);
        Assert.Equal("POST v2/moves query",
            (await Assert.ThrowsAsync<ApiException>(() => api.Registrations().DeferAsync(
                new RegistrationDeferral { RegistrationNumber = "INS-1", SessionId = "S" }, Cancel))).Route);
    }

    [Fact]
    public async Task Uses_the_last_of_two_lists_with_the_same_name()
    {
        var (sessions, _) = await ConferenceCalls.SendAsync("""{"items":null,"items":[{"id":1}],"items":[{"id":2},{"id":3}]}""", client =>
            client.GetSessionsAsync("C/1", Cancel));

        Assert.Equal(["2", "3"], sessions.Select(session => session.SessionId));
    }

    [Fact]
    public async Task Reads_very_deep_node_trees()
    {
        const int depth = 50_000;
        var members = Enumerable.Range(0, depth).Select(number => $$"""{"@id":"/n/{{number}}","children":["/n/{{number + 1}}"]}""");
        using var api = new FakeResamania($$"""{"hydra:member":[{{string.Join(',', members)}}]}""").Api;

        var nodes = new List<TrainingApis.Resamania.NetworkNode>();
        await foreach (var page in api.Clubs().GetNetworkNodesAsync(PageRequest.All, null, Cancel))
        {
            nodes.AddRange(page.Items);
        }

        Assert.Equal(depth, nodes.Count);
        Assert.Equal(("/n/0", $"/n/{depth - 1}"), (nodes[0].Iri, nodes[^1].Iri));
    }

    [Theory]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    public async Task Accepts_extreme_dates_in_rate_limit_headers(string date)
    {
        var resamania = new FakeResamania(_ =>
        {
            var response = Body("""{"hydra:member":[]}""");
            foreach (var (name, value) in new[] { ("Date", date), ("X-Rate-Limit-Reset", "9999999999999"),
                ("X-Rate-Limit-Remaining", "5") })
            {
                Assert.True(response.Headers.TryAddWithoutValidation(name, value));
            }

            return response;
        });

        Assert.Empty(await resamania.Api.Contacts().FindContactsAsync("a@example.com", false, Cancel));
        Assert.Empty(await resamania.Api.Contacts().FindContactsAsync("a@example.com", false, Cancel));
        Assert.Equal(2, resamania.Calls.Count);
    }

    [Fact]
    public async Task Keeps_the_digits_of_a_number_outside_the_range_of_Double()
    {
        using var api = Connect.Open(new ScriptedHandler(() => Body("""{"a":1e400,"b":1e300,"c":79228162514264337593543950336}""")));

        var members = Assert.IsAssignableFrom<IReadOnlyDictionary<string,
            object?>>((await api.SendAsync(new RawRequest("GET", "v1/Things"), null, Cancel)).Content);

        Assert.Equal(["1e400", 1e300, 79228162514264337593543950336d], members.Values);
    }

    private sealed class Throwing : IApiObserver
    {
        public void OnExchange(ApiExchange exchange)
        {
            if (exchange.Operation == "Request")
            {
                throw new InvalidTimeZoneException("a message of the observer");
            }
        }

        public void OnWaiting(ApiWait wait) { }
    }
}
