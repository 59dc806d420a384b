namespace TrainingApis.Resamania;

/// <summary>How far a transfer is.</summary>
public enum TransferStatus
{
    /// <summary>The contact was sent a code.</summary>
    Requested,

    /// <summary>The code was given.</summary>
    Confirmed,

    /// <summary>It was called off.</summary>
    Denied,
}
