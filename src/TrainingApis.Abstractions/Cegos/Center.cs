namespace TrainingApis.Cegos;

/// <summary>Represents a training centre (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>, referentials).</summary>
public sealed class Center
{
    /// <summary>Gets or sets the centre's code, such as <c>679</c> or <c>AJ4</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets its name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the lines of its address: none, one or two.</summary>
    public ItemList<string> Address { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the city.</summary>
    public string? City { get; set; }

    /// <summary>Gets or sets the postal code, as text.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the country.</summary>
    public string? Country { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Code ?? string.Empty;
}
