using System.Management.Automation;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Creates the rows of <c>-Flat</c>: one plain object per item, with a column for every value in it.</summary>
/// <param name="typeName">The type name of the rows, <c>TrainingApis.Cegos.ProductRow</c>. It begins as the names of the module's own
/// types do, so that only ids bind onward.</param>
/// <param name="columns">The columns.</param>
/// <param name="escapesFormulas">Whether text that begins like a formula is marked as text.</param>
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

    /// <summary>Adds a column to a row, which must not have one of that name.</summary>
    public void Add(PSObject row, string name, object? value) =>
        row.Properties.Add(new PSNoteProperty(name, Escape(value)), preValidated: true);

    /// <summary>Gets a value that a spreadsheet does not read as a formula: text that begins like one gets an apostrophe.</summary>
    public object? Escape(object? value) =>
        escapesFormulas && value is string { Length: > 0 } text && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : value;

    /// <summary>Refuses <c>-NoFormulaEscape</c> without <c>-Flat</c>.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>.</exception>
    public static void CheckSwitches(bool flat, bool noFormulaEscape)
    {
        if (noFormulaEscape && !flat)
        {
            throw new ApiException(
                ApiErrorKind.InvalidArgument, "-NoFormulaEscape applies to the rows of -Flat. Add -Flat, or leave it out.");
        }
    }
}
