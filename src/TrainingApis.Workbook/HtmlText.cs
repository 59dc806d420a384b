using System.Net;
using System.Text;

namespace TrainingApis.Workbook;

/// <summary>
/// Reads HTML as a person would: blocks and breaks become lines, list items get a bullet, entities their characters; comments,
/// scripts and styles are not text. A text without any tag keeps its own lines.
/// </summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    private readonly string _html;
    private readonly StringBuilder _text;
    private bool _space;

    private HtmlText(string html) => (_html, _text) = (html, new StringBuilder(html.Length));

    public static string ToPlain(string html)
    {
        if (html.IndexOf('<') < 0)
        {
            return (html.IndexOf('&') < 0 ? html : WebUtility.HtmlDecode(html)).Trim();
        }

        return new HtmlText(html).Read();
    }

    private string Read()
    {
        var at = 0;
        while (at < _html.Length)
        {
            var tag = NextTag(at);
            AddText(_html.AsSpan(at, tag - at));
            at = tag == _html.Length ? tag : ReadTag(tag);
        }

        return _text.ToString().Trim();
    }

    /// <summary>A <c>&lt;</c> that no tag follows is text: <c>a &lt; b</c>.</summary>
    private int NextTag(int at)
    {
        for (var i = _html.IndexOf('<', at); i >= 0 && i + 1 < _html.Length; i = _html.IndexOf('<', i + 1))
        {
            var next = _html[i + 1];
            if (char.IsLetter(next) || next is '/' or '!' or '?')
            {
                return i;
            }
        }

        return _html.Length;
    }

    /// <summary>Acts on the tag at that place and gives the place after it.</summary>
    private int ReadTag(int start)
    {
        if (string.CompareOrdinal(_html, start, "<!--", 0, 4) == 0)
        {
            return After("-->", start);
        }

        var closes = _html[start + 1] == '/';
        var from = closes ? start + 2 : start + 1;
        var to = from;
        while (to < _html.Length && char.IsLetterOrDigit(_html[to]))
        {
            to++;
        }

        var name = _html[from..to];
        var end = TagEnd(to);
        if (!closes && (Is(name, "script") || Is(name, "style")))
        {
            return TagEnd(After("</" + name, end));
        }

        if (Is(name, "br"))
        {
            Break(always: true);
        }
        else if (Blocks.Contains(name))
        {
            Break(always: false);
        }
        else if (closes && (Is(name, "td") || Is(name, "th")))
        {
            _space = true;
        }

        if (!closes && Is(name, "li"))
        {
            _text.Append("• ");
        }

        return end;
    }

    /// <summary>The place after the tag's <c>&gt;</c>, which may also stand inside the quotes of an attribute.</summary>
    private int TagEnd(int at)
    {
        var quote = '\0';
        for (var i = at; i < _html.Length; i++)
        {
            var c = _html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return _html.Length;
    }

    private int After(string end, int from)
    {
        var at = _html.IndexOf(end, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? _html.Length : at + end.Length;
    }

    private void Break(bool always)
    {
        _space = false;
        while (_text.Length > 0 && _text[^1] is ' ' or '\u00a0')
        {
            _text.Length--;
        }

        if (_text.Length > 0 && (always || _text[^1] != '\n'))
        {
            _text.Append('\n');
        }
    }

    /// <summary>White space of the source is one space, or none at the beginning of a line; what an entity gives stays.</summary>
    private void AddText(ReadOnlySpan<char> source)
    {
        var run = new StringBuilder(source.Length);
        foreach (var c in source)
        {
            if (c is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                _space = true;
                continue;
            }

            if (_space && (run.Length > 0 || !AtLineStart))
            {
                run.Append(' ');
            }

            _space = false;
            run.Append(c);
        }

        _text.Append(WebUtility.HtmlDecode(run.ToString()));
    }

    private bool AtLineStart => _text.Length == 0 || _text[^1] is '\n' or ' ';

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
