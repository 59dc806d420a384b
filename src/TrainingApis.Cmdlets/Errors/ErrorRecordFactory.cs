using System.Diagnostics;

namespace TrainingApis.Cmdlets.Errors;

/// <summary>Creates error records from exceptions. The error ID is the name of the kind of the exception.</summary>
internal static class ErrorRecordFactory
{
    /// <summary>Creates the record of an exception.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="target">The object of the caller, or an ID.</param>
    /// <param name="input">The number of the input object, which is added to the message; null if there was no pipeline input.</param>
    public static ErrorRecord From(ApiException error, object? target, int? input = null)
    {
        (var category, var advice) = Describe(error);
        var record = new ErrorRecord(error, error.Kind.ToString(), category, target);
        if (advice is not null || input is not null)
        {
            var text = input is null ? error.Message : $"{error.Message} (input {input})";
            record.ErrorDetails = new ErrorDetails(text) { RecommendedAction = advice };
        }

        return record;
    }

    /// <summary>
    /// Creates the error for an exception that the clients do not raise, which is a defect. The message of the exception can contain data
    /// of the caller or a secret, so the error contains only its type and its origin.
    /// </summary>
    public static ApiException Unforeseen(Exception error, ApiErrorKind kind = ApiErrorKind.InternalError, string? what = null)
    {
        var place = new StackTrace(error).GetFrames().FirstOrDefault()?.GetMethod();
        var where = place is null ? string.Empty : $" in {place.DeclaringType?.Name}.{place.Name}";
        return new ApiException(kind, $"{what ?? "This command failed in a way that it does not foresee"}: "
            + $"{error.GetType().Name}{where}. This is a defect of this module; please report it with this message.");
    }

    /// <summary>Gets whether an exception is thrown by PowerShell to end a command, or by another command of the pipeline.</summary>
    public static bool IsOfTheEngine(Exception error) => error.GetType().Assembly == typeof(PSObject).Assembly
        || error is OutOfMemoryException;

    private static (ErrorCategory Category, string? Advice) Describe(ApiException error) => error.Kind switch
    {
        ApiErrorKind.NotConnected or ApiErrorKind.Unreachable => (ErrorCategory.ConnectionError, null),
        ApiErrorKind.AuthenticationFailed => (ErrorCategory.AuthenticationError, "Check the credential and connect again."),
        ApiErrorKind.Forbidden => (ErrorCategory.PermissionDenied, "Ask the vendor to grant this account the scope or endpoint."),
        ApiErrorKind.NotFound => (ErrorCategory.ObjectNotFound, error.Route is null
            ? null
            : $"Check the -Route of the connection, which is {error.Route}."),
        ApiErrorKind.InvalidRequest => (ErrorCategory.InvalidData, error.FieldErrors.Count == 0
            ? null
            : "Correct the fields that the exception's FieldErrors names."),
        ApiErrorKind.Conflict or ApiErrorKind.FileExists => (ErrorCategory.ResourceExists, null),
        ApiErrorKind.Rejected => (ErrorCategory.InvalidResult, null),
        ApiErrorKind.PreconditionFailed or ApiErrorKind.CannotPrompt => (ErrorCategory.InvalidOperation, null),
        ApiErrorKind.RateLimited => (ErrorCategory.LimitsExceeded, "Try again later, or lower -ThrottleLimit."),
        ApiErrorKind.Timeout => (ErrorCategory.OperationTimeout, "Try again, or raise -TimeoutSec of the Connect- command."),
        ApiErrorKind.UnexpectedResponse => (ErrorCategory.ProtocolError, error.RequestId is null
            ? "Try again."
            : $"Try again. If it happens again, give the vendor the request ID {error.RequestId}."),
        ApiErrorKind.InDoubt => (ErrorCategory.OperationStopped,
            "Check in the vendor's system whether it happened before you send it again."),
        ApiErrorKind.JournalInUse => (ErrorCategory.ResourceBusy, "Wait for the other run, or use another path for the journal."),
        ApiErrorKind.JournalDamaged or ApiErrorKind.InvalidData => (ErrorCategory.InvalidData, null),
        ApiErrorKind.JournalNotWritable => (ErrorCategory.WriteError, "Free disk space, or use another path for the journal."),
        ApiErrorKind.FileNotWritable =>
            (ErrorCategory.WriteError, "Close the file in other programs, free disk space, or use another path."),
        ApiErrorKind.InvalidArgument => (ErrorCategory.InvalidArgument, null),
        ApiErrorKind.VendorUnavailable =>
            (ErrorCategory.ConnectionError, "Run the same command again with the same -Journal once the vendor responds."),
        ApiErrorKind.InternalError => (ErrorCategory.NotSpecified, null),
        _ => throw new ArgumentOutOfRangeException(nameof(error), error.Kind, null),
    };
}
