namespace TrainingApis.Conferences;

/// <summary>Represents the picture of a conference.</summary>
public sealed class Picture : NestedObject
{
    /// <summary>Gets or sets where it lies.</summary>
    public string? Url { get; set; }

    /// <summary>Gets or sets its media type.</summary>
    public string? MimeType { get; set; }

    /// <summary>Gets or sets the picture itself, as the vendor sent it.</summary>
    public string? Data { get; set; }

    /// <summary>Where it lies.</summary>
    public override string ToString() => Url ?? MimeType ?? string.Empty;
}
