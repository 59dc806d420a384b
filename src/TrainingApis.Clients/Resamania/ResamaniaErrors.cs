using System.Text.RegularExpressions;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Resamania;

/// <summary>
/// Reads the errors of API Platform: <c>hydra:Error</c> and <c>ConstraintViolationList</c>, in the older and the newer spelling.
/// </summary>
internal static class ResamaniaErrors
{
    private const int CodeLength = 200;
    private static readonly string[] CodeNames =
        ["hydra:description", "description", "detail", "message", "hydra:title", "error_description", "error", "code"];
    private static readonly Regex OwnCode =
        new(@"\bapi\.error\.[a-z0-9_.-]*[a-z0-9_]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static void Read(ErrorBody body, int status, OperationKind kind)
    {
        var texts = body.Json is { } json ? CodeNames.Select(name => json[name]).Concat(json.Members.Values).OfType<string>()
            : [body.Text ?? string.Empty];
        var code = texts.Select(text => CodeIn(text)).FirstOrDefault(found => found is not null);
        body.Code = body.Shorten(code) ?? body.Code;
        if (body.Json?.Text("reason", "detail", "error_description", "message", "title", "error") is null)
        {
            body.Reason = body.Shorten(body.Json?.Text("hydra:description", "description", "hydra:title")) ?? body.Reason;
        }

        if (body.Json?["violations"] is List<object?> violations)
        {
            body.FieldErrors = new FieldErrors(violations.Select(JsonObject.Of).Where(one => one?["message"] is string)
                .GroupBy(one => body.Shorten(one!["propertyPath"] as string ?? string.Empty)!,
                    one => body.Shorten((string)one!["message"]!)!)
                .ToDictionary(field => field.Key, field => new ItemList<string>(field.ToArray())));
        }

        // An error code of the vendor is a refusal, also with a status of the server.
        var isConflict = code?.Contains("already", StringComparison.OrdinalIgnoreCase) == true;
        if (code is not null && (status is 400 or 422 || (status >= 500 && kind == OperationKind.Change)))
        {
            body.Refusal = isConflict ? ApiErrorKind.Conflict : status >= 500 ? ApiErrorKind.Rejected : null;
        }
    }

    private static string? CodeIn(string text) =>
        OwnCode.Match(text) is { Success: true } match && match.Length <= CodeLength ? match.Value : null;
}
