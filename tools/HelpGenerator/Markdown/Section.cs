using TrainingApis.HelpGenerator.Pages;

namespace TrainingApis.HelpGenerator.Markdown;

/// <summary>Represents a heading, the lines up to the next heading, and the headings of the next level. Lines in a code block are not
/// headings.</summary>
internal sealed record Section(int Level, string Title, List<string> Lines, List<Section> Parts)
{
    private const string Fence = "```";

    /// <summary>Reads a page into the section of its only first-level heading, without front matter.</summary>
    public static Section Read(string page, string text)
    {
        var open = new Stack<Section>([new Section(0, string.Empty, [], [])]);
        var code = false;
        foreach (var line in WithoutFrontMatter(page, text.ReplaceLineEndings("\n").Split('\n')))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                code = !code;
            }

            var level = code ? 0 : line.TakeWhile(c => c == '#').Count();
            if (level == 0 || !line[level..].StartsWith(' '))
            {
                open.Peek().Lines.Add(line);
                continue;
            }

            while (open.Peek().Level >= level)
            {
                open.Pop();
            }

            var section = new Section(level, line[level..].Trim(), [], []);
            open.Peek().Parts.Add(section);
            open.Push(section);
        }

        if (code)
        {
            throw new PageException(page, "a code block is not closed");
        }

        return open.Last().Parts is [var only] ? only
            : throw new PageException(page, "there must be one first-level heading with the name of the command");
    }

    /// <summary>Gets the code blocks and their languages.</summary>
    public IEnumerable<(string Language, string Code)> CodeBlocks()
    {
        for (var start = NextFence(0); start < Lines.Count; start = NextFence(NextFence(start + 1) + 1))
        {
            yield return (Lines[start][Fence.Length..].Trim(), string.Join('\n', Lines[(start + 1)..NextFence(start + 1)]));
        }
    }

    /// <summary>Gets the lines outside code blocks.</summary>
    public IEnumerable<string> Prose()
    {
        var code = false;
        foreach (var line in Lines)
        {
            var fence = line.StartsWith(Fence, StringComparison.Ordinal);
            if (!fence && !code)
            {
                yield return line;
            }

            code ^= fence;
        }
    }

    private int NextFence(int from)
    {
        while (from < Lines.Count && !Lines[from].StartsWith(Fence, StringComparison.Ordinal))
        {
            from++;
        }

        return from;
    }

    private static IEnumerable<string> WithoutFrontMatter(string page, string[] lines)
    {
        var end = lines[0] == "---" ? Array.IndexOf(lines, "---", 1) : -1;
        return end > 0 ? lines.Skip(end + 1) : throw new PageException(page, "it does not begin with front matter");
    }
}
