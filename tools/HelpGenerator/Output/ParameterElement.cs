using System.Xml.Linq;
using TrainingApis.HelpGenerator.Pages;
using static TrainingApis.HelpGenerator.Output.Names;

namespace TrainingApis.HelpGenerator.Output;

/// <summary>Creates the elements of a parameter: one for the syntax of each parameter set, and one for the list of parameters.</summary>
internal static class ParameterElement
{
    public static XElement InSyntax(Parameter parameter, ParameterUse use) =>
        Create(parameter, use, use.IsSwitch ? null : use.AcceptedValues.Count > 0 ? Choice(use) : Value(use.Type));

    /// <summary>Creates the element in the list of parameters. There, the description contains the accepted values.</summary>
    public static XElement InList(Parameter parameter)
    {
        var use = parameter.Overall;
        string[] values = use.AcceptedValues.Count == 0 ? [] : [$"Accepted values: {string.Join(", ", use.AcceptedValues)}."];
        return Create(parameter with { Description = [.. parameter.Description, .. values] }, use, Value(use.Type));
    }

    private static XElement Create(Parameter parameter, ParameterUse use, XElement? value) => new(
        Command + "parameter",
        new XAttribute("required", use.Required),
        new XAttribute("variableLength", use.Type.EndsWith("[]", StringComparison.Ordinal)),
        new XAttribute("globbing", use.Wildcards),
        new XAttribute("pipelineInput", use.PipelineInput),
        new XAttribute("position", use.Position),
        new XAttribute("aliases", use.Aliases.Count == 0 ? "none" : string.Join(", ", use.Aliases)),
        new XElement(Maml + "name", parameter.Name),
        Text(parameter.Description),
        value,
        new XElement(Dev + "type", new XElement(Maml + "name", use.Type), new XElement(Maml + "uri")),
        new XElement(Dev + "defaultValue", use.Default));

    private static XElement Choice(ParameterUse use) => new(Command + "parameterValueGroup", use.AcceptedValues.Select(Value));

    private static XElement Value(string text) =>
        new(Command + "parameterValue", new XAttribute("required", true), new XAttribute("variableLength", false), text);
}
