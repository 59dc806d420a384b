namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Represents the page of a command as plain text. Lists of strings are lists of paragraphs.</summary>
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
