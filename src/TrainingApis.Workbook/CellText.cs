using System.Runtime.CompilerServices;
using System.Text;

namespace TrainingApis.Workbook;

/// <summary>Provides methods that make text valid for a cell.</summary>
internal static class CellText
{
    /// <summary>The maximum length of a text in a cell, in UTF-16 code units.</summary>
    public const int MaxLength = 32767;

    /// <summary>The suffix of a text that was cut.</summary>
    public const string CutMark = " … [cut]";

    private const string FormulaStarts = "=+-@";

    /// <summary>Gets whether a text can be written without changes, except for <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>.</summary>
    [MethodImpl(Compiler.Optimize)]
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPlain(text[i]) || (text[i] == '_' && i + 1 < text.Length && text[i + 1] == 'x'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Cuts a text that is too long, removes characters that are invalid in XML (control characters, unpaired surrogates), and converts
    /// each line break to a line feed. Text that Excel would read as an escape sequence is escaped: <c>_x0041_</c> would become <c>A</c>.
    /// </summary>
    public static string Clean(string text, out bool removed, out bool cut)
    {
        var clean = RemoveInvalid(text, out removed);
        cut = clean.Length > MaxLength;
        return Escape(cut ? Cut(clean) : clean);
    }

    /// <summary>Gets whether a spreadsheet would read the text as a formula if it were typed.</summary>
    public static bool LooksLikeFormula(ReadOnlySpan<char> text) => text.Length > 0 && FormulaStarts.Contains(text[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(char c) => (c >= ' ' && c < '\x7f') || (c > '\x9f' && !char.IsSurrogate(c) && c < '\xfffe')
        || c is '\t' or '\n';

    private static string RemoveInvalid(string text, out bool removed)
    {
        var kept = new StringBuilder(text.Length);
        removed = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsPlain(c))
            {
                kept.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                kept.Append(c).Append(text[++i]);
            }
            else if (c == '\r')
            {
                kept.Append(i + 1 < text.Length && text[i + 1] == '\n' ? string.Empty : "\n");
            }
            else
            {
                removed = true;
            }
        }

        return kept.ToString();
    }

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
            if (at + 6 >= text.Length || text[at + 6] != '_' || !text.Skip(at + 2).Take(4).All(Uri.IsHexDigit))
            {
                continue;
            }

            escaped.Append(text, done, at - done).Append("_x005F_");
            done = at + 1;
        }

        return escaped.Append(text, done, text.Length - done).ToString();
    }
}
