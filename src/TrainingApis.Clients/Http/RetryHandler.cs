using Polly;

namespace TrainingApis.Clients.Http;

/// <summary>The outermost handler: sends again what <see cref="RetryRules"/> allow.</summary>
internal sealed class RetryHandler(ResiliencePipeline<HttpResponseMessage> pipeline) : DelegatingHandler
{

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        RetryRules.Attach(context, ApiCall.Of(request));
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

    private ValueTask<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(base.SendAsync(request, cancellationToken));
}
