using TrainingApis.HelpGenerator.Markdown;

namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Reads a parameter: its description, and a yaml block of properties for each group of parameter sets.</summary>
internal static class ParameterReader
{
    private static readonly string[] Keys =
    [
        "Type", "Parameter Sets", "Aliases", "Accepted values", "Required", "Position", "Default value", "Accept pipeline input",
        "Accept wildcard characters",
    ];

    public static Parameter Read(string page, Section section)
    {
        if (!section.Title.StartsWith('-'))
        {
            throw new PageException(page, $"'{section.Title}' is not a parameter");
        }

        var uses = section.CodeBlocks().Select(block => ReadUse(page, section.Title, block.Code)).ToList();
        if (uses.Count == 0)
        {
            throw new PageException(page, $"{section.Title} has no yaml block");
        }

        return new Parameter(section.Title[1..], Prose.Paragraphs(section.Prose()), uses);
    }

    private static ParameterUse ReadUse(string page, string parameter, string yaml)
    {
        var facts = new Dictionary<string, string>();
        foreach (var line in yaml.Split('\n').Where(line => line.Length > 0))
        {
            var pair = line.Split(':', 2);
            if (pair.Length != 2 || !Keys.Contains(pair[0]) || !facts.TryAdd(pair[0], pair[1].Trim()))
            {
                throw new PageException(page, $"{parameter}: '{line}' is not a property, or it occurs twice");
            }
        }

        return new ParameterUse(
            Fact("Type"), List("Parameter Sets"), List("Aliases"), List("Accepted values"), Flag("Required"), Fact("Position"),
                Fact("Default value"),
            Fact("Accept pipeline input"), Flag("Accept wildcard characters"));

        string Fact(string key) => facts.GetValueOrDefault(key) is { Length: > 0 } fact ? fact
            : throw new PageException(page, $"{parameter}: '{key}' is missing");
        bool Flag(string key) => bool.TryParse(Fact(key), out var flag) ? flag
            : throw new PageException(page, $"{parameter}: '{key}' must be True or False");
        List<string> List(string key) =>
            [.. facts.GetValueOrDefault(key, string.Empty)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
