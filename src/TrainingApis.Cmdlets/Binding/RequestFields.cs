using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Fills requests from the parameters of commands.</summary>
internal static class RequestFields
{
    private static readonly ConcurrentDictionary<(Type, Type), (string Name, MethodInvoker Get, MethodInvoker Set)[]> Known = new();

    /// <summary>
    /// Sets each property of a request to the value of the parameter with the same name and type, if a row can provide it. A parameter
    /// without a value leaves the property unchanged.
    /// </summary>
    /// <param name="cmdlet">The command, with the parameters of this record.</param>
    /// <param name="request">The request.</param>
    /// <param name="convert">Converts the value of a parameter, by its name; null for no conversion.</param>
    public static T Fill<T>(this PSCmdlet cmdlet, T request, Func<string, object, object?>? convert = null)
        where T : class
    {
        foreach (var (name, get, set) in Known.GetOrAdd((cmdlet.GetType(), typeof(T)), Match))
        {
            if (get.Invoke(cmdlet) is { } given && (convert is null ? given : convert(name, given)) is { } value)
            {
                set.Invoke(request, value);
            }
        }

        return request;
    }

    /// <summary>Converts an empty text to null.</summary>
    public static object? WithoutEmpty(string name, object value) => value is "" ? null : value;

    private static (string Name, MethodInvoker Get, MethodInvoker Set)[] Match((Type Command, Type Request) types) =>
    [
        .. from parameter in RecordBinder.FieldsOf(types.Command)
           let field = types.Request.GetProperty(parameter.Name)
           where field is { CanWrite: true } && Bare(field).IsAssignableFrom(Bare(parameter))
           select (parameter.Name, MethodInvoker.Create(parameter.GetMethod!), MethodInvoker.Create(field.SetMethod!)),
    ];

    private static Type Bare(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
}

/// <summary>
/// Provides the values of a parameter that mean "clear the field", and the names of the fields with such a value. A row never clears a
/// field, because Import-Csv returns null for a cell that is missing in a short line.
/// </summary>
internal sealed class Clearing
{
    public const string Text = "\0";
    public const int Number = int.MinValue;
    public static readonly DateTime Date = DateTime.MinValue;

    private readonly List<string> _names = [];

    public ItemList<string> Names => new(_names);

    /// <summary>Gets the value; null if it is to be cleared or is an empty text.</summary>
    public object? Of(string name, object value)
    {
        if (value is Text || value.Equals(Date) || (value is Enum && Convert.ToInt32(value, CultureInfo.InvariantCulture) == Number))
        {
            _names.Add(name);
            return null;
        }

        return RequestFields.WithoutEmpty(name, value);
    }
}
