using System.Globalization;
using System.Security;
using System.Text;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>
/// Builds the chart of a block. The chart refers to the cells of the block, and contains a copy of their values for viewers.
/// </summary>
internal sealed class ChartXml(SummaryBlock block, string sheet, int top, int left)
{
    private const int MostLabels = 15; // more labels do not fit next to the bars
    private const int FewBars = 8;

    private static readonly string[] Colors = ["2F5597", "9DC3E6"];

    private readonly StringBuilder _xml = new();

    private bool IsHorizontal => block.Chart == ChartKind.Bars;

    /// <summary>Escapes a text for an XML attribute or element.</summary>
    public static string Escape(string text) => SecurityElement.Escape(CellText.Clean(text, out _, out _));

    public string Write()
    {
        _xml.Append($"""
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
            <c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1300" b="1"/></a:pPr>
            <a:r><a:rPr sz="1300" b="1"/><a:t>{Escape(block.Title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
            <c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="{(IsHorizontal ? "bar" : "col")}"/>
            <c:grouping val="{(block.Headings.Count > 2 ? "stacked" : "clustered")}"/><c:varyColors val="0"/>
            """);
        for (var series = 0; series < block.Headings.Count - 1; series++)
        {
            AddSeries(series);
        }

        if (block.Headings.Count == 2 && block.Rows.Count <= MostLabels)
        {
            _xml.Append($"""
                <c:dLbls>{SmallText}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>
                <c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>
                """);
        }

        _xml.Append($"""
            <c:gapWidth val="{(block.Rows.Count < FewBars ? 150 : 40)}"/><c:overlap val="100"/>
            <c:axId val="1"/><c:axId val="2"/></c:barChart>
            """);
        AddAxes();
        _xml.Append("</c:plotArea>");
        if (block.Headings.Count > 2)
        {
            _xml.Append("""<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>""");
        }

        return _xml.Append("""
            <c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>
            <a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:chartSpace>
            """).ToString();
    }

    private void AddSeries(int series)
    {
        _xml.Append($"""
            <c:ser><c:idx val="{series}"/><c:order val="{series}"/><c:tx><c:strRef>
            <c:f>{Reference(series + 1, top + 1, top + 1)}</c:f>
            <c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{Escape(block.Headings[series + 1])}</c:v></c:pt></c:strCache>
            </c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val="{Colors[series % Colors.Length]}"/></a:solidFill></c:spPr>
            <c:invertIfNegative val="0"/><c:cat>
            """);
        if (block.Rows[0].Category is DateTime)
        {
            AddNumbers(0, "mmm\\ yyyy", block.Rows.Select(row => ((DateTime)row.Category).ToOADate()));
        }
        else
        {
            _xml.Append($"<c:strRef><c:f>{Reference(0)}</c:f><c:strCache>");
            AddPoints(block.Rows.Select(row => Escape(row.Category.ToString() ?? string.Empty)));
            _xml.Append("</c:strCache></c:strRef>");
        }

        _xml.Append("</c:cat><c:val>");
        AddNumbers(series + 1, "#,##0", block.Rows.Select(row => (double)row.Values[series]));
        _xml.Append("</c:val></c:ser>");
    }

    private void AddNumbers(int column, string format, IEnumerable<double> values)
    {
        _xml.Append($"<c:numRef><c:f>{Reference(column)}</c:f><c:numCache><c:formatCode>{format}</c:formatCode>");
        AddPoints(values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
        _xml.Append("</c:numCache></c:numRef>");
    }

    private void AddPoints(IEnumerable<string> values)
    {
        _xml.Append($"""<c:ptCount val="{block.Rows.Count}"/>""");
        var index = 0;
        foreach (var value in values)
        {
            _xml.Append($"""<c:pt idx="{index++}"><c:v>{value}</c:v></c:pt>""");
        }
    }

    private void AddAxes()
    {
        var (category, value) = IsHorizontal ? ("l", "b") : ("b", "l");
        _xml.Append($"""
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{(IsHorizontal ? "maxMin" : "minMax")}"/></c:scaling>
            <c:delete val="0"/><c:axPos val="{category}"/><c:numFmt formatCode="mmm\ yyyy" sourceLinked="1"/><c:majorTickMark val="none"/>
            <c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{Line("BFBFBF")}</c:spPr>{SmallText}<c:crossAx val="2"/>
            <c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>
            <c:axPos val="{value}"/><c:majorGridlines><c:spPr>{Line("E7E6E6")}</c:spPr></c:majorGridlines>
            <c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>
            <c:tickLblPos val="nextTo"/><c:spPr>{Line("FFFFFF")}</c:spPr>{SmallText}
            <c:crossAx val="1"/><c:crosses val="{(IsHorizontal ? "max" : "autoZero")}"/></c:valAx>
            """);
    }

    private static string SmallText => """<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr/></a:p></c:txPr>""";

    private static string Line(string color) => $"""<a:ln w="9525"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></a:ln>""";

    private string Reference(int column) => Reference(column, top + 2, top + 1 + block.Rows.Count);

    private string Reference(int column, int first, int last)
    {
        var letters = CellName.Column(left + column);
        var range = first == last ? $"${letters}${first}" : $"${letters}${first}:${letters}${last}";
        return $"{Escape(CellName.Quoted(sheet))}!{range}";
    }
}
