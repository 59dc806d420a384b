namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Represents a related link: the name of a command or topic, or the URL of a web page.</summary>
internal sealed record Link(string Text, string? Address);
