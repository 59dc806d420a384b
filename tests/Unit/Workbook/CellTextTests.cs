using TrainingApis.Workbook;
using TrainingApis.Workbooks;
using Xunit;

namespace TrainingApis.Tests.Unit.Workbook;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Présentiel – 1 350 €", "Présentiel – 1 350 €")]
    [InlineData("a\u0000b\u0007c\u001fd\u007fe\u0085f", "abcdef")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("a\r\nb\rc\r", "a\nb\nc\n")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    [InlineData("_x000D_", "_x005F_x000D_")]
    [InlineData("a_x0041_x0042_b", "a_x005F_x0041_x005F_x0042_b")]
    [InlineData("_x00g0_ _x004_ _x", "_x00g0_ _x004_ _x")]
    [InlineData("_X0041_", "_X0041_")]
    public void Converts_text_to_valid_XML_text(string text, string valid)
    {
        Assert.Equal(valid, CellText.Clean(text, out _, out var cut));
        Assert.False(cut);
        Assert.True(CellText.IsPlain(text) ? text == valid : text != valid || text.Any(c => c == '_' || char.IsSurrogate(c)));
    }

    [Fact]
    public void Removes_unpaired_surrogates_and_noncharacters()
    {
        char high = '\ud83d', low = '\ude00', none = '\uffff';
        Assert.Equal("abcd", CellText.Clean($"a{low}b{high}c{none}d{high}", out var removed, out _));
        Assert.True(removed);
    }

    [Fact]
    public void Truncates_text_that_is_too_long_and_writes_a_warning()
    {
        string longest = new('a', CellText.MaxLength);
        using var book = Book.Of(ColumnKind.Text, longest, longest + "a", longest + "bc");
        Assert.Equal(longest, book.Text("A2"));
        Assert.Equal(longest[..^CellText.CutMark.Length] + CellText.CutMark, book.Text("A3"));
        Assert.Equal("Things: 2 text(s) are longer than the 32767 characters of a cell. They were cut and end in '… [cut]'. The first is "
            + "Thing in row 3.", Assert.Single(book.Warnings));
    }

    [Fact]
    public void Does_not_split_a_surrogate_pair()
    {
        var text = CellText.Clean(
            new string('a', CellText.MaxLength - CellText.CutMark.Length - 1) + "\ud83d\ude00" + new string('b', 20), out _, out var cut);
        Assert.True(cut);
        Assert.EndsWith("a" + CellText.CutMark, text);
    }

    [Fact]
    public void Writes_a_warning_for_removed_characters()
    {
        using var book = Book.Of(ColumnKind.Text, "a\u0007b", "a\u0000", "\r\n", "c");
        Assert.Equal(("ab", "a", "\n", "c"), (book.Text("A2"), book.Text("A3"), book.Text("A4"), book.Text("A5")));
        Assert.Equal("Things: control characters were removed from 2 text(s).", Assert.Single(book.Warnings));
    }

    [Fact]
    public void Keeps_leading_and_trailing_spaces()
    {
        using var book = Book.Of(ColumnKind.Text, "  a\n b  ");
        Assert.Equal("  a\n b  ", book.Text("A2"));
    }
}
