using System.Text.Json;
using TrainingApis.Cegos;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>
/// Represents a snapshot file during a comparison. The codes of its items are in memory, with the position and a hash of their lines. A
/// line is read again if it differs.
/// </summary>
internal sealed class CatalogSnapshot : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly Dictionary<(CatalogItemType Type, string Code), Line> _items = [];
    private readonly HashSet<string> _products;
    private readonly HashSet<string> _sessions;

    private CatalogSnapshot(string path)
    {
        _path = path;
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        (IsHydrated, _products, _sessions) = (false, [], []);
        var (hasHeader, isComplete) = (false, false);
        foreach (var (offset, line) in ReadLines())
        {
            if (offset == 0)
            {
                (IsHydrated, _products, _sessions) = SnapshotLines.ReadHeader(line);
                hasHeader = true;
            }
            else if (SnapshotLines.ReadKey(line.Span) is { } key)
            {
                _items.Add(key, new Line(offset, line.Length, SnapshotLines.HashOf(line.Span)));
            }
            else
            {
                isComplete = SnapshotLines.ReadEnd(line) == (Count(CatalogItemType.Product), Count(CatalogItemType.Session));
            }
        }

        if (!isComplete)
        {
            throw new FormatException(hasHeader ? "It is not complete." : SnapshotLines.NoSnapshot);
        }
    }

    /// <summary>Gets whether the snapshot contains the texts of products and the parts of sessions.</summary>
    public bool IsHydrated { get; }

    /// <summary>Reads the keys of a snapshot.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidData"/>: the file cannot be read, or is not a snapshot.</exception>
    public static CatalogSnapshot Open(string path) => Guard(path, () => new CatalogSnapshot(path));

    /// <summary>
    /// Removes an item from the snapshot, and gets its differences: the old and the new value of each changed property; null if the item is
    /// new.
    /// </summary>
    public List<(string Property, object? Old, object? New)>? Compare(
        CatalogItemType type, string code, ReadOnlyMemory<byte> newLine, object item)
    {
        if (!_items.Remove((type, code), out var line))
        {
            return null;
        }

        if (line.Hash == SnapshotLines.HashOf(newLine.Span))
        {
            return [];
        }

        var before = Read(type, line);
        var known = type == CatalogItemType.Product ? _products : _sessions;
        return
        [
            .. from column in SnapshotLines.Of(type)
               where known.Contains(column.Name)
               let old = before.GetValueOrDefault(column.Name)
               let now = column.Read(item)
               where !Equals(old, now)
               select (column.Name, old, now),
        ];
    }

    /// <summary>Gets the items of a type that were not removed, in the order of the file, with their values.</summary>
    public IEnumerable<(string Code, Dictionary<string, object?> Values)> Remaining(CatalogItemType type) =>
        from item in _items
        where item.Key.Type == type
        orderby item.Value.Offset
        select (item.Key.Code, Read(type, item.Value));

    public void Dispose() => _stream.Dispose();

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException
            or ArgumentException or IOException or UnauthorizedAccessException)
        {
            var reason = error is FormatException or IOException or UnauthorizedAccessException ? error.Message : "It is damaged.";
            throw new ApiException(ApiErrorKind.InvalidData,
                $"The snapshot '{path}' cannot be read. {reason} Use another path, or delete the file and run again with -Update.", error);
        }
    }

    private int Count(CatalogItemType type) => _items.Keys.Count(key => key.Type == type);

    private Dictionary<string, object?> Read(CatalogItemType type, Line line) => Guard(_path, () =>
    {
        var bytes = new byte[line.Length];
        _stream.Position = line.Offset;
        _stream.ReadExactly(bytes);
        return SnapshotLines.ReadValues(type, bytes);
    });

    /// <summary>Reads the file line by line, without the line ends. The length of a line is not limited.</summary>
    private IEnumerable<(long Offset, ReadOnlyMemory<byte> Line)> ReadLines()
    {
        var (buffer, start, end, offset) = (new byte[BufferSize], 0, 0, 0L);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return (offset, buffer.AsMemory(start, length > 0 && buffer[start + length - 1] == '\r' ? length - 1 : length));
                start += length + 1;
                offset += length + 1;
                continue;
            }

            Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
            {
                if (offset == 0)
                {
                    throw new FormatException(SnapshotLines.NoSnapshot);
                }

                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = _stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                yield break; // a line without a line end is incomplete
            }

            end += read;
        }
    }

    /// <summary>Represents the position of a line, and its hash.</summary>
    private readonly record struct Line(long Offset, int Length, UInt128 Hash);
}

/// <summary>Represents a new snapshot, which is written to a temporary file and replaces the old snapshot when it is complete.</summary>
internal sealed class SnapshotDraft : IDisposable
{
    private readonly AtomicFile _file;
    private readonly string _path;
    private int _products;
    private int _sessions;

    private SnapshotDraft(AtomicFile file, string path) => (_file, _path) = (file, path);

    /// <summary>Creates the temporary file.</summary>
    /// <param name="path">The path of the snapshot.</param>
    /// <param name="owner">The owner of the existing snapshot.</param>
    public static SnapshotDraft Create(string path, UnixOwner? owner) => new(AtomicFile.Create(path, replace: true, owner), path);

    public void Write(ReadOnlyMemory<byte> line) => AtomicFile.Guard(_path, () =>
    {
        _file.Stream.Write(line.Span);
        _file.Stream.WriteByte((byte)'\n');
    });

    public void Write(CatalogItemType type, ReadOnlyMemory<byte> line)
    {
        Write(line);
        _products += type == CatalogItemType.Product ? 1 : 0;
        _sessions += type == CatalogItemType.Session ? 1 : 0;
    }

    /// <summary>Completes the snapshot and moves it to its path.</summary>
    public void Commit(SnapshotLines lines)
    {
        Write(lines.WriteEnd(_products, _sessions));
        _file.Commit();
    }

    public void Dispose() => _file.Dispose();
}
