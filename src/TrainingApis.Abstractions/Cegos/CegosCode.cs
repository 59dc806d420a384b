namespace TrainingApis.Cegos;

/// <summary>
/// Converts product codes, for which Cegos uses two forms: <c>202561072</c> in products (the year, then the code padded to five digits),
/// and <c>2025-61072</c> in sessions.
/// </summary>
public static class CegosCode
{
    private const int YearLength = 4;
    private const int CodeLength = 5;

    /// <summary>
    /// Converts a code to the form that products use: <c>2025-61072</c> becomes <c>202561072</c>. Any other text is not converted.
    /// </summary>
    public static string ToProductForm(string code)
    {
        if (code is null)
        {
            throw new ArgumentNullException(nameof(code));
        }

        var text = code.Trim();
        var isSessionForm = text.Length > YearLength + 1
            && text.Length <= YearLength + 1 + CodeLength
            && text[YearLength] == '-'
            && Digits(text).Length == text.Length - 1;
        return isSessionForm ? text[..YearLength] + text[(YearLength + 1)..].PadLeft(CodeLength, '0') : text;
    }

    /// <summary>Gets the digits of the product form, which are the same for both forms of a code.</summary>
    public static string Normalize(string? code) => code is null ? string.Empty : Digits(ToProductForm(code));

    /// <summary>Gets whether two codes, in either form, identify the same product.</summary>
    public static bool AreEqual(string? left, string? right)
    {
        var digits = Normalize(left);
        return digits.Length > 0
            ? digits == Normalize(right)
            : string.Equals(left?.Trim(), right?.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    private static string Digits(string text) => string.Concat(text.Where(character => character is >= '0' and <= '9'));
}
