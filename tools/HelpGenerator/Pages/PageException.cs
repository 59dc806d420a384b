namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Represents an error in a page. The message contains the page and the problem.</summary>
internal sealed class PageException(string page, string problem) : Exception($"docs/{page}.md: {problem}");
