namespace TrainingApis.Clients.Http;

/// <summary>
/// Reports each attempt to the observer. It is inside the retry and token handlers, so that each attempt is one line, including the
/// repetition after a 401.
/// </summary>
internal sealed class LogHandler(ErrorMap errors, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        call.BeginAttempt(request);
        var started = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            call.EndAttempt();
            Notify(call, started, response, null);
            return response;
        }
        catch (TransportException exception)
        {
            Notify(call, started, null, exception.Message);
            throw;
        }
        catch (OperationCanceledException)
        {
            Notify(call, started, null, "cancelled");
            throw;
        }
    }

    private void Notify(ApiCall call, long started, HttpResponseMessage? response, string? failure)
    {
        var request = call.Request;
        call.Observer?.OnExchange(new ApiExchange(request.Api, request.Operation.Name, request.Method.Method, request.Uri.Authority,
            request.PathTemplate)
        {
            Attempt = call.Attempts,
            StatusCode = response is null ? null : (int)response.StatusCode,
            Failure = failure,
            Milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds,
            RequestId = response is null ? null : errors.RequestIdOf(response),
        });
    }
}
