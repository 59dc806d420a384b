using System.Text;
using System.Xml;
using System.Xml.Linq;
using TrainingApis.HelpGenerator.Pages;
using static TrainingApis.HelpGenerator.Output.Names;

namespace TrainingApis.HelpGenerator.Output;

/// <summary>Writes pages as the help file that Get-Help reads. The same pages result in the same file on every machine.</summary>
internal static class HelpWriter
{
    public static string Write(IEnumerable<Page> pages)
    {
        var document = new XDocument(new XElement(Msh + "helpItems", new XAttribute("schema", "maml"), pages.Select(Describe)));
        using var text = new Utf8Text();
        using (var writer = XmlWriter.Create(text,
            new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None }))
        {
            document.Save(writer);
        }

        return text + "\n";
    }

    private static XElement Describe(Page page) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", page.Command),
            new XElement(Command + "verb", page.Command.Split('-')[0]),
            new XElement(Command + "noun", page.Command.Split('-')[1]),
            Text(page.Synopsis)),
        Text(page.Description),
        new XElement(Command + "syntax", page.Syntax.Select(set => DescribeSet(page, set))),
        new XElement(Command + "parameters", page.Parameters.Select(ParameterElement.InList)),
        new XElement(Command + "inputTypes", page.Inputs.Select(note => DescribeType("inputType", note))),
        new XElement(Command + "returnValues", page.Outputs.Select(note => DescribeType("returnValue", note))),
        new XElement(Maml + "alertSet", Text(page.Notes, Maml + "alert")),
        new XElement(Command + "examples", page.Examples.Select(DescribeExample)),
        new XElement(Command + "relatedLinks", page.Links.Select(DescribeLink)));

    private static XElement DescribeSet(Page page, SyntaxSet set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", page.Command),
        from name in set.Parameters
        let parameter = page.Parameters.Single(one => one.Name == name)
        select ParameterElement.InSyntax(parameter, parameter.In(set.Name)!));

    private static XElement DescribeType(string element, TypeNote note) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", note.Type)),
        Text(note.Text));

    private static XElement DescribeExample(Example example) => new(
        Command + "example",
        new XElement(Maml + "title", $"------------ {example.Title} ------------"),
        new XElement(Dev + "code", example.Code),
        Text([.. example.Remarks, string.Empty], Dev + "remarks"));

    private static XElement DescribeLink(Link link) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", link.Text),
        new XElement(Maml + "uri", link.Address));

    private sealed class Utf8Text : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
