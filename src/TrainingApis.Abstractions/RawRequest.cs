namespace TrainingApis;

/// <summary>Represents a request for which there is no client method.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path.</param>
public sealed class RawRequest(string method, string path)
{
    /// <summary>Gets the HTTP method. GET and HEAD count as reads, all others as changes.</summary>
    public string Method { get; } = method;

    /// <summary>
    /// Gets the path relative to the base address. The caller percent-encodes it if necessary. An absolute URL is refused.
    /// </summary>
    public string Path { get; } = path;

    /// <summary>Gets or sets the names and values of the query, not encoded and in order. A name can occur more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; set; } = [];

    /// <summary>
    /// Gets or sets the body. A <see cref="string"/> is JSON text that is sent unchanged. Null, numbers, Booleans, dates, and lists and
    /// string-keyed dictionaries of these are converted to JSON.
    /// </summary>
    public object? Body { get; set; }

    /// <summary>Gets or sets whether the request has a body.</summary>
    public bool HasBody { get; set; }

    /// <summary>
    /// Gets or sets the name of the host and token to use, if the API has several (Cegos: <c>Catalog</c>, <c>Registration</c>).
    /// </summary>
    public string? Scope { get; set; }
}

/// <summary>Represents the response to a <see cref="RawRequest"/>.</summary>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="content">The content; null if there is no body.</param>
/// <param name="requestId">The vendor's ID of the request.</param>
public sealed class RawResponse(int statusCode, object? content, string? requestId)
{
    /// <summary>Gets the HTTP status.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>
    /// Gets the content; null if there is no body. JSON is converted to null, string, bool, long, decimal, double, <see
    /// cref="IReadOnlyList{T}"/> of object or <see cref="IReadOnlyDictionary{TKey,TValue}"/> of string to object (in the order of the
    /// response). Other text is a string.
    /// </summary>
    public object? Content { get; } = content;

    /// <summary>Gets the vendor's ID of the request.</summary>
    public string? RequestId { get; } = requestId;
}
