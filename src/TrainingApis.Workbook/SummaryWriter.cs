using System.Globalization;
using System.Text;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>
/// Writes the summary: the title, four facts per row, two charts per row, and on a separate page the cells of the charts, four blocks per
/// row.
/// </summary>
internal sealed class SummaryWriter(Package package, SummaryLayout layout, string name, int number)
{
    private const int Across = 4; // blocks of cells, and facts, per row
    private const int BlockColumns = 4; // a label, two values, and an empty column
    private const int ChartRows = 18;
    private const int FirstFact = 3;
    private const string Drawing = "xl/drawings/drawing1.xml";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private readonly List<string?[]> _rows = [];
    private readonly SummaryBlock[] _charts = [.. layout.Blocks.Where(block => block.Rows.Count > 0)];

    private int FirstChart => FirstFact + (2 * Rows(layout.Facts.Count, Across)) + 1;

    private int FirstCell => FirstChart + (ChartRows * Rows(_charts.Length, 2));

    public void Write()
    {
        AddText(1, 0, layout.Title, Styles.Title);
        for (var i = 0; i < layout.Facts.Count; i++)
        {
            var row = FirstFact + (2 * (i / Across));
            AddText(row, i % Across * BlockColumns, layout.Facts[i].Label, Styles.FactLabel);
            AddFact(row + 1, i % Across * BlockColumns, layout.Facts[i].Value);
        }

        var top = FirstCell;
        var tallest = 0;
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            if (i > 0 && i % Across == 0)
            {
                (top, tallest) = (top + tallest + 1, 0);
            }

            var block = layout.Blocks[i];
            AddBlock(block, top, i % Across * BlockColumns);
            tallest = Math.Max(tallest, block.Rows.Count + 2);
            if (block.Rows.Count > 0)
            {
                var chart = new ChartXml(block, name, top, i % Across * BlockColumns).Write();
                package.Write(ChartPath(Array.IndexOf(_charts, block)), "drawingml.chart", chart);
            }
        }

        WriteSheet();
        if (_charts.Length > 0)
        {
            WriteDrawing();
        }
    }

    private void AddBlock(SummaryBlock block, int top, int left)
    {
        AddText(top, left, block.Title, Styles.BlockTitle);
        for (var i = 0; i < block.Headings.Count; i++)
        {
            AddText(top + 1, left + i, block.Headings[i], i == 0 ? Styles.BlockHeading : Styles.SeriesHeading);
        }

        for (var i = 0; i < block.Rows.Count; i++)
        {
            if (block.Rows[i].Category is DateTime month)
            {
                AddNumber(top + 2 + i, left, month.ToOADate(), Styles.Month);
            }
            else
            {
                AddText(top + 2 + i, left, block.Rows[i].Category.ToString() ?? string.Empty, Styles.Category);
            }

            for (var series = 0; series < block.Rows[i].Values.Length; series++)
            {
                AddNumber(top + 2 + i, left + 1 + series, block.Rows[i].Values[series], Styles.Count);
            }
        }
    }

    private void AddFact(int row, int column, object value)
    {
        switch (value)
        {
            case DateTime date:
                AddNumber(row, column, date.ToOADate(), Styles.FactDate);
                break;
            case int or long:
                AddNumber(row, column, Convert.ToDouble(value, CultureInfo.InvariantCulture), Styles.FactNumber);
                break;
            default:
                AddText(row, column, value.ToString() ?? string.Empty, Styles.FactText);
                break;
        }
    }

    private void AddText(int row, int column, string text, int style) => Add(row, column,
        $"s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{ChartXml.Escape(text)}</t></is></c>");

    private void AddNumber(int row, int column, double value, int style) => Add(row, column,
        FormattableString.Invariant($"s=\"{style}\"><v>{value:R}</v></c>"));

    private void Add(int row, int column, string cell)
    {
        while (_rows.Count < row)
        {
            _rows.Add(new string?[Across * BlockColumns]);
        }

        _rows[row - 1][column] = $"""<c r="{CellName.Cell(row, column)}" """ + cell;
    }

    private void WriteSheet()
    {
        var xml = new StringBuilder($"""
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Relationships}">
            <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
            <sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>
            <sheetFormatPr defaultRowHeight="15"/><cols>
            """);
        for (var i = 0; i < Across * BlockColumns; i++)
        {
            var width = (i % BlockColumns) switch { 0 => 28, 3 => 3, _ => 11 };
            xml.Append($"""<col min="{i + 1}" max="{i + 1}" width="{width}" customWidth="1"/>""");
        }

        xml.Append("</cols><sheetData>");
        for (var row = 1; row <= _rows.Count; row++)
        {
            if (Array.TrueForAll(_rows[row - 1], cell => cell is null))
            {
                continue;
            }

            var height = row == 1 ? 30 : row >= FirstFact && row < FirstChart - 1 ? 22 : SheetPart.LineHeight;
            xml.Append($"""<row r="{row}" ht="{height}" customHeight="1">""").Append(string.Concat(_rows[row - 1])).Append("</row>");
        }

        xml.Append($"""
            </sheetData><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>
            <pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>
            <headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>
            <rowBreaks count="1" manualBreakCount="1"><brk id="{FirstCell - 1}" max="16383" man="1"/></rowBreaks>
            {(_charts.Length > 0 ? """<drawing r:id="rDrawing"/>""" : string.Empty)}</worksheet>
            """);
        package.Write(XlsxWriter.PathOf(number), "spreadsheetml.worksheet", xml.ToString());
        if (_charts.Length > 0)
        {
            package.WriteRelationships(XlsxWriter.PathOf(number), [new Relationship("rDrawing", "drawing", Drawing)]);
        }
    }

    private void WriteDrawing()
    {
        var xml = new StringBuilder($"""
            <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
            """);
        for (var i = 0; i < _charts.Length; i++)
        {
            var column = i % 2 * BlockColumns * 2;
            var row = FirstChart - 1 + (i / 2 * ChartRows);
            xml.Append($"""
                <xdr:twoCellAnchor>
                <xdr:from>{Marker(column, row)}</xdr:from><xdr:to>{Marker(column + (BlockColumns * 2) - 1, row + ChartRows - 1)}</xdr:to>
                <xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>
                <xdr:cNvPr id="{i + 2}" name="Chart {i + 1}" descr="{ChartXml.Escape(_charts[i].Title)}"/><xdr:cNvGraphicFramePr/>
                </xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>
                <a:graphic><a:graphicData uri="{Chart}">
                <c:chart xmlns:c="{Chart}" xmlns:r="{Relationships}" r:id="rId{i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame>
                <xdr:clientData/></xdr:twoCellAnchor>
                """);
        }

        package.Write(Drawing, "drawing", xml.Append("</xdr:wsDr>").ToString());
        package.WriteRelationships(Drawing, _charts.Select((_, i) => new Relationship($"rId{i + 1}", "chart", ChartPath(i))));
    }

    private static string Marker(int column, int row) =>
        $"<xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff>";

    private static int Rows(int count, int across) => (count + across - 1) / across;

    private static string ChartPath(int index) => FormattableString.Invariant($"xl/charts/chart{index + 1}.xml");
}
