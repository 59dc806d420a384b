namespace TrainingApis;

/// <summary>The answer to a <see cref="RawRequest"/>.</summary>
public sealed class RawAnswer
{
    /// <summary>Makes an answer.</summary>
    public RawAnswer(int statusCode, object? content, string? requestId)
    {
        StatusCode = statusCode;
        Content = content;
        RequestId = requestId;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>
    /// JSON as null, string, bool, long, decimal, double, <see cref="IReadOnlyList{T}"/> of object or
    /// <see cref="IReadOnlyDictionary{TKey,TValue}"/> of string to object (in the order of the answer); other text as a string; null where there was no body.
    /// </summary>
    public object? Content { get; }

    /// <summary>The vendor's id of the request.</summary>
    public string? RequestId { get; }
}
