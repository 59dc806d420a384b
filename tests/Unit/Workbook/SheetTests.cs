using DocumentFormat.OpenXml.Spreadsheet;
using TrainingApis.Workbooks;
using Xunit;

namespace TrainingApis.Tests.Unit.Workbook;

public sealed class SheetTests
{
    private static readonly SheetColumn[] AllKinds =
        [.. Enum.GetValues<ColumnKind>().Select(kind => new SheetColumn(kind.ToString(), kind, 20))];

    private static readonly object?[] OneOfEach =
        ["text", "0042", "<p>a</p>", 7, 2.5m, 1350.5m, 0.5m, new DateTime(2025, 3, 15), new DateTime(2025, 3, 15, 9, 30, 0), true,
            "https://example.com/a?b=c&d"];

    private static Book Full(params CellMark[] marks) => Book.Write(writer =>
    {
        var sheet = writer.AddSheet(new SheetLayout("Full", AllKinds, marks));
        sheet.WriteRow(OneOfEach);
        sheet.WriteRow(new object?[AllKinds.Length]);
        writer.AddSheet(new SheetLayout("Empty", AllKinds));
    });

    [Fact]
    public void A_workbook_with_every_kind_of_cell_is_valid()
    {
        using var book = Full();
        Assert.Empty(book.Faults);
        Assert.Empty(book.Warnings);
        Assert.Equal(["Full", "Empty"], book.SheetNames);
        Assert.Equal(AllKinds.Select(column => column.Name), book.Rows()[0].Select(cell => cell.InlineString!.Text!.Text));
        Assert.All(book.Rows()[2], cell => Assert.Empty(cell.ChildElements));
    }

    [Theory]
    [InlineData("D2", "1", "7")]
    [InlineData("E2", "0", "2.5")]
    [InlineData("F2", "#,##0.00 €", "1350.5")]
    [InlineData("G2", "9", "0.5")]
    [InlineData("H2", "14", "45731")]
    [InlineData("I2", "22", "45731.395833333336")]
    [InlineData("J2", "\"TRUE\";\"TRUE\";\"FALSE\"", "1")]
    public void A_value_is_a_number_with_its_format(string cell, string format, string value)
    {
        using var book = Full();
        Assert.Equal(value, book.Cell(cell).CellValue!.Text);
        Assert.Equal(format, book.NumberFormat(cell));
        Assert.Equal(cell == "J2" ? CellValues.Boolean : (CellValues?)null, book.Cell(cell).DataType?.Value);
    }

    [Theory]
    [InlineData(ColumnKind.Text, "=1+1", true)]
    [InlineData(ColumnKind.Text, "+33 1 23", true)]
    [InlineData(ColumnKind.Text, "-cmd|' /C calc'!A0", true)]
    [InlineData(ColumnKind.Text, "@SUM(A1)", true)]
    [InlineData(ColumnKind.Html, "<p>=1+1</p>", true)]
    [InlineData(ColumnKind.Code, "=1+1", false)]
    [InlineData(ColumnKind.Link, "=HYPERLINK(\"https://example.com\")", true)]
    [InlineData(ColumnKind.Money, "=1+1", false)]
    public void Writes_text_that_looks_like_a_formula_as_text(object column, string text, bool quoted)
    {
        var kind = (ColumnKind)column;
        using var book = Book.Of(kind, text, "plain");
        Assert.Equal(kind == ColumnKind.Html ? "=1+1" : text, book.Text("A2"));
        Assert.Equal(CellValues.InlineString, book.Cell("A2").DataType!.Value);
        Assert.Empty(book.Elements<CellFormula>());
        Assert.Equal(quoted, book.Format("A2").QuotePrefix!.Value);
        Assert.False(book.Format("A3").QuotePrefix!.Value);
        Assert.True(kind != ColumnKind.Code || book.NumberFormat("A2") == "49");
    }

    [Fact]
    public void Writes_a_date_that_Excel_cannot_store_as_text_with_a_warning()
    {
        using var book = Book.Of(ColumnKind.Date, new DateTime(1899, 12, 31), new DateTime(1900, 2, 28), new DateTime(1900, 3, 1));
        Assert.Equal(("1899-12-31", "1900-02-28", null), (book.Text("A2"), book.Text("A3"), book.Text("A4")));
        Assert.Equal("61", book.Cell("A4").CellValue!.Text);
        Assert.Equal("Things: 2 date(s) before March 1900, which Excel cannot store, were written as text.", Assert.Single(book.Warnings));
    }

    [Fact]
    public void Writes_NaN_and_infinity_as_text()
    {
        using var book = Book.Of(ColumnKind.Number, double.NaN, double.PositiveInfinity, 1e300);
        Assert.Equal(("NaN", null, "1E+300"), (book.Text("A2"), book.Text("A4"), book.Cell("A4").CellValue!.Text));
        Assert.Empty(book.Faults);
    }

    [Fact]
    public void Header_and_key_column_are_frozen_and_a_table_has_filters()
    {
        using var book = Book.Of(ColumnKind.Text, "a", "b");
        var pane = book.Elements<Pane>().Single();
        Assert.Equal((1d, 1d, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.HorizontalSplit!.Value, pane.State!.Value));
        var table = book.Sheet().TableDefinitionParts.Single().Table;
        Assert.Equal(("A1:A3", "A1:A3", "Things"),
            (table.Reference!.Value!, table.AutoFilter!.Reference!.Value!, table.DisplayName!.Value!));
        Assert.Equal(book.Text("A1"), table.TableColumns!.Elements<TableColumn>().Single().Name!.Value);
    }

    [Fact]
    public void A_sheet_without_rows_has_its_headings_in_a_table()
    {
        using var book = Book.Of(ColumnKind.Share);
        Assert.Equal("A1:A2", book.Sheet().TableDefinitionParts.Single().Table.Reference!.Value);
        Assert.Equal("Thing", Assert.Single(Assert.Single(book.Rows())).InlineString!.InnerText);
        Assert.Empty(book.Faults);
    }

    [Fact]
    public void A_page_is_landscape_one_sheet_wide_with_its_header_and_page_numbers()
    {
        using var book = Full();
        var setup = book.Elements<PageSetup>().Single();
        Assert.Equal((OrientationValues.Landscape, 1u, 0u),
            (setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.True(book.Elements<PageSetupProperties>().Single().FitToPage!.Value);
        Assert.Contains("&P / &N", book.Elements<OddFooter>().Single().Text);
        Assert.Equal([("_xlnm.Print_Titles", 0u, "'Full'!$1:$1"), ("_xlnm.Print_Titles", 1u, "'Empty'!$1:$1")],
            book.Part.Workbook.DefinedNames!.Elements<DefinedName>()
                .Select(name => (name.Name!.Value!, name.LocalSheetId!.Value, name.Text)));
    }

    [Fact]
    public void Outlined_columns_are_collapsed_after_the_others()
    {
        using var book = Book.Write(writer => writer.AddSheet(new SheetLayout("Things",
        [
            new SheetColumn("A", ColumnKind.Text, 20), new SheetColumn("A long heading", ColumnKind.Text, 5),
            new SheetColumn("C", ColumnKind.Text, 20, Outlined: true), new SheetColumn("D", ColumnKind.Text, 20, Outlined: true),
        ])));
        var columns = book.Elements<Column>();
        Assert.Equal([null, null, 1, 1], columns.Select(column => (int?)column.OutlineLevel?.Value));
        Assert.Equal([false, false, true, true], columns.Select(column => column.Hidden?.Value == true));
        Assert.Equal([false, true, false, false], columns.Select(column => column.Collapsed?.Value == true));
        Assert.False(book.Elements<OutlineProperties>().Single().SummaryRight!.Value);
        Assert.Equal(1, book.Elements<SheetFormatProperties>().Single().OutlineLevelColumn!.Value);
        Assert.True(columns[1].Width!.Value >= "A long heading".Length + 3, "the filter button hides no part of the heading");
        Assert.Empty(book.Faults);
    }

    [Fact]
    public void Marks_are_conditional_formats()
    {
        using var book = Full(new CellMark(0, "a \"b\" <c>", MarkStyle.Good), new CellMark(9, true, MarkStyle.Inactive, WholeRow: true));
        var formats = book.Elements<ConditionalFormatting>();
        Assert.Equal([("A2:A3", "$A2=\"a \"\"b\"\" <c>\"", 0u), ("A2:K3", "$J2=TRUE", 3u)],
            formats.Take(2).Select(format => (format.SequenceOfReferences!.InnerText, format.Descendants<Formula>().Single().Text,
                format.Descendants<ConditionalFormattingRule>().Single().FormatId!.Value)));
        var bar = formats[2];
        Assert.Equal("G2:G3", bar.SequenceOfReferences!.InnerText);
        Assert.Equal(["0", "1"], bar.Descendants<ConditionalFormatValueObject>().Select(end => end.Val!.Value!));
        Assert.Equal([1, 2, 3], formats.Select(format => format.Descendants<ConditionalFormattingRule>().Single().Priority!.Value));
        Assert.Empty(book.Faults);
    }

    [Fact]
    public void The_height_of_a_row_depends_on_the_lines_of_its_HTML()
    {
        using var book = Book.Write(writer =>
        {
            var sheet = writer.AddSheet(new SheetLayout("Things",
                [new SheetColumn("Text", ColumnKind.Text, 10), new SheetColumn("Html", ColumnKind.Html, 10)]));
            sheet.WriteRow(["a\nb\nc", "one"]);
            sheet.WriteRow(["a", "<p>one</p><p>two</p><p>more than ten characters</p>"]);
            sheet.WriteRow(["a", string.Concat(Enumerable.Repeat("<p>a</p>", 100))]);
        });
        Assert.Equal([20d, 15d, 75d, 409d], book.Elements<Row>().Select(row => row.Height!.Value));
        Assert.Equal((true, null), (book.Format("B2").Alignment!.WrapText?.Value, book.Format("A2").Alignment!.WrapText?.Value));
    }

    [Fact]
    public void Writes_rows_above_the_limit_to_a_second_sheet_with_a_warning()
    {
        var on = new List<string>();
        using var book = Book.Write(
            writer =>
            {
                var first = writer.AddSheet(new SheetLayout("Things", [new SheetColumn("Thing", ColumnKind.Text, 20)]));
                writer.AddSheet(new SheetLayout("Others", [new SheetColumn("Thing", ColumnKind.Text, 20)]));
                on.AddRange(Enumerable.Range(0, 5).Select(i => first.WriteRow([$"{i}"])));
            },
            maxRows: 3);
        Assert.Equal(["Things", "Things 2", "Things 3", "Others"], book.SheetNames);
        Assert.Equal(["Things", "Things", "Things 2", "Things 2", "Things 3"], on);
        Assert.Equal(("Thing", "2", "3", "4"), (book.Text("A1", 1), book.Text("A2", 1), book.Text("A3", 1), book.Text("A2", 2)));
        Assert.Equal(["Things", "Things_2", "Things_3", "Others"],
            Enumerable.Range(0, 4).Select(i => book.Sheet(i).TableDefinitionParts.Single().Table.Name!.Value));
        Assert.Equal("Things: a sheet of Excel holds 2 rows. The rest is on Things 2, Things 3.", Assert.Single(book.Warnings));
        Assert.Empty(book.Faults);
    }

    [Theory]
    [InlineData("a/b:c*d?[e]\\f", "a_b_c_d__e__f", "a_b_c_d__e__f")]
    [InlineData("'quoted'", "quoted", "quoted")]
    [InlineData("a name of more than thirty-one characters", "a name of more than thirty-one ", "a_name_of_more_than_thirty_one_")]
    [InlineData("HISTORY", "HISTORY_", "HISTORY_")]
    [InlineData("taken", "taken 2", "taken_2")]
    [InlineData("", "_", "__")]
    [InlineData("A1", "A1", "_A1")]
    [InlineData("r10c10", "r10c10", "_r10c10")]
    [InlineData("It's", "It's", "It_s")]
    public void Changes_a_name_that_Excel_does_not_allow_and_writes_a_warning(string wanted, string name, string table)
    {
        using var book = Book.Write(writer =>
        {
            writer.AddSheet(new SheetLayout("Taken", AllKinds));
            Assert.Equal(name, writer.AddSheet(new SheetLayout(wanted, AllKinds)).Name);
        });
        Assert.Equal(["Taken", name], book.SheetNames);
        Assert.Equal(table, book.Sheet(1).TableDefinitionParts.Single().Table.DisplayName!.Value);
        Assert.Equal(wanted == name ? 0 : 1, book.Warnings.Count);
        Assert.Empty(book.Faults);
    }
}
