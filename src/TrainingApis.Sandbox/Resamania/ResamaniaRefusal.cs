namespace TrainingApis.Sandbox.Resamania;

/// <summary>Ends a call from wherever it is found out that the vendor would say no.</summary>
internal sealed class ResamaniaRefusal : Exception
{
    private ResamaniaRefusal(int? status, string description, IReadOnlyList<(string Path, string Message)>? violations = null)
        : base(description)
    {
        (Status, Violations) = (status, violations);
    }

    /// <summary>Null where the documents leave it open; a knob then decides.</summary>
    public int? Status { get; }

    public IReadOnlyList<(string Path, string Message)>? Violations { get; }

    /// <summary>The vendor's answer to a wrong client token, wrong context headers, and a bare id where an IRI is due.</summary>
    public static ResamaniaRefusal NotFound() => new(404, "Item not found");

    public static ResamaniaRefusal NotGranted() => new(403, "api.error.scope.unauthorized-endpoint");

    public static ResamaniaRefusal Of(int status, string description) => new(status, description);

    /// <summary>A refusal by one of the vendor's codes.</summary>
    public static ResamaniaRefusal Code(string code) => new(null, code);

    public static ResamaniaRefusal Invalid(IReadOnlyList<(string Path, string Message)> violations) =>
        new(null, string.Join("\n", violations.Select(one => $"{one.Path}: {one.Message}")), violations);

    public static ResamaniaRefusal Invalid(string path, string message) => Invalid(new[] { (path, message) });
}
