namespace TrainingApis.Cegos;

/// <summary>Represents one of a product's titles.</summary>
public sealed class ProductTitle : NestedObject
{
    /// <summary>Gets or sets what it is for: <c>Main</c>, <c>TITRE</c>, <c>SOUS TITRE</c>, <c>BALISE TITRE</c>; the list is open.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the title.</summary>
    public string? Text { get; set; }

    /// <summary>Gets or sets how many characters it may have.</summary>
    public int? LengthMaximum { get; set; }

    /// <summary>The title.</summary>
    public override string ToString() => Text ?? string.Empty;
}
