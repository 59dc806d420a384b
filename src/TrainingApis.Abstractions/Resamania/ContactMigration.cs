namespace TrainingApis.Resamania;

/// <summary>A prospect to move into a temporary contact of another club. Ids are numbers or IRIs.</summary>
public sealed class ContactMigration
{
    /// <summary>The prospect.</summary>
    public string SourceContactId { get; set; } = string.Empty;

    /// <summary>The temporary contact.</summary>
    public string TargetContactId { get; set; } = string.Empty;

    /// <summary>The club of the temporary contact; null to read it from that.</summary>
    public string? TargetClubId { get; set; }

    /// <summary>True to leave it to the vendor to refuse; the source is read all the same, for its e-mail.</summary>
    public bool SkipPreconditionCheck { get; set; }
}
