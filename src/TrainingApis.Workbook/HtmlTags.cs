using System.Runtime.CompilerServices;

namespace TrainingApis.Workbook;

/// <summary>Identifies HTML tags by a number computed from their names, so that no string is needed to read a tag.</summary>
internal static class HtmlTags
{
    public static readonly ulong Break = Key("br");
    public static readonly ulong Item = Key("li");
    public static readonly ulong Script = Key("script");
    public static readonly ulong Style = Key("style");

    private static readonly ulong[] Blocks = Array.ConvertAll(new[]
    {
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    }, name => Key(name));

    private static readonly ulong[] Cells = [Key("td"), Key("th")];
    private static readonly ulong[] Sources = [Key("iframe"), Key("img")];

    /// <summary>Gets whether a tag starts a new line.</summary>
    public static bool IsBlock(ulong tag) => Array.IndexOf(Blocks, tag) >= 0;

    /// <summary>Gets whether a tag is a table cell.</summary>
    public static bool IsCell(ulong tag) => Array.IndexOf(Cells, tag) >= 0;

    /// <summary>Gets whether a tag shows the content of an address.</summary>
    public static bool HasSource(ulong tag) => Array.IndexOf(Sources, tag) >= 0;

    /// <summary>Gets the number of a tag name, in any letter case.</summary>
    [MethodImpl(Compiler.Optimize)]
    public static ulong Key(ReadOnlySpan<char> name)
    {
        var key = 0ul;
        foreach (var c in name)
        {
            key = (key * 257) + (c | 0x20u);
        }

        return key;
    }
}
