namespace TrainingApis.Sandbox.Server;

/// <summary>Represents a request to a vendor's server, whole and independent of how it arrived.</summary>
internal sealed class Request(string method, string path, NameValues query, IReadOnlyDictionary<string, string> headers, byte[] body)
{
    /// <summary>Creates a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, still escaped, with or without its first slash.</param>
    /// <param name="query">The query, still escaped, without its question mark.</param>
    /// <param name="headers">All headers, those of the content included. The comparer must ignore case.</param>
    /// <param name="body">The body; empty when there is none.</param>
    public Request(string method, string path, string query, IReadOnlyDictionary<string, string> headers, byte[] body)
        : this(method.ToUpperInvariant(), path.TrimStart('/'), NameValues.Parse(query), headers, body)
    {
    }

    /// <summary>Gets the HTTP method in upper case.</summary>
    public string Method { get; } = method;

    /// <summary>Gets the escaped path without its first slash; for a vendor, without the vendor's prefix.</summary>
    public string Path { get; } = path;

    /// <summary>Gets the segments of the path, unescaped.</summary>
    public string[] Segments { get; } = path.Split('/').Select(Uri.UnescapeDataString).ToArray();

    public NameValues Query { get; } = query;

    public byte[] Body { get; } = body;

    /// <summary>Gets whether the fields travel in the query, as the endpoint's route says.</summary>
    public bool HasFieldsInQuery { get; private set; }

    public IReadOnlyDictionary<string, string> Headers => headers;

    private IReadOnlyDictionary<string, string> Values { get; set; } = new Dictionary<string, string>();

    /// <summary>Gets the value of a parameter in the path.</summary>
    public string this[string parameter] => Values[parameter];

    /// <summary>Gets the media type without its parameters, in lower case; empty when none was sent.</summary>
    public string MediaType => (Header("Content-Type") ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Gets the token of an <c>Authorization: Bearer</c> header; null when there is none.</summary>
    public string? BearerToken => Header("Authorization") is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        ? header["Bearer ".Length..].Trim()
        : null;

    /// <summary>Gets whether the path has a parameter.</summary>
    public bool HasParameter(string name) => Values.ContainsKey(name);

    /// <summary>Takes the path parameters of the endpoint that the vendor chose.</summary>
    public Request Bind<T>(RouteMatch<T> match)
    {
        (HasFieldsInQuery, Values) = (match.Endpoint.FieldsInQuery, match.Values);
        return this;
    }

    /// <summary>Gets a header's value; null when it was not sent.</summary>
    public string? Header(string name) => headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>Gets the same request as seen from below a path prefix; null when its path is not below it.</summary>
    public Request? Below(string prefix) =>
        Path.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase)
            ? new Request(Method, Path[(prefix.Length + 1)..], Query, headers, Body)
            : null;
}

/// <summary>Represents the name-value pairs of a query or a form, in order.</summary>
internal sealed class NameValues(IReadOnlyList<KeyValuePair<string, string>> pairs)
{
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; } = pairs;

    /// <summary>Gets whether a name occurs more than once.</summary>
    public bool HasDuplicates => Pairs.Select(pair => pair.Key).Distinct().Count() < Pairs.Count;

    /// <summary>Gets the pairs of a query or of an <c>application/x-www-form-urlencoded</c> body.</summary>
    public static NameValues Parse(string text) =>
        new NameValues(text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ParsePair).ToList());

    /// <summary>Gets the first value of a name, whose case is ignored; null when there is none.</summary>
    public string? Get(string name) =>
        Pairs.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static KeyValuePair<string, string> ParsePair(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? new(Unescape(text), string.Empty) : new(Unescape(text[..equals]), Unescape(text[(equals + 1)..]));
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
