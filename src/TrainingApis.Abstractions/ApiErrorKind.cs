namespace TrainingApis;

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
