using System.Text;
using TrainingApis.Cmdlets.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>What a crash leaves is mended; what a crash cannot leave is damage.</summary>
public sealed class JournalReaderTests
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    [Fact]
    public void Reads_lines_in_order_and_says_how_many_bytes_are_whole()
    {
        using var folder = new Folder();
        byte[] two = [.. Lines.Of(1).ToBytes(), .. Lines.Of(2).ToBytes()];
        var (lines, sound) = Read(folder.Write(two));
        Assert.Equal([Lines.Of(1), Lines.Of(2)], lines);
        Assert.Equal(two.Length, sound);
    }

    [Fact]
    public void An_empty_file_has_no_line()
    {
        using var folder = new Folder();
        var (lines, sound) = Read(folder.Write([]));
        Assert.Empty(lines);
        Assert.Equal(0, sound);
    }

    [Fact]
    public void A_mark_at_the_beginning_and_what_editors_leave_are_passed_over()
    {
        using var folder = new Folder();
        byte[] bytes = [.. ByteOrderMark, .. Lines.Bytes(Lines.Whole + "\r", "", " \t\r", Lines.Whole)];
        var (lines, sound) = Read(folder.Write(bytes));
        Assert.Equal(2, lines.Count);
        Assert.Equal(bytes.Length, sound);
    }

    [Fact]
    public void A_mark_alone_counts_as_whole()
    {
        using var folder = new Folder();
        Assert.Equal(3, Read(folder.Write(ByteOrderMark)).Sound);
    }

    [Fact]
    public void A_last_line_that_is_torn_anywhere_is_passed_over()
    {
        using var folder = new Folder();
        byte[] first = Lines.Of(1).ToBytes(), second = Lines.Of(2).ToBytes();
        for (var length = 1; length < second.Length - 1; length++)
        {
            var (lines, sound) = Read(folder.Write(first, second[..length]));
            Assert.Equal([Lines.Of(1)], lines);
            Assert.Equal(first.Length, sound);
        }
    }

    [Fact]
    public void A_last_line_that_lacks_only_its_end_counts()
    {
        using var folder = new Folder();
        byte[] first = Lines.Of(1).ToBytes(), second = Lines.Of(2).ToBytes()[..^1];
        var (lines, sound) = Read(folder.Write(first, second));
        Assert.Equal([Lines.Of(1), Lines.Of(2)], lines);
        Assert.Equal(first.Length + second.Length, sound);
    }

    [Theory]
    [InlineData("half a line", 2)]
    [InlineData("{}", 2)]
    [InlineData("\n\n{\"v\":1}", 4)]
    public void A_line_that_is_none_is_damage_and_is_named(string text, int number)
    {
        using var folder = new Folder();
        var path = folder.Write(Lines.Bytes(Lines.Whole, text, Lines.Whole));
        var error = Assert.Throws<ApiException>(() => JournalReader.Read(path));
        Assert.Equal(ApiErrorKind.JournalDamaged, error.Kind);
        Assert.Equal($"Line {number} of the journal '{path}' cannot be read: it is not a line of a journal. Nothing was sent.",
            error.Message);
        Assert.IsType<FormatException>(error.InnerException);
    }

    [Fact]
    public void The_last_line_is_damage_too_where_it_is_whole()
    {
        using var folder = new Folder();
        var path = folder.Write(Lines.Bytes(Lines.Whole, "no line"));
        Assert.Equal(ApiErrorKind.JournalDamaged, Assert.Throws<ApiException>(() => JournalReader.Read(path)).Kind);
    }

    [Fact]
    public void A_file_that_is_not_there_cannot_be_read()
    {
        using var folder = new Folder();
        var error = Assert.Throws<ApiException>(() => JournalReader.Read(folder.Journal));
        Assert.Equal(ApiErrorKind.JournalDamaged, error.Kind);
        Assert.StartsWith($"The journal '{folder.Journal}' cannot be read: ", error.Message);
        Assert.IsType<FileNotFoundException>(error.InnerException);
    }

    [Fact]
    public void A_journal_is_read_while_it_is_written_and_may_even_be_taken_away()
    {
        using var folder = new Folder();
        using var writing = new FileStream(folder.Journal, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 1);
        writing.Write(Lines.Of(1).ToBytes());
        Assert.Equal([Lines.Of(1)], JournalReader.Read(folder.Journal));
        writing.Write(Encoding.UTF8.GetBytes(Lines.Whole[..20]));
        Assert.Equal([Lines.Of(1)], JournalReader.Read(folder.Journal));
    }

    private static (IReadOnlyList<JournalLine> Lines, long Sound) Read(string path)
    {
        using var file = File.OpenRead(path);
        var lines = JournalReader.Read(file, path, out var sound);
        return (lines, sound);
    }
}
