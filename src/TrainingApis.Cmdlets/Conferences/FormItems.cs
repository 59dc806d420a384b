using System.Collections;
using System.Text.Json;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>
/// Converts the items of a form, from this module or from the caller, to the members to send: with wire names, and always in the same
/// order. Empty members of objects of this module are left out.
/// </summary>
internal static class FormItems
{
    /// <summary>The read-only members of objects of this module.</summary>
    private static readonly string[] OnlyRead = ["zonedDateTime", "additionalProperties"];

    /// <summary>Converts one item; null if the value is not an item.</summary>
    public static object? From(object? item)
    {
        if (item is null)
        {
            return null;
        }

        var wrapped = PSObject.AsPSObject(item);
        var bare = wrapped.BaseObject;
        if (bare is string or IFormattable or bool || (bare is IEnumerable and not IDictionary))
        {
            return null;
        }

        var ours = ModuleTypes.Has(wrapped);
        return ObjectConverter.FromPowerShell(item) is IDictionary<string, object?> members
            && members.Count > 0 ? Named(members, ours) : null;
    }

    private static SortedDictionary<string, object?> Named(IDictionary<string, object?> members, bool ours)
    {
        var named = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach ((var name, var value) in members)
        {
            var wire = name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
            if (ours && (value is null or IReadOnlyList<object?> { Count: 0 } || OnlyRead.Contains(wire)))
            {
                continue;
            }

            named[wire] = Renamed(value, ours);
        }

        return named;
    }

    private static object? Renamed(object? value, bool ours) => value switch
    {
        IDictionary<string, object?> members => Named(members, ours),
        IReadOnlyList<object?> items => items.Select(item => Renamed(item, ours)).ToList(),
        _ => value,
    };
}

/// <summary>
/// Reads a cell that contains the items of a form, as objects or hashtables. Text is rejected, because the text of an exported cell is no
/// longer the form.
/// </summary>
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
