namespace TrainingApis;

/// <summary>The next attempt will be made after a wait.</summary>
/// <remarks>Makes the notice of a wait.</remarks>
public sealed class ApiWait(ApiService api, string operation, string reason, TimeSpan delay, int nextAttempt, int maximumAttempts)
{

    /// <summary>The API that is being waited for.</summary>
    public ApiService Api { get; } = api;

    /// <summary>The operation that waits.</summary>
    public string Operation { get; } = operation;

    /// <summary>Why, in a few words: <c>429 Too Many Requests</c>, <c>connection refused</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>How long.</summary>
    public TimeSpan Delay { get; } = delay;

    /// <summary>The number of the attempt that follows, from 2.</summary>
    public int NextAttempt { get; } = nextAttempt;

    /// <summary>How many attempts there will be at most.</summary>
    public int MaximumAttempts { get; } = maximumAttempts;
}
