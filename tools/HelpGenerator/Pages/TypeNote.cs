namespace TrainingApis.HelpGenerator.Pages;

/// <summary>A type that goes in or comes out, and what it means here.</summary>
internal sealed record TypeNote(string Type, IReadOnlyList<string> Text);
