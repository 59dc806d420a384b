using System.Text;
using TrainingApis.Cmdlets.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>One line of a journal, byte for byte, and everything that is none.</summary>
public sealed class JournalLineTests
{
    private const string Whole = Lines.Whole;

    [Fact]
    public void A_line_is_written_as_documented()
    {
        var line = Lines.Of(JournalState.Succeeded, new DateTimeOffset(2026, 1, 15, 10, 20, 30, 456, TimeSpan.FromHours(1)), "INS-1", null);
        Assert.Equal(
            $$"""{"v":1,"time":"2026-01-15T09:20:30.456Z","command":"New-CegosRegistration","step":"create","key":"{{Lines.Key}}","occurrence":2,"state":"Succeeded","reference":"INS-1","error":null}""" + "\n",
            Encoding.UTF8.GetString(line.ToBytes()));
    }

    [Fact]
    public void A_line_is_one_line_whatever_its_reference_holds()
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
    public void A_line_comes_back_as_it_was(JournalState state, string? reference, string? error)
    {
        var line = Lines.Of(state, new DateTimeOffset(2026, 1, 15, 10, 20, 30, 456, TimeSpan.Zero), reference, error);
        Assert.Equal(line, JournalLine.Parse(line.ToBytes()));
    }

    [Fact]
    public void Members_that_a_later_version_may_add_are_passed_over() =>
        Assert.Equal(Lines.Parse(Whole), Lines.Parse(Whole.Replace("\"v\":1", "\"new\":[1],\"v\":1")));

    [Theory]
    [InlineData("\"v\":1", "\"v\":2", "its version is not 1")]
    [InlineData("\"v\":1", "\"v\":\"1\"", "it is not a line of a journal")]
    [InlineData("\"v\":1", "\"v\":1.5", "*")]
    [InlineData("\"v\":1,", "", "it is not a line of a journal")]
    [InlineData("\"time\":\"2026-01-15T09:20:30.456Z\"", "\"time\":null", "it is not a line of a journal")]
    [InlineData("2026-01-15T09:20:30.456Z", "yesterday", "*")]
    [InlineData("\"command\":\"New-CegosRegistration\"", "\"command\":null", "its command is null")]
    [InlineData("\"command\":\"New-CegosRegistration\"", "\"command\":7", "it is not a line of a journal")]
    [InlineData("\"step\":\"create\"", "\"step\":null", "its step is null")]
    [InlineData("\"step\":\"create\",", "", "it is not a line of a journal")]
    [InlineData("\"state\":\"Started\"", "\"state\":null", "its state is null")]
    [InlineData("\"state\":\"Started\"", "\"state\":\"started\"", "its state is not known")]
    [InlineData("\"state\":\"Started\"", "\"state\":\"0\"", "its state is not known")]
    [InlineData("\"state\":\"Started\"", "\"state\":\"Started, Succeeded\"", "its state is not known")]
    [InlineData("\"occurrence\":2", "\"occurrence\":\"2\"", "it is not a line of a journal")]
    [InlineData("\"occurrence\":2,", "", "it is not a line of a journal")]
    [InlineData("\"reference\":null", "\"reference\":5", "it is not a line of a journal")]
    [InlineData(",\"reference\":null", "", "it is not a line of a journal")]
    [InlineData("\"error\":null", "\"error\":[]", "it is not a line of a journal")]
    [InlineData(",\"error\":null", "", "it is not a line of a journal")]
    [InlineData("}", "", "it is not a line of a journal")]
    [InlineData("}", "} x", "it is not a line of a journal")]
    public void What_is_no_line_is_refused(string part, string other, string says)
    {
        var text = Whole.Replace(part, other);
        Assert.NotEqual(Whole, text);
        var error = Assert.Throws<FormatException>(() => Lines.Parse(text));
        if (says != "*")
        {
            Assert.Equal(says, error.Message);
        }
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("`123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("")]
    public void A_key_is_a_hash_in_lower_case(string key)
    {
        var error = Assert.Throws<FormatException>(() => Lines.Parse(Whole.Replace(Lines.Key, key)));
        Assert.Equal("its key is not a SHA-256", error.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("ManagerCrmId,TraineeCrmId")]
    public void A_line_of_another_file_is_none(string text) =>
        Assert.Equal("it is not a line of a journal", Assert.Throws<FormatException>(() => Lines.Parse(text)).Message);
}
