namespace TrainingApis.Cmdlets.Binding;

/// <summary>Reads a cell that holds one of a few words: our names or the vendor's, or the vendor's number where they have
/// numbers.</summary>
/// <param name="type">The enumeration.</param>
/// <param name="vendorWords">The vendor's words that differ from our names, as <c>word=Name</c>.</param>
internal sealed class EnumFieldAttribute(Type type, params string[] vendorWords) : FieldTransformationAttribute
{
    protected override string Expected => $"one of {string.Join(", ", Enum.GetNames(type))}";

    protected override object? Cleared => Enum.ToObject(type, Clearing.Number);

    protected override object? Read(object value)
    {
        if (value.GetType() == type)
        {
            return value;
        }

        if (Numbers.From(value) is { } number)
        {
            return number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
                && Enum.IsDefined(type, (int)number) ? Enum.ToObject(type, (int)number) : null;
        }

        var word = value.ToString()!;
        var name = vendorWords.Select(pair => pair.Split('=')).FirstOrDefault(pair => Same(pair[0], word))?[1] ?? word;
        return Enum.GetNames(type).FirstOrDefault(known => Same(known, name)) is { } found ? Enum.Parse(type, found) : null;
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
