using System.Xml.Linq;
using TrainingApis.HelpGenerator.Pages;
using static TrainingApis.HelpGenerator.Output.Names;

namespace TrainingApis.HelpGenerator.Output;

/// <summary>A parameter: once for each parameter set it is in, to show the syntax, and once in the list of parameters.</summary>
internal static class ParameterElement
{
    public static XElement InSyntax(Parameter parameter, ParameterUse use) =>
        Make(parameter, use, use.IsSwitch ? null : use.AcceptedValues.Count > 0 ? Choice(use) : Value(use.Type));

    /// <summary>There the accepted values do not show, so the description names them.</summary>
    public static XElement InList(Parameter parameter)
    {
        var use = parameter.Overall;
        string[] values = use.AcceptedValues.Count == 0 ? [] : [$"Accepted values: {string.Join(", ", use.AcceptedValues)}."];
        return Make(parameter with { Description = [.. parameter.Description, .. values] }, use, Value(use.Type));
    }

    private static XElement Make(Parameter parameter, ParameterUse use, XElement? value) => new(
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
