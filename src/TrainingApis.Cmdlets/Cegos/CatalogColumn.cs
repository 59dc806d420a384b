using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Represents a column of the catalogue's workbook: its heading in both languages, and the value of an object in it.</summary>
internal sealed record CatalogColumn<T>(string English, string French, ColumnKind Kind, int Width, Func<T, object?> Read)
{
    /// <summary>Gets whether the column belongs to the group behind the first columns.</summary>
    public bool Outlined { get; init; }
}

/// <summary>Provides the texts of the workbook in one language.</summary>
internal sealed class CatalogLanguage(bool isFrench)
{
    /// <summary>Selects the text of this language.</summary>
    public string Select(string english, string french) => isFrench ? french : english;

    /// <summary>Gets the layout of a sheet.</summary>
    public SheetLayout Layout<T>(CatalogSheet sheet, IEnumerable<CatalogColumn<T>> columns, params CellMark[] marks) => new(
        sheet.ToString(),
        columns.Select(column =>
            new SheetColumn(Select(column.English, column.French), column.Kind, column.Width, column.Outlined)).ToArray(),
        marks);
}
