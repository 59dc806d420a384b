using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Conferences;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>What is not as documented is refused, by name.</summary>
public sealed class ConferencesStrictTests : IDisposable
{
    private const string Whole = "must be an integer, 1 or more";
    private readonly ConferencesCaller _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("client", null, "client", "is required")]
    [InlineData("client", "{}", "client.id", "is required")]
    [InlineData("client", "\"5001\"", "client", "must be an object")]
    [InlineData("client", """{"id":5001}""", "client.id", "must be a string")]
    [InlineData("client", """{"id":" "}""", "client.id", "must not be empty")]
    [InlineData("client", """{"id":"5001","firstName":"Zoé"}""", "client.firstName", "is read-only")]
    [InlineData("clientId", "\"5001\"", "clientId", "is unknown")]
    [InlineData("Seats", "2", "Seats", "is unknown")]
    [InlineData("seats", "\"2\"", "seats", Whole)]
    [InlineData("seats", "2.5", "seats", Whole)]
    [InlineData("seats", "0", "seats", Whole)]
    [InlineData("seats", "null", "seats", Whole)]
    [InlineData("status", "\"Accepted\"", "status", "must be one of accepted, waitingList")]
    [InlineData("status", "\"cancelled\"", "status", "must be one of accepted, waitingList")]
    [InlineData("status", "1", "status", "must be a string")]
    [InlineData("id", "\"700001\"", "id", "is read-only")]
    [InlineData("source", "\"moi\"", "source", "is read-only")]
    [InlineData("form", """{"id":"comment","value":"x"}""", "form", "must be an array")]
    [InlineData("form", """["x"]""", "form[0]", "must be an object")]
    [InlineData("form", """[{"value":"x"}]""", "form[0].id", "is required")]
    [InlineData("form", """[{"id":"","value":"x"}]""", "form[0].id", "must not be empty")]
    [InlineData("form", """[{"id":"nobody","value":"x"}]""", "form[0].id", "is no field of this conference")]
    [InlineData("form", """[{"id":"comment","value":5}]""", "form[0].value", "must be a string")]
    [InlineData("form", """[{"id":"comment","mandatory":"true"}]""", "form[0].mandatory", "must be a boolean")]
    [InlineData("form", """[{"id":"comment","valueFormat":{"maxLength":"5"}}]""", "form[0].valueFormat.maxLength", "must be a number")]
    [InlineData("form", """[{"id":"comment","zonedDateTime":{}}]""", "form[0].zonedDateTime", "is read-only")]
    [InlineData("form", """[{"id":"comment","values":[]}]""", "form[0].values", "is not for text, which takes value")]
    [InlineData("form", """[{"id":"comment","otherValue":true}]""", "form[0].otherValue", "is not for text")]
    [InlineData("form", """[{"id":"comment","subItem":[]}]""", "form[0].subItem", "is not for text")]
    [InlineData("form", """[{"id":"comment","type":"date"}]""", "form[0].type", "is text in this conference")]
    [InlineData("form", """[{"id":"meal","value":"vege"}]""", "form[0].value", "is not for radio, which takes values")]
    [InlineData("form", """[{"id":"meal","multiple":true}]""", "form[0].multiple", "is not for radio")]
    [InlineData("form", """[{"id":"workshops","category":true}]""", "form[0].category", "is not for checkbox")]
    [InlineData("form", """[{"id":"meal","values":["vege"]}]""", "form[0].values[0]", "must be an object")]
    [InlineData("form", """[{"id":"address","subItem":[{"id":"meal","value":"x"}]}]""", "form[0].subItem[0].id", "is no field of this conference")]
    [InlineData("form", """[{"id":"arrival","value":"29/03/2026"}]""", "form[0].value", "must be a date, such as 2011-12-03 or 2011-12-03T10:15:30")]
    public async Task A_registration_is_refused_by_the_member_that_is_wrong(string member, string? json, string path, string fault)
    {
        var body = JsonNode.Parse(ConferencesCaller.Registration)!.AsObject();
        body.Remove(member);
        if (json != null)
            body[member] = JsonNode.Parse(json);
        ConferencesCaller.Fails(await _sandbox.PostAsync(ConferencesCaller.Empty, body.ToJsonString()), 400, $"Invalid request: {path} {fault}", fields: path);
        if (json is null or "{}")
            return;
        ConferencesCaller.Fails(await _sandbox.PutAsync(ConferencesCaller.First + "/700001", body.ToJsonString()), 400, $"Invalid request: {path} {fault}", fields: path);
        Assert.Empty(_sandbox.State.GetProperty("changes").EnumerateArray());
    }

    [Theory]
    [InlineData("", "The body is not valid JSON")]
    [InlineData("{", "The body is not valid JSON")]
    [InlineData("{\"status\":\"\\ud800\"}", "The body is not valid JSON")]
    [InlineData("[]", "Invalid request: body must be an object")]
    [InlineData("{\"seats\":1,\"seats\":2}", "Invalid request: seats occurs twice")]
    public async Task A_body_that_is_no_object_is_refused(string body, string message)
    {
        var reply = await _sandbox.PutAsync(ConferencesCaller.First + "/700001", body);
        Assert.Equal((400, message), (reply.Status, reply.Json.GetProperty("error").GetProperty("message").GetString()));
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var reply = await _sandbox.PutAsync(ConferencesCaller.First + "/700001", """{"seats":"x","status":"x","nom":1}""");
        ConferencesCaller.Fails(reply, 400, $"Invalid request: seats {Whole}; status must be one of accepted, waitingList; nom is unknown", fields: "seats status nom");
    }

    [Fact]
    public async Task Another_media_type_is_refused_both_ways()
    {
        ConferencesCaller.Fails(await _sandbox.AskAsync(HttpMethod.Post, ConferencesCaller.Empty, "x=1", "application/x-www-form-urlencoded"), 415, "The body must be application/json");
        ConferencesCaller.Fails(await _sandbox.AskAsync(HttpMethod.Delete, ConferencesCaller.First + "/700001", "{}", "text/plain"), 415, "The body must be application/json");
        var request = new HttpRequestMessage(HttpMethod.Get, "conferences") { Headers = { { "apiKey", "sandbox-api-key" }, { "token", "sandbox-token" }, { "Accept", "text/html" } } };
        ConferencesCaller.Fails(await _sandbox.SendAsync(request), 406, "Answers are application/json");
    }

    [Theory]
    [InlineData("?fields=Id", "Unknown field 'Id'", "fields")]
    [InlineData("?fields=", "Unknown field ''", "fields")]
    [InlineData("?fields=client.id", "Unknown field 'client.id'", "fields")]
    [InlineData("?fields=id&fields=seats", "A parameter occurs twice", "fields fields")]
    [InlineData("?Fields=id", "Unknown parameter Fields", "Fields")]
    [InlineData("?page=2", "Unknown parameter page", "page")]
    [InlineData("?withCancelled=1", "withCancelled must be true or false", "withCancelled")]
    [InlineData("?withCancelled=True", "withCancelled must be true or false", "withCancelled")]
    public async Task A_query_that_is_not_documented_is_refused(string query, string message, string fields) =>
        ConferencesCaller.Fails(await _sandbox.GetAsync(ConferencesCaller.First + query), 400, message, fields: fields);

    [Fact]
    public async Task A_query_or_a_body_where_none_is_due_is_refused()
    {
        ConferencesCaller.Fails(await _sandbox.GetAsync(ConferencesCaller.First + "/700001?withCancelled=true"), 400, "Unknown parameter withCancelled", fields: "withCancelled");
        ConferencesCaller.Fails(await _sandbox.PutAsync(ConferencesCaller.First + "/700001?fields=id", "{}"), 400, "Unknown parameter fields", fields: "fields");
        ConferencesCaller.Fails(await _sandbox.DeleteAsync(ConferencesCaller.First + "/700001?reason=x"), 400, "Unknown parameter reason", fields: "reason");
        ConferencesCaller.Fails(await _sandbox.AskAsync(HttpMethod.Get, "conferences", "{}"), 400, "There must be no body");
    }

    [Theory]
    [InlineData("GET", "conference", 404)]
    [InlineData("GET", "conferences/", 404)]
    [InlineData("GET", "Conferences", 404)]
    [InlineData("GET", "conferences/1201/sessions/40001/Registrations", 404)]
    [InlineData("GET", "conferences/1201/sessions/40001/registrations/700001/x", 404)]
    [InlineData("GET", "watchers", 404)]
    [InlineData("GET", "sessions/40001/registrations", 404)]
    [InlineData("PATCH", "conferences", 405, "GET, POST")]
    [InlineData("PATCH", "conferences/1201/sessions/40001/registrations/700001", 405, "DELETE, GET, PUT")]
    [InlineData("PUT", "conferences/1201/sessions/40001/registrations", 405, "GET, POST")]
    [InlineData("GET", "sessions/40001/registrations/watch", 405, "POST")]
    public async Task Unknown_paths_and_verbs_are_told_apart(string method, string path, int status, string allow = "")
    {
        var reply = await _sandbox.AskAsync(new HttpMethod(method), path);
        Assert.Equal((status, string.Empty), (reply.Status, reply.Body));
        Assert.Equal(allow, string.Join(", ", reply.Message.Content.Headers.Allow.Order()));
    }

    [Theory]
    [InlineData("conferences/9", "Conference not found")]
    [InlineData("conferences/9/sessions/40001", "Conference not found")]
    [InlineData("conferences/1202/sessions/40001", "Session not found")]
    [InlineData("conferences/1202/sessions/40001/registrations", "Session not found")]
    [InlineData("conferences/1201/sessions/0/registrations", "Session not found")]
    [InlineData("conferences/1201/sessions/40002/registrations/700001", "Registration not found")]
    [InlineData("conferences/1201/sessions/40001/registrations/0700001", "Registration not found")]
    [InlineData("conferences/1201/speakers/9", "Speaker not found")]
    [InlineData("conferences/1202/invitees/9", "Invitee not found")]
    public async Task What_is_missing_is_told_from_the_left(string path, string message) => ConferencesCaller.Fails(await _sandbox.GetAsync(path), 404, message);

    [Fact]
    public async Task Errors_come_with_the_status_that_a_test_asks_for()
    {
        _sandbox.Control.ErrorStatus = ConferencesErrorStatus.Success;
        ConferencesCaller.Fails(await _sandbox.GetAsync("conferences/9"), 200, "Conference not found", 404);
        _sandbox.Control.ErrorStatus = ConferencesErrorStatus.Proper;
        ConferencesCaller.Fails(await _sandbox.DeleteAsync(ConferencesCaller.First + "/700006"), 400, "Registration is already cancelled");
        _sandbox.Control.ErrorAsText = true;
        Assert.Equal("""{"error":"Conference not found"}""", (await _sandbox.GetAsync("conferences/9")).Body);
    }
}
