using System.Globalization;
namespace TrainingApis.Cmdlets.Binding;

/// <summary>
/// Provides the values that stand for "clear it" in a parameter, and the names of the fields that had one. A row never clears: Import-Csv
/// makes a
/// null of a cell that a short line lacks.
/// </summary>
internal sealed class Clearing
{
    public const string Text = "\0";
    public const int Number = int.MinValue;
    public static readonly DateTime Date = DateTime.MinValue;

    private readonly List<string> _names = [];

    public ItemList<string> Names => new(_names);

    /// <summary>The text, or null where it is to be cleared or is empty.</summary>
    public string? Of(string name, string? value) => value == Text ? Clear<string>(name) : string.IsNullOrEmpty(value) ? null : value;

    public DateTime? Of(string name, DateTime? value) => value == Date ? Clear(name) : value;

    public T? Of<T>(string name, T? value)
        where T : struct, Enum =>
        value is { } given && Convert.ToInt32(given, CultureInfo.InvariantCulture) == Number ? ClearEnum<T>(name) : value;

    private T? Clear<T>(string name)
        where T : class
    {
        _names.Add(name);
        return null;
    }

    private DateTime? Clear(string name)
    {
        _names.Add(name);
        return null;
    }

    private T? ClearEnum<T>(string name)
        where T : struct
    {
        _names.Add(name);
        return null;
    }
}
