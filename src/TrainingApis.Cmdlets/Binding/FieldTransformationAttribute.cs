using System.Globalization;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>
/// Converts a cell of a row to the type of the parameter, independent of the culture. An empty cell is null, which means not specified. A
/// value that cannot be read is an error of this row; the command continues with the next row.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class FieldTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Gets or sets whether $null on the command line clears the value. It is then converted to <see cref="Cleared"/>.</summary>
    public bool Clears { get; set; }

    public override bool TransformNullOptionalParameters => Clears;

    /// <summary>Gets the value that represents a cleared value.</summary>
    protected virtual object? Cleared => null;

    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData;
        if (value is string text)
        {
            TextFieldAttribute.Check(text, inputData);
            value = text.Trim();
            if (text.Trim().Length == 0)
            {
                return null;
            }
        }

        if (value is null)
        {
            return Clears ? Cleared : null;
        }

        if (Read(value) is { } read)
        {
            return read;
        }

        if (InputRows.IsMemberOfModuleObject(inputData))
        {
            return null;
        }

        throw new ArgumentTransformationMetadataException($"'{TextFieldAttribute.Cut(value.ToString()!)}' cannot be read as {Expected}.");
    }

    /// <summary>Gets a description of the valid values, for the error message.</summary>
    protected abstract string Expected { get; }

    /// <summary>Reads a value; null if it cannot be read. Text is already trimmed and not empty.</summary>
    protected abstract object? Read(object value);
}

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

/// <summary>Reads a cell that contains a number, with a decimal point in any culture.</summary>
internal sealed class NumberFieldAttribute : FieldTransformationAttribute
{
    protected override string Expected => "a number (digits, with a point for decimals)";

    protected override object? Read(object value) => Numbers.From(value);
}

/// <summary>Reads a cell that contains a whole number: <c>2.6</c> is an error, not 3.</summary>
internal sealed class IntegerFieldAttribute : FieldTransformationAttribute
{
    protected override string Expected => "a whole number";

    protected override object? Read(object value) =>
        Numbers.From(value) is { } number && number == decimal.Truncate(number)
            && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
}

/// <summary>Reads numbers independent of the culture: with a decimal point, and without a thousands separator.</summary>
internal static class Numbers
{
    public static decimal? From(object value) => value switch
    {
        string text when text.Contains('\0') => null, // because .NET ignores NUL characters
        string text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var number) ? number : null,
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal =>
            Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        float or double => FromDouble(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static decimal? FromDouble(double value) => Math.Abs(value) < 7.9e27 ? (decimal)value : null;
}

/// <summary>
/// Reads a cell that contains a date without a time: a date object, or <c>2000-12-31</c>. <c>31/12/2000</c> is not accepted, because its
/// meaning depends on the culture.
/// </summary>
internal sealed class DateFieldAttribute : FieldTransformationAttribute
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    protected override string Expected => "a date (ISO 8601, such as 2000-12-31)";

    protected override object? Cleared => Clearing.Date;

    protected override object? Read(object value) => value switch
    {
        DateTime date => date.Date,
        DateTimeOffset date => date.Date,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        string text => DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var date) ? date.Date : null,
        _ => null,
    };
}

/// <summary>
/// Reads a time for a filter: a date object, or ISO 8601 text with or without a time of day. The time zone is not converted.
/// </summary>
internal sealed class TimeFieldAttribute : FieldTransformationAttribute
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    protected override string Expected => "a date (ISO 8601, such as 2026-12-31 or 2026-12-31T14:00)";

    protected override object? Read(object value) => value switch
    {
        DateTime time => time,
        DateTimeOffset time => time.DateTime,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        string text => DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        _ => null,
    };
}

/// <summary>
/// Reads a cell that contains one of several words: a name of this module or a word of the vendor, or the number of the vendor if there are
/// numbers.
/// </summary>
/// <param name="type">The enumeration.</param>
/// <param name="vendorWords">The words of the vendor that differ from the names of this module, as <c>word=Name</c>.</param>
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
