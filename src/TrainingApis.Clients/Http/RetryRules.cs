using System.Net;
using Polly;
using Polly.Retry;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Which attempts are made again. Reads: whenever it may help. Changes: only when the vendor surely did not act, because
/// the connection never asked for the body or the vendor said to come later. The wait is the vendor's where it names one.
/// </summary>
internal static class RetryRules
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);
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
            MaxDelay = LongestBackOff,
            ShouldHandle = attempt => new ValueTask<bool>(ShouldRetry(CallOf(attempt.Context), attempt.Outcome, time)),
            DelayGenerator = attempt => new ValueTask<TimeSpan?>(attempt.Outcome.Result is { } response ? RetryAfter.Of(response, time)
                : null),
            OnRetry = attempt =>
            {
                NotifyRetry(CallOf(attempt.Context), attempt.Outcome, attempt.RetryDelay, attempt.AttemptNumber + 2, maximumRetries + 1);
                return default;
            },
        };
        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddRetry(options).Build();
    }

    public static void Attach(ResilienceContext context, ApiCall call) => context.Properties.Set(CallKey, call);

    private static ApiCall CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private static bool ShouldRetry(ApiCall call, Outcome<HttpResponseMessage> outcome, TimeProvider time)
    {
        var isRead = call.Request.Kind == CallKind.Read;
        if (outcome.Exception is TransportException exception)
        {
            return exception.Failure is TransportFailure.NotConnected or TransportFailure.Broken && (isRead || !call.MayHaveBeenSent);
        }

        if (outcome.Result is not { } response)
        {
            return false;
        }

        var asked = RetryAfter.Of(response, time);
        if (asked > RetryAfter.Longest)
        {
            return false;
        }

        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => true,
            HttpStatusCode.ServiceUnavailable => isRead || asked is not null,
            HttpStatusCode.RequestTimeout => isRead,
            >= HttpStatusCode.InternalServerError => isRead,
            _ => false,
        };
    }

    private static void NotifyRetry(ApiCall call, Outcome<HttpResponseMessage> outcome, TimeSpan wait, int next, int maximum)
    {
        var reason = outcome.Result is { } response ? StatusNames.Name((int)response.StatusCode) : outcome.Exception!.Message;
        call.Observer?.OnWaiting(new ApiWait(call.Request.Api, call.Request.Operation, reason, wait, next, maximum));
    }
}
