namespace TrainingApis.Resamania;

/// <summary>Where contacts come from: an application, a campaign. They must be made again in production.</summary>
public sealed class Source
{
    /// <summary>The id: the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>The source, its identity: <c>/demoapi/referentials/sources/1</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>True where it is no longer in use.</summary>
    public bool? Archived { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Members of the answer that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id;
}
