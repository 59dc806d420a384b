using System.Collections;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Reads a cell that holds the items of a form, as objects or hashtables. Text is refused: what an exported cell shows is no
/// longer the
/// form.</summary>
internal sealed class FormFieldAttribute : FieldTransformationAttribute
{
    protected override string Expected => "the items of a form (hashtables or objects with an id and a value or values)";

    protected override object? Read(object value)
    {
        object?[] items = value is IEnumerable list and not IDictionary and not string ? [.. list.Cast<object?>()] : [value];
        var read = items.Select(FormItems.From).ToArray();
        return read.Contains(null) ? null : read;
    }
}
