namespace TrainingApis.Sandbox;

/// <summary>A request as an API of the sandbox sees it: whole, and rid of whatever carried it.</summary>
internal sealed class SandboxRequest
{
    private readonly IReadOnlyDictionary<string, string> _headers;

    /// <param name="method">The verb, in capitals.</param>
    /// <param name="path">The path, still escaped, with or without its first slash.</param>
    /// <param name="query">The query, still escaped, without its question mark.</param>
    /// <param name="headers">All headers, those of the body included, by name in any case.</param>
    /// <param name="body">The body; empty where there is none.</param>
    public SandboxRequest(string method, string path, string query, IReadOnlyDictionary<string, string> headers, byte[] body)
        : this(method, path.TrimStart('/'), NameValues.Parse(query), headers, body)
    {
    }

    private SandboxRequest(string method, string path, NameValues query, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        (Method, Path, Query, _headers, Body) = (method, path, query, headers, body);
        Segments = path.Split('/').Select(Uri.UnescapeDataString).ToArray();
    }

    public string Method { get; }

    public string Path { get; }

    public string[] Segments { get; }

    public NameValues Query { get; }

    public byte[] Body { get; }

    public string? Header(string name) => _headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>The media type without its parameters, in lower case; empty where none was sent.</summary>
    public string MediaType => (Header("Content-Type") ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The same request as seen from below a prefix; null where its path is not below it.</summary>
    public SandboxRequest? Under(string prefix)
    {
        if (!Path.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase))
            return null;
        return new SandboxRequest(Method, Path[(prefix.Length + 1)..], Query, _headers, Body);
    }

    /// <summary>True where the path is the route's; servers of this kind do not look at the case of letters.</summary>
    public bool IsAt(params string[] route) => Segments.SequenceEqual(route, StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the path is the route and one segment more, which comes out.</summary>
    public bool IsBelow(out string last, params string[] route)
    {
        last = Segments[^1];
        return last.Length > 0 && Segments.Take(Segments.Length - 1).SequenceEqual(route, StringComparer.OrdinalIgnoreCase);
    }
}
