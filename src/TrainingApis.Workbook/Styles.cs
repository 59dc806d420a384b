using System.Text;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>
/// Provides the formats of all cells. Excel shows its built-in formats (1 to 49) in the locale of the reader: 14 is a short date, 22 a date
/// with a time, 9 a percentage, 49 text.
/// </summary>
internal static class Styles
{
    public static readonly int Header;
    public static readonly int Text;
    public static readonly int QuotedText;
    public static readonly int Html;
    public static readonly int QuotedHtml;
    public static readonly int Address;
    public static readonly int RowLink;
    public static readonly int CountLink;
    public static readonly int Title;
    public static readonly int FactLabel;
    public static readonly int FactText;
    public static readonly int FactNumber;
    public static readonly int FactDate;
    public static readonly int BlockTitle;
    public static readonly int BlockHeading;
    public static readonly int SeriesHeading;
    public static readonly int Category;
    public static readonly int Month;
    public static readonly int Count;

    /// <summary>The number of formats.</summary>
    public static readonly int Amount;

    /// <summary>The styles.xml of every workbook.</summary>
    public static readonly string Xml;

    private const int MoneyFormat = 164; // the first number for a custom format
    private const int BooleanFormat = 165;
    private const int MonthFormat = 166;
    private const int TextFormat = 49;
    private const string Top = """vertical="top" """;
    private const string Wrapped = """vertical="top" wrapText="1" """;
    private const string Right = """vertical="top" horizontal="right" indent="1" """;
    private const string Left = """vertical="top" horizontal="left" """;

    private static readonly int[] Kinds;

    static Styles()
    {
        var formats = new StringBuilder();
        var count = 0;
        int Add(int format = 0, Font font = Font.Body, string alignment = Top, bool quoted = false, int fill = 0, int border = 0)
        {
            formats.Append($"""<xf xfId="0" numFmtId="{format}" fontId="{(int)font}" fillId="{fill}" borderId="{border}" """)
                .Append("""applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" """)
                .Append($"""quotePrefix="{(quoted ? 1 : 0)}">""")
                .Append($"<alignment {alignment}/></xf>");
            return count++;
        }

        Add();
        Header = Add(font: Font.Header, alignment: "vertical=\"center\"", fill: 2);
        Text = Add();
        QuotedText = Add(quoted: true);
        Html = Add(alignment: Wrapped);
        QuotedHtml = Add(alignment: Wrapped, quoted: true);
        Address = Add(font: Font.Link);
        RowLink = Add(TextFormat, Font.Link, Left);
        CountLink = Add(1, Font.Link, Right);
        Title = Add(font: Font.Title);
        FactLabel = Add(font: Font.Grey, alignment: "vertical=\"bottom\"");
        FactText = Add(font: Font.Fact, alignment: Left);
        FactNumber = Add(3, Font.Fact, Left);
        FactDate = Add(22, Font.Fact, Left);
        BlockTitle = Add(font: Font.Bold);
        BlockHeading = Add(font: Font.Grey, border: 1);
        SeriesHeading = Add(font: Font.Grey, alignment: Right, border: 1);
        Category = Add(alignment: Left);
        Month = Add(MonthFormat, alignment: Left);
        Count = Add(3, alignment: Right);
        Kinds = Enum.GetValues(typeof(ColumnKind)).Cast<ColumnKind>().Select(kind => kind switch
        {
            ColumnKind.Text or ColumnKind.Link => Text,
            ColumnKind.Html => Html,
            ColumnKind.Code => Add(TextFormat),
            ColumnKind.Boolean => Add(BooleanFormat, alignment: """vertical="top" horizontal="center" """),
            _ => Add(Format(kind), alignment: Right),
        }).ToArray();
        Amount = count;

        // Excel shows a Boolean in the language of the reader with any format. LibreOffice shows 1 and 0 if there is no format.
        Xml = $"""
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="3"><numFmt numFmtId="{MoneyFormat}" formatCode="#,##0.00 €"/>
            <numFmt numFmtId="{BooleanFormat}" formatCode="&quot;TRUE&quot;;&quot;TRUE&quot;;&quot;FALSE&quot;"/>
            <numFmt numFmtId="{MonthFormat}" formatCode="mmm\ yyyy"/></numFmts>
            <fonts count="7">{Fonts}</fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FF2F5597"/></patternFill></fill></fills>
            <borders count="2"><border/>
            <border><left/><right/><top/><bottom style="thin"><color rgb="FFBFBFBF"/></bottom><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="{count}">{formats}</cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
            <dxfs count="4">{Mark("FF006100", "FFC6EFCE")}{Mark("FF7F6000", "FFFFEB9C")}{Mark("FF9C0006", "FFFFC7CE")}
            <dxf><font><strike/><color rgb="FF808080"/></font></dxf></dxfs>
            </styleSheet>
            """;
    }

    private enum Font
    {
        Body,
        Bold,
        Link,
        Title,
        Grey,
        Fact,
        Header,
    }

    private static string Fonts => $"""
        <font>{Name(11)}</font><font><b/>{Name(11)}</font><font><u/>{Name(11, "FF0563C1")}</font><font><b/>{Name(20, "FF1F3864")}</font>
        <font>{Name(10, "FF595959")}</font><font><b/>{Name(14, "FF1F3864")}</font>
        <font><b/>{Name(11, "FFFFFFFF")}</font>
        """;

    /// <summary>Gets the format of the cells of a column.</summary>
    public static int Of(ColumnKind kind) => Kinds[(int)kind];

    private static int Format(ColumnKind kind) => kind switch
    {
        ColumnKind.Whole => 1,
        ColumnKind.Money => MoneyFormat,
        ColumnKind.Share => 9,
        ColumnKind.Date => 14,
        ColumnKind.DateTime => 22,
        _ => 0,
    };

    private static string Name(int size, string? color = null) =>
        $"""<sz val="{size}"/>{(color is null ? string.Empty : $"""<color rgb="{color}"/>""")}<name val="Calibri"/><family val="2"/>""";

    /// <summary>Gets the format of a conditional mark, in the order of <see cref="MarkStyle"/>.</summary>
    private static string Mark(string text, string background) =>
        $"""<dxf><font><color rgb="{text}"/></font><fill><patternFill><bgColor rgb="{background}"/></patternFill></fill></dxf>""";
}
