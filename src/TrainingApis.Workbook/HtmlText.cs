using System.Net;
using System.Runtime.CompilerServices;

namespace TrainingApis.Workbook;

/// <summary>
/// Converts HTML to plain text. Blocks and breaks become lines, list items get a bullet, entities become their characters, and images and
/// frames become their address. Comments, scripts and styles are left out. A text without tags keeps its lines.
/// </summary>
internal sealed class HtmlText
{
    private const int LongestEntity = 12;

    private string _html = string.Empty;
    private char[] _text = new char[4096];
    private int _length;
    private bool _space;

    /// <summary>Gets the text of the HTML, which is valid until the next call.</summary>
    [MethodImpl(Compiler.Optimize)]
    public ReadOnlySpan<char> Convert(string html)
    {
        if (html.IndexOf('<') < 0)
        {
            return (html.IndexOf('&') < 0 ? html : WebUtility.HtmlDecode(html)).AsSpan().Trim();
        }

        (_html, _length, _space) = (html, 0, false);
        var at = 0;
        while (at < html.Length)
        {
            var tag = NextTag(at);
            AddText(at, tag);
            at = tag == html.Length ? tag : ReadTag(tag);
        }

        return ((ReadOnlySpan<char>)_text.AsSpan(0, _length)).Trim();
    }

    /// <summary>Finds the next tag. A <c>&lt;</c> that does not start a tag is text: <c>a &lt; b</c>.</summary>
    [MethodImpl(Compiler.Optimize)]
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

    /// <summary>Reads the tag at the specified index and returns the index after it.</summary>
    [MethodImpl(Compiler.Optimize)]
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

        var name = HtmlTags.Key(_html.AsSpan(from, to - from));
        var end = TagEnd(to);
        if (!closes && (name == HtmlTags.Script || name == HtmlTags.Style))
        {
            return TagEnd(After(name == HtmlTags.Script ? "</script" : "</style", end));
        }

        if (name == HtmlTags.Break)
        {
            AddBreak(always: true);
        }
        else if (HtmlTags.IsBlock(name))
        {
            AddBreak(always: false);
        }
        else if (closes && HtmlTags.IsCell(name))
        {
            _space = true;
        }

        if (!closes && name == HtmlTags.Item)
        {
            Append('•');
            Append(' ');
        }

        if (!closes && HtmlTags.HasSource(name) && Source(to, end) is { Length: > 0 } source)
        {
            _space = _length > 0;
            AddText(source.Start, source.Start + source.Length);
            _space = true;
        }

        return end;
    }

    /// <summary>
    /// Finds the index after the <c>&gt;</c> that ends the tag. A <c>&gt;</c> inside the quotes of an attribute does not end it.
    /// </summary>
    [MethodImpl(Compiler.Optimize)]
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

    /// <summary>Finds the value of the attribute <c>src</c> in a tag.</summary>
    private (int Start, int Length) Source(int from, int to)
    {
        var at = _html.IndexOf("src=", from, to - from, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + 4 >= to)
        {
            return default;
        }

        var quote = _html[at + 4];
        var start = quote is '"' or '\'' ? at + 5 : at + 4;
        var end = quote is '"' or '\'' ? _html.IndexOf(quote, start, to - start) : _html.IndexOfAny([' ', '>', '\n'], start, to - start);
        return end < 0 ? default : (start, end - start);
    }

    private int After(string end, int from)
    {
        var at = _html.IndexOf(end, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? _html.Length : at + end.Length;
    }

    [MethodImpl(Compiler.Optimize)]
    private void AddBreak(bool always)
    {
        _space = false;
        while (_length > 0 && _text[_length - 1] is ' ' or '\u00a0')
        {
            _length--;
        }

        if (_length > 0 && (always || _text[_length - 1] != '\n'))
        {
            Append('\n');
        }
    }

    /// <summary>Adds the text between tags. White space is reduced to one space, or to none at the start of a line.</summary>
    [MethodImpl(Compiler.Optimize)]
    private void AddText(int from, int to)
    {
        var html = _html.AsSpan();
        for (var i = from; i < to; i++)
        {
            var c = html[i];
            if (c is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                _space = true;
                continue;
            }

            if (_space && _length > 0 && _text[_length - 1] is not ('\n' or ' '))
            {
                Append(' ');
            }

            _space = false;
            if (c == '&' && EntityEnd(i, to) is var end and > 0)
            {
                foreach (var decoded in WebUtility.HtmlDecode(_html[i..end]))
                {
                    Append(decoded);
                }

                i = end - 1;
            }
            else
            {
                Append(c);
            }
        }
    }

    /// <summary>Finds the index after the entity at the specified index; 0 if there is none.</summary>
    [MethodImpl(Compiler.Optimize)]
    private int EntityEnd(int from, int to)
    {
        for (var i = from + 1; i < to && i - from < LongestEntity; i++)
        {
            var c = _html[i];
            if (c == ';')
            {
                return i + 1;
            }

            if (!char.IsLetterOrDigit(c) && c != '#')
            {
                return 0;
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(char c)
    {
        if (_length == _text.Length)
        {
            Grow();
        }

        _text[_length++] = c;
    }

    private void Grow() => Array.Resize(ref _text, _length * 2);
}
