namespace TrainingApis.Clients.Http;

/// <summary>The one place where answers and failures become exceptions: by what they mean, and for a change also by whether it may have
/// happened.</summary>
internal sealed class ErrorMap(Routes routes, Redactor redactor, TimeProvider time)
{
    private readonly TimeProvider _time = time;

    /// <summary>What an answer means that is no success.</summary>
    public ApiException Refused(ApiResponse answer)
    {
        var body = ErrorBody.Read(answer.Body.Span, redactor);
        var wait = RetryAfter.Of(answer.Response, _time);
        var kind = wait > RetryAfter.Longest ? ApiErrorKind.RateLimited : KindOf(answer, body, wait);
        var (api, operation) = (answer.Request.Api, answer.Request.Operation);
        var message = kind switch
        {
            ApiErrorKind.AuthenticationFailed => $"{api} did not accept the credentials of this connection for {operation}.",
            ApiErrorKind.Forbidden => $"{api} does not allow {operation} to this account.",
            ApiErrorKind.NotFound => $"{api} did not find what {operation} asked for.",
            ApiErrorKind.InvalidRequest => $"{api} found the request of {operation} invalid.",
            ApiErrorKind.Conflict => $"{api} says that {operation} conflicts with what exists already.",
            ApiErrorKind.RateLimited when wait > RetryAfter.Longest =>
                $"{api} asks to wait {Minutes(wait.Value)} before {operation}, which is too long to wait for.",
            ApiErrorKind.RateLimited => $"{api} still limits the rate of calls after all attempts at {operation}.",
            ApiErrorKind.Timeout => $"{api} gave no answer to {operation} in time.",
            ApiErrorKind.Unreachable when answer.StatusCode == 407 =>
                $"The proxy did not let {operation} through to {api}; check its address and credential.",
            ApiErrorKind.Unreachable => $"{api} answered {operation} with a redirect{Target(answer)}, which is not followed; check the "
                + $"connection's address.",
            ApiErrorKind.InDoubt => InDoubt(answer.Request,
                answer.StatusCode is >= 300 and < 400 ? $"a redirect{Target(answer)}" : StatusNames.Name(answer.StatusCode)),
            ApiErrorKind.Rejected => $"{api} rejected {operation} ({StatusNames.Name(answer.StatusCode)}).",
            _ => $"{api} answered {operation} with an error of its own ({StatusNames.Name(answer.StatusCode)}).",
        };
        var exception = Describe(new ApiException(kind, body.Reason is null ? message : $"{message} It says: {body.Reason}"),
            answer.Request, answer);
        exception.Code = body.Code;
        exception.Reason = body.Reason;
        exception.FieldErrors = body.FieldErrors;
        return exception;
    }

    /// <summary>What it means that no whole answer came.</summary>
    public ApiException Failed(ApiCall call, TransportException failure)
    {
        var request = call.Request;
        var inner = redactor.Safe(failure.InnerException);
        if (request.Kind == CallKind.Change && call.MayHaveBeenSent)
        {
            return Describe(new ApiException(ApiErrorKind.InDoubt, InDoubt(request, failure.Message), inner), request);
        }

        var (kind, message) = failure.Failure switch
        {
            TransportFailure.TimedOut when request.Kind == CallKind.Read =>
                (ApiErrorKind.Timeout, $"{request.Api} gave {failure.Message} to {request.Operation}."),
            TransportFailure.TooLarge => (ApiErrorKind.UnexpectedResponse,
                $"{request.Api} answered {request.Operation}, but {failure.Message}."),
            _ => (ApiErrorKind.Unreachable, $"{request.Uri.Authority} could not be reached for {request.Operation}: {failure.Message}."),
        };
        return Describe(new ApiException(kind, message, inner), request);
    }

    /// <summary>A success that is not of the documented shape.</summary>
    public ApiException Unexpected(ApiResponse answer, string what)
    {
        var (api, operation) = (answer.Request.Api, answer.Request.Operation);
        var exception = answer.Request.Kind == CallKind.Read
            ? new ApiException(ApiErrorKind.UnexpectedResponse, $"{api} answered {operation} with something else than is documented: {what}.")
            : new ApiException(ApiErrorKind.InDoubt, InDoubt(answer.Request, what));
        return Describe(exception, answer.Request, answer);
    }

    /// <summary>An answer whose status is fine, but which says no.</summary>
    public ApiException Rejected(ApiResponse answer, string? code, string? reason)
    {
        var said = redactor.Redact(reason);
        var exception = Describe(
            new ApiException(ApiErrorKind.Rejected,
                $"{answer.Request.Api} rejected {answer.Request.Operation}{(said is null ? ", without a reason." : $". It says: {said}")}"), answer.Request, answer);
        exception.Code = redactor.Redact(code);
        exception.Reason = said;
        return exception;
    }

    /// <summary>The call was cancelled while a change was in the air.</summary>
    public ApiException Cancelled(ApiRequest request) =>
        Describe(new ApiException(ApiErrorKind.InDoubt, InDoubt(request, "it was cancelled before the answer came")), request);

    /// <summary>The connection was closed, before the call or in the middle of it.</summary>
    public ApiException Closed(ApiRequest request, bool mayHaveLeft) => Describe(
        request.Kind == CallKind.Change && mayHaveLeft
            ? new ApiException(ApiErrorKind.InDoubt, InDoubt(request, "the connection was closed"))
            : new ApiException(ApiErrorKind.NotConnected, $"This connection to {request.Api} is closed; make a new one."),
        request);

    /// <summary>
    /// Something that nobody foresaw. A change that was begun may have happened; of anything else the answer could not be used, or the
    /// call could not be made. What the exception says may quote anything, so only its type is told.
    /// </summary>
    public ApiException Unforeseen(ApiCall call, Exception exception)
    {
        var request = call.Request;
        var what = $"{exception.GetType().Name} was thrown on the way";
        var (kind, message) = call.Attempts == 0
            ? (ApiErrorKind.InternalError, $"{request.Operation} was not sent to {request.Api}: {what}. This is a defect of this module.")
            : request.Kind == CallKind.Change
                ? (ApiErrorKind.InDoubt, InDoubt(request, what))
                : (ApiErrorKind.UnexpectedResponse, $"{request.Api} was asked for {request.Operation}, but {what}.");
        return Describe(new ApiException(kind, message, redactor.Safe(exception)), request);
    }

    private static ApiErrorKind KindOf(ApiResponse answer, ErrorBody body, TimeSpan? wait)
    {
        var isRead = answer.Request.Kind == CallKind.Read;
        return answer.StatusCode switch
        {
            400 or 422 when body.IsConflict => ApiErrorKind.Conflict,
            400 or 422 => body.IsRefusal ? ApiErrorKind.Rejected : ApiErrorKind.InvalidRequest,
            401 => ApiErrorKind.AuthenticationFailed,
            403 => ApiErrorKind.Forbidden,
            404 or 410 => ApiErrorKind.NotFound,
            407 => ApiErrorKind.Unreachable,
            408 => isRead ? ApiErrorKind.Timeout : ApiErrorKind.InDoubt,
            409 => ApiErrorKind.Conflict,
            429 => ApiErrorKind.RateLimited,
            >= 400 and < 500 => ApiErrorKind.Rejected,
            < 400 => isRead ? ApiErrorKind.Unreachable : ApiErrorKind.InDoubt,
            _ when isRead => ApiErrorKind.UnexpectedResponse,
            503 when wait is not null => ApiErrorKind.RateLimited,
            _ => body.IsRefusal || body.HasOwnCode ? ApiErrorKind.Rejected : ApiErrorKind.InDoubt,
        };
    }

    private static string InDoubt(ApiRequest request, string what) =>
        $"{request.Operation} was sent to {request.Api}, and what came back does not say whether it happened: {what}.";

    private static string Minutes(TimeSpan wait) => wait == TimeSpan.MaxValue ? "for ever" : $"{Math.Ceiling(wait.TotalMinutes):0} minutes";

    private string Target(ApiResponse answer)
    {
        var location = answer.Response.Headers.Location;
        return location is { IsAbsoluteUri: true } ? " to " + redactor.Redact(location.Host) : string.Empty;
    }

    private ApiException Describe(ApiException exception, ApiRequest request, ApiResponse? answer = null)
    {
        exception.Route = routes.FindOverride(request);
        exception.Api = request.Api;
        exception.Operation = request.Operation;
        exception.StatusCode = answer?.StatusCode;
        exception.RequestId = answer?.RequestId;
        return exception;
    }
}
