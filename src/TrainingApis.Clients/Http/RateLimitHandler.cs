using System.Net;
using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Delays requests before the vendor refuses them, and gives a 429 without <c>Retry-After</c> the wait that its other headers name. It
/// stands inside the retries and outside the token: a request that waits here has sent nothing.
/// </summary>
internal sealed class RateLimitHandler(RateLimits? limits, int maximumAttempts, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (limits is null)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        while (limits.TryAcquire(time.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
        {
            var call = ApiCall.Of(request);
            call.Observer?.OnWaiting(new ApiWait(call.Request.Api, call.Request.Operation.Name, "the limit of requests is reached", wait,
                call.Attempts + 1, maximumAttempts));
            await time.Delay(wait, cancellationToken).ConfigureAwait(false);
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (limits.Update(response, time.GetUtcNow()) is { } asked && response.StatusCode == HttpStatusCode.TooManyRequests
            && !response.Headers.Contains("Retry-After"))
        {
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(Math.Ceiling(asked.TotalSeconds)));
        }

        return response;
    }
}
