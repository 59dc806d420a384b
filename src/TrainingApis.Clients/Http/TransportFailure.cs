namespace TrainingApis.Clients.Http;

/// <summary>Why an attempt ended without a whole answer.</summary>
internal enum TransportFailure
{
    /// <summary>No connection: refused, host not found, TLS or proxy refused.</summary>
    NotConnected,

    /// <summary>The connection broke, before the answer or in the middle of it.</summary>
    Broken,

    /// <summary>The attempt took longer than it may.</summary>
    TimedOut,

    /// <summary>The answer is larger than it may be.</summary>
    TooLarge,
}
