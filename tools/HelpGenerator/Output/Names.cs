using System.Xml.Linq;

namespace TrainingApis.HelpGenerator.Output;

/// <summary>Provides the XML namespaces of PowerShell help files.</summary>
internal static class Names
{
    public static readonly XNamespace Msh = "http://msh";
    public static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Creates an element with paragraphs. The default element is <c>maml:description</c>.</summary>
    public static XElement Text(IEnumerable<string> paragraphs, XName? element = null) =>
        new(element ?? Maml + "description", paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph)));
}
