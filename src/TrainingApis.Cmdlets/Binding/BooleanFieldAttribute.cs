namespace TrainingApis.Cmdlets.Binding;

/// <summary>Reads a cell with yes or no, in English or French.</summary>
internal sealed class BooleanFieldAttribute : FieldTransformationAttribute
{
    protected override string Expected => "yes or no (true/false, 1/0, yes/no, oui/non, vrai/faux)";

    protected override object? Read(object value) => Booleans.From(value);
}

/// <summary>Reads yes and no, in English and French.</summary>
internal static class Booleans
{
    public static bool? From(object value) => value switch
    {
        bool flag => flag,
        string text => text.ToLowerInvariant() switch
        {
            "true" or "1" or "yes" or "oui" or "vrai" => true,
            "false" or "0" or "no" or "non" or "faux" => false,
            _ => null,
        },
        _ when Numbers.From(value) is { } number => number switch { 1 => true, 0 => false, _ => null },
        _ => null,
    };
}
