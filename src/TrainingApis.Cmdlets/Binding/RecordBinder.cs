using System.Reflection;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>
/// Determines the values of each record: from the command line for all records, or from the members of this row that are not blank. All
/// other parameters are set back to null, so that a row with fewer columns never keeps a value of the previous row. An object of the noun
/// of the command only provides its IDs. White space at the ends of IDs is removed.
/// </summary>
internal sealed class RecordBinder
{
    private readonly Field[] _fields;
    private readonly Type[] _rowTypes;

    /// <param name="cmdlet">The command.</param>
    /// <param name="commandLine">The names of the parameters that are on the command line.</param>
    /// <param name="definition">The class whose properties of the same names specify which parameters are IDs, if this is not the class of
    /// the command.</param>
    public RecordBinder(PSCmdlet cmdlet, IEnumerable<string> commandLine, Type? definition = null)
    {
        var given = commandLine.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _fields = FieldsOf(cmdlet.GetType())
            .Select(property => new Field(property, definition?.GetProperty(property.Name) ?? property, given.Contains(property.Name)))
            .ToArray();
        _rowTypes = RowTypeAttribute.Of(cmdlet.GetType());
    }

    /// <summary>Gets the names and aliases of the parameters that a row can provide.</summary>
    public IEnumerable<string> Names => _fields.SelectMany(field => field.Names);

    /// <summary>Gets the properties of a command that a row can provide, starting with those of its base classes.</summary>
    public static IEnumerable<PropertyInfo> FieldsOf(Type command) => command.GetProperties()
        .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipelineByPropertyName))
        .OrderBy(property => property.DeclaringType == command);

    public static string[] NamesOf(PropertyInfo property) =>
        [property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];

    /// <param name="cmdlet">The command, with the parameters of this record.</param>
    /// <param name="source">The row or object of the caller; null if all values are from the command line.</param>
    public void Bind(PSCmdlet cmdlet, PSObject? source)
    {
        var own = cmdlet.ParameterSetName == ParameterSets.Object;
        var idsOnly = own || (source is not null && ModuleTypes.Has(source) && !ModuleTypes.Is(source, _rowTypes));
        foreach (var field in _fields)
        {
            if (own && field.IsId && !field.OnCommandLine)
            {
                field.Property.SetValue(cmdlet, field.TextOf(source!));
            }

            if (field.OnCommandLine || field.IsGivenBy(source, own, idsOnly))
            {
                if (field.IsId && field.Property.GetValue(cmdlet) is string id)
                {
                    field.Property.SetValue(cmdlet, id.Trim());
                }
            }
            else if (field.IsMandatory)
            {
                throw Missing(field, idsOnly ? source : null);
            }
            else
            {
                field.Property.SetValue(cmdlet, null);
            }
        }
    }

    private static ApiException Missing(Field field, PSObject? source) =>
        new(ApiErrorKind.InvalidArgument, $"-{field.Property.Name} is missing{Why(field, source)}. Nothing was sent.");

    private static string Why(Field field, PSObject? source) =>
        source is null ? " or empty"
        : field.IsId ? $": this {ModuleTypes.NameOf(source)} has none"
        : $": a {ModuleTypes.NameOf(source)} gives ids only, so it must be on the command line";

    private sealed class Field(PropertyInfo property, PropertyInfo definition, bool onCommandLine)
    {
        // In the set Fields, an object of this module has another noun than the command, so its Id is the ID of something else.
        private const string BareId = "Id";

        private readonly string[] _names = NamesOf(property);
        private readonly bool _byValue = property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipeline);

        public IEnumerable<string> Names => _names;

        public PropertyInfo Property => property;

        public bool OnCommandLine => onCommandLine;

        public bool IsId { get; } = definition.IsDefined(typeof(IdAttribute));

        public bool IsMandatory { get; } = property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.Mandatory);

        public string? TextOf(PSObject source) => MemberOf(source)?.ToString();

        public bool IsGivenBy(PSObject? source, bool own, bool idsOnly)
        {
            if (source is null || (idsOnly && (!IsId || (!own && property.Name == BareId))))
            {
                return false;
            }

            return MemberOf(source) is { } value ? !string.IsNullOrWhiteSpace(value.ToString())
                : _byValue && IdAttribute.IsText(source.BaseObject);
        }

        private object? MemberOf(PSObject source)
        {
            var members = source.Properties;
            foreach (var name in _names)
            {
                if (members[name] is { } member)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>
/// Reads values in the same way as the parameters of a command, but without the binder of PowerShell. A value that the command would reject
/// is returned as a description of the problem, and the other values are still read.
/// </summary>
/// <param name="command">The class of the command.</param>
internal sealed class CellReader(Type command)
{
    private readonly PropertyInfo[] _fields = [.. RecordBinder.FieldsOf(command)];

    /// <summary>Reads the values of a record.</summary>
    /// <param name="valueOf">Gets the value that is specified for a parameter; null if there is none.</param>
    /// <param name="problems">Receives the descriptions of the problems.</param>
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
