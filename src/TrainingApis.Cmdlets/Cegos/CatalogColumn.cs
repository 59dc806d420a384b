using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>
/// Represents a column of the workbook of the catalogue: its heading in both languages, and the value of an object in it.
/// </summary>
internal sealed record CatalogColumn<T>(string English, string French, ColumnKind Kind, int Width, Func<T, object?> Read)
{
    /// <summary>Gets whether the column belongs to the outline group after the main columns.</summary>
    public bool Outlined { get; init; }
}

/// <summary>Provides the texts of the workbook in one language.</summary>
internal sealed class CatalogLanguage(bool isFrench)
{
    /// <summary>Selects the text of this language.</summary>
    public string Select(string english, string french) => isFrench ? french : english;

    public SheetLayout Layout<T>(CatalogSheet sheet, IEnumerable<CatalogColumn<T>> columns, params CellMark[] marks) => new(
        sheet.ToString(),
        columns.Select(column =>
            new SheetColumn(Select(column.English, column.French), column.Kind, column.Width, column.Outlined)).ToArray(),
        marks);
}

/// <summary>Specifies the sheets of a catalogue workbook, in their order.</summary>
public enum CatalogSheet
{
    /// <summary>Counts and charts.</summary>
    Summary,

    /// <summary>The products.</summary>
    Products,

    /// <summary>The sessions.</summary>
    Sessions,

    /// <summary>The training centres.</summary>
    Centers,

    /// <summary>The topics.</summary>
    Topics,

    /// <summary>The catalogues.</summary>
    Catalogs,

    /// <summary>The texts of the products, with one row for each text.</summary>
    Notices,
}

/// <summary>Provides the columns of the sheets of centres, topics and catalogues.</summary>
internal static class ReferenceColumns
{
    public static readonly CatalogColumn<Center>[] Centers =
    [
        new("Code", "Code", ColumnKind.Code, 12, center => center.Code),
        new("Name", "Nom", ColumnKind.Text, 40, center => center.Name),
        new("Address", "Adresse", ColumnKind.Text, 50, center => center.Address),
        new("Postal code", "Code postal", ColumnKind.Code, 14, center => center.PostalCode),
        new("City", "Ville", ColumnKind.Text, 25, center => center.City),
        new("Country", "Pays", ColumnKind.Text, 18, center => center.Country),
        new("Other data", "Autres données", ColumnKind.Text, 30, center => center.AdditionalProperties) { Outlined = true },
    ];

    public static readonly CatalogColumn<CatalogTopic>[] Topics =
    [
        new("Topic", "Thème", ColumnKind.Whole, 12, topic => topic.Id),
        new("Name", "Nom", ColumnKind.Text, 50, topic => topic.Label),
        new("Path", "Chemin", ColumnKind.Text, 90, topic => topic.Path),
        new("Depth", "Profondeur", ColumnKind.Whole, 9, topic => topic.Depth),
        new("Order", "Ordre", ColumnKind.Whole, 9, topic => topic.Order),
        new("Parent", "Parent", ColumnKind.Whole, 12, topic => topic.ParentId),
        new("Catalogue", "Catalogue", ColumnKind.Whole, 12, topic => topic.CatalogId),
        new("Year", "Année", ColumnKind.Whole, 9, topic => topic.Year),
        new("Other data", "Autres données", ColumnKind.Text, 30, topic => topic.AdditionalProperties) { Outlined = true },
    ];

    public static readonly CatalogColumn<Catalog>[] Catalogs =
    [
        new("Catalogue", "Catalogue", ColumnKind.Whole, 12, catalog => catalog.Id),
        new("Name", "Nom", ColumnKind.Text, 40, catalog => catalog.Label),
        new("Country ID", "ID du pays", ColumnKind.Code, 12, catalog => catalog.CountryId),
        new("Country", "Pays", ColumnKind.Text, 22, catalog => catalog.CountryLabel),
        new("Start", "Début", ColumnKind.Date, 13, catalog => catalog.StartDate),
        new("End", "Fin", ColumnKind.Date, 13, catalog => catalog.EndDate),
        new("Other data", "Autres données", ColumnKind.Text, 30, catalog => catalog.AdditionalProperties) { Outlined = true },
    ];
}
