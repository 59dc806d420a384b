using System.Net;
using System.Text.RegularExpressions;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Maps responses and failures to exceptions by their meaning. For a change, it also decides whether the change may have happened.
/// </summary>
/// <param name="redactor">Removes secrets.</param>
/// <param name="time">The clock.</param>
/// <param name="readError">Reads an error in the vendor's own format.</param>
internal sealed class ErrorMap(Redactor redactor, TimeProvider time, Action<ErrorBody, int, OperationKind> readError)
{
    private const int IdLength = 128;
    private static readonly Regex WordStart = new("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant);

    /// <summary>The texts of nginx, which completes the TLS handshake and then refuses the request, with their meaning.</summary>
    private static readonly (string Text, string Meaning)[] CertificateRefusals =
    [
        ("No required SSL certificate was sent", "the server asks for a client certificate (-Certificate of the Connect- command)"),
        ("The SSL certificate error", "the server does not accept the client certificate"),
    ];

    private static readonly string[] IdNames =
        ["x-request-id", "request-id", "requestid", "x-requestid", "x-correlation-id", "apim-request-id"];

    /// <summary>
    /// Gets a status with its standard name, such as <c>429 Too Many Requests</c>. The reason phrase of a vendor can be anything.
    /// </summary>
    public static string NameOf(int status) =>
        Enum.IsDefined(typeof(HttpStatusCode), status) ? $"{status} {WordStart.Replace(((HttpStatusCode)status).ToString(), " ")}"
            : $"{status}";

    /// <summary>Gets the request IDs of a response, from all headers in use. A gateway and the server behind it can each add one.</summary>
    public string? RequestIdOf(HttpResponseMessage response)
    {
        var ids = IdNames.Where(response.Headers.Contains).Select(name => response.Headers.GetValues(name).First())
            .Where(id => id.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
        var text = string.Join(", ", ids);
        return text.Length == 0 ? null : redactor.Redact(text, IdLength);
    }

    /// <summary>Creates the error of a response that is not a success.</summary>
    public ApiException Refused(ApiResponse response, int attempts)
    {
        var (request, status) = (response.Request, response.StatusCode);
        var body = ErrorBody.Read(response.Body.Span, redactor);
        readError(body, status, request.Operation.Kind);
        var wait = RetryAfter.Of(response.Message, time);
        var isTooLong = wait > RetryAfter.Longest && (request.IsRead || status == 429);
        var certificate = status != 400 || body.Json is not null ? null : CertificateRefusals.FirstOrDefault(refusal =>
            body.Reason?.Contains(refusal.Text, StringComparison.Ordinal) == true).Meaning;
        var kind = isTooLong ? ApiErrorKind.RateLimited : certificate is not null ? ApiErrorKind.Unreachable
            : body.Refusal ?? KindOf(status, request.IsRead);
        var (vendor, reason) = (request.Api.VendorName(), body.Reason?.TrimEnd('.', ' '));
        var said = reason is null ? "." : $": {reason}.";
        var message = kind switch
        {
            ApiErrorKind.AuthenticationFailed => $"{vendor} did not accept the credentials of this connection{said}",
            ApiErrorKind.RateLimited when isTooLong => $"{vendor} asks to wait {Minutes(wait!.Value)}, and the longest wait is "
                + $"{Minutes(RetryAfter.Longest)}{said}",
            ApiErrorKind.RateLimited => $"{vendor} still limits the rate of requests after {attempts} "
                + $"{(attempts == 1 ? "attempt" : "attempts")}{said}",
            ApiErrorKind.Timeout => $"{vendor} reported a timeout ({NameOf(status)}){said}",
            ApiErrorKind.Unreachable when certificate is not null => $"cannot connect to {request.Uri.Authority} ({certificate}).",
            ApiErrorKind.Unreachable when status == 407 => $"the proxy refused the request ({NameOf(status)}). Check the address and the "
                + $"credential of the proxy.",
            ApiErrorKind.Unreachable => $"{vendor} redirects{Target(response)}, and redirects are not followed. Check the address of the "
                + $"connection.",
            ApiErrorKind.InDoubt when status is >= 300 and < 400 => $"{vendor} redirected{Target(response)}.",
            ApiErrorKind.InDoubt => $"{vendor} returned {NameOf(status)}{said}",
            ApiErrorKind.UnexpectedResponse => $"{vendor} returned {NameOf(status)}{said}",
            _ when reason is null => $"{vendor} returned {NameOf(status)}.",
            _ => $"{reason} ({vendor}).",
        };
        var exception = Create(kind, message, request, response);
        (exception.Code, exception.Reason, exception.FieldErrors) = (body.Code, body.Reason, body.FieldErrors);
        return exception;
    }

    /// <summary>Creates the error of a request without a complete response.</summary>
    public ApiException Failed(ApiCall call, TransportException failure)
    {
        var request = call.Request;
        var inner = redactor.Safe(failure.InnerException);
        if (!request.IsRead && call.MayHaveBeenSent)
        {
            return Create(ApiErrorKind.InDoubt, Sentence(failure.Message), request, null, inner);
        }

        return failure.Failure switch
        {
            TransportFailure.TimedOut when request.IsRead => Create(ApiErrorKind.Timeout, $"{failure.Message}.", request, null, inner),
            TransportFailure.TooLarge => Create(ApiErrorKind.UnexpectedResponse, $"{failure.Message}.", request, null, inner),
            TransportFailure.Broken => Create(ApiErrorKind.Unreachable,
                $"no response from {request.Uri.Authority} ({failure.Message}).", request, null, inner),
            _ => Create(ApiErrorKind.Unreachable, $"cannot connect to {request.Uri.Authority} ({failure.Message}).", request, null, inner),
        };
    }

    /// <summary>Creates the error of a success that is not of the documented shape.</summary>
    public ApiException Unexpected(ApiResponse response, string what) => response.Request.IsRead
        ? Create(ApiErrorKind.UnexpectedResponse, $"the response of {response.Request.Api.VendorName()} is not as documented: {what}.",
            response.Request, response)
        : Create(ApiErrorKind.InDoubt, $"The response is not as documented: {what}.", response.Request, response);

    /// <summary>Creates the error of a response with a success status in which the vendor refuses the request.</summary>
    public ApiException Rejected(ApiResponse response, ApiErrorKind kind, string? code, string? reason)
    {
        var said = redactor.Redact(reason);
        var vendor = response.Request.Api.VendorName();
        var message = kind == ApiErrorKind.InDoubt ? $"{vendor} reported an error: {said?.TrimEnd('.', ' ') ?? "no reason given"}."
            : said is null ? $"{vendor} refused without a reason."
            : $"{said.TrimEnd('.', ' ')} ({vendor}).";
        var exception = Create(kind, message, response.Request, response);
        (exception.Code, exception.Reason) = (redactor.Redact(code), said);
        return exception;
    }

    /// <summary>Creates the error of a change that was cancelled while it was in flight.</summary>
    public ApiException Cancelled(ApiRequest request) =>
        Create(ApiErrorKind.InDoubt, "It was cancelled before a response came.", request);

    /// <summary>Creates the error of a request whose connection was closed before it was sent, or while it was in flight.</summary>
    public ApiException Closed(ApiRequest request, bool mayHaveBeenSent) => !request.IsRead && mayHaveBeenSent
        ? Create(ApiErrorKind.InDoubt, "The connection was closed before a response came.", request)
        : Create(ApiErrorKind.NotConnected, "this connection is closed. Connect again.", request);

    /// <summary>
    /// Creates the error of a defect. A change that was started may have happened. The error contains only the type of the exception,
    /// because its text can quote anything.
    /// </summary>
    public ApiException Unforeseen(ApiRequest request, bool wasSent, Exception exception) => wasSent && !request.IsRead
        ? Create(ApiErrorKind.InDoubt, $"{exception.GetType().Name} was thrown, which is a defect of this module.", request, null,
            redactor.Safe(exception))
        : Create(ApiErrorKind.InternalError, $"{exception.GetType().Name} was thrown, which is a defect of this module.", request, null,
            redactor.Safe(exception));

    /// <summary>Creates an error that begins with what was requested.</summary>
    /// <param name="kind">The kind of error.</param>
    /// <param name="what">What happened: a sentence for a change in doubt, otherwise the text behind the colon.</param>
    /// <param name="request">The request.</param>
    /// <param name="response">The response; null if there is none.</param>
    /// <param name="inner">The inner exception, whose text contains no secret.</param>
    public ApiException Create(ApiErrorKind kind, string what, ApiRequest request, ApiResponse? response = null, Exception? inner = null)
    {
        var subject = redactor.Redact(request.Subject);
        return new ApiException(kind, kind == ApiErrorKind.InDoubt ? $"The outcome is unknown: {subject}. {what}"
            : $"Cannot {subject}: {what}",
            inner)
        {
            Api = request.Api,
            Operation = request.Operation.Name,
            Route = request.Route,
            StatusCode = response?.StatusCode,
            RequestId = response?.RequestId,
        };
    }

    private static ApiErrorKind KindOf(int status, bool isRead) => status switch
    {
        400 or 422 => ApiErrorKind.InvalidRequest,
        401 => ApiErrorKind.AuthenticationFailed,
        403 => ApiErrorKind.Forbidden,
        404 or 410 => ApiErrorKind.NotFound,
        407 => ApiErrorKind.Unreachable,
        408 => isRead ? ApiErrorKind.Timeout : ApiErrorKind.InDoubt,
        409 => ApiErrorKind.Conflict,
        429 => ApiErrorKind.RateLimited,
        >= 400 and < 500 => ApiErrorKind.Rejected,
        < 400 => isRead ? ApiErrorKind.Unreachable : ApiErrorKind.InDoubt,
        _ => isRead ? ApiErrorKind.UnexpectedResponse : ApiErrorKind.InDoubt,
    };

    private static string Minutes(TimeSpan wait) =>
        wait == TimeSpan.MaxValue ? "for ever" : $"{Math.Ceiling(wait.TotalMinutes):0} minutes";

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";

    private string Target(ApiResponse response) =>
        response.Message.Headers.Location is { IsAbsoluteUri: true } location ? " to " + redactor.Redact(location.Host) : string.Empty;
}
