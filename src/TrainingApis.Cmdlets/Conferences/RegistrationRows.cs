using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>
/// Creates the flat rows of registrations. Each row has the columns of all forms of the run, so the rows are stored until the last
/// registration has arrived. Fields with the same title share a column, unless they belong to the same form.
/// </summary>
/// <param name="escapesFormulas">Whether text that begins like a formula gets an apostrophe.</param>
internal sealed class RegistrationRows(bool escapesFormulas)
{
    // Names that PowerShell reserves on every object.
    private static readonly string[] Reserved = ["PSObject", "PSBase", "PSAdapted", "PSExtended", "PSTypeNames"];

    private static readonly FlatColumn[] Columns =
        FlatColumn.Of(typeof(Registration), nameof(Registration.Form), nameof(Registration.FromJournal));

    private readonly FlatRow _flat = new("TrainingApis.Conferences.RegistrationRow", Columns, escapesFormulas);
    private readonly HashSet<string> _fixedNames =
        new(Columns.Select(column => column.Name).Concat(Reserved), StringComparer.OrdinalIgnoreCase);

    private readonly List<string> _formColumns = [];
    private readonly HashSet<string> _formNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Conference, string Field), string> _columnOfField = [];
    private readonly HashSet<string> _columnsOfConferences = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(PSObject Row, Dictionary<string, object?> Form)> _held = [];

    /// <summary>Adds the row of a registration.</summary>
    public void Add(Registration registration)
    {
        var form = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        var fields = new HashSet<string>();
        foreach (var item in registration.Form)
        {
            var title = TitleOf(item);
            var field = item.Id ?? '\0' + title;
            while (!fields.Add(field))
            {
                field += '\0'; // the same field occurs again
            }

            form[ColumnOf(registration.ConferenceId, field, title)] = ValueOf(item);
        }

        _held.Add((_flat.Create(registration), form));
    }

    /// <summary>Gets the rows, each with all columns. Call this method once, after all registrations were added.</summary>
    public IEnumerable<PSObject> Complete()
    {
        foreach (var (row, form) in _held)
        {
            foreach (var column in _formColumns)
            {
                _flat.Add(row, column, form.GetValueOrDefault(column));
            }

            yield return row;
        }
    }

    private string TitleOf(FormItem item)
    {
        var title = string.IsNullOrWhiteSpace(item.Title) ? item.Id : item.Title.Trim();
        return string.IsNullOrWhiteSpace(title) ? "Field" : (string)_flat.Escape(title)!;
    }

    /// <summary>Gets the first column for the title that no other field of the conference uses.</summary>
    private string ColumnOf(string conference, string field, string title)
    {
        if (_columnOfField.TryGetValue((conference, field), out var known))
        {
            return known;
        }

        var column = title;
        for (var number = 2; _fixedNames.Contains(column) || !_columnsOfConferences.Add($"{conference}\0{column}"); number++)
        {
            column = $"{title} ({number})";
        }

        if (_formNames.Add(column))
        {
            _formColumns.Add(column);
        }

        return _columnOfField[(conference, field)] = column;
    }

    private static object? ValueOf(FormItem item, bool isInner = false) =>
        item.ZonedDateTime is { } date ? date.DateTime ?? (object?)date.DateTimeRaw
        : !string.IsNullOrEmpty(item.Value) ? item.Value
        : item.Values.Count > 0 ? FlatColumn.Join(item.Values, isInner)
        : FlatColumn.Join(item.SubItem.Select(part => ValueOf(part, isInner: true)), isInner);
}
