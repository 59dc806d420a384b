namespace TrainingApis.Clients.Http;

/// <summary>Sends the requests of one connection. It throws <see cref="ApiException"/>, or the requested cancellation.</summary>
internal sealed class ApiSender(ConnectionOptions options, ErrorMap errors, TimeProvider time, RateLimits? limits = null) : IDisposable
{
    private readonly HttpStack _stack = new(options, errors, time, limits);
    private readonly CancellationTokenSource _closing = new();

    public bool IsOpen => !_closing.IsCancellationRequested;

    /// <summary>Sends a request, retries it where this is safe, and returns the response if it is a success.</summary>
    public async Task<ApiResponse> SendAsync(ApiRequest request, IApiObserver? observer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!IsOpen)
        {
            throw errors.Closed(request, mayHaveBeenSent: false);
        }

        var call = new ApiCall(request, observer);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            using var message = call.CreateMessage();
            var response = new ApiResponse(request,
                await _stack.CreateClient().SendAsync(message, HttpCompletionOption.ResponseHeadersRead,
                    either.Token).ConfigureAwait(false),
                errors);
            if (response.Message.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                throw errors.Refused(response, call.Attempts);
            }
        }
        catch (TransportException exception)
        {
            throw errors.Failed(call, exception);
        }
        catch (Exception exception) when (exception is not ApiException && either.IsCancellationRequested)
        {
            if (cancellationToken.IsCancellationRequested && !request.IsRead && call.MayHaveBeenSent)
            {
                throw errors.Cancelled(request);
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw errors.Closed(request, call.MayHaveBeenSent);
        }
        catch (OperationCanceledException) when (call.Stopping.IsCancellationRequested && !call.MayHaveBeenSent)
        {
            throw; // The wait before the next attempt was cancelled.
        }
        catch (Exception exception) when (exception is not (ApiException or OutOfMemoryException))
        {
            throw errors.Unforeseen(request, call.Attempts > 0, exception);
        }
        finally
        {
            if (request.HoldsSecrets)
            {
                Array.Clear(request.Body!, 0, request.Body!.Length);
            }
        }
    }

    /// <summary>Cancels all requests and closes the connections.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        _stack.Dispose();
    }
}
