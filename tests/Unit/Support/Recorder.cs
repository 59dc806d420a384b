using System.Collections.Concurrent;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>Records the events of a client.</summary>
internal sealed class Recorder : IApiObserver
{
    public ConcurrentQueue<ApiExchange> Exchanges { get; } = new();

    public ConcurrentQueue<ApiWait> Waits { get; } = new();

    public ConcurrentQueue<ApiWarning> Warnings { get; } = new();

    public CancellationToken Stopping { get; init; }

    public Action? WhenWaiting { get; set; }

    public void OnExchange(ApiExchange exchange) => Exchanges.Enqueue(exchange);

    public void OnWaiting(ApiWait wait)
    {
        Waits.Enqueue(wait);
        WhenWaiting?.Invoke();
    }

    public void OnWarning(ApiWarning warning) => Warnings.Enqueue(warning);
}
