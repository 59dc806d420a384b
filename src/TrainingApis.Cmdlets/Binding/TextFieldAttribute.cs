using System.Collections;
using System.Globalization;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Checks a text that is sent: a replacement character (U+FFFD) means that the file was read with the wrong encoding.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class TextFieldAttribute : ArgumentTransformationAttribute
{
    private const int Longest = 40;

    /// <summary>Gets or sets whether white space at the ends is removed, as of every id and code.</summary>
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

    /// <summary>Refuses a text with a replacement character.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It has one.</exception>
    public static void Check(string text, object? inputData)
    {
        if (text.Contains('\uFFFD') && !InputRows.IsMemberOfModuleObject(inputData))
        {
            throw new ArgumentTransformationMetadataException(
                $"'{Cut(text)}' contains a replacement character (U+FFFD): the file was read with the wrong encoding. "
                    + "Read it with Import-Csv -Encoding, such as -Encoding 1252 for a file from Excel.");
        }
    }

    /// <summary>Gets the text in one line, cut for a message.</summary>
    public static string Cut(string text) => OneLine.Of(text.Length > Longest ? text[..Longest] + "…" : text);
}

/// <summary>Checks a text that <c>$null</c> on the command line clears. PowerShell itself would make an empty text of it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ClearableAttribute : TextFieldAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? Clearing.Text : base.Transform(engineIntrinsics, inputData);
}

/// <summary>
/// Lets text and numbers through as the text they are (<c>044212</c> stays <c>044212</c>), and says of any other object that it is not
/// an id: then PowerShell tries the next way to bind it, and reports an object that fits nothing by itself.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdAttribute : ArgumentTransformationAttribute
{
    /// <summary>Gets or sets whether the id is a whole number: then <c>2.6</c> is an error, not 3.</summary>
    public bool WholeNumber { get; set; }

    /// <summary>
    /// Where other nouns have a member of the same name that means something else (an <c>Id</c>, a <c>Code</c>): the only types of this
    /// module whose objects may give it. One of another type is an error by itself, so that its <c>Id</c> is never taken for this one.
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

    /// <summary>Whether a value can be an id: text or a number, or nothing.</summary>
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

        // PowerShell's own conversion is invariant too, and still knows how a number was typed on the command line.
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
