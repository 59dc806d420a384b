using System.Collections;
using System.Globalization;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Represents a column of flat rows: a property with a plain value, of an object or of an object inside it.</summary>
/// <param name="Name">The name, with dots below the top level.</param>
/// <param name="Type">The type of the values; text for a list.</param>
/// <param name="Read">Gets the value from an object.</param>
internal sealed record FlatColumn(string Name, Type Type, Func<object, object?> Read)
{
    private const string Separator = "; ";
    private const string InnerSeparator = ", ";

    /// <summary>Gets the columns of a type, in the order of its properties.</summary>
    /// <param name="type">The type.</param>
    /// <param name="without">The names of properties to leave out.</param>
    public static FlatColumn[] Of(Type type, params string[] without) => [.. Members(type, string.Empty, 0, without)];

    /// <summary>Gets a value as text that does not depend on the culture.</summary>
    public static string Text(object? value) => value switch
    {
        null => string.Empty,
        DateTime { Second: 0, Millisecond: 0 } time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>Joins the texts of a list; null if all of them are empty. Empty texts keep their position.</summary>
    /// <param name="values">The values.</param>
    /// <param name="isInner">Whether the list is an element of another list.</param>
    public static string? Join(IEnumerable<object?> values, bool isInner = false)
    {
        var texts = values.Select(Text).ToArray();
        return Array.TrueForAll(texts, text => text.Length == 0) ? null : string.Join(isInner ? InnerSeparator : Separator, texts);
    }

    private static IEnumerable<FlatColumn> Members(Type type, string prefix, int lists, params string[] without) =>
        from property in type.GetProperties()
        where !without.Contains(property.Name)
        from column in Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, prefix + property.Name, lists)
        select column with { Read = item => property.GetValue(item) is { } value ? column.Read(value) : null };

    private static IEnumerable<FlatColumn> Of(Type type, string name, int lists) => type switch
    {
        { IsEnum: true } => [new(name, typeof(string), value => value.ToString())],
        _ when type.IsPrimitive || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime) =>
            [new(name, type, value => value)],
        _ when type == typeof(AdditionalProperties) =>
            [new(name, typeof(string), value => (AdditionalProperties)value is { Count: > 0 } unknown ? unknown.ToString() : null)],
        _ when type == typeof(ZonedDateTime) =>
        [
            new(name, typeof(DateTime), value => ((ZonedDateTime)value).DateTime ?? (object?)((ZonedDateTime)value).DateTimeRaw),
            new(name + ".TimeZone", typeof(string), value => ((ZonedDateTime)value).TimeZone),
        ],
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ItemList<>) =>
            Of(type.GetGenericArguments()[0], name, lists + 1).Select(column => OfList(column, lists > 0)),
        _ => Members(type, name + ".", lists),
    };

    private static FlatColumn OfList(FlatColumn column, bool isInner) => new(column.Name, typeof(string), list =>
        Join(((IEnumerable)list).Cast<object?>().Select(item => item is null ? null : column.Read(item)), isInner));
}

/// <summary>Creates the rows of <c>-Flat</c>: one plain object per item, with a column for every value in it.</summary>
/// <param name="typeName">The type name of the rows, <c>TrainingApis.Cegos.ProductRow</c>. It begins like the names of the types of this
/// module, so that only IDs bind to other commands.</param>
/// <param name="columns">The columns.</param>
/// <param name="escapesFormulas">Whether text that begins like a formula gets an apostrophe.</param>
internal sealed class FlatRow(string typeName, IReadOnlyList<FlatColumn> columns, bool escapesFormulas)
{
    /// <summary>Creates the row of an item.</summary>
    public PSObject Create(object item)
    {
        var row = new PSObject();
        row.TypeNames.Insert(0, typeName);
        foreach (var column in columns)
        {
            Add(row, column.Name, column.Read(item));
        }

        return row;
    }

    /// <summary>Adds a column to a row, which must not have a column of the same name.</summary>
    public void Add(PSObject row, string name, object? value) =>
        row.Properties.Add(new PSNoteProperty(name, Escape(value)), preValidated: true);

    /// <summary>Gets a value that a spreadsheet does not read as a formula. Text that begins like a formula gets an apostrophe.</summary>
    public object? Escape(object? value) =>
        escapesFormulas && value is string { Length: > 0 } text && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : value;

    /// <summary>Rejects <c>-NoFormulaEscape</c> without <c>-Flat</c>.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: <c>-NoFormulaEscape</c> is used without
    /// <c>-Flat</c>.</exception>
    public static void CheckSwitches(bool flat, bool noFormulaEscape)
    {
        if (noFormulaEscape && !flat)
        {
            throw new ApiException(
                ApiErrorKind.InvalidArgument, "-NoFormulaEscape applies to the rows of -Flat. Add -Flat, or remove -NoFormulaEscape.");
        }
    }
}
