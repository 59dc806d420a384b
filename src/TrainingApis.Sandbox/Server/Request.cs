namespace TrainingApis.Sandbox.Server;

/// <summary>Represents a request to a vendor's server, whole and independent of how it arrived.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, still escaped; for a vendor, without the vendor's prefix.</param>
/// <param name="Query">The query.</param>
/// <param name="Headers">All headers, those of the content included. The comparer must ignore case.</param>
/// <param name="Body">The body; empty when there is none.</param>
internal sealed record Request(
    string Method, string Path, NameValues Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Gets the segments of the path, unescaped.</summary>
    public string[] Segments => Path[1..].Split('/').Select(Uri.UnescapeDataString).ToArray();

    /// <summary>Gets or sets whether the fields travel in the query, as the endpoint's route says.</summary>
    public bool HasFieldsInQuery { get; set; }

    /// <summary>Gets or sets the values of the parameters in the path, as the endpoint's route names them.</summary>
    public IReadOnlyDictionary<string, string> Values { get; set; } = new Dictionary<string, string>();

    /// <summary>Gets the value of a parameter in the path.</summary>
    public string this[string parameter] => Values[parameter];

    /// <summary>Gets the media type without its parameters, in lower case; empty when none was sent.</summary>
    public string MediaType => (Header("Content-Type") ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Gets the token of an <c>Authorization: Bearer</c> header; null when there is none.</summary>
    public string? BearerToken => Header("Authorization") is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        ? header["Bearer ".Length..].Trim()
        : null;

    /// <summary>Gets a header's value; null when it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>Gets the same request as seen from below the first segment of its path; null when that is another one.</summary>
    public Request? Below(string segment) =>
        Path.StartsWith($"/{segment}/", StringComparison.OrdinalIgnoreCase) ? this with { Path = Path[(segment.Length + 1)..] } : null;
}

/// <summary>Represents the name-value pairs of a query or a form, in order.</summary>
internal sealed class NameValues(IEnumerable<KeyValuePair<string, string>> pairs) : List<KeyValuePair<string, string>>(pairs)
{
    /// <summary>Gets whether a name occurs more than once.</summary>
    public bool HasDuplicates => this.Select(pair => pair.Key).Distinct().Count() < Count;

    /// <summary>Gets the pairs of a query or of an <c>application/x-www-form-urlencoded</c> body.</summary>
    public static NameValues Parse(string text) =>
        new NameValues(text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ParsePair));

    /// <summary>Gets the first value of a name, whose case is ignored; null when there is none.</summary>
    public string? Get(string name) =>
        this.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static KeyValuePair<string, string> ParsePair(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? new(Unescape(text), string.Empty) : new(Unescape(text[..equals]), Unescape(text[(equals + 1)..]));
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
