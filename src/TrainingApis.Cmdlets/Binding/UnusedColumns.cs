using System.Globalization;
using System.Text;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Finds the columns of the rows of a run that no parameter takes, and the parameter that was probably meant.</summary>
/// <param name="parameters">The names and aliases that rows can give.</param>
internal sealed class UnusedColumns(IEnumerable<string> parameters)
{
    private const int AllOf = 100;
    private readonly string[] _parameters = [.. parameters];
    private readonly SortedDictionary<string, string?> _unused = new(StringComparer.OrdinalIgnoreCase);
    private string[] _lastColumns = [];
    private int _rows;

    /// <summary>Writes one warning of the columns that are nearly a parameter, and one verbose message of the others.</summary>
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

    /// <summary>Looks at the columns of a row, those of one that did not bind included. Of many rows it looks at every tenth, since it
    /// takes longer than binding them. Objects of this module are no rows.</summary>
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

    /// <summary>Tells whether a row is a whole line in one cell, since it was read with the wrong delimiter.</summary>
    public static bool IsUnsplit(PSObject? row) =>
        row?.BaseObject is PSCustomObject && row.Properties.Take(2).ToArray() is [{ Name: var name }]
            && (name.Contains(';') || name.Contains('\t'));

    /// <summary>Gets the parameter whose name differs in case, spaces, punctuation, accents, a plural, or up to two letters.</summary>
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

    /// <summary>Tells whether a column is the beginning of a parameter's name, such as Company of CompanyName.</summary>
    private static bool IsPart(string column, string parameter) => column.Length >= 6
        && parameter.StartsWith(column, StringComparison.Ordinal);

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit))
        {
            plain.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return plain.ToString().TrimEnd('s');
    }

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
