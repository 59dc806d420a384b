namespace TrainingApis.Cegos;

/// <summary>
/// Converts codes of products, which Cegos writes in two ways: products say <c>202561072</c> (the year, then the code padded to five
/// digits), sessions say <c>2025-61072</c>.
/// </summary>
public static class CegosCode
{
    private const int YearLength = 4;
    private const int CodeLength = 5;

    /// <summary>The form that products use: <c>2025-61072</c> becomes <c>202561072</c>; any other text stays as it is.</summary>
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

    /// <summary>What both forms of a code have in common: the digits of the product form.</summary>
    public static string Normalize(string? code) => code is null ? string.Empty : Digits(ToProductForm(code));

    /// <summary>True where both name the same product, in whatever form.</summary>
    public static bool AreEqual(string? left, string? right)
    {
        var digits = Normalize(left);
        return digits.Length > 0
            ? digits == Normalize(right)
            : string.Equals(left?.Trim(), right?.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    private static string Digits(string text) => string.Concat(text.Where(character => character is >= '0' and <= '9'));
}
