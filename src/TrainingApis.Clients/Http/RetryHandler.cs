using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Retries requests where this is safe. It is the outermost handler. Reads are retried whenever it can help. Changes are retried only if
/// the vendor cannot have processed them: the connection never read the body, or the status is 429. The wait is that of the vendor, if it
/// specifies one.
/// </summary>
internal sealed class RetryHandler(ResiliencePipeline<HttpResponseMessage> pipeline) : DelegatingHandler
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);
    private static readonly ResiliencePropertyKey<ApiCall> CallKey = new("TrainingApis.Call");

    public static ResiliencePipeline<HttpResponseMessage> CreatePipeline(int maximumRetries, TimeProvider time)
    {
        if (maximumRetries == 0)
        {
            return ResiliencePipeline<HttpResponseMessage>.Empty;
        }

        var options = new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = maximumRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstWait,
            MaxDelay = LongestBackoff,
            ShouldHandle = attempt => new ValueTask<bool>(ShouldRetry(CallOf(attempt.Context), attempt.Outcome, time)),
            DelayGenerator = attempt => new ValueTask<TimeSpan?>(attempt.Outcome.Result is { } response ? RetryAfter.Of(response, time)
                : null),
            OnRetry = attempt =>
            {
                var response = attempt.Outcome.Result;
                var request = CallOf(attempt.Context).Request;
                CallOf(attempt.Context).Observer?.OnWaiting(new ApiWait(request.Api, request.Operation.Name,
                    response is null ? attempt.Outcome.Exception!.Message : ErrorMap.NameOf((int)response.StatusCode), attempt.RetryDelay,
                    attempt.AttemptNumber + 2, maximumRetries + 1)
                {
                    IsNamed = response is not null && RetryAfter.Of(response, time) is not null,
                });
                return default;
            },
        };
        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddRetry(options).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        // When the caller stops, waits between attempts end. An attempt in flight continues.
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var stopping = call.Stopping.Register(() =>
        {
            if (!call.IsInFlight)
            {
                waiting.Cancel();
            }
        });
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, waiting.Token);
        context.Properties.Set(CallKey, call);
        try
        {
            return await pipeline.ExecuteAsync(static (context, attempt) =>
                attempt.Handler.SendOnceAsync(attempt.Request, context.CancellationToken), context,
                (Handler: this, Request: request)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ApiCall CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private static bool ShouldRetry(ApiCall call, Outcome<HttpResponseMessage> outcome, TimeProvider time)
    {
        if (call.Stopping.IsCancellationRequested)
        {
            return false;
        }

        if (outcome.Exception is TransportException exception)
        {
            return exception.Failure is TransportFailure.NotConnected or TransportFailure.Broken
                && (call.Request.IsRead || !call.MayHaveBeenSent);
        }

        return outcome.Result is { } response && !(RetryAfter.Of(response, time) > RetryAfter.Longest)
            && (response.StatusCode == HttpStatusCode.TooManyRequests || (call.Request.IsRead
                && response.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError));
    }

    private ValueTask<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(base.SendAsync(request, cancellationToken));
}

/// <summary>Reads <c>Retry-After</c> in both forms, also numbers that .NET cannot parse.</summary>
internal static class RetryAfter
{
    /// <summary>The longest wait. A longer one is an error.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets the wait that the vendor requests; <see cref="TimeSpan.MaxValue"/> for a number that is too large. Null if there is none, or if
    /// its time has passed.
    /// </summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        if (!response.Headers.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var text = values.First().Trim();
        if (text.Length > 0 && text.All(character => character is >= '0' and <= '9'))
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.MaxValue;
        }

        if (!RetryConditionHeaderValue.TryParse(text, out var parsed) || parsed.Date is not { } moment)
        {
            return null;
        }

        // The date of the vendor is compared with its own clock, because the clock of this computer can be wrong.
        var wait = moment - (response.Headers.Date ?? time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : null;
    }
}
