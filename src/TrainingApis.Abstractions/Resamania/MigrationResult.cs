namespace TrainingApis.Resamania;

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
