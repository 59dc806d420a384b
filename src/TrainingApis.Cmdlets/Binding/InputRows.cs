using System.Globalization;
using System.Text;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>
/// Represents the hidden parameter <c>Row</c> of one command, which receives the input object by value, whether or not it binds. Each
/// command has a separate instance, so that it sees and counts every object that PowerShell tries to bind.
/// </summary>
internal sealed class InputRows : ArgumentTransformationAttribute
{
    private const string Name = "Row";

    // PowerShell binds a row before its members, on the pipeline thread, and passes only the value to a transformation.
    [ThreadStatic]
    private static InputRows? s_binding;

    private PSObject? _row;
    private UnusedColumns? _columns;
    private Type[] _rowTypes = [];

    /// <summary>Gets the number of input objects so far, including those that did not bind.</summary>
    public int Received { get; private set; }

    /// <summary>Creates the dynamic parameters that accept an input object by value.</summary>
    /// <param name="command">The class of the command.</param>
    public RuntimeDefinedParameterDictionary CreateParameter(Type command)
    {
        _rowTypes = RowTypeAttribute.Of(command);
        s_binding = null; // a command that is being created does not bind a row
        var parameter = new ParameterAttribute { ParameterSetName = ParameterSets.Fields, ValueFromPipeline = true, DontShow = true };
        var unsplit = new ParameterAttribute { ParameterSetName = ParameterSets.Unsplit, ValueFromPipeline = true, DontShow = true };
        return new()
        {
            [Name] = new(Name, typeof(PSObject), [parameter, this]),
            [ParameterSets.Unsplit] = new(ParameterSets.Unsplit, typeof(PSObject), [unsplit, new UnsplitRowAttribute()]),
        };
    }

    /// <summary>Counts and stores the input object.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        Received++;
        _row = inputData is null ? null : PSObject.AsPSObject(inputData);
        if (_row is not null)
        {
            _columns?.Add(_row);
        }

        s_binding = this;
        return Received == 1 && UnusedColumns.IsUnsplit(_row) ? throw UnsplitRowAttribute.NotMine("This row has one column.") : inputData;
    }

    /// <summary>Starts the check of the columns of the rows.</summary>
    public void Watch(UnusedColumns columns) => _columns = columns;

    /// <summary>Gets and removes the input object of the current record; null if all values are from the command line.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidData"/>: the rows were read with the wrong delimiter.</exception>
    public PSObject? Take(PSCmdlet cmdlet)
    {
        var row = _row;
        _row = null;
        Release();
        switch (cmdlet.ParameterSetName)
        {
            case ParameterSets.Unsplit:
                throw UnsplitRowAttribute.CreateError();
            case ParameterSets.Object:
                Received += cmdlet.MyInvocation.ExpectingInput ? 1 : 0; // the object did not bind as a row
                return ((IAcceptsInputObject)cmdlet).InputObject;
            default:
                return row;
        }
    }

    /// <summary>Ends the binding of a row that did not bind.</summary>
    public void Release()
    {
        if (ReferenceEquals(s_binding, this))
        {
            s_binding = null;
        }
    }

    /// <summary>Gets whether the row that is being bound is an object of this module and the value is one of its members.</summary>
    public static bool IsMemberOfModuleObject(object? value) =>
        s_binding?._row is { } row && ModuleTypes.Has(row) && !ModuleTypes.Is(row, s_binding._rowTypes)
            && row.Properties.Any(member => Equals(member.Value, value));
}

/// <summary>Accepts only a row that was read with the wrong delimiter, so that the command can end with one clear error.</summary>
internal sealed class UnsplitRowAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is not null && UnusedColumns.IsUnsplit(PSObject.AsPSObject(inputData)) ? inputData : throw NotMine("This row is split.");

    /// <summary>Creates the exception that makes PowerShell try the next parameter.</summary>
    public static ArgumentTransformationMetadataException NotMine(string message) => new(message, new PSInvalidCastException(message));

    /// <summary>Creates the error that ends the command.</summary>
    public static ApiException CreateError() => new(
        ApiErrorKind.InvalidData,
        "The rows have a single column whose name contains a delimiter. Read the file with Import-Csv -Delimiter, "
            + "such as -Delimiter ';' for a file from a French Excel. Nothing was sent.");
}

/// <summary>Finds the columns of the rows of a run that do not match any parameter, and the parameter that was probably meant.</summary>
/// <param name="parameters">The names and aliases of the parameters that rows can provide.</param>
internal sealed class UnusedColumns(IEnumerable<string> parameters)
{
    private const int AllOf = 100;
    private readonly string[] _parameters = [.. parameters];
    private readonly SortedDictionary<string, string?> _unused = new(StringComparer.OrdinalIgnoreCase);
    private string[] _lastColumns = [];
    private int _rows;

    /// <summary>Writes one warning about the columns that are similar to a parameter, and one verbose message about the others.</summary>
    public void Write(Action<string> writeWarning, Action<string> writeVerbose)
    {
        var nearMisses = string.Join(" ", _unused.Where(column => column.Value is not null)
            .Select(column => $"Column '{column.Key}' is not used. Did you mean {column.Value}?"));
        if (nearMisses.Length > 0)
        {
            writeWarning(nearMisses);
        }

        var others = string.Join(", ", _unused.Where(column => column.Value is null).Select(column => column.Key));
        if (others.Length > 0)
        {
            writeVerbose($"Columns that are not used: {others}.");
        }
    }

    /// <summary>
    /// Checks the columns of a row, including a row that did not bind. In a long run, only every tenth row is checked, because a check
    /// takes longer than binding a row. Objects of this module are ignored.
    /// </summary>
    public void Add(PSObject row)
    {
        if ((_rows++ > AllOf && _rows % 10 != 0) || row.BaseObject is not PSCustomObject || ModuleTypes.Has(row))
        {
            return;
        }

        string[] columns = [.. row.Properties.Select(member => member.Name)];
        if (columns.AsSpan().SequenceEqual(_lastColumns))
        {
            return;
        }

        _lastColumns = columns;
        foreach (var column in columns.Where(column => !_parameters.Contains(column, StringComparer.OrdinalIgnoreCase)))
        {
            _unused[column] = Nearest(column);
        }
    }

    /// <summary>Gets whether a row is a complete line in one cell, because it was read with the wrong delimiter.</summary>
    public static bool IsUnsplit(PSObject? row) =>
        row?.BaseObject is PSCustomObject && row.Properties.Take(2).ToArray() is [{ Name: var name }]
            && (name.Contains(';') || name.Contains('\t'));

    /// <summary>
    /// Gets the most similar parameter. Its name differs only in letter case, spaces, punctuation, accents, a plural, or up to two letters.
    /// </summary>
    private string? Nearest(string column)
    {
        var plain = Plain(column);
        return _parameters
            .Select(parameter => (Name: parameter, Distance: Distance(plain, Plain(parameter))))
            .Where(near => near.Distance <= (plain.Length <= 4 ? 0 : plain.Length <= 7 ? 1 : 2) || IsPart(plain, Plain(near.Name)))
            .OrderBy(near => near.Distance)
            .Select(near => near.Name)
            .FirstOrDefault();
    }

    /// <summary>Gets whether a column is the beginning of the name of a parameter, such as Company of CompanyName.</summary>
    private static bool IsPart(string column, string parameter) => column.Length >= 6
        && parameter.StartsWith(column, StringComparison.Ordinal);

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit)
        .Select(letter => char.ToLower(letter, CultureInfo.InvariantCulture))).TrimEnd('s');

    /// <summary>Gets the number of letters to insert, delete or replace.</summary>
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
