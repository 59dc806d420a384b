using System.Management.Automation;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>
/// Reads a cell of a row as the parameter's type, the same in every culture. An empty cell is null: not given. What cannot be read is an
/// error of that row; the next row goes on.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class FieldTransformationAttribute : ArgumentTransformationAttribute
{

    /// <summary>Gets or sets whether $null on the command line clears; it becomes <see cref="Cleared"/>.</summary>
    public bool Clears { get; set; }

    public override bool TransformNullOptionalParameters => Clears;

    /// <summary>What stands for a cleared value.</summary>
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

    /// <summary>What would have been right, for the message.</summary>
    protected abstract string Expected { get; }

    /// <summary>The value, or null where it cannot be read. Text comes trimmed and not empty.</summary>
    protected abstract object? Read(object value);
}
