namespace TrainingApis.Cegos;

/// <summary>Represents a level, a range: something with an id and a name.</summary>
public sealed class Element : NestedObject
{
    /// <summary>Gets or sets the id.</summary>
    public int? Id { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Label { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Label ?? string.Empty;
}
