using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Represents a text of a product's page, one row of the sheet of notices.</summary>
internal sealed record NoticeText(Product Product, string Name, string Text);

/// <summary>Provides the columns of the sheet of notices, and the texts that are its rows.</summary>
internal static class NoticeColumns
{
    /// <summary>Gets the columns.</summary>
    public static readonly CatalogColumn<NoticeText>[] All =
    [
        new("Code", "Code", ColumnKind.Code, 12, row => row.Product.YearlyProductCode),
        new("Title", "Intitulé", ColumnKind.Text, 50, row => row.Product.Title),
        new("Section", "Rubrique", ColumnKind.Text, 26, row => row.Name),
        new("Text", "Texte", ColumnKind.Html, 110, row => row.Text),
    ];

    private static readonly (string English, string French, Func<Notice, string?> Read)[] Texts =
    [
        ("Introduction title", "Titre d'introduction", notice => notice.IntroductionTitle),
        ("Introduction", "Introduction", notice => notice.Introduction),
        ("For whom", "Pour qui", notice => notice.ForWho),
        ("Prerequisites", "Prérequis", notice => notice.Prerequisite),
        ("Objectives", "Objectifs", notice => notice.Objective),
        ("Programme", "Programme", notice => notice.Program),
        ("Detailed programme", "Programme détaillé", notice => notice.ProgramContent is { } content ? Html(content) : null),
        ("Teaching method", "Pédagogie", notice => notice.Pedagogy),
        ("Assessment", "Évaluation", notice => notice.Evaluation),
        ("Expected results", "Résultats attendus", notice => notice.ExpectedResults),
        ("Highlights", "Points forts", notice => notice.Highlights),
        ("Participant benefits", "Bénéfices participants", notice => notice.ParticipantBenefits),
        ("More precisely", "Plus précisément", notice => notice.MorePrecisely),
        ("First minute", "Première minute", notice => notice.FirstMinute),
        ("Bonus", "Bonus", notice => notice.Bonus),
        ("Partner text", "Texte du partenaire", notice => notice.TheMostPartnerText),
        ("How to apply", "Modalités d'inscription", notice => notice.ApplicationProcedure),
        ("Remote training procedure", "Modalités à distance", notice => notice.VisioTrainingProcedure),
        ("CPF", "CPF", notice => notice.CpfText),
        ("CPF details", "Détails CPF", notice => notice.CpfPopup),
        ("RNCP", "RNCP", notice => notice.RncpText),
        ("Certification", "Certification", notice => notice.CertificationTitleOptionalOrIncluded),
        ("Financing", "Financement", notice => notice.Financing),
        ("Financing assistance", "Aide au financement", notice => notice.FinancingAssistance),
        ("Video", "Vidéo", notice => notice.Video),
        ("Image, desktop", "Image ordinateur", notice => notice.ImageProgramDesktop),
        ("Image, mobile", "Image mobile", notice => notice.ImageProgramMobile),
        ("Image, social networks", "Image réseaux sociaux", notice => notice.ImageSocialNetworks),
    ];

    /// <summary>Gets the texts that a product has.</summary>
    public static IEnumerable<NoticeText> Of(Product product, CatalogLanguage language)
    {
        if (product.Notice is not { } notice)
        {
            yield break;
        }

        foreach (var (english, french, read) in Texts)
        {
            if (read(notice) is { Length: > 0 } text)
            {
                yield return new NoticeText(product, language.Select(english, french), text);
            }
        }
    }

    private static string Html(ProgramContent content) => string.Concat(
        new[] { content.Before?.Title, content.Before?.Text, content.Upstream, content.DuringTitle }
            .Concat(content.Parts)
            .Concat([content.Downstream, content.After?.Title, content.After?.Text])
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(text => $"<p>{text}</p>"));
}
