using TrainingApis.Cegos;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests how responses are mapped to errors.</summary>
public class ErrorTests
{
    private static readonly RawRequest Read = new("GET", "v1/Things");
    private static readonly RawRequest Change = new("POST", "v1/Things") { HasBody = true, Body = "{\"name\":\"Planted\"}" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301, ApiErrorKind.Unreachable, ApiErrorKind.InDoubt)]
    [InlineData(304, ApiErrorKind.Unreachable, ApiErrorKind.InDoubt)]
    [InlineData(400, ApiErrorKind.InvalidRequest, ApiErrorKind.InvalidRequest)]
    [InlineData(401, ApiErrorKind.AuthenticationFailed, ApiErrorKind.AuthenticationFailed)]
    [InlineData(403, ApiErrorKind.Forbidden, ApiErrorKind.Forbidden)]
    [InlineData(404, ApiErrorKind.NotFound, ApiErrorKind.NotFound)]
    [InlineData(405, ApiErrorKind.Rejected, ApiErrorKind.Rejected)]
    [InlineData(407, ApiErrorKind.Unreachable, ApiErrorKind.Unreachable)]
    [InlineData(408, ApiErrorKind.Timeout, ApiErrorKind.InDoubt)]
    [InlineData(409, ApiErrorKind.Conflict, ApiErrorKind.Conflict)]
    [InlineData(410, ApiErrorKind.NotFound, ApiErrorKind.NotFound)]
    [InlineData(413, ApiErrorKind.Rejected, ApiErrorKind.Rejected)]
    [InlineData(422, ApiErrorKind.InvalidRequest, ApiErrorKind.InvalidRequest)]
    [InlineData(429, ApiErrorKind.RateLimited, ApiErrorKind.RateLimited)]
    [InlineData(500, ApiErrorKind.UnexpectedResponse, ApiErrorKind.InDoubt)]
    [InlineData(502, ApiErrorKind.UnexpectedResponse, ApiErrorKind.InDoubt)]
    [InlineData(503, ApiErrorKind.UnexpectedResponse, ApiErrorKind.InDoubt)]
    [InlineData(599, ApiErrorKind.UnexpectedResponse, ApiErrorKind.InDoubt)]
    public async Task Maps_each_status_to_an_error_kind(int status, ApiErrorKind read, ApiErrorKind change)
    {
        var respond = () => Status(status, ("x-request-id", "r-7"));

        foreach (var (request, kind) in new[] { (Read, read), (Change, change) })
        {
            var error = await FailAsync(request, respond);
            Assert.Equal((kind, status, "r-7", ApiService.Cegos, "Request"),
                (error.Kind, error.StatusCode, error.RequestId, error.Api, error.Operation));
            Assert.Contains(status == 407 ? "proxy" : "Cegos", error.Message);
            Assert.DoesNotContain("Planted", error.ToString());
        }
    }

    [Theory]
    [InlineData("No required SSL certificate was sent", "the server asks for a client certificate (-Certificate of the Connect- command)")]
    [InlineData("The SSL certificate error", "the server does not accept the client certificate")]
    public async Task A_gateway_that_refuses_the_client_certificate_with_400_is_unreachable(string title, string meaning)
    {
        var page = $"<html>\r\n<head><title>400 {title}</title></head>\r\n<body>\r\n<center>nginx</center>\r\n</body>\r\n</html>";

        foreach (var request in new[] { Read, Change })
        {
            var error = await FailAsync(request, () => Text(page, "text/html", 400));
            Assert.Equal(ApiErrorKind.Unreachable, error.Kind);
            Assert.EndsWith($": cannot connect to catalog.example.com ({meaning}).", error.Message, StringComparison.Ordinal);
        }

        var server = new ScriptedHandler(_ => Body("{}")) { Token = (_, _) => Task.FromResult(Text(page, "text/html", 400)) };
        using var api = Connect.Open(server);
        var refused = await Assert.ThrowsAsync<ApiException>(() => api.AuthenticateAsync(null, Cancel));
        Assert.Equal(ApiErrorKind.Unreachable, refused.Kind);
        Assert.Equal($"Cannot get a token: cannot connect to {ScriptedHandler.TokenHost} ({meaning}).", refused.Message);
    }

    [Theory]
    [InlineData("""{"error":"invalid_scope"}""", "invalid_scope", "invalid_scope")]
    [InlineData("""{"error":"invalid_scope","error_description":"No such scope."}""", "invalid_scope", "No such scope.")]
    [InlineData("""{"error":"The product is unknown."}""", null, "The product is unknown.")]
    [InlineData("""{"error":{"code":40012,"message":"Séance complète"}}""", "40012", "Séance complète")]
    [InlineData("""{"code":"ERROR","reason":"Session not found","id":null}""", "ERROR", "Session not found")]
    [InlineData("""{"Code":"ERROR","Reason":"Session not found"}""", "ERROR", "Session not found")]
    [InlineData("""{"type":"about:blank","title":"Bad","status":400,"detail":"More of it"}""", null, "More of it")]
    [InlineData("""{"title":"One or more validation errors occurred.","errors":{}}""", null, "One or more validation errors occurred.")]
    [InlineData("""{"reason":"R","detail":"D","error_description":"E","message":"M","title":"T"}""", null, "R")]
    [InlineData("""{"title":"T","message":"M","error_description":"E","detail":"D","reason":" "}""", null, "D")]
    [InlineData("""{"title":"T","message":"M","error_description":"E","reason":[]}""", null, "E")]
    [InlineData("""{"title":"T","message":"M","reason":null}""", null, "M")]
    [InlineData("""{"code":"C","error":"e","reason":""}""", "C", "C")]
    [InlineData("\"A sentence\"", null, "A sentence")]
    [InlineData("\" \"", null, "\" \"")]
    [InlineData("<title>Down</title>", null, "Down")]
    [InlineData("<title", null, null)]
    [InlineData("<p>x</p><title>Down", null, null)]
    [InlineData("It is   broken\r\nfor now", null, "It is   broken  for now")]
    [InlineData("<!DOCTYPE html><html><head><title lang=fr>\n Acc&egrave;s refus&eacute; </title></head><body>secret stack</body></html>",
        null, "Accès refusé")]
    [InlineData("<html></html>", null, null)]
    [InlineData("[1,2]", null, "[1,2]")]
    [InlineData("", null, null)]
    [InlineData("""{"error":""", null, """{"error":""")]
    public async Task Reads_the_reason_from_any_form_of_error(string body, string? code, string? reason)
    {
        var error = await FailAsync(Read, () => Text(body, "text/plain", 400));

        Assert.Equal((code, reason), (error.Code, error.Reason));
        if (reason is not null)
        {
            Assert.Equal($"Cannot call GET v1/Things: {reason.TrimEnd('.')} (Cegos).", error.Message);
        }
    }

    [Theory]
    [InlineData("x-request-id")]
    [InlineData("request-id")]
    [InlineData("requestid")]
    [InlineData("x-requestid")]
    [InlineData("X-Correlation-Id")]
    [InlineData("apim-request-id")]
    public async Task Reads_the_request_id_from_any_header(string header)
    {
        Assert.Equal("r-7", (await FailAsync(Read, () => Status(404, (header, "r-7")))).RequestId);
        Assert.Null((await FailAsync(Read, () => Status(404, (header, "")))).RequestId);
        Assert.Equal("g-1, r-7", (await FailAsync(Read, () =>
            Status(404, ("x-request-id", "g-1"), ("request-id", "r-7"), ("apim-request-id", "G-1")))).RequestId);
    }

    [Theory]
    [InlineData(200, "{\"code\":\"ERROR\",\"reason\":\"Session not found.\"}",
        "Cannot register trainee CON-105 for session 2025-61072-PAR-001: Session not found (Cegos).")]
    [InlineData(403, "", "Cannot register trainee CON-105 for session 2025-61072-PAR-001: Cegos returned 403 Forbidden.")]
    [InlineData(401, "{\"error\":\"expired\"}", "Cannot register trainee CON-105 for session 2025-61072-PAR-001: Cegos did not accept the "
        + "credentials of this connection: expired.")]
    [InlineData(429, "", "Cannot register trainee CON-105 for session 2025-61072-PAR-001: Cegos still limits the rate of requests after 1 "
        + "attempt.")]
    [InlineData(502, "", "The outcome is unknown: register trainee CON-105 for session 2025-61072-PAR-001. "
        + "Cegos returned 502 Bad Gateway.")]
    [InlineData(503, "<title>Down</title>", "The outcome is unknown: register trainee CON-105 for session 2025-61072-PAR-001. "
        + "Cegos returned 503 Service Unavailable: Down.")]
    [InlineData(200, "[]", "The outcome is unknown: register trainee CON-105 for session 2025-61072-PAR-001. The response is not as "
        + "documented: it is not a JSON object.")]
    public async Task The_message_contains_the_operation_and_the_reason(int status, string body, string message)
    {
        var options = Connect.Options(new ScriptedHandler(() => Text(body, "application/json", status)));
        options.MaximumRetryCount = 0;
        using var api = Connect.Open(options, new VirtualTime());

        var error = await Assert.ThrowsAsync<ApiException>(() => api.Registrations().RegisterAsync(
            new NewRegistration { SessionId = "2025-61072-PAR-001", TraineeCrmId = "CON-105", ManagerCrmId = "CON-1" }, Cancel));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task Truncates_long_text()
    {
        var error = await FailAsync(Read, () => Text(new string('x', 5000), "text/plain", 400));

        Assert.Equal(new string('x', 200) + "…", error.Reason);
    }

    [Fact]
    public async Task Keeps_field_errors_by_field()
    {
        var error = await FailAsync(Change, () =>
            Body("""{"title":"Invalid","errors":{"email":["is invalid","is too long"],"siren":"9 digits","odd":{"a":1},"none":[]}}""",
            422));

        Assert.Equal(ApiErrorKind.InvalidRequest, error.Kind);
        Assert.Equal("email: is invalid; is too long; siren: 9 digits; odd: ; none: ", error.FieldErrors.ToString());
        Assert.Equal("9 digits", Assert.Single(error.FieldErrors["siren"]));
    }

    [Theory]
    [InlineData("""{"code":"ERROR","reason":"Session full"}""", ApiErrorKind.Rejected)]
    [InlineData("""{"title":"An error occurred","status":500}""", ApiErrorKind.InDoubt)]
    [InlineData("""{"error":"server_error"}""", ApiErrorKind.InDoubt)]
    public async Task Maps_a_5xx_to_Rejected_only_with_the_error_format_of_the_vendor(string body, ApiErrorKind kind)
    {
        Assert.Equal(kind, (await FailAsync(Change, () => Body(body, 500))).Kind);
        Assert.Equal(ApiErrorKind.UnexpectedResponse, (await FailAsync(Read, () => Body(body, 500))).Kind);
    }

    [Theory]
    [InlineData("<html><title>Maintenance</title></html>", "text/html")]
    [InlineData("\n <!DOCTYPE html>", "application/json")]
    [InlineData("{\"data\":[", "application/json")]
    [InlineData("{\"data\":[]} trailing", "application/json")]
    [InlineData("not json", "application/json")]
    public async Task Maps_an_unreadable_success_to_UnexpectedResponse_or_InDoubt(string body, string mediaType)
    {
        Assert.Equal(ApiErrorKind.UnexpectedResponse, (await FailAsync(Read, () => Text(body, mediaType))).Kind);
        Assert.Equal(ApiErrorKind.InDoubt, (await FailAsync(Change, () => Text(body, mediaType))).Kind);
        using var api = Connect.Open(new ScriptedHandler(() => Text(body, mediaType)));
        var error = await Assert.ThrowsAsync<ApiException>(() => api.Catalog().GetCentersAsync(Cancel));
        Assert.Equal((ApiErrorKind.UnexpectedResponse, "GetCenters", 200), (error.Kind, error.Operation, error.StatusCode));
    }

    [Fact]
    public async Task Maps_an_empty_body_instead_of_data_to_UnexpectedResponse()
    {
        using var api = Connect.Open(new ScriptedHandler(() => Status(204)));

        var error = await Assert.ThrowsAsync<ApiException>(() => api.Catalog().GetProductAsync("202500038", false, Cancel));

        Assert.Equal((ApiErrorKind.UnexpectedResponse, 204), (error.Kind, error.StatusCode));
        Assert.Contains("empty", error.Message);
    }

    [Fact]
    public async Task Wraps_exceptions_of_the_transport_in_an_ApiException()
    {
        var server = new ScriptedHandler((sent, _) => Task.FromException<HttpResponseMessage>(new InvalidOperationException("odd")));

        using var api = Connect.Open(server);
        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Read, null, Cancel));

        Assert.Equal(ApiErrorKind.Unreachable, error.Kind);
        Assert.Equal("odd", error.InnerException!.Message);
    }

    private static async Task<ApiException> FailAsync(RawRequest request, Func<HttpResponseMessage> respond)
    {
        using var api = Connect.Open(new ScriptedHandler(respond));
        return await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(request, null, Cancel));
    }
}
