using System.Text;
using TrainingApis.Cmdlets.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Tests reading a journal: an incomplete last line is skipped, any other invalid line is an error.</summary>
public sealed class JournalReaderTests : IDisposable
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Gets files that are not journals. Some of them have no line feed.</summary>
    public static TheoryData<string, string> OtherFiles => new()
    {
        { "settings without line feed", """{"editor.fontSize":14}""" },
        { "settings", "{\n  \"editor.fontSize\": 14\n}\n" },
        { "a note", "call Anne on Monday" },
        { "a key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl jane@example" },
        { "one line of CSV", "ManagerCrmId,TraineeCrmId,SessionId" },
        { "one brace", "{" },
        { "the first letters of a journal", "{\"v\":2,\"time\":" },
        { "JSON that begins like a journal", "{\"v\":2,\"name\":\"package\"" },
        { "a line that is none after the beginning of one", "{\"v\":2,\"time\":\"x\",\"step\":3" },
        { "a number", "1" },
        { "an array of lines", $"[{Lines.Whole}]" },
        { "UTF-16", "\ufeff{\0\"\0v\0\"\0:\02\0" },
        { "zeros", "\0\0\0\0\0\0\0\0" },
        { "a line and a half in one", Lines.Whole + Lines.Whole[..40] },
        { "a note after a line", Lines.Whole + "\ncall Anne on Monday" },
        { "a beginning that no line has", Lines.Whole + "\n{\"v\":2,\"time\":\"2026\" x" },
        { "a complete last line with an unknown state", Lines.Whole + "\n" + Lines.Whole.Replace("Started", "Begun") },
        { "a damaged line in the middle", Lines.Whole + "\nx\n" + Lines.Whole + "\n" },
    };

    [Fact]
    public void Reads_lines_in_order()
    {
        byte[] two = [.. Lines.Of(1).ToBytes(), .. Lines.Of(2).ToBytes()];
        var (lines, validLength) = Read(_folder.Write(two));
        Assert.Equal([Lines.Of(1), Lines.Of(2)], lines);
        Assert.Equal(two.Length, validLength);
    }

    [Fact]
    public void Reads_all_lines_of_a_journal_of_many_blocks()
    {
        var written = Enumerable.Range(0, 2000).Select(number => Lines.Of(number) with { Error = new string('x', number) }).ToArray();
        var (lines, validLength) = Read(_folder.Write([.. written.Select(line => line.ToBytes())]));
        Assert.Equal(written, lines);
        Assert.Equal(new FileInfo(_folder.Journal).Length, validLength);
    }

    [Fact]
    public void Reads_a_line_longer_than_a_block()
    {
        var written = Lines.Of(1) with { Reference = new string('r', 300_000) };
        Assert.Equal([Lines.Of(0), written, Lines.Of(2)], Read(_folder.Write(
            Lines.Of(0).ToBytes(), written.ToBytes(), Lines.Of(2).ToBytes())).Lines);
    }

    [Fact]
    public void Rejects_a_large_file_of_another_kind_after_its_first_megabyte()
    {
        var path = _folder.Write(Encoding.UTF8.GetBytes("{\"v\":2,\"time\":\""), new byte[3 * 1024 * 1024]);
        using var file = File.OpenRead(path);
        Assert.Throws<ApiException>(() => JournalReader.Read(file, path, out _));
        Assert.InRange(file.Position, 1, 2 * 1024 * 1024);
    }

    [Fact]
    public void An_empty_file_has_no_line()
    {
        var (lines, validLength) = Read(_folder.Write([]));
        Assert.Empty(lines);
        Assert.Equal(0, validLength);
    }

    [Fact]
    public void Skips_a_byte_order_mark_blank_lines_and_carriage_returns()
    {
        byte[] bytes = [.. ByteOrderMark, .. Lines.Bytes(Lines.Whole + "\r", "", " \t\r", Lines.Whole)];
        var (lines, validLength) = Read(_folder.Write(bytes));
        Assert.Equal(2, lines.Count);
        Assert.Equal(bytes.Length, validLength);
        Assert.Equal(3, Read(_folder.Write(ByteOrderMark)).ValidLength);
    }

    [Fact]
    public void Rejects_a_byte_order_mark_in_the_middle() =>
        AssertDamaged([.. Lines.Of(1).ToBytes(), .. ByteOrderMark, .. Lines.Of(2).ToBytes()]);

    [Fact]
    public void Skips_a_last_line_truncated_at_any_byte()
    {
        var first = Lines.Of(1).ToBytes();
        var second = (Lines.Of(2) with { Reference = "é\"\u2028\\" }).ToBytes();
        for (var length = 1; length < second.Length - 1; length++)
        {
            var (lines, validLength) = Read(_folder.Write(first, second[..length]));
            Assert.Equal([Lines.Of(1)], lines);
            Assert.Equal(first.Length, validLength);
        }
    }

    [Fact]
    public void Skips_an_incomplete_first_line_that_has_the_fixed_prefix()
    {
        var line = Lines.Of(1).ToBytes();
        var beginning = "{\"v\":2,\"time\":\"".Length;
        for (var length = 1; length < line.Length - 1; length++)
        {
            var part = line[..length];
            if (length < beginning)
            {
                AssertDamaged(part);
            }
            else
            {
                var (lines, validLength) = Read(_folder.Write(part));
                Assert.Empty(lines);
                Assert.Equal(0, validLength);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public void Skips_zeros_after_the_last_line_from_a_power_failure(int length)
    {
        var first = Lines.Of(1).ToBytes();
        var (lines, validLength) = Read(_folder.Write(first, Lines.Of(2).ToBytes()[..length], new byte[4096]));
        Assert.Equal([Lines.Of(1)], lines);
        Assert.Equal(first.Length, validLength);
    }

    [Fact]
    public void Reads_a_last_line_without_a_line_feed()
    {
        byte[] first = Lines.Of(1).ToBytes(), second = Lines.Of(2).ToBytes()[..^1];
        var (lines, validLength) = Read(_folder.Write(first, second));
        Assert.Equal([Lines.Of(1), Lines.Of(2)], lines);
        Assert.Equal(first.Length + second.Length, validLength);
    }

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void Reports_a_file_that_is_not_a_journal_as_damaged_and_does_not_change_it(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        AssertDamaged(bytes);
        Assert.True(File.ReadAllBytes(_folder.Journal).AsSpan().SequenceEqual(bytes), name);
    }

    [Theory]
    [InlineData("half a line", 2)]
    [InlineData("{}", 2)]
    [InlineData("\n\n{\"v\":2}", 4)]
    public void Names_the_damaged_line_and_recommends_to_restore_the_file(string text, int number)
    {
        var path = _folder.Write(Lines.Bytes(Lines.Whole, text, Lines.Whole));
        var error = Assert.Throws<ApiException>(() => JournalReader.Read(path));
        Assert.Equal(ApiErrorKind.JournalDamaged, error.Kind);
        Assert.Equal($"Line {number} of the journal '{path}' cannot be read: it is not a journal line. The file was not changed and "
            + "nothing was sent. Restore the file from a backup. Do not use a new journal: every row would be sent again.", error.Message);
        Assert.IsType<FormatException>(error.InnerException);
    }

    [Fact]
    public void Recommends_another_path_for_a_file_that_is_not_a_journal()
    {
        var path = _folder.Write("call Anne"u8.ToArray());
        Assert.Equal($"Line 1 of the journal '{path}' cannot be read: it is not a journal line. The file was not changed and nothing was "
            + "sent. If this file is your journal, restore it from a backup: with a new journal, every row would be sent again. If it is "
            + "another file, use another path.", Assert.Throws<ApiException>(() => JournalReader.Read(path)).Message);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    public void Rejects_a_journal_of_version_1_and_names_the_version(string end)
    {
        var old = Lines.Whole.Replace("\"v\":2", "\"v\":1").Replace("\"row\":17,", "");
        var path = _folder.Write(Encoding.UTF8.GetBytes(old + end));
        var error = Assert.Throws<ApiException>(() => JournalReader.Read(path));
        Assert.Equal(ApiErrorKind.JournalDamaged, error.Kind);
        Assert.Equal($"Line 1 of the journal '{path}' cannot be read: it has format version 1, and this module reads version 2 only. The "
            + "file was not changed and nothing was sent. Finish that run with the version of the module that wrote it, or use another "
            + "path for rows that were not sent.", error.Message);
    }

    [Fact]
    public void Throws_for_a_file_that_does_not_exist()
    {
        var error = Assert.Throws<ApiException>(() => JournalReader.Read(_folder.Journal));
        Assert.Equal(ApiErrorKind.JournalDamaged, error.Kind);
        Assert.StartsWith($"The journal '{_folder.Journal}' cannot be read: ", error.Message);
        Assert.IsType<FileNotFoundException>(error.InnerException);
    }

    [Fact]
    public void A_journal_can_be_read_while_it_is_written()
    {
        using var writer = new FileStream(_folder.Journal, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 1);
        writer.Write(Lines.Of(1).ToBytes());
        Assert.Equal([Lines.Of(1)], JournalReader.Read(_folder.Journal));
        writer.Write(Encoding.UTF8.GetBytes(Lines.Whole[..20]));
        Assert.Equal([Lines.Of(1)], JournalReader.Read(_folder.Journal));
    }

    private void AssertDamaged(byte[] content)
    {
        var path = _folder.Write(content);
        Assert.Equal(ApiErrorKind.JournalDamaged, Assert.Throws<ApiException>(() => Read(path)).Kind);
        Assert.Equal(ApiErrorKind.JournalDamaged, Assert.Throws<ApiException>(() => JournalFile.Open(path, out _)).Kind);
        Assert.Equal(content, File.ReadAllBytes(path));
    }

    private static (IReadOnlyList<JournalLine> Lines, long ValidLength) Read(string path)
    {
        using var file = File.OpenRead(path);
        var lines = JournalReader.Read(file, path, out var validLength);
        return (lines, validLength);
    }
}
