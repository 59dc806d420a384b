namespace TrainingApis.Cegos;

/// <summary>A move of a registration to another session, which the vendor queues.</summary>
public sealed class Deferral
{
    /// <summary>The id under which the vendor tracks it.</summary>
    public string? TransactionId { get; set; }

    /// <summary>How far it is.</summary>
    public DeferralStatus Status => StatusRaw switch
    {
        _ when Is("Scheduled") => DeferralStatus.Scheduled,
        _ when Is("Processed") => DeferralStatus.Processed,
        _ when Is("Error") => DeferralStatus.Error,
        _ => DeferralStatus.Unknown,
    };

    /// <summary>The status as the vendor said it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>The number of the registration that was to be moved, where known.</summary>
    public string? OldRegistrationNumber { get; set; }

    /// <summary>The number of the new registration, once processed.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>The vendor's words, if any.</summary>
    public string? Message { get; set; }

    /// <summary>True where an earlier run had asked for it: no second request was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>True where the vendor has nothing more to do.</summary>
    internal bool HasEnded => Status is DeferralStatus.Processed or DeferralStatus.Error;

    /// <summary>The transaction's id.</summary>
    public override string ToString() => TransactionId ?? string.Empty;

    private bool Is(string status) => status.Equals(StatusRaw, StringComparison.OrdinalIgnoreCase);
}
