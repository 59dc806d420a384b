using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrainingApis.Sandbox.Server;

/// <summary>
/// Represents the bytes of a response in segments that stay out of the large object heap: pages of half a megabyte would
/// otherwise dominate the memory of the process that a benchmark measures.
/// </summary>
internal sealed class ResponseBody
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private ResponseBody(IReadOnlyList<ReadOnlyMemory<byte>> segments)
    {
        Segments = segments;
        Length = segments.Sum(segment => (long)segment.Length);
    }

    public static ResponseBody Empty { get; } = new([]);

    public IReadOnlyList<ReadOnlyMemory<byte>> Segments { get; }

    public long Length { get; }

    public static ResponseBody FromBytes(byte[] bytes) => new ResponseBody([bytes]);

    public static ResponseBody FromJson(Action<Utf8JsonWriter> write)
    {
        var segments = new SegmentWriter();
        using (var json = new Utf8JsonWriter(segments, Options))
        {
            write(json);
        }

        return new ResponseBody(segments.Complete());
    }

    /// <summary>Opens a stream over the bytes, which fails like a lost connection after a number of them.</summary>
    public Stream OpenRead(long breakAfter = long.MaxValue) => new SegmentStream(Segments, breakAfter);

    public byte[] ToArray() => Segments.SelectMany(segment => segment.ToArray()).ToArray();
}

/// <summary>Collects written bytes in segments of 32 KB.</summary>
internal sealed class SegmentWriter : IBufferWriter<byte>
{
    private const int SegmentSize = 32 * 1024;
    private readonly List<ReadOnlyMemory<byte>> _segments = [];
    private byte[] _current = [];
    private int _used;

    public void Advance(int count)
    {
        _used += count;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_current.Length - _used < Math.Max(sizeHint, 1))
        {
            // The first segment is small because most responses are.
            var size = _current.Length == 0 ? 1024 : SegmentSize;
            CloseSegment();
            _current = new byte[Math.Max(sizeHint, size)];
        }

        return _current.AsMemory(_used);
    }

    public IReadOnlyList<ReadOnlyMemory<byte>> Complete()
    {
        CloseSegment();
        return _segments;
    }

    private void CloseSegment()
    {
        if (_used > 0)
        {
            _segments.Add(_current.AsMemory(0, _used));
        }

        (_current, _used) = ([], 0);
    }
}

/// <summary>Reads segments in order, and fails like a lost connection after a number of bytes.</summary>
internal sealed class SegmentStream(IReadOnlyList<ReadOnlyMemory<byte>> segments, long breakAfter) : Stream
{
    private int _segment;
    private int _offset;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => segments.Sum(segment => (long)segment.Length);

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_read >= breakAfter)
        {
            throw new IOException("The connection was closed in the middle of the response.");
        }

        while (_segment < segments.Count && _offset == segments[_segment].Length)
        {
            (_segment, _offset) = (_segment + 1, 0);
        }

        if (_segment == segments.Count)
        {
            return 0;
        }

        var source = segments[_segment].Span[_offset..];
        var count = (int)Math.Min(Math.Min(source.Length, buffer.Length), breakAfter - _read);
        source[..count].CopyTo(buffer);
        (_offset, _read) = (_offset + count, _read + count);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<int>(Read(buffer.Span));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
