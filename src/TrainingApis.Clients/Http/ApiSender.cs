namespace TrainingApis.Clients.Http;

/// <summary>Sends the requests of one connection. What it throws is <see cref="ApiException"/>, or the cancellation that was asked
/// for.</summary>
internal sealed class ApiSender(ConnectionOptions options, Routes routes, Redactor redactor, TimeProvider time, RateLimits? limits = null)
    : IDisposable
{
    private readonly HttpStack _stack = new HttpStack(options, redactor, time, limits);
    private readonly Redactor _redactor = redactor;
    private readonly ErrorMap _errors = new ErrorMap(routes, redactor, time);
    private readonly CancellationTokenSource _closing = new();

    public bool IsOpen => !_closing.IsCancellationRequested;

    /// <summary>Sends it, again where that is safe, and gives the answer where it is a success.</summary>
    public async Task<ApiResponse> SendAsync(ApiRequest request, IApiObserver? observer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!IsOpen)
        {
            throw Closed(request);
        }

        var call = new ApiCall(request, observer);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            using var message = call.CreateMessage();
            var response = await _stack.CreateClient()
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var answer = new ApiResponse(request, response, _redactor, _errors);
            if (answer.IsSuccess)
            {
                return answer;
            }

            using (answer)
            {
                throw _errors.Refused(answer);
            }
        }
        catch (TransportException exception)
        {
            throw _errors.Failed(call, exception);
        }
        catch (Exception exception) when (exception is not ApiException && either.IsCancellationRequested)
        {
            if (cancellationToken.IsCancellationRequested && request.Kind == CallKind.Change && call.MayHaveBeenSent)
            {
                throw _errors.Cancelled(request);
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw _errors.Closed(request, call.MayHaveBeenSent);
        }
        catch (Exception exception) when (exception is not (ApiException or OutOfMemoryException))
        {
            throw _errors.Unforeseen(call, exception);
        }
    }

    /// <summary>The connection was closed before the request could be made.</summary>
    public ApiException Closed(ApiRequest request) => _errors.Closed(request, mayHaveLeft: false);

    /// <summary>Ends all calls and closes the sockets. Nothing that was received is kept.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        _stack.Dispose();
    }
}
