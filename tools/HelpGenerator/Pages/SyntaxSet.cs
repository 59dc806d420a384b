namespace TrainingApis.HelpGenerator.Pages;

/// <summary>One parameter set, its parameters in the order in which the page's syntax shows them.</summary>
internal sealed record SyntaxSet(string Name, IReadOnlyList<string> Parameters)
{
    /// <summary>What a parameter that is in every set says, and a command with only one set.</summary>
    public const string All = "(All)";
}
