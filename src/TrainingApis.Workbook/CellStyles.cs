using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>
/// The formats of all cells. The numbers of the formats are Excel's own ones, which it shows in the language of the person:
/// 14 is a short date, 22 a date with a time, 4 a number with thousands, 49 text.
/// </summary>
internal static class CellStyles
{
    public const int Header = 1;
    public const int Text = 2;
    public const int QuotedText = 3;
    public const int Link = 4;
    public const int CodeLink = 5;
    private const int FirstKind = 6;

    private const uint BoldFont = 1;
    private const uint LinkFont = 2;
    private const uint TextFormat = 49;
    private const uint BooleanFormat = 164; // the first number that is not Excel's own

    public static int Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Text or ColumnKind.Html or ColumnKind.Link => Text,
        _ => FirstKind + (int)kind,
    };

    public static Stylesheet Sheet() => new(
        // Excel shows a boolean in the person's language whatever its format; LibreOffice goes by the format, and shows 1 and 0 without
        // one.
        new NumberingFormats(new NumberingFormat { NumberFormatId = BooleanFormat, FormatCode = "\"TRUE\";\"TRUE\";\"FALSE\"" }),
        new Fonts(
            Font(),
            Font(new Bold()),
            Font(new Underline(), new Color { Rgb = "FF0563C1" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(Formats()),
        new DocumentFormat.OpenXml.Spreadsheet.CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static IEnumerable<OpenXmlElement> Formats()
    {
        yield return new CellFormat { FormatId = 0 };
        yield return Format(0, wrap: true, font: BoldFont);
        yield return Format(0, wrap: true);
        var quoted = Format(0, wrap: true);
        quoted.QuotePrefix = true;
        yield return quoted;
        yield return Format(0, font: LinkFont);
        yield return Format(TextFormat, font: LinkFont);
        foreach (ColumnKind kind in Enum.GetValues(typeof(ColumnKind)))
        {
            var format = Format(NumberFormat(kind));
            if (kind == ColumnKind.Boolean)
            {
                format.Alignment!.Horizontal = HorizontalAlignmentValues.Center;
            }

            yield return format;
        }
    }

    private static uint NumberFormat(ColumnKind kind) => kind switch
    {
        ColumnKind.Code => TextFormat,
        ColumnKind.Whole => 1,
        ColumnKind.Money => 4,
        ColumnKind.Share => 9,
        ColumnKind.Date => 14,
        ColumnKind.DateTime => 22,
        ColumnKind.Boolean => BooleanFormat,
        _ => 0,
    };

    private static CellFormat Format(uint number, bool wrap = false, uint font = 0) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wrap ? true : null })
        {
            FormatId = 0,
            FontId = font,
            FillId = 0,
            BorderId = 0,
            NumberFormatId = number,
            ApplyNumberFormat = number != 0,
            ApplyFont = font != 0,
            ApplyAlignment = true,
        };

    private static Font Font(params OpenXmlElement[] more) =>
        new([.. more.Where(part => part is not Color), new FontSize { Val = 11 }, .. more.OfType<Color>(),
            new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 }]);
}
