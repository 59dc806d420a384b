namespace TrainingApis.Resamania;

/// <summary>Represents the source of contacts: an application or a campaign. They must be made again in production.</summary>
public sealed class Source
{
    /// <summary>Gets the id: the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>Gets or sets the source, its identity: <c>/demoapi/referentials/sources/1</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Gets or sets its name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets whether it is no longer in use.</summary>
    public bool? Archived { get; set; }

    /// <summary>Gets or sets whether an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id;
}
