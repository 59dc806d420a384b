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
    public void A_web_address_is_a_link_that_shows_its_text(string text, string target)
    {
        using var book = Book.Of(ColumnKind.Link, text);
        Assert.Equal(text, book.Text("A2"));
        var link = book.Sheet().Worksheet.Descendants<Hyperlink>().Single();
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
    public void Anything_else_stays_text(string text)
    {
        using var book = Book.Of(ColumnKind.Link, text);
        Assert.Equal(text, book.Text("A2"));
        Assert.Empty(book.Sheet().Worksheet.Descendants<Hyperlink>());
        Assert.Null(book.Format("A2").ApplyFont?.Value is true ? "looks like a link" : null);
    }

    [Theory]
    [InlineData(2079, true)]
    [InlineData(2080, false)]
    public void An_address_may_be_as_long_as_Excel_lets_it_be(int length, bool links)
    {
        using var book = Book.Of(ColumnKind.Link, "https://example.com/".PadRight(length, 'a'));
        Assert.Equal(links ? 1 : 0, book.Sheet().Worksheet.Descendants<Hyperlink>().Count());
        Assert.Equal(length, book.Text("A2")!.Length);
    }

    [Fact]
    public void A_row_links_to_a_row_of_another_sheet()
    {
        using var book = Book.Write(writer =>
        {
            writer.StartSheet("It's", [new SheetColumn("Code", ColumnKind.Code, 12)]);
            var row = writer.WriteRow(["a"]);
            row = writer.WriteRow(["b"]);
            writer.StartSheet("Other", [new SheetColumn("Code", ColumnKind.Code, 12)]);
            writer.WriteRow([new RowLink("B", "It's", row)]);
        });
        var link = book.Sheet(1).Worksheet.Descendants<Hyperlink>().Single();
        Assert.Equal(("A2", "'It''s'!A3", null), (link.Reference!.Value!, link.Location!.Value!, link.Id?.Value));
        Assert.Equal("B", book.Text("A2", sheet: 1));
    }

    [Fact]
    public void More_links_than_Excel_opens_are_text_and_said_to_be()
    {
        using var book = Book.Of(ColumnKind.Link,
            [.. Enumerable.Range(0, RowWriter.MaxLinks + 2).Select(i => (object?)$"https://example.com/{i}")]);
        Assert.Equal(RowWriter.MaxLinks, book.Sheet().Worksheet.Descendants<Hyperlink>().Count());
        Assert.Equal("Things: Excel opens no more than 65530 links in a sheet; 2 more are plain text.", Assert.Single(book.Notices));
    }
}
