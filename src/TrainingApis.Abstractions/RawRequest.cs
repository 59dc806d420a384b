namespace TrainingApis;

/// <summary>Represents a request that no client method exists for.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path.</param>
public sealed class RawRequest(string method, string path)
{
    /// <summary>Gets the HTTP method. GET and HEAD count as reads, all others as changes.</summary>
    public string Method { get; } = method;

    /// <summary>Gets the path under the base address, percent-encoded by the caller where that matters. An absolute URL is
    /// refused.</summary>
    public string Path { get; } = path;

    /// <summary>Gets or sets names and values of the query, not yet encoded, in order; a name may occur more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; set; } = [];

    /// <summary>
    /// Gets or sets the body: a <see cref="string"/> is JSON text, sent as it is; null, numbers, Booleans, dates, lists and string-keyed
    /// dictionaries of these become JSON.
    /// </summary>
    public object? Body { get; set; }

    /// <summary>Gets or sets whether there is a body.</summary>
    public bool HasBody { get; set; }

    /// <summary>Gets or sets which of the API's hosts and tokens, where it has several (Cegos: <c>Catalog</c>,
    /// <c>Registration</c>).</summary>
    public string? Scope { get; set; }
}

/// <summary>Represents the response to a <see cref="RawRequest"/>.</summary>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="content">The content.</param>
/// <param name="requestId">The vendor's id of the request.</param>
public sealed class RawResponse(int statusCode, object? content, string? requestId)
{
    /// <summary>Gets the HTTP status.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>
    /// Gets JSON as null, string, bool, long, decimal, double, <see cref="IReadOnlyList{T}"/> of object or
    /// <see cref="IReadOnlyDictionary{TKey,TValue}"/> of string to object (in the order of the response); other text as a string; null
    /// where there was no body.
    /// </summary>
    public object? Content { get; } = content;

    /// <summary>Gets the vendor's id of the request.</summary>
    public string? RequestId { get; } = requestId;
}
