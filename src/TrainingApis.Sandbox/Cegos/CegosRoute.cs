namespace TrainingApis.Sandbox.Cegos;

/// <summary>Where one operation listens, and what carries its fields.</summary>
internal sealed class CegosRoute
{
    private readonly string[] _path;

    private CegosRoute(string method, string[] path, bool fieldsInQuery)
    {
        (Method, _path, FieldsInQuery) = (method, path, fieldsInQuery);
    }

    public string Method { get; }

    public bool FieldsInQuery { get; }

    public static CegosRoute Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts.Length > 3 || (parts.Length == 3 && parts[2] != "query"))
            throw new ArgumentException($"'{text}' is no route: METHOD path[ query].", nameof(text));
        return new CegosRoute(parts[0].ToUpperInvariant(), parts[1].Trim('/').Split('/'), parts.Length == 3);
    }

    public bool IsPathOf(SandboxRequest request) => request.IsAt(_path);
}
