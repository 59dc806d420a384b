namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Represents a parameter set, with its parameters in the order of the syntax.</summary>
internal sealed record SyntaxSet(string Name, IReadOnlyList<string> Parameters)
{
    /// <summary>The value for a parameter in all sets, and for a command with only one set.</summary>
    public const string All = "(All)";
}
