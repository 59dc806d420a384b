namespace TrainingApis.Cegos;

/// <summary>A level, a range: something with an id and a name.</summary>
public sealed class Element : NestedObject
{
    /// <summary>The id.</summary>
    public int? Id { get; set; }

    /// <summary>The name.</summary>
    public string? Label { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Label ?? string.Empty;
}
