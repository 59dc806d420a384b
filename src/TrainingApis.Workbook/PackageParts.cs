using System.IO.Compression;
using System.Text;
using System.Xml;

namespace TrainingApis.Workbook;

/// <summary>
/// The zip file that a workbook is, part after part, each written once. The SDK's own package keeps all parts in memory until it
/// is closed; this one keeps the names only.
/// </summary>
internal sealed class PackageParts(Stream stream) : IDisposable
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true };

    private readonly ZipArchive _zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<(string Path, string Type)> _parts = new();

    /// <summary>Opens the next part; the one before must be closed.</summary>
    public Stream Open(string path, string type)
    {
        _parts.Add((path, type));
        return OpenEntry(path);
    }

    /// <summary>Writes what a part (or, for none, the package) leads to: id, kind, target, and whether that is a web address.</summary>
    public void WriteRelationships(string? part, IEnumerable<(string Id, string Kind, string Target, bool External)> relationships)
    {
        var slash = part?.LastIndexOf('/') ?? -1;
        var path = part is null ? "_rels/.rels" : $"{part[..slash]}/_rels/{part[(slash + 1)..]}.rels";
        using var xml = XmlWriter.Create(OpenEntry(path), Settings);
        xml.WriteStartElement("Relationships", Package + "relationships");
        foreach (var (id, kind, target, external) in relationships)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", Office + kind);
            xml.WriteAttributeString("Target", target);
            if (external)
            {
                xml.WriteAttributeString("TargetMode", "External");
            }

            xml.WriteEndElement();
        }
    }

    /// <summary>Writes the list of all parts and their types, the last of the package.</summary>
    public void WriteContentTypes()
    {
        using var xml = XmlWriter.Create(OpenEntry("[Content_Types].xml"), Settings);
        xml.WriteStartElement("Types", Package + "content-types");
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type("Default", "Extension", "xml", "application/xml");
        foreach (var (path, type) in _parts)
        {
            Type("Override", "PartName", "/" + path, $"application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml");
        }

        void Type(string element, string attribute, string value, string type)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString(attribute, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    public void Dispose() => _zip.Dispose();

    private Stream OpenEntry(string path) => _zip.CreateEntry(path, CompressionLevel.Fastest).Open();
}
