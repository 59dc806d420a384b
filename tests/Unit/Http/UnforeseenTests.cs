using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Tests.Unit.Conferences;
using TrainingApis.Tests.Unit.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>What nobody foresaw, and responses that nobody would send: still one exception, by its meaning, and nothing left out in
/// silence.</summary>
public class UnforeseenTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", ApiErrorKind.InternalError)]
    [InlineData("POST", ApiErrorKind.InDoubt)]
    public async Task A_defect_is_in_doubt_for_a_change_that_was_begun(string method, ApiErrorKind kind)
    {
        using var api = Connect.Open(new ScriptedHandler(() => Body("{}")));

        var error = await Assert.ThrowsAsync<ApiException>(() =>
            api.SendAsync(new RawRequest(method, "v1/Things"), new Throwing(), Cancel));

        Assert.Equal((kind, "Request", ApiService.Cegos), (error.Kind, error.Operation, error.Api!.Value));
        Assert.Contains(nameof(InvalidTimeZoneException), error.Message);
        Assert.DoesNotContain("observer's own words", error.Message);
    }

    [Theory]
    [InlineData("GetCatalogs", ApiErrorKind.InternalError)]
    [InlineData("CancelRegistration", ApiErrorKind.InDoubt)]
    public async Task A_defect_of_a_reader_is_not_taken_for_a_fault_of_the_response(string operation, ApiErrorKind kind)
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
    public async Task A_route_that_the_connection_was_told_is_named_where_it_led_nowhere(string operation, string told, string? named)
    {
        var options = Connect.Options(new ScriptedHandler(() => Status(404)));
        options.Routes = new Dictionary<string, string> { [operation] = told };
        using var api = Connect.Open(options, new VirtualTime());

        var error = await Assert.ThrowsAsync<ApiException>(() => api.Catalog().GetTopicsAsync(Cancel));

        Assert.Equal((ApiErrorKind.NotFound, named), (error.Kind, error.Route));
    }

    [Fact]
    public async Task A_route_is_named_for_what_goes_on_from_it_too()
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
    public async Task Of_two_lists_of_equal_name_the_last_one_counts()
    {
        var (sessions, _) = await ConferenceCalls.SendAsync("""{"items":null,"items":[{"id":1}],"items":[{"id":2},{"id":3}]}""", client =>
            client.GetSessionsAsync("C/1", Cancel));

        Assert.Equal(["2", "3"], sessions.Select(session => session.SessionId));
    }

    [Fact]
    public async Task Nodes_may_stand_one_below_the_other_without_end()
    {
        const int depth = 50_000;
        var members = Enumerable.Range(0, depth).Select(number => $$"""{"@id":"/n/{{number}}","children":["/n/{{number + 1}}"]}""");
        using var api = new Club($$"""{"hydra:member":[{{string.Join(',', members)}}]}""").Api;

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
    public async Task A_clock_at_the_end_of_the_calendar_does_not_break_the_limits(string date)
    {
        var club = new Club(_ =>
        {
            var response = Body("""{"hydra:member":[]}""");
            foreach (var (name, value) in new[] { ("Date", date), ("X-Rate-Limit-Reset", "9999999999999"),
                ("X-Rate-Limit-Remaining", "5") })
            {
                Assert.True(response.Headers.TryAddWithoutValidation(name, value));
            }

            return response;
        });

        Assert.Empty(await club.Api.Contacts().FindContactsAsync("a@example.com", false, Cancel));
        Assert.Empty(await club.Api.Contacts().FindContactsAsync("a@example.com", false, Cancel));
        Assert.Equal(2, club.Calls.Count);
    }

    [Fact]
    public async Task A_number_that_no_type_holds_keeps_its_digits()
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
                throw new InvalidTimeZoneException("the observer's own words");
            }
        }

        public void OnWaiting(ApiWait wait) { }
    }
}
