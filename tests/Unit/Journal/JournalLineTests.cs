using System.Text;
using TrainingApis.Cmdlets.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Tests one line of a journal: how it is written, read and rejected.</summary>
public sealed class JournalLineTests
{
    private const string Whole = Lines.Whole;

    [Fact]
    public void A_line_is_written_as_documented()
    {
        var line = Lines.Of(JournalState.Succeeded, new DateTimeOffset(2026, 1, 15, 10, 20, 30, 456, TimeSpan.FromHours(1)), "INS-1", null);
        Assert.Equal(
            $$"""{"v":2,"time":"2026-01-15T09:20:30.456Z","command":"New-CegosRegistration","step":"create","row":17,"key":"{{Lines.Key}}","occurrence":2,"state":"Succeeded","reference":"INS-1","error":null}""" + "\n",
            Encoding.UTF8.GetString(line.ToBytes()));
    }

    [Fact]
    public void A_line_without_a_row_has_null_as_row()
    {
        var line = Lines.Parse(Whole) with { Row = null };
        Assert.Contains("\"step\":\"create\",\"row\":null,\"key\":", Encoding.UTF8.GetString(line.ToBytes()));
        Assert.Equal(line, JournalLine.Parse(line.ToBytes()));
    }

    [Fact]
    public void Escapes_control_characters_of_a_reference()
    {
        var bytes = Lines.Of(JournalState.Rejected, DateTimeOffset.UnixEpoch, "a\r\nb\u2028\"é", "Rejected").ToBytes();
        Assert.Equal(bytes.Length - 1, Array.IndexOf(bytes, (byte)'\n'));
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal("a\r\nb\u2028\"é", JournalLine.Parse(bytes).Reference);
    }

    [Theory]
    [InlineData(JournalState.Started, null, null)]
    [InlineData(JournalState.Succeeded, "INS-1", null)]
    [InlineData(JournalState.Rejected, null, "Conflict")]
    [InlineData(JournalState.InDoubt, null, "InDoubt")]
    public void Reads_a_line_as_it_was_written(JournalState state, string? reference, string? error)
    {
        var line = Lines.Of(state, new DateTimeOffset(2026, 1, 15, 10, 20, 30, 456, TimeSpan.Zero), reference, error);
        Assert.Equal(line, JournalLine.Parse(line.ToBytes()));
    }

    [Fact]
    public void Ignores_unknown_members_and_the_order_of_the_others()
    {
        Assert.Equal(Lines.Parse(Whole), Lines.Parse(Whole.Replace("\"v\":2", "\"new\":[1,{\"v\":1}],\"v\":2")));
        Assert.Equal(Lines.Parse(Whole),
            Lines.Parse(Whole.Replace("\"row\":17,", "").Replace("\"error\":null", "\"error\":null,\"row\":17")));
    }

    [Fact]
    public void Shares_equal_strings_with_the_previous_line()
    {
        var first = Lines.Of(1);
        var second = JournalLine.Parse(Lines.Of(1).ToBytes(), first);
        Assert.Equal(first, second);
        Assert.Same(first.Key, second.Key);
        Assert.Same(first.Command, second.Command);
        Assert.Same(first.Step, second.Step);
        Assert.Same(first.Reference, second.Reference);
        Assert.Equal(Lines.Of(2), JournalLine.Parse(Lines.Of(2).ToBytes(), first));
        Assert.Null(JournalLine.Parse(Encoding.UTF8.GetBytes(Whole), first).Reference);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Names_another_format_version(int version)
    {
        var error = Assert.Throws<JournalVersionException>(() => Lines.Parse(Whole.Replace("\"v\":2", $"\"v\":{version}")));
        Assert.Equal($"it has format version {version}, and this module reads version 2 only", error.Message);
    }

    [Fact]
    public void Recognizes_a_line_of_version_1_without_a_row() => Assert.Throws<JournalVersionException>(
        () => Lines.Parse(Whole.Replace("\"v\":2", "\"v\":1").Replace("\"row\":17,", "")));

    [Theory]
    [InlineData("\"v\":2", "\"v\":\"2\"", "it is not a journal line")]
    [InlineData("\"v\":2", "\"v\":2.5", "it is not a journal line")]
    [InlineData("\"v\":2,", "", "it is not a journal line")]
    [InlineData("\"time\":\"2026-01-15T09:20:30.456Z\"", "\"time\":null", "it is not a journal line")]
    [InlineData("2026-01-15T09:20:30.456Z", "yesterday", "its time is not a date")]
    [InlineData("\"command\":\"New-CegosRegistration\"", "\"command\":null", "its command is null")]
    [InlineData("\"command\":\"New-CegosRegistration\"", "\"command\":7", "it is not a journal line")]
    [InlineData("\"step\":\"create\"", "\"step\":null", "its step is null")]
    [InlineData("\"step\":\"create\",", "", "it is not a journal line")]
    [InlineData("\"row\":17", "\"row\":\"17\"", "it is not a journal line")]
    [InlineData("\"row\":17", "\"row\":1.5", "it is not a journal line")]
    [InlineData("\"row\":17,", "", "it is not a journal line")]
    [InlineData("\"key\":\"" + Lines.Key + "\",", "", "it is not a journal line")]
    [InlineData("\"state\":\"Started\",", "", "it is not a journal line")]
    [InlineData("\"state\":\"Started\"", "\"state\":null", "its state is null")]
    [InlineData("\"state\":\"Started\"", "\"state\":\"started\"", "its state is unknown")]
    [InlineData("\"state\":\"Started\"", "\"state\":\"0\"", "its state is unknown")]
    [InlineData("\"state\":\"Started\"", "\"state\":\"Started, Succeeded\"", "its state is unknown")]
    [InlineData("\"occurrence\":2", "\"occurrence\":\"2\"", "it is not a journal line")]
    [InlineData("\"occurrence\":2,", "", "it is not a journal line")]
    [InlineData("\"reference\":null", "\"reference\":5", "it is not a journal line")]
    [InlineData(",\"reference\":null", "", "it is not a journal line")]
    [InlineData("\"error\":null", "\"error\":[]", "it is not a journal line")]
    [InlineData(",\"error\":null", "", "it is not a journal line")]
    [InlineData("}", "", "it is not a journal line")]
    [InlineData("}", "} x", "it is not a journal line")]
    public void Rejects_text_that_is_not_a_line(string part, string other, string reason)
    {
        var text = Whole.Replace(part, other);
        Assert.NotEqual(Whole, text);
        Assert.Equal(reason, Assert.Throws<FormatException>(() => Lines.Parse(text)).Message);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("`123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("")]
    public void Accepts_only_a_hash_in_lower_case_as_key(string key)
    {
        var error = Assert.Throws<FormatException>(() => Lines.Parse(Whole.Replace(Lines.Key, key)));
        Assert.Equal("its key is not a SHA-256 hash", error.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("{\"v\":2")]
    [InlineData("ManagerCrmId,TraineeCrmId")]
    public void Rejects_a_line_of_another_kind_of_file(string text) =>
        Assert.Equal("it is not a journal line", Assert.Throws<FormatException>(() => Lines.Parse(text)).Message);
}
