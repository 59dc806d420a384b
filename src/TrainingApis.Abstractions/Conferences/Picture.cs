namespace TrainingApis.Conferences;

/// <summary>The picture of a conference.</summary>
public sealed class Picture : NestedObject
{
    /// <summary>Where it lies.</summary>
    public string? Url { get; set; }

    /// <summary>Its media type.</summary>
    public string? MimeType { get; set; }

    /// <summary>The picture itself, as the vendor sent it.</summary>
    public string? Data { get; set; }

    /// <summary>Where it lies.</summary>
    public override string ToString() => Url ?? MimeType ?? string.Empty;
}
