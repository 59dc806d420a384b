namespace TrainingApis.Cegos;

/// <summary>Represents a catalogue: the products that one site sells in one year
/// (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>).</summary>
public sealed class Catalog
{
    /// <summary>Gets or sets the catalogue's id.</summary>
    public int Id { get; set; }

    /// <summary>Gets the same id, under the name by which the topics ask for it.</summary>
    public int CatalogId => Id;

    /// <summary>Gets or sets its name, such as <c>Site Web 2025</c>.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the country's id, a number as text.</summary>
    public string? CountryId { get; set; }

    /// <summary>Gets or sets the country's name, in French.</summary>
    public string? CountryLabel { get; set; }

    /// <summary>Gets or sets the first day, wall-clock.</summary>
    public DateTime? StartDate { get; set; }

    /// <summary>Gets or sets the last day, wall-clock; <c>2100-12-31</c> stands for no end.</summary>
    public DateTime? EndDate { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The label.</summary>
    public override string ToString() => Label ?? string.Empty;
}
