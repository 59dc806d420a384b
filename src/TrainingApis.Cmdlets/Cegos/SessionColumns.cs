using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Provides the columns of the sheet of sessions, and their conditional marks.</summary>
internal static class SessionColumns
{
    /// <summary>The index of the column with the status.</summary>
    public const int Status = 7;

    /// <summary>The index of the column that shows whether a session is full.</summary>
    public const int Full = 12;

    /// <summary>The index of the column with the code of the product, in the format of the sheet of products.</summary>
    public const int ProductCode = 15;

    /// <summary>Gets the columns. The columns from <see cref="ProductCode"/> on are outlined.</summary>
    /// <param name="language">The language of the statuses.</param>
    /// <param name="title">Gets the title of the product of a session.</param>
    /// <param name="product">Gets the link to the product of a session, or its code.</param>
    /// <param name="center">Gets the name of a training centre from its ID.</param>
    public static CatalogColumn<Session>[] Of(
        CatalogLanguage language, Func<Session, string?> title, Func<Session, object?> product, Func<string, string> center) =>
    [
        new("Session", "Session", ColumnKind.Code, 21, session => session.YearlySessionCode),
        new("Title", "Intitulé", ColumnKind.Text, 50, title),
        new("Product", "Produit", ColumnKind.Code, 12, product),
        new("Start", "Début", ColumnKind.DateTime, 19, session => session.StartDate ?? (object?)session.StartDateRaw),
        new("End", "Fin", ColumnKind.DateTime, 19, session => session.EndDate ?? (object?)session.EndDateRaw),
        new("City", "Ville", ColumnKind.Text, 18, session => session.City),
        new("Centre", "Centre", ColumnKind.Text, 26, session => Centers(session, center)),
        new("Status", "Statut", ColumnKind.Text, 11, session =>
            session.Status == SessionStatus.Unknown ? session.StatusRaw : StatusText(session.Status, language)),
        new("Registered", "Inscrits", ColumnKind.Whole, 12, session => session.RegistrationCount),
        new("Places", "Places", ColumnKind.Whole, 9, session => session.LimitMax),
        new("Places left", "Places libres", ColumnKind.Whole, 14, session => session.PlacesLeft),
        new("Filled", "Remplissage", ColumnKind.Share, 12, Filled),
        new("Full", "Complet", ColumnKind.Boolean, 9, session => session.IsFull),
        new("Guaranteed", "Garantie", ColumnKind.Boolean, 13, session => session.GuaranteedSession),
        new("Price", "Prix", ColumnKind.Money, 13, session => session.Price),
        .. Details.Select(column => column with { Outlined = true }),
    ];

    /// <summary>Gets the marks for statuses, full sessions and the rows of cancelled sessions.</summary>
    public static CellMark[] Marks(CatalogLanguage language) =>
    [
        new(Status, StatusText(SessionStatus.Cancelled, language), MarkStyle.Inactive, WholeRow: true),
        new(Status, StatusText(SessionStatus.Open, language), MarkStyle.Good),
        new(Status, StatusText(SessionStatus.Valid, language), MarkStyle.Good),
        new(Status, StatusText(SessionStatus.Invited, language), MarkStyle.Attention),
        new(Status, StatusText(SessionStatus.Closed, language), MarkStyle.Bad),
        new(Full, true, MarkStyle.Bad),
    ];

    private static readonly CatalogColumn<Session>[] Details =
    [
        new("Yearly product code", "Code produit annuel", ColumnKind.Code, 20, session => session.YearlyProductCode),
        new("Product code", "Code produit", ColumnKind.Code, 14, session => session.ProductCode),
        new("Session number", "Numéro", ColumnKind.Whole, 16, session => session.SessionNumber),
        new("Minimum", "Minimum", ColumnKind.Whole, 11, session => session.LimitMin),
        new("Last place", "Dernière place", ColumnKind.Boolean, 12, session => session.IsLastPlaceAvailable),
        new("Probable", "Probable", ColumnKind.Boolean, 11, session => session.IsHighProbability),
        new("Remote", "À distance", ColumnKind.Boolean, 10, session => session.IsRemote),
        new("Discount price", "Prix remisé", ColumnKind.Money, 16, session => session.InterDiscountPrice),
        new("Days", "Jours", ColumnKind.Number, 9, session => session.DurationInDays),
        new("Components", "Composants", ColumnKind.Whole, 14, session => session.ComponentCount),
        new("Top CPF", "Top CPF", ColumnKind.Boolean, 10, session => session.TopCpf),
        new("Parts", "Parties", ColumnKind.Text, 60, session => session.Parts),
        new("Other data", "Autres données", ColumnKind.Text, 30, session => session.AdditionalProperties),
    ];

    private static string StatusText(SessionStatus status, CatalogLanguage language) => status switch
    {
        SessionStatus.Open => language.Select("Open", "Ouverte"),
        SessionStatus.Valid => language.Select("Valid", "Validée"),
        SessionStatus.Invited => language.Select("Invited", "Invitée"),
        SessionStatus.Cancelled => language.Select("Cancelled", "Annulée"),
        _ => language.Select("Closed", "Fermée"),
    };

    private static string Centers(Session session, Func<string, string> center) =>
        string.Join("; ", session.Parts.Where(part => part.CenterId is not null).Select(part => center(part.CenterId!)).Distinct());

    private static object? Filled(Session session) =>
        session is { RegistrationCount: { } count, LimitMax: > 0 and int limit } ? Math.Round((decimal)count / limit, 4) : null;
}
