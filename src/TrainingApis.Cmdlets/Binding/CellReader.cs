using System.Reflection;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>
/// Reads values as the parameters of a command would, without PowerShell's binder. A value that the command would refuse is a problem in
/// words, and the others are read all the same.
/// </summary>
/// <param name="command">The command's class.</param>
internal sealed class CellReader(Type command)
{
    private readonly PropertyInfo[] _fields = [.. RecordBinder.FieldsOf(command)];

    /// <summary>Reads the values of a record.</summary>
    /// <param name="valueOf">Gets the value that is given for a parameter; null where none is.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The values that could be read, by parameter.</returns>
    public Dictionary<string, object> Read(Func<string, object?> valueOf, ICollection<string> problems)
    {
        var values = new Dictionary<string, object>();
        foreach (var field in _fields)
        {
            if (valueOf(field.Name) is { } given && !IsBlank(given))
            {
                if (TryRead(field, given, problems, out var value))
                {
                    values[field.Name] = value;
                }
            }
            else if (field.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.Mandatory))
            {
                problems.Add($"{field.Name} is missing.");
            }
        }

        return values;
    }

    private static bool IsBlank(object value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) is string text && string.IsNullOrWhiteSpace(text);

    private static bool TryRead(PropertyInfo field, object given, ICollection<string> problems, out object value)
    {
        value = given;
        try
        {
            foreach (var transformation in field.GetCustomAttributes<ArgumentTransformationAttribute>())
            {
                value = transformation.Transform(null, value);
            }
        }
        catch (ArgumentTransformationMetadataException error)
        {
            problems.Add($"{field.Name}: {error.Message}");
            return false;
        }

        var type = Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType;
        if (value is System.Collections.IEnumerable and not string || !LanguagePrimitives.TryConvertTo(value, type, out value))
        {
            problems.Add($"{field.Name}: one value of type {type.Name} is expected.");
            return false;
        }

        return value is not null;
    }
}
