namespace TrainingApis.Resamania;

/// <summary>A sale whose contact was refreshed.</summary>
public sealed class SaleResult
{
    /// <summary>The sale, as IRI.</summary>
    public string? SaleId { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>The sale.</summary>
    public override string ToString() => SaleId ?? string.Empty;
}
