namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Represents the properties of a parameter in some parameter sets, as in its yaml block.</summary>
internal sealed record ParameterUse(
    string Type,
    IReadOnlyList<string> Sets,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> AcceptedValues,
    bool Required,
    string Position,
    string Default,
    string PipelineInput,
    bool Wildcards)
{
    public bool IsSwitch => Type == "SwitchParameter";
}
