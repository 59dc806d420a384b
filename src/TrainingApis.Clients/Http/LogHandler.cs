namespace TrainingApis.Clients.Http;

/// <summary>
/// Tells the observer of every attempt. It stands inside the retries and the token, so that each time something went over the wire
/// is one line, the repeat after a 401 included.
/// </summary>
internal sealed class LogHandler(Redactor redactor, TimeProvider time) : DelegatingHandler
{
    private readonly TimeProvider _time = time;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        call.BeginAttempt(request);
        var started = _time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            call.EndAttempt();
            Tell(call, started, response, null);
            return response;
        }
        catch (TransportException exception)
        {
            Tell(call, started, null, exception.Message);
            throw;
        }
        catch (OperationCanceledException)
        {
            Tell(call, started, null, "cancelled");
            throw;
        }
    }

    private void Tell(ApiCall call, long started, HttpResponseMessage? response, string? failure)
    {
        var request = call.Request;
        call.Observer?.OnExchange(new ApiExchange(request.Api, request.Operation, request.Method.Method, request.Uri.Authority,
            request.PathTemplate)
        {
            Attempt = call.Attempts,
            StatusCode = response is null ? null : (int)response.StatusCode,
            Failure = failure,
            Milliseconds = (long)_time.GetElapsedTime(started).TotalMilliseconds,
            RequestId = response is null ? null : RequestIds.Find(response.Headers, redactor),
        });
    }
}
