using System.IO.Compression;
using System.Text;

namespace TrainingApis.Workbook;

/// <summary>Represents a relationship of a part to another part (by path) or to a web address.</summary>
/// <param name="Id">The ID, which is unique in the part.</param>
/// <param name="Type">The last segment of the address of the type.</param>
/// <param name="Target">The target.</param>
/// <param name="External">Whether the target is a web address.</param>
internal sealed record Relationship(string Id, string Type, string Target, bool External = false);

/// <summary>
/// Writes an Office package: a ZIP file of XML parts and the relationships between them. Unlike with <see cref="ZipArchive"/>, several
/// parts can be open at the same time. Each part is compressed into a separate file, which is copied into the ZIP file when the part is
/// closed.
/// </summary>
internal sealed class Package(Stream stream) : IDisposable
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Opc = "http://schemas.openxmlformats.org/package/2006/";
    private const ushort Version = 20;
    private const ushort Deflate = 8;
    private const ushort Date = (1 << 5) | 1; // 1 January 1980, so that the same cells produce the same file

    private readonly List<PackagePart> _open = [];
    private readonly StringBuilder _types = new();
    private readonly MemoryStream _directory = new();
    private ushort _entries;
    private long _position;

    /// <summary>Opens a part of unknown size. Its compressed text is stored in a temporary file.</summary>
    public PackagePart Open(string path, string type)
    {
        AddType(path, type);
        var part = new PackagePart(path, TemporaryFile());
        _open.Add(part);
        return part;
    }

    /// <summary>Closes a part and copies it into the ZIP file.</summary>
    public void Close(PackagePart part)
    {
        part.Complete();
        Append(part);
        _open.Remove(part);
        part.Dispose();
    }

    /// <summary>Writes a small part.</summary>
    public void Write(string path, string type, string xml)
    {
        AddType(path, type);
        WriteEntry(path, xml);
    }

    /// <summary>Writes the relationships of a part, or of the package if the path is empty.</summary>
    public void WriteRelationships(string path, IEnumerable<Relationship> relationships)
    {
        var slash = path.LastIndexOf('/') + 1;
        using var part = new PackagePart($"{path[..slash]}_rels/{path[slash..]}.rels", new MemoryStream());
        part.Raw($"""{PackagePart.Declaration}<Relationships xmlns="{Opc}relationships">""");
        foreach (var one in relationships)
        {
            part.Raw("<Relationship Id=\""u8);
            part.Raw(one.Id);
            part.Raw("\" Type=\""u8);
            part.Raw(Office);
            part.Raw(one.Type);
            part.Raw(one.External ? "\" TargetMode=\"External\" Target=\""u8 : "\" Target=\"/"u8);
            part.Escaped(one.Target);
            part.Raw("\"/>"u8);
            part.Flush();
        }

        part.Raw("</Relationships>");
        part.Complete();
        Append(part);
    }

    /// <summary>Writes the content types and the directory of the ZIP file.</summary>
    public void Finish()
    {
        WriteEntry("[Content_Types].xml", $"""
            <Types xmlns="{Opc}content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>{_types}</Types>
            """);
        var start = _position;
        _directory.Position = 0;
        _directory.CopyTo(stream);
        using var end = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true);
        end.Write(0x06054B50u);
        end.Write(0u);
        end.Write(_entries);
        end.Write(_entries);
        end.Write((uint)_directory.Length);
        end.Write((uint)start);
        end.Write((ushort)0);
    }

    /// <summary>Deletes the temporary files of parts that were not closed.</summary>
    public void Dispose()
    {
        foreach (var part in _open)
        {
            part.Dispose();
        }

        _open.Clear();
    }

    private void AddType(string path, string type) =>
        _types.Append($"""<Override PartName="/{path}" ContentType="application/vnd.openxmlformats-officedocument.{type}+xml"/>""");

    private void WriteEntry(string path, string xml)
    {
        using var part = new PackagePart(path, new MemoryStream());
        part.Raw(PackagePart.Declaration);
        part.Raw(xml);
        part.Complete();
        Append(part);
    }

    private void Append(PackagePart part)
    {
        var position = _position;
        if (position + part.CompressedLength > uint.MaxValue - 100_000 || part.Length > uint.MaxValue)
        {
            throw new ApiException(ApiErrorKind.FileNotWritable, "The workbook is larger than 4 GB. Export fewer sheets or rows.");
        }

        using (var local = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true))
        {
            local.Write(0x04034B50u);
            WriteHeader(local, part);
            local.Write(Encoding.ASCII.GetBytes(part.Path));
        }

        part.CopyTo(stream);
        _position += 30 + part.Path.Length + part.CompressedLength;
        _entries++;

        using var central = new BinaryWriter(_directory, Encoding.ASCII, leaveOpen: true);
        central.Write(0x02014B50u);
        central.Write(Version);
        WriteHeader(central, part);
        central.Write(new byte[10]); // no comment, disk 0, no attributes
        central.Write((uint)position);
        central.Write(Encoding.ASCII.GetBytes(part.Path));
    }

    /// <summary>Writes the fields that the header of a file and its entry in the directory have in common.</summary>
    private static void WriteHeader(BinaryWriter writer, PackagePart part)
    {
        writer.Write(Version);
        writer.Write((ushort)0);
        writer.Write(Deflate);
        writer.Write((ushort)0);
        writer.Write(Date);
        writer.Write(part.Checksum);
        writer.Write((uint)part.CompressedLength);
        writer.Write((uint)part.Length);
        writer.Write((ushort)part.Path.Length);
        writer.Write((ushort)0);
    }

    /// <summary>Opens a file that only its owner can read, and that is deleted when it is closed or when the process ends.</summary>
    private static FileStream TemporaryFile()
    {
        var path = System.IO.Path.GetTempFileName();
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Delete, 1 << 16);
        File.Delete(path);
        return file;
    }
}
