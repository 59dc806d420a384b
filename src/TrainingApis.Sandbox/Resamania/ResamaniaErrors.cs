using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Writes refusals in the form that was asked for.</summary>
internal static class ResamaniaErrors
{
    private const string Title = "An error occurred";

    public static SandboxAnswer OAuth(int status, string code, string description) => SandboxAnswer.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("error"u8, code);
        json.WriteString("error_description"u8, description);
        json.WriteEndObject();
    });

    public static SandboxAnswer Write(ResamaniaRefusal refusal, string? brand, ResamaniaControl control)
    {
        var status = refusal.Status ?? (refusal.Violations == null ? control.RefusalStatus : control.ViolationStatus);
        return control.ErrorShape switch
        {
            ResamaniaErrorShape.Problem => Json(status, "application/problem+json; charset=utf-8", json => Problem(json, status, refusal)),
            ResamaniaErrorShape.Message => Json(status, "application/json; charset=utf-8", json => Message(json, status, refusal)),
            ResamaniaErrorShape.Text => new SandboxAnswer(status, "text/plain; charset=utf-8", SandboxBody.FromText(refusal.Message)),
            _ => Json(status, "application/ld+json; charset=utf-8", json => Hydra(json, brand, refusal)),
        };
    }

    private static SandboxAnswer Json(int status, string type, Action<Utf8JsonWriter> write) => new(status, type, SandboxBody.FromJson(json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }));

    private static void Hydra(Utf8JsonWriter json, string? brand, ResamaniaRefusal refusal)
    {
        var isList = refusal.Violations != null;
        json.WriteString("@context"u8, $"{(brand == null ? string.Empty : "/" + brand)}/contexts/{(isList ? "ConstraintViolationList" : "Error")}");
        json.WriteString("@type"u8, isList ? "ConstraintViolationList" : "hydra:Error");
        json.WriteString("hydra:title"u8, Title);
        json.WriteString("hydra:description"u8, refusal.Message);
        WriteViolations(json, refusal);
    }

    private static void Problem(Utf8JsonWriter json, int status, ResamaniaRefusal refusal)
    {
        json.WriteString("type"u8, $"/errors/{status}");
        json.WriteString("title"u8, Title);
        json.WriteNumber("status"u8, status);
        json.WriteString("detail"u8, refusal.Message);
        WriteViolations(json, refusal);
    }

    private static void Message(Utf8JsonWriter json, int status, ResamaniaRefusal refusal)
    {
        json.WriteNumber("code"u8, status);
        json.WriteString("message"u8, refusal.Message);
    }

    private static void WriteViolations(Utf8JsonWriter json, ResamaniaRefusal refusal)
    {
        if (refusal.Violations == null)
            return;
        json.WriteStartArray("violations"u8);
        foreach (var (path, message) in refusal.Violations)
        {
            json.WriteStartObject();
            json.WriteString("propertyPath"u8, path);
            json.WriteString("message"u8, message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
