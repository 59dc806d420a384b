namespace TrainingApis.Cegos;

/// <summary>One of a product's titles.</summary>
public sealed class ProductTitle : NestedObject
{
    /// <summary>What it is for: <c>Main</c>, <c>TITRE</c>, <c>SOUS TITRE</c>, <c>BALISE TITRE</c>; the list is open.</summary>
    public string? Type { get; set; }

    /// <summary>The title.</summary>
    public string? Text { get; set; }

    /// <summary>How many characters it may have.</summary>
    public int? LengthMaximum { get; set; }

    /// <summary>The title.</summary>
    public override string ToString() => Text ?? string.Empty;
}
