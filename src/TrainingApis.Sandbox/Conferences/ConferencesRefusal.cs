namespace TrainingApis.Sandbox.Conferences;

/// <summary>Ends a call with the vendor's error.</summary>
internal sealed class ConferencesRefusal : Exception
{
    private ConferencesRefusal(int status, string message, bool isRejection = false, IReadOnlyList<string>? fields = null)
        : base(message)
    {
        (Status, IsRejection, Fields) = (status, isRejection, fields ?? Array.Empty<string>());
    }

    public int Status { get; }

    /// <summary>True where the request is well-formed, but its sense is refused.</summary>
    public bool IsRejection { get; }

    /// <summary>The fields that are wrong; empty where it is not about fields.</summary>
    public IReadOnlyList<string> Fields { get; }

    public static ConferencesRefusal Unauthorized(string message) => new(401, message);

    public static ConferencesRefusal Forbidden(string message) => new(403, message);

    public static ConferencesRefusal NotFound(string message) => new(404, message);

    public static ConferencesRefusal NotAcceptable() => new(406, "Answers are application/json");

    public static ConferencesRefusal UnsupportedMediaType() => new(415, "The body must be application/json");

    public static ConferencesRefusal Invalid(string message, params string[] fields) => new(400, message, fields: fields);

    public static ConferencesRefusal Rejected(string message) => new(400, message, isRejection: true);
}
