namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Represents a parameter, with one use for each group of parameter sets with the same properties.</summary>
internal sealed record Parameter(string Name, IReadOnlyList<string> Description, IReadOnlyList<ParameterUse> Uses)
{
    /// <summary>Gets the use in a parameter set; null if the parameter is not in that set.</summary>
    public ParameterUse? In(string set) => Uses.FirstOrDefault(use => use.Sets is [SyntaxSet.All] || use.Sets.Contains(set));

    /// <summary>Gets the combined use for the list of parameters: required if all uses are, pipeline input if any use has it.</summary>
    public ParameterUse Overall => Uses[0] with
    {
        Required = Uses.All(use => use.Required),
        Position = Uses.Select(use => use.Position).Distinct().Count() == 1 ? Uses[0].Position : "Named",
        PipelineInput = Uses.MaxBy(use => use.PipelineInput.Length)!.PipelineInput,
    };
}
