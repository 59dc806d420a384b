namespace TrainingApis.HelpGenerator.Pages;

/// <summary>An example: its title, the code with what it shows, and what there is to say about it.</summary>
internal sealed record Example(string Title, string Code, IReadOnlyList<string> Remarks);
