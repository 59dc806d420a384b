using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Provides the columns of the sheet of products.</summary>
internal static class ProductColumns
{
    /// <summary>The index of the column with the code.</summary>
    public const int Code = 0;

    /// <summary>Gets the columns. The columns after the main ones are outlined.</summary>
    /// <param name="sessions">Gets the link to the sessions of a product, or their number; null to leave the column out.</param>
    /// <param name="hydrated">Whether the columns of hydrated products are included.</param>
    public static CatalogColumn<Product>[] Of(Func<Product, object?>? sessions, bool hydrated) =>
    [
        new("Code", "Code", ColumnKind.Code, 12, product => product.YearlyProductCode),
        new("Title", "Intitulé", ColumnKind.Text, 60, product => product.Title),
        new("Range", "Gamme", ColumnKind.Text, 26, product => product.Range),
        new("Level", "Niveau", ColumnKind.Text, 17, product => product.Level),
        new("Delivery mode", "Modalité", ColumnKind.Text, 14, product => product.DeliveryMode),
        new("Duration", "Durée", ColumnKind.Text, 11, product => product.ModuleDuration),
        new("Price", "Prix", ColumnKind.Money, 13, product => product.Price),
        new("Cities", "Villes", ColumnKind.Text, 32, product => product.Cities),
        new("Languages", "Langues", ColumnKind.Text, 18, product => product.Languages),
        new("CPF", "CPF", ColumnKind.Boolean, 9, product => product.Cpf),
        new("Best-seller", "Best-seller", ColumnKind.Boolean, 13, product => product.BestSeller),
        .. sessions is null ? [] : new CatalogColumn<Product>[] { new("Sessions", "Sessions", ColumnKind.Whole, 11, sessions) },
        new("Web page", "Page web", ColumnKind.Link, 30, product => product.NoticeUrl),
        .. (hydrated ? Details.Concat(Hydrated) : Details).Append(Other).Select(column => column with { Outlined = true }),
    ];

    private static readonly CatalogColumn<Product>[] Details =
    [
        new("Product code", "Code produit", ColumnKind.Code, 14, product => product.ProductCode),
        new("Year", "Année", ColumnKind.Whole, 9, product => product.OfferYear),
        new("iPack price", "Prix iPack", ColumnKind.Money, 13, product => product.IPackPrice),
        new("Days", "Jours", ColumnKind.Number, 9, product => product.CommercialDuration?.Days),
        new("Hours", "Heures", ColumnKind.Number, 9, product => product.CommercialDuration?.Hours),
        new("Minutes", "Minutes", ColumnKind.Number, 11, product => product.CommercialDuration?.Minutes),
        new("Training method", "Méthode", ColumnKind.Text, 18, product => product.TrainingMethod),
        new("Change from last year", "Évolution", ColumnKind.Text, 23, product => product.EvolutionType),
        new("Offer family", "Famille d'offre", ColumnKind.Whole, 14, product => product.FamilyOfferId),
        new("Professional challenge", "Enjeu professionnel", ColumnKind.Whole, 24, product => product.ProfessionalChallengesId),
        new("4REAL", "4REAL", ColumnKind.Boolean, 9, product => product.Picto4Real),
        new("International", "International", ColumnKind.Boolean, 14, product => product.InternationalProduct),
        new("Partners", "Partenaires", ColumnKind.Text, 25, product => product.Partners),
        new("CPF code", "Code CPF", ColumnKind.Code, 12, product => product.CpfCode),
        new("RS code", "Code RS", ColumnKind.Code, 12, product => product.RsCode),
        new("RNCP code", "Code RNCP", ColumnKind.Code, 13, product => product.RncpCode),
        new("CPF cities", "Villes CPF", ColumnKind.Text, 22, product => product.AvailableCpfCities),
        new("Certification", "Certification", ColumnKind.Text, 35, product => product.Certification),
        new("Certification included", "Certification incluse", ColumnKind.Boolean, 23, product => product.CertificationInclude),
        new("Certifier", "Certificateur", ColumnKind.Text, 16, product => product.Certifier),
        new("Job sheet", "Fiche métier", ColumnKind.Text, 35, product => product.JobSheetTitle),
        new("Job sheet page", "Page de la fiche métier", ColumnKind.Link, 40, product => product.JobSheetUrl),
        new("Modality title", "Intitulé de la modalité", ColumnKind.Text, 25, product => product.ModalityTitle),
        new("Marketing title", "Titre marketing", ColumnKind.Text, 40, product => product.MarketingTitle),
        new("PDF", "PDF", ColumnKind.Link, 45, product => product.NoticeUrlPdf),
        new("Related products", "Produits associés", ColumnKind.Text, 25, product => product.RelatedProducts),
    ];

    private static readonly CatalogColumn<Product>[] Hydrated =
    [
        new("Titles", "Titres", ColumnKind.Text, 50, product => product.Titles),
        new("Formulas", "Formules", ColumnKind.Text, 40, product => product.Formula),
        new("Topics", "Thèmes", ColumnKind.Text, 30, product => product.CatalogTopicRelations),
    ];

    private static readonly CatalogColumn<Product> Other =
        new("Other data", "Autres données", ColumnKind.Text, 30, product => product.AdditionalProperties);
}
