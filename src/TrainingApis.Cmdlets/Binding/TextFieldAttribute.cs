namespace TrainingApis.Cmdlets.Binding;

/// <summary>Checks a text that is sent: a replacement character (U+FFFD) means that the file was read with the wrong encoding.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class TextFieldAttribute : ArgumentTransformationAttribute
{
    private const int Longest = 40;

    /// <summary>Gets or sets whether white space at the ends is removed, as of every id and code.</summary>
    public bool Trim { get; set; }

    /// <inheritdoc/>
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
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? Clearing.Text : base.Transform(engineIntrinsics, inputData);
}
