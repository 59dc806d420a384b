namespace TrainingApis.Resamania;

/// <summary>Represents the move of a prospect into a temporary contact of another club. Ids are numbers or IRIs.</summary>
public sealed class ContactMigration
{
    /// <summary>Gets or sets the prospect.</summary>
    [WireName("id", InPath = true, Collection = "contacts")]
    public string SourceContactId { get; set; } = string.Empty;

    /// <summary>Gets or sets the temporary contact.</summary>
    [WireName("targetContactId", Collection = "contacts")]
    public string TargetContactId { get; set; } = string.Empty;

    /// <summary>Gets or sets the club of the temporary contact; null to read it from there.</summary>
    [WireName("targetClubId", Collection = "clubs")]
    public string? TargetClubId { get; set; }

    /// <summary>Gets or sets the prospect's e-mail address, to act as that contact; null to read it from there.</summary>
    public string? SourceEmail { get; set; }

    /// <summary>Gets or sets whether the checks before the move are left to the vendor.</summary>
    public bool SkipPreconditionCheck { get; set; }
}

/// <summary>Represents the refresh of the contact in a sale.</summary>
public sealed class SaleUpdate
{
    /// <summary>Gets or sets the sale, as number or IRI.</summary>
    [WireName("id", InPath = true, Collection = "sales")]
    public string SaleId { get; set; } = string.Empty;
}

/// <summary>Represents a prospect that was moved to another club. All ids are IRIs.</summary>
public sealed class MigrationResult
{
    /// <summary>Gets or sets the prospect.</summary>
    public string? SourceContactId { get; set; }

    /// <summary>Gets or sets the contact it was moved into.</summary>
    public string? TargetContactId { get; set; }

    /// <summary>Gets or sets the club it was moved to.</summary>
    public string? TargetClubId { get; set; }

    /// <summary>Gets or sets the sale to refresh, where one was given.</summary>
    public string? SaleId { get; set; }

    /// <summary>Gets or sets whether the contact was moved.</summary>
    public bool Migrated { get; set; }

    /// <summary>Gets or sets whether the contact in the sale was refreshed.</summary>
    public bool SaleUpdated { get; set; }

    /// <summary>Gets or sets whether an earlier run did it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets from where to where.</summary>
    public override string ToString() => $"{SourceContactId} > {TargetContactId}";
}

/// <summary>Represents a sale whose contact was refreshed.</summary>
public sealed class SaleResult
{
    /// <summary>Gets or sets the sale, as IRI.</summary>
    public string? SaleId { get; set; }

    /// <summary>Gets or sets whether an earlier run did it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the sale.</summary>
    public override string ToString() => SaleId ?? string.Empty;
}
