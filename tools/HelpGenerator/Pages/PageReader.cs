using System.Text.RegularExpressions;
using TrainingApis.HelpGenerator.Markdown;

namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Reads a page of docs/. Unknown content is an error, because all content of a page must be in the help file.</summary>
internal static partial class PageReader
{
    private static readonly string[] Headings =
        ["SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    public static Page Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var page = Section.Read(name, File.ReadAllText(path));
        if (page.Title != name)
        {
            throw new PageException(name, $"the first heading is '{page.Title}'");
        }

        if (!page.Parts.Select(part => part.Title).SequenceEqual(Headings))
        {
            throw new PageException(name, $"the headings must be {string.Join(", ", Headings)}, in this order");
        }

        var parts = page.Parts.ToDictionary(part => part.Title);
        var result = new Page(
            name,
            Prose.Paragraphs(parts["SYNOPSIS"].Prose()),
            Syntax(parts["SYNTAX"]),
            Prose.Paragraphs(parts["DESCRIPTION"].Prose()),
            parts["EXAMPLES"].Parts.ConvertAll(part => ReadExample(name, part)),
            parts["PARAMETERS"].Parts.Where(part => part.Title != "CommonParameters").Select(part => ParameterReader.Read(name, part))
                .ToList(),
            parts["INPUTS"].Parts.ConvertAll(Note),
            parts["OUTPUTS"].Parts.ConvertAll(Note),
            Prose.Paragraphs(parts["NOTES"].Prose()),
            parts["RELATED LINKS"].Prose().Where(line => line.Length > 0).Select(line => ReadLink(name, line)).ToList());
        PageCheck.Run(result);
        return result;
    }

    private static List<SyntaxSet> Syntax(Section section) => section.Parts.Count == 0
        ? [ReadSet(SyntaxSet.All, section)]
        : section.Parts.ConvertAll(part => ReadSet(part.Title.Replace(" (Default)", string.Empty, StringComparison.Ordinal), part));

    private static SyntaxSet ReadSet(string name, Section section) =>
        new(name, ParameterName().Matches(section.CodeBlocks().Single().Code).Select(match => match.Groups[1].Value).ToList());

    private static Example ReadExample(string page, Section section)
    {
        var blocks = section.CodeBlocks().ToList();
        if (blocks.Count == 0 || blocks[0].Language != "powershell")
        {
            throw new PageException(page, $"'{section.Title}' does not start with a powershell block");
        }

        return new Example(section.Title, string.Join("\n\n", blocks.Select(block => block.Code)), Prose.Paragraphs(section.Prose()));
    }

    private static TypeNote Note(Section section) => new(section.Title, Prose.Paragraphs(section.Prose()));

    /// <summary>Reads a link. A link to a file of this repository becomes a name for Get-Help.</summary>
    private static Link ReadLink(string page, string line)
    {
        var match = WholeLink().Match(line);
        if (!match.Success)
        {
            throw new PageException(page, $"'{line}' is not a link");
        }

        var address = match.Groups[2].Value;
        return new Link(match.Groups[1].Value, address.StartsWith("https://", StringComparison.Ordinal) ? address : null);
    }

    [GeneratedRegex(@"(?<=[\s\[])-([A-Z]\w+)")]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"^\[([^\]]+)\]\(([^)]+)\)$")]
    private static partial Regex WholeLink();
}
