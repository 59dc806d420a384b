using System.Collections.ObjectModel;

namespace TrainingApis;

/// <summary>
/// Represents an error of the clients, which throw no other exception. <see cref="Kind"/> tells what it means; the other members tell what
/// the vendor said. It holds no secret.
/// </summary>
/// <param name="kind">What it means.</param>
/// <param name="message">What was asked for, what went wrong, and what to do about it. It becomes one line.</param>
/// <param name="inner">The exception behind it, if any; its text must hold no secret.</param>
public class ApiException(ApiErrorKind kind, string message, Exception? inner = null) : Exception(OneLine.Of(message), inner)
{
    /// <summary>Gets what the error means.</summary>
    public ApiErrorKind Kind { get; } = kind;

    /// <summary>Gets or sets the HTTP status of the response; null where none came.</summary>
    public int? StatusCode { get; set; }

    /// <summary>Gets or sets the vendor's own error code, such as <c>ERROR</c> or <c>api.error.contact.not_found</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the vendor's own text, in the vendor's language, redacted.</summary>
    public string? Reason { get; set; }

    /// <summary>Gets or sets the id under which the vendor can find the request in their logs.</summary>
    public string? RequestId { get; set; }

    /// <summary>Gets or sets what the vendor's validation reported, by field; empty where it reported nothing.</summary>
    public FieldErrors FieldErrors { get; set; } = FieldErrors.None;

    /// <summary>Gets or sets the API.</summary>
    public ApiService? Api { get; set; }

    /// <summary>Gets or sets the operation that failed, such as <c>GetProduct</c>.</summary>
    public string? Operation { get; set; }

    /// <summary>Gets or sets the route that the connection was given for the operation, such as <c>PUT v1/Registration</c>; null where it
    /// is the documented one.</summary>
    public string? Route { get; set; }

    /// <summary>Gets the same error with another meaning and message.</summary>
    /// <param name="kind">What it means.</param>
    /// <param name="message">The message.</param>
    public ApiException With(ApiErrorKind kind, string message) => new(kind, message, InnerException)
    {
        StatusCode = StatusCode,
        Code = Code,
        Reason = Reason,
        RequestId = RequestId,
        FieldErrors = FieldErrors,
        Api = Api,
        Operation = Operation,
        Route = Route,
    };
}

/// <summary>Represents the messages of a vendor's validation, by field name.</summary>
/// <param name="errors">The messages by field.</param>
public sealed class FieldErrors(IDictionary<string, ItemList<string>> errors) : ReadOnlyDictionary<string, ItemList<string>>(errors)
{
    /// <summary>Gets the errors of a vendor that reported none.</summary>
    public static FieldErrors None { get; } = new(new Dictionary<string, ItemList<string>>());

    /// <summary>All of it in one line: <c>email: is invalid; siren: 9 digits</c>.</summary>
    public override string ToString() => string.Join("; ", this.Select(field => $"{field.Key}: {field.Value}"));
}

/// <summary>Specifies what an <see cref="ApiException"/> means, whatever the status or the text of the response.</summary>
public enum ApiErrorKind
{
    /// <summary>There is no connection for this API, or it was closed.</summary>
    NotConnected,

    /// <summary>The credentials were refused: by the token request, or by a 401 after the token was renewed.</summary>
    AuthenticationFailed,

    /// <summary>The account is known but may not do this (403).</summary>
    Forbidden,

    /// <summary>The named thing does not exist (404, or the vendor's own "not found").</summary>
    NotFound,

    /// <summary>The vendor's validation refused the request (400, 422); see <see cref="ApiException.FieldErrors"/>.</summary>
    InvalidRequest,

    /// <summary>Something of that identity exists already (409, "e-mail already used").</summary>
    Conflict,

    /// <summary>The vendor refused.</summary>
    Rejected,

    /// <summary>A check before the request found that the vendor would refuse it; nothing was sent.</summary>
    PreconditionFailed,

    /// <summary>429 after all retries, or a wait that would be too long.</summary>
    RateLimited,

    /// <summary>A read got no response in time.</summary>
    Timeout,

    /// <summary>No connection could be made, TLS was refused, or the response was a redirect.</summary>
    Unreachable,

    /// <summary>A run stopped itself after outcomes in doubt in a row.</summary>
    VendorUnavailable,

    /// <summary>A read got a response that is not of the documented shape, or a server error after all retries.</summary>
    UnexpectedResponse,

    /// <summary>A change was sent, and what came back does not say whether it happened.</summary>
    InDoubt,

    /// <summary>Another run holds the journal.</summary>
    JournalInUse,

    /// <summary>The journal cannot be read.</summary>
    JournalDamaged,

    /// <summary>A line of the journal could not be made durable, so nothing was sent.</summary>
    JournalNotWritable,

    /// <summary>The file exists and may not be replaced.</summary>
    FileExists,

    /// <summary>The file cannot be written.</summary>
    FileNotWritable,

    /// <summary>A confirmation is needed, and the host cannot ask.</summary>
    CannotPrompt,

    /// <summary>A call that makes no sense, found before anything was sent.</summary>
    InvalidArgument,

    /// <summary>The input as a whole cannot be read, such as a file with another delimiter.</summary>
    InvalidData,

    /// <summary>A defect of this module. A change that may have been sent is <see cref="InDoubt"/> instead.</summary>
    InternalError,
}
