namespace TrainingApis.Resamania;

/// <summary>A prospect that was moved to another club. All ids are IRIs.</summary>
public sealed class MigrationResult
{
    /// <summary>The prospect.</summary>
    public string? SourceContactId { get; set; }

    /// <summary>The contact it was moved into.</summary>
    public string? TargetContactId { get; set; }

    /// <summary>The club it was moved to.</summary>
    public string? TargetClubId { get; set; }

    /// <summary>The sale to refresh, where one was given.</summary>
    public string? SaleId { get; set; }

    /// <summary>True once the contact was moved.</summary>
    public bool Migrated { get; set; }

    /// <summary>True once the contact in the sale was refreshed.</summary>
    public bool SaleUpdated { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>From where to where.</summary>
    public override string ToString() => $"{SourceContactId} > {TargetContactId}";
}
