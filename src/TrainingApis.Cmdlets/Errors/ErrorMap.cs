using System.Management.Automation;

namespace TrainingApis.Cmdlets.Errors;

/// <summary>The one place where an <see cref="ApiException"/> becomes an <see cref="ErrorRecord"/>. The id is the kind's name.</summary>
internal static class ErrorMap
{
    public static ErrorRecord From(ApiException error, object? target)
    {
        (ErrorCategory category, string? advice) = Describe(error.Kind);
        var record = new ErrorRecord(error, error.Kind.ToString(), category, target);
        if (advice is not null) record.ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = advice };
        return record;
    }

    private static (ErrorCategory Category, string? Advice) Describe(ApiErrorKind kind) => kind switch
    {
        ApiErrorKind.NotConnected => (ErrorCategory.ConnectionError, "Run the Connect- command of this API, or Connect-TrainingSandbox, in this runspace."),
        ApiErrorKind.AuthenticationFailed => (ErrorCategory.AuthenticationError, "Check the credential and connect again."),
        ApiErrorKind.Forbidden => (ErrorCategory.PermissionDenied, "Ask the vendor to grant this account the scope or endpoint."),
        ApiErrorKind.NotFound => (ErrorCategory.ObjectNotFound, "Check the id."),
        ApiErrorKind.InvalidRequest => (ErrorCategory.InvalidData, "Correct the fields named in FieldErrors."),
        ApiErrorKind.Conflict => (ErrorCategory.ResourceExists, "Use what exists already, or change the id."),
        ApiErrorKind.Rejected => (ErrorCategory.InvalidResult, "The vendor's reason is in Reason."),
        ApiErrorKind.PreconditionFailed => (ErrorCategory.InvalidOperation, "Nothing was sent. Correct what the message names."),
        ApiErrorKind.RateLimited => (ErrorCategory.LimitsExceeded, "Try again later, or lower -ThrottleLimit."),
        ApiErrorKind.Timeout => (ErrorCategory.OperationTimeout, "Try again, or raise -TimeoutSec of the connection."),
        ApiErrorKind.Unreachable => (ErrorCategory.ConnectionError, "Check the address, the proxy and the certificate."),
        ApiErrorKind.UnexpectedAnswer => (ErrorCategory.ProtocolError, "Try again; if it stays, give the vendor the RequestId."),
        ApiErrorKind.InDoubt => (ErrorCategory.OperationStopped, "Look at the vendor's side whether it happened before sending it again."),
        ApiErrorKind.JournalInUse => (ErrorCategory.ResourceBusy, "Wait for the other run, or give this one its own journal."),
        ApiErrorKind.JournalDamaged => (ErrorCategory.InvalidData, "Repair the named line, or start a new journal."),
        ApiErrorKind.JournalNotWritable => (ErrorCategory.WriteError, "Make room or choose another path; nothing was sent."),
        ApiErrorKind.FileExists => (ErrorCategory.ResourceExists, "Add -Force to replace it."),
        ApiErrorKind.FileNotWritable => (ErrorCategory.WriteError, "Make room, close the file in other programs, or choose another path; the old file is as it was."),
        ApiErrorKind.InvalidArgument => (ErrorCategory.InvalidArgument, null),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
