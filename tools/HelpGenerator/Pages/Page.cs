namespace TrainingApis.HelpGenerator.Pages;

/// <summary>What a command's page says, as plain text: a list of texts is a list of paragraphs.</summary>
internal sealed record Page(
    string Command,
    IReadOnlyList<string> Synopsis,
    IReadOnlyList<SyntaxSet> Syntax,
    IReadOnlyList<string> Description,
    IReadOnlyList<Example> Examples,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<TypeNote> Inputs,
    IReadOnlyList<TypeNote> Outputs,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Link> Links);
