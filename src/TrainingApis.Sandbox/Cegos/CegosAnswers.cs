using System.Text.Json;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The shapes that several answers share.</summary>
internal static class CegosAnswers
{
    /// <summary>Code, reason and, but for cancellations, an id that is null on failure.</summary>
    public static void WriteOutcome(Utf8JsonWriter json, CegosOutcome outcome, bool withId)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, outcome.Code);
        json.WriteString("reason"u8, outcome.Reason);
        if (withId)
            json.WriteString("id"u8, outcome.Id);
        json.WriteEndObject();
    }
}
