using System.Reflection;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Distinguishes objects of this module, live or deserialised by a job or CliXml, from rows of the caller.</summary>
internal static class ModuleTypes
{
    private const string Prefix = "TrainingApis.";
    private const string Deserialized = "Deserialized.";

    public static bool Has(PSObject value) => value.TypeNames.Any(name => Bare(name).StartsWith(Prefix, StringComparison.Ordinal));

    public static bool Is(PSObject value, IEnumerable<Type> types) =>
        types.Any(type => value.TypeNames.Any(name => Bare(name) == type.FullName));

    /// <summary>Gets the short name of the type, for a message: <c>RegistrationResult</c>.</summary>
    public static string NameOf(PSObject value)
    {
        var name = Bare(value.TypeNames.FirstOrDefault() ?? "object");
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static string Bare(string name) => name.StartsWith(Deserialized, StringComparison.Ordinal) ? name[Deserialized.Length..] : name;
}

/// <summary>
/// Specifies the types of this module whose objects are rows for a command. All of their members are used, not only their IDs.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RowTypeAttribute(params Type[] types) : Attribute
{
    public Type[] Types => types;

    public static Type[] Of(Type command) => command.GetCustomAttribute<RowTypeAttribute>()?.Types ?? [];
}

/// <summary>
/// Copies cells of a row to its result, so that the next command of the pipeline can use them. They are note properties that are hidden in
/// views, Get-Member and Export-Csv.
/// </summary>
internal static class CarriedCells
{
    // PowerShell has no public member for this. If the private member is missing, the cells are visible, and still bind.
    private static readonly PropertyInfo? IsHidden =
        typeof(PSMemberInfo).GetProperty("IsHidden", BindingFlags.NonPublic | BindingFlags.Instance);

    /// <summary>Adds the cells to the result.</summary>
    /// <param name="result">The result. Its properties take precedence over cells.</param>
    /// <param name="row">The row of the caller. Objects of this module and null provide no cells.</param>
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

    /// <summary>Reads a cell. A cell whose script fails is left out, because the change has already been made.</summary>
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
