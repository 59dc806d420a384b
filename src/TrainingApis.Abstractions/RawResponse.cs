namespace TrainingApis;

/// <summary>The answer to a <see cref="RawRequest"/>.</summary>
/// <remarks>Makes an answer.</remarks>
public sealed class RawResponse(int statusCode, object? content, string? requestId)
{

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>
    /// JSON as null, string, bool, long, decimal, double, <see cref="IReadOnlyList{T}"/> of object or
    /// <see cref="IReadOnlyDictionary{TKey,TValue}"/> of string to object (in the order of the answer); other text as a string; null where
    /// there was no body.
    /// </summary>
    public object? Content { get; } = content;

    /// <summary>The vendor's id of the request.</summary>
    public string? RequestId { get; } = requestId;
}
