namespace TrainingApis.Cegos;

/// <summary>
/// Specifies the status of a deferral. A deferral that is neither <see cref="Processed"/> nor <see cref="Error"/> is pending.
/// </summary>
public enum DeferralStatus
{
    /// <summary>The deferral is queued.</summary>
    Scheduled,

    /// <summary>The deferral has ended. The code in the response specifies whether it succeeded.</summary>
    Processed,

    /// <summary>The deferral failed.</summary>
    Error,

    /// <summary>A status that this version does not know; see <see cref="Deferral.StatusRaw"/>. It is treated as pending.</summary>
    Unknown,
}

/// <summary>Represents the move of a registration to another session, which Cegos queues.</summary>
public sealed class Deferral
{
    /// <summary>Gets or sets the ID of the transaction with which Cegos tracks the deferral.</summary>
    public string? TransactionId { get; set; }

    /// <summary>Gets the status, derived from <see cref="StatusRaw"/>.</summary>
    public DeferralStatus Status => StatusRaw switch
    {
        _ when Is("Scheduled") => DeferralStatus.Scheduled,
        _ when Is("Processed") => DeferralStatus.Processed,
        _ when Is("Error") => DeferralStatus.Error,
        _ => DeferralStatus.Unknown,
    };

    /// <summary>Gets or sets the status as Cegos sent it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets the code of Cegos, after the deferral was processed.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the number of the registration to move, if it is known.</summary>
    public string? OldRegistrationNumber { get; set; }

    /// <summary>Gets or sets the number of the new registration, after the deferral was processed.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Gets or sets the message of Cegos, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets whether the deferral has ended.</summary>
    internal bool HasEnded => Status is DeferralStatus.Processed or DeferralStatus.Error;

    /// <summary>Gets the ID of the transaction.</summary>
    public override string ToString() => TransactionId ?? string.Empty;

    private bool Is(string status) => status.Equals(StatusRaw, StringComparison.OrdinalIgnoreCase);
}
