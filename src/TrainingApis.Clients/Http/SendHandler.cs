using System.Net;

namespace TrainingApis.Clients.Http;

/// <summary>
/// The innermost handler: one attempt, from the first byte sent to the last one read, within one time limit. What it returns has
/// its whole body; what it throws is an <see cref="TransportException"/>, or the cancellation that was asked for.
/// </summary>
internal sealed class SendHandler(TimeSpan timeout, long maximumBytes, TimeProvider time) : DelegatingHandler
{
    private readonly TimeSpan _timeout = timeout;
    private readonly TimeProvider _time = time;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = _time.CreateCancellationTokenSource(_timeout);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var response = await base.SendAsync(request, attempt.Token).ConfigureAwait(false);
            await ReadBodyAsync(request, response, attempt.Token).ConfigureAwait(false);
            return response;
        }
        catch (Exception exception)
        {
            // Whatever a broken-off connection throws, the reason is why it was broken off.
            cancellationToken.ThrowIfCancellationRequested();
            throw timeout.IsCancellationRequested
                ? new TransportException(TransportFailure.TimedOut,
                    FormattableString.Invariant($"no whole answer within {_timeout.TotalSeconds:0.#} seconds"), exception)
                : TransportException.From(exception);
        }
    }

    private async Task ReadBodyAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            if (response.Content is null || request.Method == HttpMethod.Head
                || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified)
            {
                response.Content?.Dispose();
                response.Content = new PooledContent([], 0, null);
                return;
            }
            using var content = response.Content;
            response.Content = await BodyReader.ReadAsync(content, maximumBytes, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
