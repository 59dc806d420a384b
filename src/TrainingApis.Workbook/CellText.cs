using System.Text;

namespace TrainingApis.Workbook;

/// <summary>Makes any text fit for a cell.</summary>
internal static class CellText
{
    /// <summary>The most characters that Excel takes in a cell.</summary>
    public const int MaxLength = 32767;

    /// <summary>What ends a text that was cut.</summary>
    public const string CutMark = " … [cut]";

    private const string FormulaStarts = "=+-@";

    /// <summary>
    /// Cuts what is too long, drops what XML cannot hold (control characters, half surrogate pairs), makes every line end a line
    /// feed, and escapes what Excel would read as an escape: a literal <c>_x0041_</c> would become <c>A</c>.
    /// </summary>
    public static string Fit(string text, out bool cut)
    {
        var clean = Clean(text);
        cut = clean.Length > MaxLength;
        return Escape(cut ? Cut(clean) : clean);
    }

    /// <summary>True where a spreadsheet would run it, were it typed.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && FormulaStarts.IndexOf(text[0]) >= 0;

    private static string Clean(string text)
    {
        var first = 0;
        while (first < text.Length && IsPlain(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var kept = new StringBuilder(text, 0, first, text.Length);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n')
                {
                    kept.Append('\n');
                }
            }
            else if (IsPlain(c))
            {
                kept.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                kept.Append(c).Append(text[++i]);
            }
        }

        return kept.ToString();
    }

    private static bool IsPlain(char c) => (c >= ' ' && c < '\x7f') || (c > '\x9f' && !char.IsSurrogate(c) && c < '\xfffe')
        || c is '\t' or '\n';

    private static string Cut(string text)
    {
        var length = MaxLength - CutMark.Length;
        if (char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        return text[..length] + CutMark;
    }

    private static string Escape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 7);
        var done = 0;
        for (; at >= 0; at = text.IndexOf("_x", at + 1, StringComparison.Ordinal))
        {
            if (at + 6 >= text.Length || text[at + 6] != '_' || !IsHex(text, at + 2))
            {
                continue;
            }

            escaped.Append(text, done, at - done).Append("_x005F_");
            done = at + 1;
        }

        return escaped.Append(text, done, text.Length - done).ToString();
    }

    private static bool IsHex(string text, int at)
    {
        for (var i = at; i < at + 4; i++)
        {
            if (!Uri.IsHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
