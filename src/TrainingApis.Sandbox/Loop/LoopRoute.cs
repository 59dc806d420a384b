namespace TrainingApis.Sandbox.Loop;

/// <summary>Where one operation listens, and what carries its fields.</summary>
internal sealed class LoopRoute
{
    private readonly string[] _path;

    private LoopRoute(LoopOperation operation, string method, string[] path, bool fieldsInQuery)
    {
        (Operation, Method, _path, FieldsInQuery) = (operation, method, path, fieldsInQuery);
    }

    public LoopOperation Operation { get; }

    public string Method { get; }

    public bool FieldsInQuery { get; }

    public static LoopRoute Parse(LoopOperation operation, string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts.Length > 3 || (parts.Length == 3 && parts[2] != "query"))
            throw new ArgumentException($"'{text}' is no route: METHOD path[ query].", nameof(text));
        return new LoopRoute(operation, parts[0].ToUpperInvariant(), parts[1].Trim('/').Split('/'), parts.Length == 3);
    }

    /// <summary>To the letter: the vendor spells <c>provisionningCollab</c> and <c>companyProvisioning</c>, and a caller must too.</summary>
    public bool IsPathOf(SandboxRequest request) => request.Segments.SequenceEqual(_path, StringComparer.Ordinal);

    public bool IsTakenBy(LoopRoute other) =>
        other.Operation != Operation && other.Method == Method && other._path.SequenceEqual(_path, StringComparer.Ordinal);
}
