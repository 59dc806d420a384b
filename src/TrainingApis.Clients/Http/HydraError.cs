using System.Text.RegularExpressions;

namespace TrainingApis.Clients.Http;

/// <summary>What API Platform says went wrong: <c>hydra:Error</c> and <c>ConstraintViolationList</c>, in the older and the newer
/// spelling.</summary>
internal static class HydraError
{
    private const int TextLength = 200;
    private static readonly string[] ReasonNames = ["hydra:description", "description", "hydra:title"];
    private static readonly string[] CodeNames =
        ["hydra:description", "description", "detail", "message", "hydra:title", "error_description", "error", "code"];
    private static readonly Regex OwnCode =
        new(@"\bapi\.error\.[a-z0-9_.-]*[a-z0-9_]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static string? Reason(IReadOnlyDictionary<string, object?> members) =>
        ReasonNames.Select(name => members.GetValueOrDefault(name) as string).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>The first code of the form <c>api.error.…</c> where one is said to be, then anywhere.</summary>
    public static string? Code(IReadOnlyDictionary<string, object?> members) =>
        CodeNames.Select(name => members.GetValueOrDefault(name)).Concat(members.Values).OfType<string>().Select(Code)
            .FirstOrDefault(code => code is not null);

    public static string? Code(string text) => OwnCode.Match(text) is { Success: true } match
        && match.Length <= TextLength ? match.Value : null;

    /// <summary>True for <c>api.error.contact.email-already-used</c> and its like.</summary>
    public static bool IsConflict(string? code) => code?.Contains("already", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The violations by property; null where there is no list of them.</summary>
    public static FieldErrors? FieldErrors(IReadOnlyDictionary<string, object?> members, Redactor redactor)
    {
        if (members.GetValueOrDefault("violations") is not List<object?> violations)
        {
            return null;
        }

        var said = violations.OfType<IReadOnlyDictionary<string, object?>>()
            .Select(violation => (Path: violation.GetValueOrDefault("propertyPath") as string ?? string.Empty,
                Message: violation.GetValueOrDefault("message") as string))
            .Where(violation => violation.Message is not null);
        return new FieldErrors(said
            .GroupBy(violation => redactor.Redact(violation.Path, TextLength)!, violation => redactor.Redact(violation.Message, TextLength)!)
            .ToDictionary(field => field.Key, field => new ItemList<string>(field.ToArray())));
    }
}
