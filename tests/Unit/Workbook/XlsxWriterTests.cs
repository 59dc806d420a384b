using DocumentFormat.OpenXml.Spreadsheet;
using TrainingApis.Workbooks;
using Xunit;

namespace TrainingApis.Tests.Unit.Workbook;

public sealed class XlsxWriterTests
{
    private static readonly SheetColumn[] AllKinds =
        [.. Enum.GetValues<ColumnKind>().Select(kind => new SheetColumn(kind.ToString(), kind, 20))];

    private static readonly object?[] OneOfEach =
        ["text", "0042", "<p>a</p>", 7, 2.5m, 1350.5m, 0.5m, new DateTime(2025, 3, 15), new DateTime(2025, 3, 15, 9, 30, 0), true,
            "https://example.com/a?b=c&d"];

    [Fact]
    public void The_validator_finds_no_error_in_a_book_of_every_kind_of_cell()
    {
        using var book = Book.Write(writer =>
        {
            writer.StartSheet("Full", AllKinds, 60);
            writer.WriteRow(OneOfEach);
            writer.WriteRow(new object?[AllKinds.Length]);
            writer.StartSheet("Empty", AllKinds);
            writer.StartSheet("Linked", [new SheetColumn("Code", ColumnKind.Code, 12)]);
            writer.WriteRow([new RowLink("2025-1", "Full", 2)]);
        });

        Assert.Empty(book.Faults);
        Assert.Empty(book.Notices);
        Assert.Equal(["Full", "Empty", "Linked"],
            book.Document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!));
    }

    [Theory]
    [InlineData("D2", 1u, "7")]
    [InlineData("E2", 0u, "2.5")]
    [InlineData("F2", 4u, "1350.5")]
    [InlineData("G2", 9u, "0.5")]
    [InlineData("H2", 14u, "45731")]
    [InlineData("I2", 22u, "45731.395833333336")]
    [InlineData("J2", 164u, "1")]
    public void A_value_is_a_number_with_its_format(string cell, uint format, string value)
    {
        using var book = Book.Write(writer =>
        {
            writer.StartSheet("Full", AllKinds);
            writer.WriteRow(OneOfEach);
        });

        Assert.Equal(value, book.Cell(cell)!.CellValue!.Text);
        Assert.Equal(format, book.Format(cell).NumberFormatId!.Value);
        Assert.Equal(cell == "J2" ? CellValues.Boolean : (CellValues?)null, book.Cell(cell)!.DataType?.Value);
    }

    [Fact]
    public void Codes_are_text_and_stay_it_when_edited()
    {
        using var book = Book.Of(ColumnKind.Code, "0042", "1E5");
        Assert.Equal(("0042", "1E5"), (book.Text("A2"), book.Text("A3")));
        Assert.Equal(49u, book.Format("A2").NumberFormatId!.Value);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 1 23")]
    [InlineData("-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    public void What_begins_like_a_formula_is_text_and_quoted(string text)
    {
        using var book = Book.Of(ColumnKind.Text, text, "plain");
        Assert.Equal(text, book.Text("A2"));
        Assert.Null(book.Cell("A2")!.CellFormula);
        Assert.True(book.Format("A2").QuotePrefix!.Value);
        Assert.Null(book.Format("A3").QuotePrefix);
    }

    [Fact]
    public void A_date_before_those_of_Excel_is_text()
    {
        using var book = Book.Of(ColumnKind.Date, new DateTime(1899, 12, 31), new DateTime(1900, 2, 28), new DateTime(1900, 3, 1));
        Assert.Equal(("1899-12-31", "1900-02-28", null), (book.Text("A2"), book.Text("A3"), book.Text("A4")));
        Assert.Equal("61", book.Cell("A4")!.CellValue!.Text);
    }

    [Fact]
    public void The_header_is_frozen_and_a_table_filters_the_rows()
    {
        using var book = Book.Of(ColumnKind.Text, "a", "b");
        var pane = book.Sheet().Worksheet.SheetViews!.Descendants<Pane>().Single();
        Assert.Equal((1d, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.State!.Value));
        var table = book.Sheet().TableDefinitionParts.Single().Table;
        Assert.Equal(("A1:A3", "A1:A3", "Things", "TableStyleMedium2"),
            (table.Reference!.Value!, table.AutoFilter!.Reference!.Value!, table.DisplayName!.Value!, table.TableStyleInfo!.Name!.Value!));
        Assert.Equal(book.Text("A1"), table.TableColumns!.Elements<TableColumn>().Single().Name!.Value);
    }

    [Fact]
    public void A_sheet_without_rows_has_a_table_that_Excel_takes()
    {
        using var book = Book.Of(ColumnKind.Share);
        Assert.Equal("A1:A2", book.Sheet().TableDefinitionParts.Single().Table.Reference!.Value);
        Assert.Empty(book.Faults);
    }

    [Fact]
    public void A_share_has_a_bar_from_nought_to_one()
    {
        using var book = Book.Of(ColumnKind.Share, 0.25m, 1m);
        var bar = book.Sheet().Worksheet.Descendants<ConditionalFormatting>().Single();
        Assert.Equal("A2:A3", bar.SequenceOfReferences!.InnerText);
        Assert.Equal(["0", "1"], bar.Descendants<ConditionalFormatValueObject>().Select(end => end.Val!.Value!));
    }

    [Fact]
    public void More_rows_than_a_sheet_holds_are_refused()
    {
        var error = Assert.Throws<ApiException>(() => Book.Write(
            writer =>
            {
                writer.StartSheet("Things", [new SheetColumn("Thing", ColumnKind.Text, 20)]);
                for (var i = 0; i < 3; i++)
                {
                    writer.WriteRow(["a"]);
                }
            },
            maxRows: 3));
        Assert.Equal(ApiErrorKind.FileNotWritable, error.Kind);
        Assert.Equal("There are more Things than the 2 rows that a sheet of Excel can hold.", error.Message);
    }
}
