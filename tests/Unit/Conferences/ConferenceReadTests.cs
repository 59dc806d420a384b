using System.Text;
using TrainingApis.Conferences;
using Xunit;
using static TrainingApis.Tests.Unit.Conferences.ConferenceCalls;

namespace TrainingApis.Tests.Unit.Conferences;

/// <summary>Tests the requests of reads, and every form of their responses.</summary>
public class ConferenceReadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_conferences_with_two_headers_and_no_secret_in_the_URL()
    {
        var (items, call) = await SendAsync("""{"items":[{"id":1201,"title":"Forum"}]}""", client => client.GetConferencesAsync(Cancel));

        Assert.Equal("GET " + Base + "conferences", call.ToString());
        Assert.Equal(("planted-api-key-123", "planted-token-456"), (call.Headers["apiKey"], call.Headers["token"]));
        Assert.DoesNotContain("Authorization", call.Headers.Keys);
        Assert.Equal(("1201", "Forum"), (items[0].ConferenceId, items[0].ToString()));
    }

    [Fact]
    public async Task Reads_all_members_of_the_documented_conference()
    {
        var (conference, call) = await SendAsync(Encoding.UTF8.GetString(Data.Read("agendize.conference.resource.json")), client =>
            client.GetConferenceAsync("été/1 100%", Cancel));

        Assert.Equal("GET " + Base + "conferences/%C3%A9t%C3%A9%2F1%20100%25", call.ToString());
        Assert.Equal(("string", 0, 0m), (conference.ConferenceId, conference.Capacity, conference.Duration));
        Assert.Equal(("string", "0.0, 0.0"), (conference.Location!.ToString(), conference.Location.Geolocation!.ToString()));
        Assert.Equal("string", conference.Tags.ToString());
        Assert.Equal("string; string", conference.Form!.ToString());
        Assert.Equal("string", Assert.Single(Assert.Single(conference.Form.AdditionalFields)).Id);
        Assert.Equal("no additional seats", conference.RegistrationRules!.ToString());
        Assert.Empty(conference.AdditionalProperties);
    }

    [Fact]
    public async Task Sessions_contain_the_id_of_their_conference()
    {
        var (sessions, call) = await SendAsync("[" + Encoding.UTF8.GetString(Data.Read("agendize.session.resource.json")) + "]", client =>
            client.GetSessionsAsync("C/1", Cancel));

        Assert.Equal("GET " + Base + "conferences/C%2F1/sessions", call.ToString());
        var session = Assert.Single(sessions);
        Assert.Equal(("C/1", "string", ConferenceSessionStatus.Opened), (session.ConferenceId, session.SessionId, session.Status));
        Assert.Equal("2011-12-03 10:15:30 Europe/Paris", session.Start!.ToString());
        Assert.Empty(session.AdditionalProperties);
    }

    [Fact]
    public async Task Reads_all_members_of_the_documented_registration()
    {
        var (found, call) = await SendAsync(Encoding.UTF8.GetString(Data.Read("agendize.registration.resource.json")), client =>
            client.GetRegistrationAsync("C/1", "40001", "700001", null, Cancel));

        Assert.Equal("GET " + RegistrationsUri + "/700001", call.ToString());
        Assert.Equal(("C/1", "40001", "string"), (found.ConferenceId, found.SessionId, found.RegistrationId));
        Assert.Equal(("string", "string string", "string"), (found.ClientId, found.ClientName, found.EmailAddress));
        Assert.Equal((RegistrationStatus.Accepted, 1, "api"), (found.Status, found.Seats, found.SourceType));
        Assert.Equal(new DateTimeOffset(2011, 12, 3, 10, 15, 30, TimeSpan.FromHours(1)), found.Registered!.ToDateTimeOffset());
        Assert.Equal("string: string", found.Form.ToString());
        Assert.Null(found.Cancelled);
        Assert.Empty(found.AdditionalProperties);
    }

    [Theory]
    [InlineData(false, null, "")]
    [InlineData(true, null, "?withCancelled=true")]
    [InlineData(false, "Seats,ClientName,EmailAddress,registered,RegistrationId,SessionId", "?fields=id%2Cseats%2Cclient%2Cregistered")]
    [InlineData(true, "status", "?fields=id%2Cstatus&withCancelled=true")]
    public async Task Requests_the_given_fields_and_the_id_of_registrations(bool cancelled, string? fields, string query)
    {
        var (_, call) = await SendAsync("[]", client =>
            client.GetRegistrationsAsync("C/1", "40001", cancelled, fields?.Split(','), Cancel));

        Assert.Equal("GET " + RegistrationsUri + query, call.ToString());
    }

    [Theory]
    [InlineData("""[{"id":1},{"id":"2"}]""", "1 2")]
    [InlineData("""{"items":[{"id":1},{"id":"2"}],"total":2}""", "1 2")]
    [InlineData("""{"total":1,"Items":{"id":1}}""", "1")]
    [InlineData("""{"items":null}""", "")]
    [InlineData("""{"error":null,"items":[]}""", "")]
    [InlineData("""{"id":7}""", "7")]
    public async Task Reads_a_list_with_any_envelope(string body, string ids)
    {
        var (items, _) = await SendAsync(body, client => client.GetRegistrationsAsync("c", "s", cancellationToken: Cancel));

        Assert.Equal(ids, string.Join(" ", items.Select(item => item.RegistrationId)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("[1]")]
    [InlineData("<html></html>")]
    [InlineData("""{"items":[{"seats":1}]}""")]
    [InlineData("""[{"id":""}]""")]
    [InlineData("""{"items":[{"id":1}]} x""")]
    public async Task Rejects_a_response_that_is_not_a_list(string body) =>
        Assert.Equal(ApiErrorKind.UnexpectedResponse,
            (await FailAsync(body, client => client.GetRegistrationsAsync("c", "s", cancellationToken: Cancel))).Kind);

    [Theory]
    [InlineData("""{"id":1,"form":{"id":"a","value":3}}""", "a: 3")]
    [InlineData("""{"id":1,"form":[{"id":"a","value":"x"},{"id":"b","values":[{"id":1,"name":"Fish"},{"value":"meat"}]}]}""",
        "a: x; b: Fish, meat")]
    [InlineData("""{"id":1,"form":[{"title":"Menu","values":{"name":"Hot","values":[{"name":"Fish"},{"name":"Meat"}]}}]}""",
        "Menu: Hot (Fish, Meat)")]
    [InlineData("""{"id":1,"form":[{"title":"Name","type":"crm-name","subItem":[{"title":"First","value":"A"},{"title":"Last","value":"B"}]}]}""", "Name: A, B")]
    [InlineData("""{"id":1,"form":[{"title":"Arrival","zonedDateTime":{"dateTime":"2011-12-03T10:15:30","timeZone":"Europe/Paris"}}]}""",
        "Arrival: 2011-12-03 10:15:30 Europe/Paris")]
    [InlineData("""{"id":1,"form":[{"title":"Arrival","zonedDateTime":"2011-12-03T10:15:30"}]}""", "Arrival: 2011-12-03 10:15:30")]
    public async Task Reads_a_form_of_any_shape(string body, string text)
    {
        var (found, _) = await SendAsync(body, client => client.GetRegistrationAsync("c", "s", "1", null, Cancel));

        Assert.Equal(text, found.Form.ToString());
    }

    [Fact]
    public async Task Keeps_flags_formats_and_unknown_members_of_a_form()
    {
        const string body = """{"id":1,"later":[1],"form":[{"id":"a","mandatory":1,"multiple":"false","valueFormat":{"maxLength":"9","regexValue":"x"},"new":{"a":1}}]}""";
        var (found, _) = await SendAsync(body, client => client.GetRegistrationAsync("c", "s", "1", null, Cancel));

        var item = Assert.Single(found.Form);
        Assert.Equal((true, false, 9m), (item.Mandatory, item.Multiple, item.ValueFormat!.MaxLength));
        Assert.Equal("""{"new":{"a":1}}""", item.AdditionalProperties.ToString());
        Assert.Equal("""{"later":[1]}""", found.AdditionalProperties.ToString());
    }

    [Theory]
    [InlineData("\"it broke\"", ApiErrorKind.Rejected, null, "it broke")]
    [InlineData("""{"message":"no such thing","statusCode":404}""", ApiErrorKind.NotFound, "404", "no such thing")]
    [InlineData("""{"message":"not yours","statusCode":"403"}""", ApiErrorKind.Forbidden, "403", "not yours")]
    [InlineData("""{"message":"who?","statusCode":401}""", ApiErrorKind.AuthenticationFailed, "401", "who?")]
    [InlineData("""{"statusCode":500}""", ApiErrorKind.UnexpectedResponse, "500", null)]
    [InlineData("{}", ApiErrorKind.Rejected, null, null)]
    [InlineData("true", ApiErrorKind.Rejected, null, null)]
    public async Task Throws_for_an_error_member_with_status_200(string error, ApiErrorKind kind, string? code, string? reason)
    {
        var found = await FailAsync($$"""{"id":1,"items":[],"error":{{error}}}""", client =>
            client.GetRegistrationsAsync("c", "s", cancellationToken: Cancel));

        Assert.Equal((kind, code, reason, 200), (found.Kind, found.Code, found.Reason, found.StatusCode));
        Assert.Equal((ApiService.Conference, "GetRegistrations"), (found.Api, found.Operation));
    }

    [Fact]
    public async Task Returns_field_errors_by_name()
    {
        var found = await FailAsync("""{"error":{"message":"no","statusCode":422,"fields":["seats",{"name":"status","message":"unknown"}]}}""", client => client.GetConferencesAsync(Cancel));

        Assert.Equal((ApiErrorKind.InvalidRequest, "seats: is refused; status: unknown"), (found.Kind, found.FieldErrors.ToString()));
    }
}
