using System.Collections;
using System.Globalization;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Checks a text that is sent. A replacement character (U+FFFD) means that the file was read with the wrong encoding.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class TextFieldAttribute : ArgumentTransformationAttribute
{
    private const int Longest = 40;

    /// <summary>Gets or sets whether white space at the ends is removed, as for all IDs and codes.</summary>
    public bool Trim { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var text = (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) as string;
        if (text is null)
        {
            return inputData;
        }

        Check(text, inputData);
        return Trim ? text.Trim() : inputData;
    }

    /// <summary>Rejects a text with a replacement character.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The text contains a replacement character.</exception>
    public static void Check(string text, object? inputData)
    {
        if (text.Contains('\uFFFD') && !InputRows.IsMemberOfModuleObject(inputData))
        {
            throw new ArgumentTransformationMetadataException(
                $"'{Cut(text)}' contains a replacement character (U+FFFD): the file was read with the wrong encoding. "
                    + "Read it with Import-Csv -Encoding, such as -Encoding 1252 for a file from Excel.");
        }
    }

    /// <summary>Gets the text on one line, shortened for a message.</summary>
    public static string Cut(string text) => OneLine.Of(text.Length > Longest ? text[..Longest] + "…" : text);
}

/// <summary>
/// Checks a text that <c>$null</c> on the command line clears. Without this attribute, PowerShell would convert null to an empty text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ClearableAttribute : TextFieldAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? Clearing.Text : base.Transform(engineIntrinsics, inputData);
}

/// <summary>
/// Accepts text and numbers, and keeps them as text (<c>044212</c> stays <c>044212</c>). Any other object is rejected, because it is not an
/// ID. PowerShell then tries the next way to bind the object, and reports an object that does not bind at all as a separate error.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdAttribute : ArgumentTransformationAttribute
{
    /// <summary>Gets or sets whether the ID must be a whole number: <c>2.6</c> is an error, not 3.</summary>
    public bool WholeNumber { get; set; }

    /// <summary>
    /// Gets or sets the only types of this module whose objects can provide the ID; null for all types. This is needed if a member of the
    /// same name has another meaning in other nouns (an <c>Id</c>, a <c>Code</c>). An object of another type is a separate error, so that
    /// its <c>Id</c> is never used for this one.
    /// </summary>
    public Type[]? Of { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (Of is not null && inputData is not null && PSObject.AsPSObject(inputData) is { } given && ModuleTypes.Has(given)
            && !ModuleTypes.Is(given, Of))
        {
            throw new ArgumentTransformationMetadataException($"A {ModuleTypes.NameOf(given)} is not a {Of[0].Name}; give a "
                + $"{string.Join(" or ", Of.Select(type => type.Name))}, text or a number.");
        }

        var value = Unwrap(inputData);
        return value is IEnumerable list and not string && value is not IDictionary
            && list.Cast<object?>().All(item => IsText(Unwrap(item)))
            ? list.Cast<object?>().Select(Text).ToArray()
            : Text(inputData);
    }

    /// <summary>Gets whether a value can be an ID: text, a number or null.</summary>
    internal static bool IsText(object? value) =>
        value is null or string or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private string? Text(object? given)
    {
        var value = Unwrap(given);
        if (!IsText(value))
        {
            var message = $"An id is text or a number; a {value!.GetType().Name} is not.";
            throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
        }

        // The conversion of PowerShell is also invariant, and knows how a number was typed on the command line.
        var text = value is null ? null : LanguagePrimitives.ConvertTo<string>(given).Trim();
        if (text is not null)
        {
            TextFieldAttribute.Check(text, given);
        }

        if (WholeNumber && text is not null
            && (text.Contains('\0') || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
        {
            throw new ArgumentTransformationMetadataException($"'{TextFieldAttribute.Cut(text)}' is not a whole number.");
        }

        return text;
    }
}
