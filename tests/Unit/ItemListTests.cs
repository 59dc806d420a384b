using System.Collections;
using Xunit;

namespace TrainingApis.Tests.Unit;

/// <summary>Tests the lists of the models, and the text of errors.</summary>
public class ItemListTests
{
    private static readonly ItemList<string> Cities = new(["Paris", "Lyon"]);

    [Fact]
    public void Supports_index_count_and_enumeration()
    {
        IList list = Cities;
        Assert.Equal((2, "Lyon", "Paris"), (list.Count, list[1], Cities[0]));
        Assert.Equal(["Paris", "Lyon"], Cities);
        Assert.Equal((1, -1, true, false), (list.IndexOf("Lyon"), list.IndexOf("lyon"), list.Contains("Paris"), list.Contains(null)));
        var copy = new object?[3];
        list.CopyTo(copy, 1);
        Assert.Equal([null, "Paris", "Lyon"], copy);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ItemList<string>(new List<string>())[0]);
    }

    [Fact]
    public void Rejects_changes()
    {
        IList list = Cities;
        Action[] changes =
        [
            () => list.Add("Lille"), () => list.Insert(0, "Lille"), () => list[0] = "Lille", () => list.Remove("Paris"),
            () => list.RemoveAt(0), list.Clear,
        ];
        Assert.All(changes, change => Assert.Throws<NotSupportedException>(change));
        Assert.True(list.IsReadOnly && list.IsFixedSize);
    }

    [Fact]
    public void ToString_returns_the_items()
    {
        Assert.Equal("Paris; Lyon", Cities.ToString());
        Assert.Equal("Paris", new ItemList<string>(["Paris"]).ToString());
        Assert.Equal(string.Empty, ItemList<string>.Empty.ToString());
    }

    [Theory]
    [InlineData("a\u001b[2J\u001b]0;b\u0007c", "a␛[2J␛]0;b␇c")]
    [InlineData("\0\u0001\u001f\u007f", "␀␁␟␡")]
    [InlineData("\u009b1A\u009d0;x\u0080", "␛1A␝0;x␀")]
    [InlineData("one\r\ntwo\tthree\u0085four\u2028five\u202eevif", "one  two three four five evif")]
    [InlineData("Zoé 東京 👍", "Zoé 東京 👍")]
    public void Error_messages_show_control_characters_as_symbols(string text, string shown) =>
        Assert.Equal(shown, new ApiException(ApiErrorKind.Rejected, text).Message);
}
