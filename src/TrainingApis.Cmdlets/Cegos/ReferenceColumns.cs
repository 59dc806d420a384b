using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Provides the columns of the sheets of centres, topics and catalogues.</summary>
internal static class ReferenceColumns
{
    /// <summary>Gets the columns of the sheet of centres.</summary>
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

    /// <summary>Gets the columns of the sheet of topics.</summary>
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

    /// <summary>Gets the columns of the sheet of catalogues.</summary>
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
