namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Represents an input or output type and its description.</summary>
internal sealed record TypeNote(string Type, IReadOnlyList<string> Text);
