namespace TrainingApis.Resamania;

/// <summary>Represents the move of a prospect into a temporary contact of another club. IDs are numbers or IRIs.</summary>
public sealed class ContactMigration
{
    /// <summary>Gets or sets the ID of the prospect.</summary>
    [WireName("id", InPath = true, Collection = "contacts")]
    public string SourceContactId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the temporary contact.</summary>
    [WireName("targetContactId", Collection = "contacts")]
    public string TargetContactId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the club of the temporary contact; null to read it from the temporary contact.</summary>
    [WireName("targetClubId", Collection = "clubs")]
    public string? TargetClubId { get; set; }

    /// <summary>Gets or sets the e-mail address of the prospect, to act as the prospect; null to read it from the prospect.</summary>
    public string? SourceEmail { get; set; }

    /// <summary>Gets or sets whether to skip the checks before the move, so that only Resamania checks it.</summary>
    public bool SkipPreconditionCheck { get; set; }
}

/// <summary>Represents a request to refresh the contact in a sale.</summary>
public sealed class SaleUpdate
{
    /// <summary>Gets or sets the number or IRI of the sale.</summary>
    [WireName("id", InPath = true, Collection = "sales")]
    public string SaleId { get; set; } = string.Empty;
}

/// <summary>Represents a prospect that was moved to another club. All IDs are IRIs.</summary>
public sealed class MigrationResult
{
    /// <summary>Gets or sets the ID of the prospect.</summary>
    public string? SourceContactId { get; set; }

    /// <summary>Gets or sets the ID of the contact into which the prospect was moved.</summary>
    public string? TargetContactId { get; set; }

    /// <summary>Gets or sets the ID of the club to which the prospect was moved.</summary>
    public string? TargetClubId { get; set; }

    /// <summary>Gets or sets the ID of the sale to refresh; null if none was specified.</summary>
    public string? SaleId { get; set; }

    /// <summary>Gets or sets whether the contact was moved.</summary>
    public bool Migrated { get; set; }

    /// <summary>Gets or sets whether the contact in the sale was refreshed.</summary>
    public bool SaleUpdated { get; set; }

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the IDs of the prospect and of the contact into which it was moved.</summary>
    public override string ToString() => $"{SourceContactId} > {TargetContactId}";
}

/// <summary>Represents a sale whose contact was refreshed.</summary>
public sealed class SaleResult
{
    /// <summary>Gets or sets the IRI of the sale.</summary>
    public string? SaleId { get; set; }

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the IRI of the sale.</summary>
    public override string ToString() => SaleId ?? string.Empty;
}
