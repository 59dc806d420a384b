using System.Runtime.CompilerServices;
using System.Text;
using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Writes the sheet of notices, with one row for each text of the page of a product.</summary>
internal sealed class NoticeSheet(ISheetWriter sheet, CatalogLanguage language)
{
    private static readonly CatalogColumn<object>[] Columns =
    [
        new("Code", "Code", ColumnKind.Code, 12, _ => null),
        new("Title", "Intitulé", ColumnKind.Text, 50, _ => null),
        new("Section", "Rubrique", ColumnKind.Text, 26, _ => null),
        new("Text", "Texte", ColumnKind.Html, 110, _ => null),
    ];

    private readonly object?[] _cells = new object?[Columns.Length];
    private readonly StringBuilder _html = new();

    public static SheetLayout Layout(CatalogLanguage language) => language.Layout(CatalogSheet.Notices, Columns);

    /// <summary>Writes the texts of the products.</summary>
    public void Write(IReadOnlyList<Product> products)
    {
        foreach (var product in products)
        {
            if (product.Notice is { } notice)
            {
                (_cells[0], _cells[1]) = (product.YearlyProductCode, product.Title);
                Write(notice);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // half a million rows in the first second; see Compiler in TrainingApis.Workbook
    private void Write(Notice notice)
    {
        WriteRow("Introduction title", "Titre d'introduction", notice.IntroductionTitle);
        WriteRow("Introduction", "Introduction", notice.Introduction);
        WriteRow("For whom", "Pour qui", notice.ForWho);
        WriteRow("Prerequisites", "Prérequis", notice.Prerequisite);
        WriteRow("Objectives", "Objectifs", notice.Objective);
        WriteRow("Programme", "Programme", notice.Program);
        WriteRow("Detailed programme", "Programme détaillé", Html(notice.ProgramContent));
        WriteRow("Teaching method", "Pédagogie", notice.Pedagogy);
        WriteRow("Assessment", "Évaluation", notice.Evaluation);
        WriteRow("Expected results", "Résultats attendus", notice.ExpectedResults);
        WriteRow("Highlights", "Points forts", notice.Highlights);
        WriteRow("Participant benefits", "Bénéfices participants", notice.ParticipantBenefits);
        WriteRow("More precisely", "Plus précisément", notice.MorePrecisely);
        WriteRow("First minute", "Première minute", notice.FirstMinute);
        WriteRow("Bonus", "Bonus", notice.Bonus);
        WriteRow("Partner text", "Texte du partenaire", notice.TheMostPartnerText);
        WriteRow("How to apply", "Modalités d'inscription", notice.ApplicationProcedure);
        WriteRow("Remote training procedure", "Modalités à distance", notice.VisioTrainingProcedure);
        WriteRow("CPF", "CPF", notice.CpfText);
        WriteRow("CPF details", "Détails CPF", notice.CpfPopup);
        WriteRow("RNCP", "RNCP", notice.RncpText);
        WriteRow("Certification", "Certification", notice.CertificationTitleOptionalOrIncluded);
        WriteRow("Financing", "Financement", notice.Financing);
        WriteRow("Financing assistance", "Aide au financement", notice.FinancingAssistance);
        WriteRow("Video", "Vidéo", notice.Video);
        WriteRow("Image, desktop", "Image ordinateur", notice.ImageProgramDesktop);
        WriteRow("Image, mobile", "Image mobile", notice.ImageProgramMobile);
        WriteRow("Image, social networks", "Image réseaux sociaux", notice.ImageSocialNetworks);
    }

    private void WriteRow(string english, string french, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            (_cells[2], _cells[3]) = (language.Select(english, french), text);
            sheet.WriteRow(_cells);
        }
    }

    private string? Html(ProgramContent? content)
    {
        if (content is null)
        {
            return null;
        }

        _html.Clear();
        Add(content.Before?.Title);
        Add(content.Before?.Text);
        Add(content.Upstream);
        Add(content.DuringTitle);
        foreach (var part in content.Parts)
        {
            Add(part);
        }

        Add(content.Downstream);
        Add(content.After?.Title);
        Add(content.After?.Text);
        return _html.ToString();
    }

    private void Add(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _html.Append("<p>").Append(text).Append("</p>");
        }
    }
}
