namespace TrainingApis;

/// <summary>
/// The one exception of the clients. <see cref="Kind"/> says what it means; the other members say what the vendor said.
/// It never holds a secret, nor anything of the request but its operation.
/// </summary>
/// <remarks>Makes an exception of that meaning.</remarks>
/// <param name="kind">What it means.</param>
/// <param name="message">One or two sentences for a person: what was wrong, and what to do about it. It becomes one line, whatever it
/// quotes.</param>
/// <param name="inner">The exception behind it, if any; its text must hold no secret.</param>
public class ApiException(ApiErrorKind kind, string message, Exception? inner = null) : Exception(OneLine.Of(message), inner)
{

    /// <summary>What the error means.</summary>
    public ApiErrorKind Kind { get; } = kind;

    /// <summary>The HTTP status of the answer, or null where none came.</summary>
    public int? StatusCode { get; set; }

    /// <summary>The vendor's own error code, such as <c>ERROR</c> or <c>api.error.contact.not_found</c>.</summary>
    public string? Code { get; set; }

    /// <summary>The vendor's own words, in the vendor's language, redacted.</summary>
    public string? Reason { get; set; }

    /// <summary>The id under which the vendor can find the request in their logs.</summary>
    public string? RequestId { get; set; }

    /// <summary>What the vendor's validation said, by field; empty where it said nothing.</summary>
    public FieldErrors FieldErrors { get; set; } = FieldErrors.None;

    /// <summary>The API that answered.</summary>
    public ApiService? Api { get; set; }

    /// <summary>The operation that failed, such as <c>GetProduct</c>.</summary>
    public string? Operation { get; set; }

    /// <summary>How the operation was called, where the connection was told so: <c>PUT v1/Registration</c>. Null where the call is the
    /// documented one.</summary>
    public string? Route { get; set; }
}
