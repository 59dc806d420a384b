using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>One documented field of a request.</summary>
internal sealed class FieldRule
{
    private static readonly Regex Number = new(@"^\d+(\.\d+)?$", RegexOptions.CultureInvariant);

    public FieldRule(string name, FieldKind kind = FieldKind.Text, bool required = false) => (Name, Kind, Required) = (name, kind, required);

    public string Name { get; }

    public FieldKind Kind { get; }

    public bool Required { get; }

    /// <summary>What is wrong with a value in a JSON body; null where it is as documented.</summary>
    public string? Fault(JsonElement value) => Kind switch
    {
        FieldKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be a JSON boolean",
        FieldKind.ZeroOrOne or FieldKind.Civility => value.ValueKind == JsonValueKind.Number ? FaultOfText(value.GetRawText()) : "must be a JSON number",
        _ => value.ValueKind == JsonValueKind.String ? FaultOfText(value.GetString()!) : "must be a JSON string",
    };

    /// <summary>What is wrong with a value that travels as text, in a query for one.</summary>
    public string? FaultOfText(string text) => Kind switch
    {
        _ when Required && string.IsNullOrWhiteSpace(text) => "is required",
        FieldKind.TextFlag or FieldKind.Flag => text is "true" or "false" ? null : "must be true or false",
        FieldKind.TextNumber => Number.IsMatch(text) ? null : "must be a number",
        FieldKind.ZeroOrOne => text is "0" or "1" ? null : "must be 0 or 1",
        FieldKind.Civility => int.TryParse(text, out var value) && value is >= 0 and <= 12 and not 3 ? null : "must be a known civility",
        _ => null,
    };
}
