using System.Diagnostics;
using System.Management.Automation;

namespace TrainingApis.Cmdlets.Errors;

/// <summary>The one place where an <see cref="ApiException"/> becomes an <see cref="ErrorRecord"/>. The id is the kind's name.</summary>
internal static class ErrorRecordFactory
{
    public static ErrorRecord From(ApiException error, object? target)
    {
        (var category, var advice) = Describe(error);
        var record = new ErrorRecord(error, error.Kind.ToString(), category, target);
        if (advice is not null)
        {
            record.ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = advice };
        }

        return record;
    }

    /// <summary>
    /// What an exception becomes that is none of the clients': a defect, said as one. What it says may quote the caller's data or a secret,
    /// so only its type and where it came from are told.
    /// </summary>
    public static ApiException Unforeseen(Exception error, ApiErrorKind kind = ApiErrorKind.InternalError, string? what = null)
    {
        var place = new StackTrace(error).GetFrames().FirstOrDefault()?.GetMethod();
        var where = place is null ? string.Empty : $" in {place.DeclaringType?.Name}.{place.Name}";
        return new ApiException(kind, $"{what ?? "This command failed in a way that it does not foresee"}: "
            + $"{error.GetType().Name}{where}. This is a defect of this module; please report it with this message.");
    }

    /// <summary>True for what PowerShell throws through a command to end it, and for what other commands of the pipeline throw.</summary>
    public static bool IsOfTheEngine(Exception error) => error.GetType().Assembly == typeof(PSObject).Assembly
        || error is OutOfMemoryException;

    private static (ErrorCategory Category, string? Advice) Describe(ApiException error) => error.Kind switch
    {
        ApiErrorKind.NotConnected => (ErrorCategory.ConnectionError,
            "Run the Connect- command of this API, or Connect-TrainingSandbox, in this runspace."),
        ApiErrorKind.AuthenticationFailed => (ErrorCategory.AuthenticationError, "Check the credential and connect again."),
        ApiErrorKind.Forbidden => (ErrorCategory.PermissionDenied, "Ask the vendor to grant this account the scope or endpoint."),
        ApiErrorKind.NotFound when error.Route is not null =>
            (ErrorCategory.ObjectNotFound, $"Check the id, and the -Route of the connection: it says {error.Route}."),
        ApiErrorKind.NotFound => (ErrorCategory.ObjectNotFound, "Check the id."),
        ApiErrorKind.InvalidRequest => (ErrorCategory.InvalidData, "Correct the fields named in FieldErrors."),
        ApiErrorKind.Conflict => (ErrorCategory.ResourceExists, "Use what exists already, or change the id."),
        ApiErrorKind.Rejected => (ErrorCategory.InvalidResult, "The vendor's reason is in Reason."),
        ApiErrorKind.PreconditionFailed => (ErrorCategory.InvalidOperation, "Nothing was sent. Correct what the message names."),
        ApiErrorKind.RateLimited => (ErrorCategory.LimitsExceeded, "Try again later, or lower -ThrottleLimit."),
        ApiErrorKind.Timeout => (ErrorCategory.OperationTimeout, "Try again, or raise -TimeoutSec of the connection."),
        ApiErrorKind.Unreachable => (ErrorCategory.ConnectionError, "Check the address, the proxy and the certificate."),
        ApiErrorKind.UnexpectedResponse => (ErrorCategory.ProtocolError, "Try again; if it stays, give the vendor the RequestId."),
        ApiErrorKind.InDoubt => (ErrorCategory.OperationStopped, "Look at the vendor's side whether it happened before sending it again."),
        ApiErrorKind.VendorUnavailable => (ErrorCategory.ConnectionError, "Run the same command again with the same -Journal once the vendor responds."),
        ApiErrorKind.CannotPrompt => (ErrorCategory.InvalidOperation, "Add -Confirm:$false."),
        ApiErrorKind.JournalInUse => (ErrorCategory.ResourceBusy, "Wait for the other run, or give this one its own journal."),
        ApiErrorKind.JournalDamaged => (ErrorCategory.InvalidData, "Repair the named line, or start a new journal."),
        ApiErrorKind.JournalNotWritable => (ErrorCategory.WriteError, "Make room or choose another path; nothing was sent."),
        ApiErrorKind.FileExists => (ErrorCategory.ResourceExists, "Add -Force to replace it."),
        ApiErrorKind.FileNotWritable =>
            (ErrorCategory.WriteError, "Make room, close the file in other programs, or choose another path; the old file is as it was."),
        ApiErrorKind.InvalidArgument => (ErrorCategory.InvalidArgument, null),
        ApiErrorKind.InternalError => (ErrorCategory.NotSpecified, "Report it; for a change, look at the vendor's side first."),
        _ => throw new ArgumentOutOfRangeException(nameof(error), error.Kind, null),
    };
}
