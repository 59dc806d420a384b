using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TrainingApis.Workbooks;
using Xunit;

namespace TrainingApis.Tests.Unit.Workbook;

public sealed class SummaryTests
{
    private static readonly SummaryLayout Layout = new(
        "Sum'mary",
        "A title & more",
        [
            new SummaryFact("Exported", new DateTime(2026, 1, 15, 9, 30, 0)), new SummaryFact("Products", 12),
            new SummaryFact("Text", "=1+1"),
        ],
        [
            new SummaryBlock("Months", ChartKind.Columns, ["Month", "Sessions"],
                [new SummaryRow(new DateTime(2026, 1, 1), 3), new SummaryRow(new DateTime(2026, 2, 1), 0)]),
            new SummaryBlock("Cities <b>", ChartKind.Bars, ["City", "Taken", "Free"],
                [new SummaryRow("Paris", 8, 4), new SummaryRow("=Lyon", 1, 2)]),
            new SummaryBlock("Nothing", ChartKind.Bars, ["Range", "Products"], []),
            new SummaryBlock("Modes", ChartKind.Columns, ["Mode", "Products"], [new SummaryRow("Mixte", 7)]),
            new SummaryBlock("Fifth", ChartKind.Columns, ["Mode", "Products"], [new SummaryRow("Mixte", 7)]),
        ]);

    private static Book Write() => Book.Write(writer =>
    {
        writer.AddSheet(new SheetLayout("Rows", [new SheetColumn("Thing", ColumnKind.Text, 20)]));
        writer.AddSummary(Layout);
    });

    [Fact]
    public void The_summary_is_valid_and_the_first_sheet()
    {
        using var book = Write();
        Assert.Empty(book.Faults);
        Assert.Equal(["Sum'mary", "Rows"], book.SheetNames);
        Assert.True(book.Elements<SheetView>().Single().TabSelected!.Value);
        Assert.Empty(book.Elements<CellFormula>());
        Assert.Equal(1u, book.Part.Workbook.DefinedNames!.Elements<DefinedName>().Single().LocalSheetId!.Value);
    }

    [Fact]
    public void Writes_title_and_facts_to_cells()
    {
        using var book = Write();
        var cells = Cells(book);
        Assert.Equal(("A title & more", "Exported", "Products", "=1+1"), (cells["A1"], cells["A3"], cells["E3"], cells["I4"]));
        Assert.Equal((46037.395833333336).ToString("R", System.Globalization.CultureInfo.InvariantCulture), cells["A4"]);
        Assert.Equal("12", cells["E4"]);
    }

    [Fact]
    public void Each_block_with_rows_has_a_chart_over_its_cells()
    {
        using var book = Write();
        var drawing = book.Sheet().DrawingsPart!;
        var charts = drawing.ChartParts.OrderBy(part => part.Uri.ToString()).Select(part => part.ChartSpace).ToArray();
        Assert.Equal(["Months", "Cities <b>", "Modes", "Fifth"], charts.Select(chart => chart.Descendants<Title>().First().InnerText));
        Assert.Equal([1, 2, 1, 1], charts.Select(chart => chart.Descendants<BarChartSeries>().Count()));
        Assert.Equal([BarDirectionValues.Column, BarDirectionValues.Bar, BarDirectionValues.Column, BarDirectionValues.Column],
            charts.Select(chart => chart.Descendants<BarDirection>().Single().Val!.Value));
        var cells = Cells(book);
        foreach (var reference in charts.SelectMany(chart => chart.Descendants<DocumentFormat.OpenXml.Drawing.Charts.Formula>()))
        {
            Assert.StartsWith("'Sum''mary'!$", reference.Text);
            var shown = reference.Parent!.Descendants<NumericValue>().Select(value => value.Text);
            Assert.Equal(Expand(reference.Text.Split('!')[1]).Select(name => cells[name]), shown);
        }
    }

    [Fact]
    public void Charts_do_not_cover_each_other_or_the_cells()
    {
        using var book = Write();
        var anchors = book.Sheet().DrawingsPart!.WorksheetDrawing.Elements<DocumentFormat.OpenXml.Drawing.Spreadsheet.TwoCellAnchor>()
            .Select(anchor => (Left: int.Parse(anchor.FromMarker!.ColumnId!.Text), Top: int.Parse(anchor.FromMarker.RowId!.Text),
                Right: int.Parse(anchor.ToMarker!.ColumnId!.Text), Bottom: int.Parse(anchor.ToMarker.RowId!.Text))).ToArray();
        Assert.Equal(4, anchors.Length);
        Assert.DoesNotContain(anchors.SelectMany((a, i) => anchors.Skip(i + 1).Select(b => (a, b))), pair =>
            pair.a.Left < pair.b.Right && pair.b.Left < pair.a.Right && pair.a.Top < pair.b.Bottom && pair.b.Top < pair.a.Bottom);
        var rows = book.Elements<Row>().Select(row => (int)row.RowIndex!.Value - 1).ToArray();
        Assert.DoesNotContain(rows, row => anchors.Any(anchor => row >= anchor.Top && row < anchor.Bottom));
        Assert.Equal(anchors.Max(anchor => anchor.Bottom) + 1, rows.First(row => row > anchors[0].Top));
    }

    private static Dictionary<string, string> Cells(Book book) => book.Elements<Cell>().ToDictionary(
        cell => cell.CellReference!.Value!, cell => cell.InlineString?.Text?.Text ?? cell.CellValue!.Text);

    /// <summary>Gets the names of the cells of a range of one column.</summary>
    private static IEnumerable<string> Expand(string range)
    {
        var ends = range.Split(':').Select(end => end.Trim('$').Split('$')).ToArray();
        for (var row = int.Parse(ends[0][1]); row <= int.Parse(ends[^1][1]); row++)
        {
            yield return ends[0][0] + row;
        }
    }
}
