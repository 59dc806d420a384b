using System.Reflection;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Tells the module's own objects, live or come through a job or CliXml, from the caller's rows.</summary>
internal static class ModuleTypes
{
    private const string Prefix = "TrainingApis.";
    private const string Deserialized = "Deserialized.";

    public static bool Has(PSObject value) => value.TypeNames.Any(name => Bare(name).StartsWith(Prefix, StringComparison.Ordinal));

    public static bool Is(PSObject value, IEnumerable<Type> types) =>
        types.Any(type => value.TypeNames.Any(name => Bare(name) == type.FullName));

    /// <summary>The type's own name, for a message: <c>RegistrationResult</c>.</summary>
    public static string NameOf(PSObject value)
    {
        var name = Bare(value.TypeNames.FirstOrDefault() ?? "object");
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static string Bare(string name) => name.StartsWith(Deserialized, StringComparison.Ordinal) ? name[Deserialized.Length..] : name;
}

/// <summary>Names the types of this module whose objects are rows to a command: all of their members count as given, and not only
/// ids.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RowTypeAttribute(params Type[] types) : Attribute
{
    public Type[] Types => types;

    public static Type[] Of(Type command) => command.GetCustomAttribute<RowTypeAttribute>()?.Types ?? [];
}

/// <summary>
/// Passes cells of a row on with the result that came of it, so that the next command of the pipeline can use them. They are note
/// properties that no view, Get-Member or Export-Csv shows.
/// </summary>
internal static class CarriedCells
{
    // PowerShell has no public member for it. Where it is missing, the cells are visible, and bind all the same.
    private static readonly PropertyInfo? IsHidden =
        typeof(PSMemberInfo).GetProperty("IsHidden", BindingFlags.NonPublic | BindingFlags.Instance);

    /// <summary>Adds the cells to the result.</summary>
    /// <param name="result">The result. Its own properties win over cells.</param>
    /// <param name="row">The caller's own row; objects of this module and null give nothing.</param>
    /// <param name="names">The names of the cells.</param>
    public static PSObject Attach(object result, PSObject? row, IEnumerable<string> names)
    {
        var output = PSObject.AsPSObject(result);
        if (row is null || ModuleTypes.Has(row))
        {
            return output;
        }

        foreach (var name in names)
        {
            if (row.Properties[name] is { } cell && output.Properties[name] is null && TryRead(cell, out var value))
            {
                var note = new PSNoteProperty(name, value);
                IsHidden?.SetValue(note, true);
                output.Properties.Add(note);
            }
        }

        return output;
    }

    /// <summary>Reads a cell. One whose script fails is left out: the change has already been made.</summary>
    private static bool TryRead(PSPropertyInfo cell, out object? value)
    {
        try
        {
            value = cell.Value;
            return true;
        }
        catch (GetValueException)
        {
            value = null;
            return false;
        }
    }
}
