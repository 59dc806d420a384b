using TrainingApis.Sandbox.Server;
using TrainingApis.Sandbox.Data;
using System.Text.Encodings.Web;
using System.Text.Json;
using TrainingApis.Sandbox.Cegos;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Writes a product's notice: any member may be empty or missing.</summary>
internal sealed class NoticeJson
{
    // Escaped once: notices are the bulk of a hydrated page.
    private static readonly (JsonEncodedText Name, JsonEncodedText[] Texts)[] Members =
        NoticeText.Members.Select(member => (Encode(member.Key), member.Value.Select(Encode).ToArray())).ToArray();

    private static readonly JsonEncodedText[] Parts = NoticeText.Parts.Select(Encode).ToArray();
    private readonly int _seed;

    public NoticeJson(int seed) => _seed = seed;

    public void Write(Utf8JsonWriter json, ProductFacts facts)
    {
        var dice = new SeededRandom(_seed, facts.Key.Index, "notice");
        if (facts.Key.Index > 1 && dice.OneIn(40))
            return;
        json.WriteStartObject("notice"u8);
        json.WriteString("introductionTitle"u8, $"Formation {facts.Title}");
        json.WriteString("introduction"u8, dice.Pick(NoticeText.Introductions));
        foreach (var (name, texts) in Members)
        {
            // The documents' own products hold every member.
            switch (facts.Key.Index < 2 ? 15 : dice.Next(16))
            {
                case 0:
                    break;
                case 1:
                    json.WriteString(name, string.Empty);
                    break;
                default:
                    json.WriteString(name, dice.Pick(texts));
                    break;
            }
        }

        if (facts.Key.Index < 2 || !dice.OneIn(12))
            WriteProgramContent(json, ref dice);
        json.WriteEndObject();
    }

    private static void WriteProgramContent(Utf8JsonWriter json, ref SeededRandom dice)
    {
        json.WriteStartObject("programContent"u8);
        WriteSide(json, "before", "Avant la formation", dice.OneIn(2) ? "Autodiagnostic" : "Questionnaire de positionnement");
        json.WriteString("duringTitle"u8, "Pendant la formation");
        json.WriteStartArray("parts"u8);
        for (var left = dice.Next(11); left > 0; left--)
            json.WriteStringValue(dice.Pick(Parts));
        json.WriteEndArray();
        WriteSide(json, "after", "Après la formation", dice.OneIn(2) ? "Suivi individualisé" : "Programme de renforcement");
        json.WriteString("upstream"u8, "Préparation en amont");
        if (dice.OneIn(4))
            json.WriteString("downstream"u8, "Mise en œuvre en situation de travail");
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, string title, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("title"u8, title);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    private static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
