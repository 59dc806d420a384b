namespace TrainingApis.Conferences;

/// <summary>Represents a tag of a conference.</summary>
public sealed class Tag : NestedObject
{
    /// <summary>Gets or sets its id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets its text.</summary>
    public string? Text { get; set; }

    /// <summary>The text.</summary>
    public override string ToString() => Text ?? Id ?? string.Empty;
}
