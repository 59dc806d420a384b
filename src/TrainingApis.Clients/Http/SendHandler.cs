using System.Net;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Sends one attempt, within one time limit from the first byte of the request to the last byte of the response. The response has its
/// complete body. It throws <see cref="TransportException"/>, or the requested cancellation.
/// </summary>
internal sealed class SendHandler(TimeSpan timeout, ResponseBuffer buffer, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = time.CreateCancellationTokenSource(timeout);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var response = await base.SendAsync(request, attempt.Token).ConfigureAwait(false);
            await ReadBodyAsync(request, response, attempt.Token).ConfigureAwait(false);
            return response;
        }
        catch (Exception exception)
        {
            // A cancelled connection can throw any exception; what matters is why it was cancelled.
            cancellationToken.ThrowIfCancellationRequested();
            throw limit.IsCancellationRequested
                ? new TransportException(TransportFailure.TimedOut,
                    FormattableString.Invariant($"no whole response within {timeout.TotalSeconds:0.#} seconds"), exception)
                : TransportException.From(exception);
        }
    }

    private async Task ReadBodyAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var content = response.Content;
            var isEmpty = content is null || request.Method == HttpMethod.Head
                || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified;
            response.Content = isEmpty ? new PooledContent(buffer, [], 0, null)
                : await buffer.ReadAsync(content!, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
