using DocumentFormat.OpenXml.Spreadsheet;
using TrainingApis.Workbook;
using TrainingApis.Workbooks;
using Xunit;

namespace TrainingApis.Tests.Unit.Workbook;

public sealed class LinkTests
{
    [Theory]
    [InlineData("https://www.cegos.fr/61072", "https://www.cegos.fr/61072")]
    [InlineData("http://example.com/é è?q=a b&c", "http://example.com/%C3%A9%20%C3%A8?q=a%20b&c")]
    [InlineData("mailto:jean@example.com", "mailto:jean@example.com")]
    public void Writes_a_URL_as_a_link_with_its_text(string text, string target)
    {
        using var book = Book.Of(ColumnKind.Link, text);
        Assert.Equal(text, book.Text("A2"));
        var link = book.Elements<Hyperlink>().Single();
        Assert.Equal("A2", link.Reference!.Value);
        var relationship = book.Sheet().HyperlinkRelationships.Single(one => one.Id == link.Id);
        Assert.Equal((target, true), (relationship.Uri.AbsoluteUri, relationship.IsExternal));
        Assert.Empty(book.Faults);
    }

    [Theory]
    [InlineData("www.cegos.fr")]
    [InlineData("/relative")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("not an address")]
    public void Writes_any_other_text_as_text(string text)
    {
        using var book = Book.Of(ColumnKind.Link, text, "https://example.com/");
        Assert.Equal(text, book.Text("A2"));
        Assert.Equal("A3", Assert.Single(book.Elements<Hyperlink>()).Reference!.Value);
        Assert.NotEqual(book.Format("A3").FontId!.Value, book.Format("A2").FontId!.Value);
    }

    [Theory]
    [InlineData(2079, true)]
    [InlineData(2080, false)]
    public void Accepts_URLs_up_to_the_maximum_length_of_Excel(int length, bool links)
    {
        using var book = Book.Of(ColumnKind.Link, "https://example.com/".PadRight(length, 'a'));
        Assert.Equal(links ? 1 : 0, book.Elements<Hyperlink>().Length);
        Assert.Equal(length, book.Text("A2")!.Length);
    }

    [Fact]
    public void A_row_link_refers_to_the_row_with_its_key()
    {
        using var book = Book.Write(writer =>
        {
            var first = writer.AddSheet(new SheetLayout("It's", [new SheetColumn("Code", ColumnKind.Code, 12)]));
            first.WriteRow(["a"]);
            var second = writer.AddSheet(new SheetLayout("Other",

            [
                new SheetColumn("Code", ColumnKind.Code, 12), new SheetColumn("Count", ColumnKind.Whole, 9),
                new SheetColumn("Key", ColumnKind.Code, 9),
            ]));
            second.WriteRow([new RowLink("a<b", 2, first.Name, 0), new RowLink(12, 0, first.Name, 27), "a<b"]);
            second.WriteRow([new RowLink("b", 2, first.Name, 0), null, "b"]);
        });
        Assert.Equal(
            ["HYPERLINK(\"#'It''s'!A\"&MATCH(C2,'It''s'!$A:$A,0),C2)", "HYPERLINK(\"#'It''s'!A\"&MATCH(A2,'It''s'!$AB:$AB,0),12)",
                "HYPERLINK(\"#'It''s'!A\"&MATCH(C3,'It''s'!$A:$A,0),C3)"],
            book.Elements<CellFormula>(1).Select(formula => formula.Text));
        Assert.Equal(("a<b", "12"), (book.Cell("A2", 1).CellValue!.Text, book.Cell("B2", 1).CellValue!.Text));
        Assert.Equal((CellValues.String, null), (book.Cell("A2", 1).DataType!.Value, book.Cell("B2", 1).DataType?.Value));
        Assert.Empty(book.Faults);
    }

    [Fact]
    public void Writes_links_above_the_limit_of_Excel_as_text_with_a_warning()
    {
        using var book = Book.Of(ColumnKind.Link,
            [.. Enumerable.Range(0, SheetLinks.MaxCount + 2).Select(i => (object?)$"https://example.com/{i}")]);
        Assert.Equal(SheetLinks.MaxCount, book.Elements<Hyperlink>().Length);
        Assert.Equal("Things: Excel opens at most 65530 links in a sheet. 2 more are plain text.", Assert.Single(book.Warnings));
    }
}
