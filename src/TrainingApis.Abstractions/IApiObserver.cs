namespace TrainingApis;

/// <summary>
/// Hears what a client does, as it does it. Calls come from any thread, several at once, and must return at once.
/// </summary>
public interface IApiObserver
{
    /// <summary>An attempt has ended, well or badly.</summary>
    void OnExchange(ApiExchange exchange);

    /// <summary>A wait begins before the next attempt.</summary>
    void OnWaiting(ApiWait wait);
}
