using TrainingApis.Workbook;
using Xunit;

namespace TrainingApis.Tests.Unit.Workbook;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("line 1\nline 2", "line 1\nline 2")]
    [InlineData("R&amp;D &eacute;t&#233; &#x2019;", "R&D été ’")]
    [InlineData("&amp;lt;b&amp;gt;", "&lt;b&gt;")]
    [InlineData("<p>a</p><p>b</p>", "a\nb")]
    [InlineData("<p>a</p>\n\n  <p>b</p>\n", "a\nb")]
    [InlineData("a<br>b<br/><br />c", "a\nb\n\nc")]
    [InlineData("<ul><li>un</li><li>deux <b>et</b> demi</li></ul>fin", "• un\n• deux et demi\nfin")]
    [InlineData("<div><div>a</div></div><h2>b</h2>c", "a\nb\nc")]
    [InlineData("<p>  a\n   b\tc  </p>", "a b c")]
    [InlineData("a <b>b</b> c<i>d</i>", "a b cd")]
    [InlineData("2 < 3 <p>a<b</p>", "2 < 3\na")]
    [InlineData("a < b", "a < b")]
    [InlineData("<a href=\"x>y\" title='>'>z</a>", "z")]
    [InlineData("a<!-- <p>no</p> -->b", "ab")]
    [InlineData("a<script>if (a<b) x();</script>b<style>p{}</style>c", "abc")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("<p>a", "a")]
    [InlineData("a <", "a <")]
    [InlineData("<p>unclosed <b", "unclosed")]
    [InlineData("<P>A</P><BR>B", "A\n\nB")]
    [InlineData("l&#39;été&nbsp;: <b>x</b>", "l'été\u00a0: x")]
    [InlineData("<p>a&nbsp;</p>b &unknown; c & d;", "a\nb &unknown; c & d;")]
    [InlineData("<iframe src=\"https://video.example.com/v/42?a=0&amp;b=1\" title='x'></iframe>", "https://video.example.com/v/42?a=0&b=1")]
    [InlineData("<p>a</p><IMG alt='b' SRC='c.png'/>d<img>", "a\nc.png d")]
    public void Converts_HTML_to_plain_text(string html, string text)
    {
        var converter = new HtmlText();
        converter.Convert("<p>what was there before</p>");
        Assert.Equal(text, converter.Convert(html).ToString());
    }

    [Fact]
    public void Converts_all_of_a_long_text()
    {
        var words = string.Join(" ", Enumerable.Range(0, 20000));
        Assert.Equal(words, new HtmlText().Convert($"<p>{words}</p>").ToString());
    }
}
