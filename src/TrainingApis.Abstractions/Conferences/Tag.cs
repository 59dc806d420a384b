namespace TrainingApis.Conferences;

/// <summary>A tag of a conference.</summary>
public sealed class Tag : NestedObject
{
    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>Its text.</summary>
    public string? Text { get; set; }

    /// <summary>The text.</summary>
    public override string ToString() => Text ?? Id ?? string.Empty;
}
