using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrainingApis.Sandbox.Loop;

/// <summary>One documented field of a request.</summary>
internal sealed class LoopField
{
    private static readonly Regex EmailShape = new(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.CultureInvariant);

    public LoopField(string name, LoopFieldKind kind = LoopFieldKind.Text, bool required = false) => (Name, Kind, Required) = (name, kind, required);

    public string Name { get; }

    public LoopFieldKind Kind { get; }

    public bool Required { get; }

    /// <summary>Takes a value out of a JSON body: text or a boolean; what is wrong with it, or null.</summary>
    public string? Read(JsonElement json, out object value)
    {
        value = string.Empty;
        if (Kind == LoopFieldKind.Flag)
        {
            value = json.ValueKind == JsonValueKind.True;
            return json.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "doit être un booléen";
        }

        return json.ValueKind == JsonValueKind.String ? Read(json.GetString()!, out value) : "doit être une chaîne de caractères";
    }

    /// <summary>Takes a value that travels as text, in a query for one.</summary>
    public string? Read(string text, out object value)
    {
        value = Kind == LoopFieldKind.Flag ? text == "true" : text;
        return Kind switch
        {
            _ when Required && string.IsNullOrWhiteSpace(text) => "est obligatoire",
            LoopFieldKind.Flag => text is "true" or "false" ? null : "doit être un booléen",
            LoopFieldKind.Offer => text is "start" or "co-production" or "consultation" ? null : "doit être start, co-production ou consultation",
            LoopFieldKind.Email => EmailShape.IsMatch(text) ? null : "doit être une adresse e-mail",
            _ => null,
        };
    }
}
