using System.Globalization;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Reads numbers without a culture: a point for the decimals, nothing between the thousands.</summary>
internal static class Numbers
{
    public static decimal? From(object value) => value switch
    {
        string text when text.Contains('\0') => null, // .NET reads past it
        string text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var number) ? number : null,
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal =>
            Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        float or double => FromDouble(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static decimal? FromDouble(double value) => Math.Abs(value) < 7.9e27 ? (decimal)value : null;
}
