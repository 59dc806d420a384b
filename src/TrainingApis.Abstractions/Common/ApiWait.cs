namespace TrainingApis;

/// <summary>The next attempt will be made after a wait.</summary>
public sealed class ApiWait
{
    /// <summary>Makes the notice of a wait.</summary>
    public ApiWait(ApiService api, string operation, string reason, TimeSpan delay, int nextAttempt, int maximumAttempts)
    {
        Api = api;
        Operation = operation;
        Reason = reason;
        Delay = delay;
        NextAttempt = nextAttempt;
        MaximumAttempts = maximumAttempts;
    }

    /// <summary>The API that is being waited for.</summary>
    public ApiService Api { get; }

    /// <summary>The operation that waits.</summary>
    public string Operation { get; }

    /// <summary>Why, in a few words: <c>429 Too Many Requests</c>, <c>connection refused</c>.</summary>
    public string Reason { get; }

    /// <summary>How long.</summary>
    public TimeSpan Delay { get; }

    /// <summary>The number of the attempt that follows, from 2.</summary>
    public int NextAttempt { get; }

    /// <summary>How many attempts there will be at most.</summary>
    public int MaximumAttempts { get; }
}
