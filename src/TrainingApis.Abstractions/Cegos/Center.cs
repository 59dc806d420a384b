namespace TrainingApis.Cegos;

/// <summary>A training centre (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>, referentials).</summary>
public sealed class Center
{
    /// <summary>The centre's code, such as <c>679</c> or <c>AJ4</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The lines of its address: none, one or two.</summary>
    public ItemList<string> Address { get; set; } = ItemList<string>.Empty;

    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The postal code, as text.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The country.</summary>
    public string? Country { get; set; }

    /// <summary>Members of the answer that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Code ?? string.Empty;
}
