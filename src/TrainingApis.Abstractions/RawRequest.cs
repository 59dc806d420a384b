namespace TrainingApis;

/// <summary>A call that no client method exists for.</summary>
/// <remarks>Makes a call without query or body.</remarks>
public sealed class RawRequest(string method, string path)
{

    /// <summary>The HTTP method. GET and HEAD count as reads, all others as changes.</summary>
    public string Method { get; } = method;

    /// <summary>The path under the base address, percent-encoded by the caller where that matters. An absolute URL is refused.</summary>
    public string Path { get; } = path;

    /// <summary>Names and values of the query, not yet encoded, in order; a name may occur more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; set; } = Array.Empty<KeyValuePair<string, string>>();

    /// <summary>
    /// The body: a <see cref="string"/> is JSON text, sent as it is; otherwise null, numbers, booleans, dates, lists and
    /// string-keyed dictionaries of these become JSON. Null together with <see cref="HasBody"/> false sends none.
    /// </summary>
    public object? Body { get; set; }

    /// <summary>True where there is a body.</summary>
    public bool HasBody { get; set; }

    /// <summary>Which of the API's hosts and tokens, where it has several (Cegos: <c>Catalog</c>, <c>Registration</c>).</summary>
    public string? Scope { get; set; }
}
