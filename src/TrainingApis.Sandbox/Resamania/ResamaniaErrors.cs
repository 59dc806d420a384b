using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Creates refusals in the form of the framework of Resamania.</summary>
internal static class ResamaniaErrors
{
    /// <summary>Creates the refusal of a wrong client token, a wrong context header, or an ID instead of an IRI.</summary>
    public static ResponseException NotFound() => Create(404, "Item not found");

    /// <summary>Creates the refusal of an endpoint that is not granted, or of a path without a client token.</summary>
    public static ResponseException NotGranted() => Create(403, "api.error.scope.unauthorized-endpoint");

    /// <summary>Refuses the request with a code under <c>api.error</c> if a condition is not met.</summary>
    public static void ThrowUnless(bool condition, string code)
    {
        if (!condition)
        {
            throw Create(400, "api.error." + code);
        }
    }

    /// <summary>Creates the refusal of fields whose values are missing or wrong.</summary>
    public static ResponseException Invalid(params (string Path, string Message)[] violations) =>
        Create(422, string.Join("\n", violations.Select(one => $"{one.Path}: {one.Message}")), violations);

    /// <summary>Creates the refusal of a request that does not match its schema, with the texts of the framework of Resamania.</summary>
    public static ResponseException From(IReadOnlyList<SchemaError> errors)
    {
        if (errors.FirstOrDefault(error => !IsViolation(error)) is { } first)
        {
            return first.Rule switch
            {
                SchemaRule.MediaType => Create(415, $"The content-type \"{first.Actual}\" is not supported."),
                SchemaRule.Unknown => Create(400, $"Extra attributes are not allowed ({ListUnknown(errors)} unknown)."),
                SchemaRule.Type when first.Path.Length > 0 => Create(
                    400, $"The type of the \"{first.Path}\" attribute must be \"{first.Expected}\", \"{first.Actual}\" given."),
                _ => Create(400, "Syntax error"),
            };
        }

        return errors.Any(error => error.Expected == ResamaniaCall.IriRule) ? NotFound()
            : Invalid([.. errors.Select(error => (error.Path, GetMessage(error)))]);
    }

    /// <summary>Creates a refusal.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="description">The text or the <c>api.error.…</c> code.</param>
    /// <param name="violations">The invalid fields, with a message for each; null for none.</param>
    public static ResponseException Create(int status, string description, IEnumerable<(string Path, string Message)>? violations = null)
    {
        var type = violations is null ? "Error" : "ConstraintViolationList";
        var json = new JsonObject
        {
            ["@context"] = ResamaniaStore.Iri("contexts/" + type),
            ["@type"] = violations is null ? "hydra:Error" : type,
            ["hydra:title"] = "An error occurred",
            ["hydra:description"] = description,
        };
        if (violations is not null)
        {
            json["violations"] = new JsonArray(
                [.. violations.Select(one => new JsonObject { ["propertyPath"] = one.Path, ["message"] = one.Message })]);
        }

        return new ResponseException(Response.Json(status, json, ResamaniaCall.LinkedData));
    }

    /// <summary>Gets whether an error concerns a value. Null instead of a required value is handled as a missing value.</summary>
    private static bool IsViolation(SchemaError error) =>
        error.Rule is SchemaRule.Value or SchemaRule.Required || error is { Rule: SchemaRule.Type, Actual: "null", Path.Length: > 0 };

    private static string ListUnknown(IReadOnlyList<SchemaError> errors)
    {
        var names = errors.Where(error => error.Rule == SchemaRule.Unknown).Select(error => $"\"{error.Path}\"").ToList();
        return $"{string.Join(", ", names)} {(names.Count == 1 ? "is" : "are")}";
    }

    private static string GetMessage(SchemaError error) =>
        error.Rule == SchemaRule.Value && error.Expected != ResamaniaCall.RequiredRule
            ? $"This value should {error.Expected}."
            : "required";
}
