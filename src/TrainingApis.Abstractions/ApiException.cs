using System.Collections.ObjectModel;

namespace TrainingApis;

/// <summary>
/// Represents an error of the clients, which throw no other exception for an error. <see cref="Kind"/> specifies its meaning; the other
/// members contain the details from the vendor. It contains no secret.
/// </summary>
/// <param name="kind">The meaning of the error.</param>
/// <param name="message">The message: what was requested, what failed, and what to do. It is converted to one line.</param>
/// <param name="inner">The exception that caused the error, if any. Its text must not contain a secret.</param>
public class ApiException(ApiErrorKind kind, string message, Exception? inner = null) : Exception(OneLine.Of(message), inner)
{
    /// <summary>Gets the meaning of the error.</summary>
    public ApiErrorKind Kind { get; } = kind;

    /// <summary>Gets or sets the HTTP status of the response; null if there was no response.</summary>
    public int? StatusCode { get; set; }

    /// <summary>Gets or sets the error code of the vendor, such as <c>ERROR</c> or <c>api.error.contact.not_found</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the redacted error text of the vendor, in the language of the vendor.</summary>
    public string? Reason { get; set; }

    /// <summary>Gets or sets the ID with which the vendor can find the request in its logs.</summary>
    public string? RequestId { get; set; }

    /// <summary>Gets or sets the validation errors of the vendor, by field; empty if there are none.</summary>
    public FieldErrors FieldErrors { get; set; } = FieldErrors.None;

    /// <summary>Gets or sets the API.</summary>
    public ApiService? Api { get; set; }

    /// <summary>Gets or sets the operation that failed, such as <c>GetProduct</c>.</summary>
    public string? Operation { get; set; }

    /// <summary>
    /// Gets or sets the route that the options of the connection specify for the operation, such as <c>PUT v1/Registration</c>; null for
    /// the documented route.
    /// </summary>
    public string? Route { get; set; }

    /// <summary>Creates a copy of the error with another meaning and message.</summary>
    /// <param name="kind">The meaning of the error.</param>
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

/// <summary>Represents the validation messages of a vendor, by field name.</summary>
/// <param name="errors">The messages by field.</param>
public sealed class FieldErrors(IDictionary<string, ItemList<string>> errors) : ReadOnlyDictionary<string, ItemList<string>>(errors)
{
    /// <summary>Gets an empty instance, for a vendor that reported no validation errors.</summary>
    public static FieldErrors None { get; } = new(new Dictionary<string, ItemList<string>>());

    /// <summary>Gets all messages in one line: <c>email: is invalid; siren: 9 digits</c>.</summary>
    public override string ToString() => string.Join("; ", this.Select(field => $"{field.Key}: {field.Value}"));
}

/// <summary>Specifies the meaning of an <see cref="ApiException"/>, regardless of the status and the text of the response.</summary>
public enum ApiErrorKind
{
    /// <summary>There is no connection for this API, or it was closed.</summary>
    NotConnected,

    /// <summary>The credentials were refused, either by the token request or with the status 401 after the token was renewed.</summary>
    AuthenticationFailed,

    /// <summary>The account is known but does not have the permission (403).</summary>
    Forbidden,

    /// <summary>The requested resource does not exist (404, or a "not found" error of the vendor).</summary>
    NotFound,

    /// <summary>The validation of the vendor refused the request (400, 422); see <see cref="ApiException.FieldErrors"/>.</summary>
    InvalidRequest,

    /// <summary>A resource with the same identity already exists (409, "e-mail already used").</summary>
    Conflict,

    /// <summary>The vendor refused the request.</summary>
    Rejected,

    /// <summary>A check before the request found that the vendor would refuse it; nothing was sent.</summary>
    PreconditionFailed,

    /// <summary>The status was still 429 after all retries, or the vendor requires a wait that is too long.</summary>
    RateLimited,

    /// <summary>A read request received no response before the timeout.</summary>
    Timeout,

    /// <summary>No connection could be established, TLS was refused, or the response was a redirect.</summary>
    Unreachable,

    /// <summary>A run stopped after several consecutive outcomes in doubt.</summary>
    VendorUnavailable,

    /// <summary>A read request received a response without the documented shape, or a server error after all retries.</summary>
    UnexpectedResponse,

    /// <summary>A change was sent, but its outcome is unknown.</summary>
    InDoubt,

    /// <summary>Another run is using the journal.</summary>
    JournalInUse,

    /// <summary>The journal cannot be read.</summary>
    JournalDamaged,

    /// <summary>A line could not be saved permanently in the journal, so nothing was sent.</summary>
    JournalNotWritable,

    /// <summary>The file exists, and replacing it is not allowed.</summary>
    FileExists,

    /// <summary>The file cannot be written.</summary>
    FileNotWritable,

    /// <summary>A confirmation is required, but the host cannot prompt for it.</summary>
    CannotPrompt,

    /// <summary>An argument is invalid. This was detected before anything was sent.</summary>
    InvalidArgument,

    /// <summary>The input as a whole cannot be read, for example a file with another delimiter.</summary>
    InvalidData,

    /// <summary>The error is a defect of this module. A change that may have been sent is <see cref="InDoubt"/> instead.</summary>
    InternalError,
}
