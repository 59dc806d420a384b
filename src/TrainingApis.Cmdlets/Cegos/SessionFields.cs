using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>The columns of the sheet of sessions: the names of their properties, and how full each is.</summary>
internal static class SessionFields
{
    /// <param name="hydrate">True for the parts too.</param>
    /// <param name="product">What stands for the code of a product: the code, or a link to its row.</param>
    public static SheetField<Session>[] Of(bool hydrate, Func<string?, object?> product) =>
    [
        new("YearlySessionCode", ColumnKind.Code, 22, session => session.YearlySessionCode),
        new("YearlyProductCode", ColumnKind.Code, 19, session => product(session.YearlyProductCode)),
        new("StartDate", ColumnKind.DateTime, 17, session => session.StartDate ?? (object?)session.StartDateRaw),
        new("EndDate", ColumnKind.DateTime, 17, session => session.EndDate ?? (object?)session.EndDateRaw),
        new("City", ColumnKind.Text, 18, session => session.City),
        new("Status", ColumnKind.Text, 11, session =>
            session.Status == SessionStatus.Unknown ? session.StatusRaw : session.Status.ToString()),
        new("RegistrationCount", ColumnKind.Whole, 19, session => session.RegistrationCount),
        new("LimitMin", ColumnKind.Whole, 11, session => session.LimitMin),
        new("LimitMax", ColumnKind.Whole, 11, session => session.LimitMax),
        new("Filled", ColumnKind.Share, 14, Filled),
        new("IsFull", ColumnKind.Boolean, 10, session => session.IsFull),
        new("IsLastPlaceAvailable", ColumnKind.Boolean, 22, session => session.IsLastPlaceAvailable),
        new("GuaranteedSession", ColumnKind.Boolean, 20, session => session.GuaranteedSession),
        new("IsHighProbability", ColumnKind.Boolean, 19, session => session.IsHighProbability),
        new("IsRemote", ColumnKind.Boolean, 12, session => session.IsRemote),
        new("Price", ColumnKind.Money, 13, session => session.Price),
        new("InterDiscountPrice", ColumnKind.Money, 20, session => session.InterDiscountPrice),
        new("DurationInDays", ColumnKind.Number, 17, session => session.DurationInDays),
        new("ComponentCount", ColumnKind.Whole, 18, session => session.ComponentCount),
        new("TopCpf", ColumnKind.Boolean, 10, session => session.TopCpf),
        new("SessionNumber", ColumnKind.Whole, 16, session => session.SessionNumber),
        new("ProductCode", ColumnKind.Code, 14, session => session.ProductCode),
        .. hydrate ? [new SheetField<Session>("Parts", ColumnKind.Text, 60, session => session.Parts)] : Array.Empty<SheetField<Session>>(),
    ];

    private static object? Filled(Session session) =>
        session is { RegistrationCount: { } count, LimitMax: > 0 and int limit } ? Math.Round((decimal)count / limit, 4) : null;
}
