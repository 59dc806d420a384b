using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>The columns of the sheets of centres, topics and catalogues.</summary>
internal static class ReferenceFields
{
    public static SheetField<Center>[] Centers { get; } =
    [
        new("Code", ColumnKind.Code, 12, center => center.Code),
        new("Name", ColumnKind.Text, 40, center => center.Name),
        new("Address", ColumnKind.Text, 50, center => center.Address),
        new("PostalCode", ColumnKind.Code, 13, center => center.PostalCode),
        new("City", ColumnKind.Text, 25, center => center.City),
        new("Country", ColumnKind.Text, 18, center => center.Country),
    ];

    public static SheetField<CatalogTopic>[] Topics { get; } =
    [
        new("Id", ColumnKind.Whole, 12, topic => topic.Id),
        new("Label", ColumnKind.Text, 50, topic => topic.Label),
        new("Path", ColumnKind.Text, 90, topic => topic.Path),
        new("Depth", ColumnKind.Whole, 9, topic => topic.Depth),
        new("Order", ColumnKind.Whole, 9, topic => topic.Order),
        new("ParentId", ColumnKind.Whole, 12, topic => topic.ParentId),
        new("CatalogId", ColumnKind.Whole, 12, topic => topic.CatalogId),
        new("Year", ColumnKind.Whole, 9, topic => topic.Year),
    ];

    public static SheetField<Catalog>[] Catalogs { get; } =
    [
        new("Id", ColumnKind.Whole, 12, catalog => catalog.Id),
        new("Label", ColumnKind.Text, 40, catalog => catalog.Label),
        new("CountryId", ColumnKind.Code, 12, catalog => catalog.CountryId),
        new("CountryLabel", ColumnKind.Text, 22, catalog => catalog.CountryLabel),
        new("StartDate", ColumnKind.Date, 13, catalog => catalog.StartDate),
        new("EndDate", ColumnKind.Date, 13, catalog => catalog.EndDate),
    ];
}
