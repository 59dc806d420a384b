using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>The columns of the sheet of products: the names of their properties.</summary>
internal static class ProductFields
{
    private static readonly SheetField<Product>[] Always =
    [
        new("YearlyProductCode", ColumnKind.Code, 18, product => product.YearlyProductCode),
        new("Title", ColumnKind.Text, 55, product => product.Title),
        new("ProductCode", ColumnKind.Code, 14, product => product.ProductCode),
        new("OfferYear", ColumnKind.Whole, 11, product => product.OfferYear),
        new("Price", ColumnKind.Money, 13, product => product.Price),
        new("IPackPrice", ColumnKind.Money, 13, product => product.IPackPrice),
        new("ModuleDuration", ColumnKind.Text, 17, product => product.ModuleDuration),
        new("DurationDays", ColumnKind.Number, 15, product => product.CommercialDuration?.Days),
        new("DurationHours", ColumnKind.Number, 16, product => product.CommercialDuration?.Hours),
        new("DurationMinutes", ColumnKind.Number, 18, product => product.CommercialDuration?.Minutes),
        new("DeliveryMode", ColumnKind.Text, 16, product => product.DeliveryMode),
        new("TrainingMethod", ColumnKind.Text, 17, product => product.TrainingMethod),
        new("Languages", ColumnKind.Text, 20, product => product.Languages),
        new("Cities", ColumnKind.Text, 30, product => product.Cities),
        new("Level", ColumnKind.Text, 18, product => product.Level),
        new("Range", ColumnKind.Text, 25, product => product.Range),
        new("EvolutionType", ColumnKind.Text, 16, product => product.EvolutionType),
        new("FamilyOfferId", ColumnKind.Whole, 16, product => product.FamilyOfferId),
        new("ProfessionalChallengesId", ColumnKind.Whole, 26, product => product.ProfessionalChallengesId),
        new("BestSeller", ColumnKind.Boolean, 12, product => product.BestSeller),
        new("Picto4Real", ColumnKind.Boolean, 13, product => product.Picto4Real),
        new("InternationalProduct", ColumnKind.Boolean, 22, product => product.InternationalProduct),
        new("Partners", ColumnKind.Text, 25, product => product.Partners),
        new("Cpf", ColumnKind.Boolean, 10, product => product.Cpf),
        new("CpfCode", ColumnKind.Code, 12, product => product.CpfCode),
        new("RsCode", ColumnKind.Code, 12, product => product.RsCode),
        new("RncpCode", ColumnKind.Code, 13, product => product.RncpCode),
        new("AvailableCpfCities", ColumnKind.Text, 22, product => product.AvailableCpfCities),
        new("Certification", ColumnKind.Text, 35, product => product.Certification),
        new("CertificationInclude", ColumnKind.Boolean, 22, product => product.CertificationInclude),
        new("Certifier", ColumnKind.Text, 15, product => product.Certifier),
        new("JobSheetTitle", ColumnKind.Text, 35, product => product.JobSheetTitle),
        new("JobSheetUrl", ColumnKind.Link, 40, product => product.JobSheetUrl),
        new("ModalityTitle", ColumnKind.Text, 25, product => product.ModalityTitle),
        new("MarketingTitle", ColumnKind.Text, 40, product => product.MarketingTitle),
        new("NoticeUrl", ColumnKind.Link, 32, product => product.NoticeUrl),
        new("NoticeUrlPdf", ColumnKind.Link, 45, product => product.NoticeUrlPdf),
        new("RelatedProducts", ColumnKind.Text, 25, product => product.RelatedProducts),
    ];

    private static readonly SheetField<Product>[] Hydrated =
    [
        new("Titles", ColumnKind.Text, 50, product => product.Titles),
        new("Formula", ColumnKind.Text, 40, product => product.Formula),
        new("CatalogTopicRelations", ColumnKind.Text, 30, product => product.CatalogTopicRelations),
        Notice("IntroductionTitle", notice => notice.IntroductionTitle),
        Notice("Introduction", notice => notice.Introduction),
        Notice("ForWho", notice => notice.ForWho),
        Notice("Prerequisite", notice => notice.Prerequisite),
        Notice("Objective", notice => notice.Objective),
        Notice("Program", notice => notice.Program),
        Notice("ProgramContent", notice => notice.ProgramContent is { } content ? Html(content) : null),
        Notice("Pedagogy", notice => notice.Pedagogy),
        Notice("Evaluation", notice => notice.Evaluation),
        Notice("ExpectedResults", notice => notice.ExpectedResults),
        Notice("Highlights", notice => notice.Highlights),
        Notice("ParticipantBenefits", notice => notice.ParticipantBenefits),
        Notice("MorePrecisely", notice => notice.MorePrecisely),
        Notice("FirstMinute", notice => notice.FirstMinute),
        Notice("Bonus", notice => notice.Bonus),
        Notice("TheMostPartnerText", notice => notice.TheMostPartnerText),
        Notice("ApplicationProcedure", notice => notice.ApplicationProcedure),
        Notice("VisioTrainingProcedure", notice => notice.VisioTrainingProcedure),
        Notice("CpfText", notice => notice.CpfText),
        Notice("CpfPopup", notice => notice.CpfPopup),
        Notice("RncpText", notice => notice.RncpText),
        Notice("CertificationTitleOptionalOrIncluded", notice => notice.CertificationTitleOptionalOrIncluded),
        Notice("Financing", notice => notice.Financing),
        Notice("FinancingAssistance", notice => notice.FinancingAssistance),
        Notice("Video", notice => notice.Video),
        Notice("ImageProgramDesktop", notice => notice.ImageProgramDesktop),
        Notice("ImageProgramMobile", notice => notice.ImageProgramMobile),
        Notice("ImageSocialNetworks", notice => notice.ImageSocialNetworks),
    ];

    public static SheetField<Product>[] Of(bool hydrate) => hydrate ? [.. Always, .. Hydrated] : Always;

    private static SheetField<Product> Notice(string name, Func<Notice, string?> read) =>
        new("Notice" + name, ColumnKind.Html, 60, product => product.Notice is { } notice ? read(notice) : null);

    private static string Html(ProgramContent content) => string.Concat(
        new[] { content.Before?.Title, content.Before?.Text, content.Upstream, content.DuringTitle }
            .Concat(content.Parts)
            .Concat([content.Downstream, content.After?.Title, content.After?.Text])
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(text => $"<p>{text}</p>"));
}
