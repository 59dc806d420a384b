namespace TrainingApis.HelpGenerator.Pages;

/// <summary>A page that is not as a page must be. The message names the page and what is wrong.</summary>
internal sealed class PageException(string page, string problem) : Exception($"docs/{page}.md: {problem}");
