namespace TrainingApis.Cegos;

/// <summary>Specifies the status of a deferral. What is neither <see cref="Processed"/> nor <see cref="Error"/> is pending.</summary>
public enum DeferralStatus
{
    /// <summary>It waits its turn.</summary>
    Scheduled,

    /// <summary>It has ended; the response's own code says whether it succeeded.</summary>
    Processed,

    /// <summary>It failed.</summary>
    Error,

    /// <summary>A status that this version does not know; see the raw one. It counts as pending.</summary>
    Unknown,
}

/// <summary>Represents a move of a registration to another session, which the vendor queues.</summary>
public sealed class Deferral
{
    /// <summary>Gets or sets the id under which the vendor tracks it.</summary>
    public string? TransactionId { get; set; }

    /// <summary>Gets how far it is.</summary>
    public DeferralStatus Status => StatusRaw switch
    {
        _ when Is("Scheduled") => DeferralStatus.Scheduled,
        _ when Is("Processed") => DeferralStatus.Processed,
        _ when Is("Error") => DeferralStatus.Error,
        _ => DeferralStatus.Unknown,
    };

    /// <summary>Gets or sets the status as the vendor wrote it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets the vendor's code, once processed.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the number of the registration that was to be moved, where known.</summary>
    public string? OldRegistrationNumber { get; set; }

    /// <summary>Gets or sets the number of the new registration, once processed.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Gets or sets the vendor's text, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets whether an earlier run requested it: no second request was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets whether the vendor has nothing more to do.</summary>
    internal bool HasEnded => Status is DeferralStatus.Processed or DeferralStatus.Error;

    /// <summary>Gets the transaction's id.</summary>
    public override string ToString() => TransactionId ?? string.Empty;

    private bool Is(string status) => status.Equals(StatusRaw, StringComparison.OrdinalIgnoreCase);
}
