using System.Net;
using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Slows calls down before the vendor refuses them, and gives a refusal without <c>Retry-After</c> the wait that its other headers
/// name. It stands inside the retries and outside the token: a call that waits here has sent nothing.
/// </summary>
internal sealed class PaceHandler : DelegatingHandler
{
    private readonly RateLimits? _limits;
    private readonly int _maximumAttempts;
    private readonly TimeProvider _time;

    public PaceHandler(RateLimits? limits, int maximumAttempts, TimeProvider time)
    {
        _limits = limits;
        _maximumAttempts = maximumAttempts;
        _time = time;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_limits is null)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        while (_limits.Claim(_time.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
        {
            var call = ApiCall.Of(request);
            call.Observer?.OnWaiting(new ApiWait(call.Request.Api, call.Request.Operation, "the limit of calls is reached", wait, call.Attempts + 1, _maximumAttempts));
            await _time.Delay(wait, cancellationToken).ConfigureAwait(false);
        }
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (_limits.Learn(response, _time.GetUtcNow()) is { } asked && response.StatusCode == HttpStatusCode.TooManyRequests && !response.Headers.Contains("Retry-After"))
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(Math.Ceiling(asked.TotalSeconds)));
        return response;
    }
}
