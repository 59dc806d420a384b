using System.Text.Json;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Writes errors: a member <c>error</c> at the top, which counts even where the status says success.</summary>
internal sealed class ConferencesErrors
{
    private readonly ConferencesControl _control;

    public ConferencesErrors(ConferencesControl control) => _control = control;

    public SandboxAnswer Answer(ConferencesRefusal refusal)
    {
        var hidden = _control.ErrorStatus == ConferencesErrorStatus.Success
            || (_control.ErrorStatus == ConferencesErrorStatus.Mixed && refusal.IsRejection);
        var answer = SandboxAnswer.Json(hidden ? 200 : refusal.Status, json =>
        {
            json.WriteStartObject();
            if (_control.ErrorAsText)
                json.WriteString("error"u8, refusal.Message);
            else
                WriteObject(json, refusal);
            json.WriteEndObject();
        });
        return answer.Status == 401 ? answer.With("WWW-Authenticate", "Bearer") : answer;
    }

    private static void WriteObject(Utf8JsonWriter json, ConferencesRefusal refusal)
    {
        json.WriteStartObject("error"u8);
        json.WriteString("message"u8, refusal.Message);
        json.WriteNumber("statusCode"u8, refusal.Status);
        json.WriteStartArray("fields"u8);
        foreach (var field in refusal.Fields)
            json.WriteStringValue(field);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
