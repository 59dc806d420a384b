namespace TrainingApis.Sandbox.Server;

/// <summary>Represents a complete request to the server of a vendor, independent of the transport.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The escaped path. For a vendor, it does not contain the prefix of the vendor.</param>
/// <param name="Query">The query.</param>
/// <param name="Headers">All headers, including the content headers. The comparer must ignore case.</param>
/// <param name="Body">The body; empty if there is none.</param>
internal sealed record Request(
    string Method, string Path, NameValues Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Gets the segments of the path, unescaped.</summary>
    public string[] Segments => Path[1..].Split('/').Select(Uri.UnescapeDataString).ToArray();

    /// <summary>Gets or sets whether the fields are in the query, as specified by the route of the endpoint.</summary>
    public bool HasFieldsInQuery { get; set; }

    /// <summary>Gets or sets the values of the path parameters, by the names in the route of the endpoint.</summary>
    public IReadOnlyDictionary<string, string> Values { get; set; } = new Dictionary<string, string>();

    /// <summary>Gets the value of a path parameter.</summary>
    public string this[string parameter] => Values[parameter];

    /// <summary>Gets the media type without its parameters, in lower case; empty if none was sent.</summary>
    public string MediaType => (Header("Content-Type") ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Gets the token of an <c>Authorization: Bearer</c> header; null if there is none.</summary>
    public string? BearerToken => Header("Authorization") is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        ? header["Bearer ".Length..].Trim()
        : null;

    /// <summary>Gets the value of a header; null if it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>Gets the request without the first segment of its path; null if the first segment is a different one.</summary>
    public Request? Below(string segment) =>
        Path.StartsWith($"/{segment}/", StringComparison.OrdinalIgnoreCase) ? this with { Path = Path[(segment.Length + 1)..] } : null;
}

/// <summary>Represents the name-value pairs of a query or a form, in order.</summary>
internal sealed class NameValues(IEnumerable<KeyValuePair<string, string>> pairs) : List<KeyValuePair<string, string>>(pairs)
{
    /// <summary>Gets whether a name occurs more than once.</summary>
    public bool HasDuplicates => this.Select(pair => pair.Key).Distinct().Count() < Count;

    /// <summary>Reads the pairs of a query or of an <c>application/x-www-form-urlencoded</c> body.</summary>
    public static NameValues Parse(string text) =>
        new NameValues(text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ParsePair));

    /// <summary>Gets the first value with a name, ignoring case; null if there is none.</summary>
    public string? Get(string name) =>
        this.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static KeyValuePair<string, string> ParsePair(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? new(Unescape(text), string.Empty) : new(Unescape(text[..equals]), Unescape(text[(equals + 1)..]));
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
