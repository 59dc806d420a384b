namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Represents an example: its title, its code with the output, and its explanation.</summary>
internal sealed record Example(string Title, string Code, IReadOnlyList<string> Remarks);
