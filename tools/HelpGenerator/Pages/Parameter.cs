namespace TrainingApis.HelpGenerator.Pages;

/// <summary>A parameter, with one use for each group of parameter sets that treat it alike.</summary>
internal sealed record Parameter(string Name, IReadOnlyList<string> Description, IReadOnlyList<ParameterUse> Uses)
{
    /// <summary>How the set uses it, or null where it is not in that set.</summary>
    public ParameterUse? In(string set) => Uses.FirstOrDefault(use => use.Sets is [SyntaxSet.All] || use.Sets.Contains(set));

    /// <summary>All uses in one, for the list of parameters: required where it always is, fed from the pipeline where it ever is.</summary>
    public ParameterUse Overall => Uses[0] with
    {
        Required = Uses.All(use => use.Required),
        Position = Uses.Select(use => use.Position).Distinct().Count() == 1 ? Uses[0].Position : "Named",
        PipelineInput = Uses.MaxBy(use => use.PipelineInput.Length)!.PipelineInput,
    };
}
