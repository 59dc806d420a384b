using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Represents a refusal by the vendor's API.</summary>
/// <param name="status">The HTTP status; null where the settings decide.</param>
/// <param name="description">The text or the <c>api.error.…</c> code.</param>
/// <param name="violations">The fields and what is wrong with each.</param>
internal sealed class ResamaniaException(int? status, string description, IReadOnlyList<(string Path, string Message)>? violations = null)
    : Exception(description)
{
    /// <summary>Creates the refusal of a wrong client token, a wrong context header, and an ID where an IRI is expected.</summary>
    public static ResamaniaException NotFound() => new ResamaniaException(404, "Item not found");

    /// <summary>Creates the refusal of an endpoint that is not granted, or of a path without a client token.</summary>
    public static ResamaniaException NotGranted() => new ResamaniaException(403, "api.error.scope.unauthorized-endpoint");

    /// <summary>Refuses with a code below <c>api.error</c> where a condition is not met.</summary>
    public static void ThrowUnless(bool condition, string code)
    {
        if (!condition)
        {
            throw new ResamaniaException(null, "api.error." + code);
        }
    }

    /// <summary>Creates the refusal of fields whose values are missing or wrong.</summary>
    public static ResamaniaException Invalid(params (string Path, string Message)[] violations) =>
        new ResamaniaException(null, string.Join("\n", violations.Select(one => $"{one.Path}: {one.Message}")), violations);

    /// <summary>Creates the refusal of a request that does not match its schema, in the words of the vendor's framework.</summary>
    public static ResamaniaException From(SchemaException failure)
    {
        var errors = failure.Errors;
        if (errors.FirstOrDefault(error => !IsViolation(error)) is { } first)
        {
            return first.Rule switch
            {
                SchemaRule.MediaType => new ResamaniaException(415, $"The content-type \"{first.Actual}\" is not supported."),
                SchemaRule.Unknown => new ResamaniaException(400, $"Extra attributes are not allowed ({ListUnknown(errors)} unknown)."),
                SchemaRule.Type when first.Path.Length > 0 => new ResamaniaException(
                    400, $"The type of the \"{first.Path}\" attribute must be \"{first.Expected}\", \"{first.Actual}\" given."),
                _ => new ResamaniaException(400, "Syntax error"),
            };
        }

        return errors.Any(error => error.Expected == ResamaniaCall.IriRule) ? NotFound()
            : Invalid([.. errors.Select(error => (error.Path, GetMessage(error)))]);
    }

    /// <summary>Gets the response, in the form of the vendor's framework.</summary>
    /// <param name="settings">The settings, which decide on the status where the documents do not.</param>
    public Response ToResponse(ResamaniaSettings settings)
    {
        var type = violations is null ? "Error" : "ConstraintViolationList";
        var json = new JsonObject
        {
            ["@context"] = ResamaniaStore.Iri("contexts/" + type),
            ["@type"] = violations is null ? "hydra:Error" : type,
            ["hydra:title"] = "An error occurred",
            ["hydra:description"] = Message,
        };
        if (violations is not null)
        {
            json["violations"] = new JsonArray(
                [.. violations.Select(one => new JsonObject { ["propertyPath"] = one.Path, ["message"] = one.Message })]);
        }

        return Response.Json(
            status ?? (violations is null ? settings.RefusalStatus : settings.ViolationStatus), json, ResamaniaCall.LinkedData);
    }

    /// <summary>Gets whether an error concerns a value. A null where the vendor requires a value counts as missing.</summary>
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
