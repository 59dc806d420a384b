namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Where to read on: a command or topic by name, or a page of the web by its address.</summary>
internal sealed record Link(string Text, string? Address);
