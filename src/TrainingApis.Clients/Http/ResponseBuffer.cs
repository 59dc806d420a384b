using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Reads response bodies into buffers, up to the maximum size of one body, and up to twice this size plus one segment for all bodies of a
/// connection. Long bodies are read into reusable segments. The garbage collector frees dropped buffers before they exceed the limit.
/// </summary>
internal sealed class ResponseBuffer(long maximumBytes)
{
    private const int FirstBuffer = 16 * 1024;
    private const int LargestArray = 0x7FFFFFC7;
    private const int SegmentLength = 1024 * 1024; // Also the size of the first buffer if a response claims a greater length.
    private const int LeastGarbage = 64 * SegmentLength; // Collecting fewer bytes is not worth the pause.
    private const int CollectionAttempts = 5;
    private const GCCollectionMode Aggressive = (GCCollectionMode)3; // Returns memory to the system. netstandard has no name for this mode.

    private readonly long _maximum = Math.Min(maximumBytes, LargestArray - 1);
    private readonly Stack<byte[]> _freeSegments = new();
    private readonly object _gate = new();
    private readonly List<(WeakReference<byte[]> Buffer, int Length)> _dropped = [];
    private long _held;

    public async Task<PooledContent> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var claimed = content.Headers.ContentLength;
        if (claimed > _maximum)
        {
            throw TooLarge();
        }

        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
        using var body = new Body(this, claimed is { } bytes ? Math.Min(bytes + 1, SegmentLength) : FirstBuffer);
        int read;
        while ((read = await stream.ReadAsync(body.MakeSpace(), cancellationToken).ConfigureAwait(false)) > 0)
        {
            body.Advance(read);
            if (body.Length > _maximum)
            {
                throw TooLarge();
            }
        }

        return body.Length < claimed ? throw new TransportException(TransportFailure.Broken, "the response broke off")
            : new PooledContent(this, body.Detach(out var length), length, content.Headers.ContentType);
    }

    /// <summary>Returns a buffer. It is cleared, because a response can contain a token.</summary>
    public void Return(byte[] buffer, int length)
    {
        Release(buffer, length, isSegment: false);
        if (buffer.Length <= SegmentLength)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Release(byte[] buffer, int length, bool isSegment)
    {
        Array.Clear(buffer, 0, length);
        lock (_gate)
        {
            _held -= buffer.Length;
            if (isSegment)
            {
                _freeSegments.Push(buffer);
            }
            else if (buffer.Length > SegmentLength)
            {
                _dropped.Add((new WeakReference<byte[]>(buffer), buffer.Length));
            }

            if (_held == 0)
            {
                DropFreeSegments();
            }
        }
    }

    private byte[] Rent(long size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)size);
        lock (_gate)
        {
            _held += buffer.Length;
        }

        return buffer;
    }

    private byte[] Reserve(long size)
    {
        lock (_gate)
        {
            if (_held + size > (2 * _maximum) + SegmentLength)
            {
                throw new TransportException(TransportFailure.TooLarge,
                    $"the responses in flight together are larger than {2 * _maximum} bytes, twice what one may be. Use fewer requests in "
                    + $"flight (-ThrottleLimit), or allow more (-MaximumResponseBytes of the Connect- command)");
            }

            _held += size;
            if (size == SegmentLength && _freeSegments.TryPop(out var free))
            {
                return free;
            }

            if (_held + ((long)_freeSegments.Count * SegmentLength) > 2 * _maximum)
            {
                DropFreeSegments();
            }

            CollectGarbage();
            return new byte[size];
        }
    }

    private void DropFreeSegments()
    {
        _dropped.AddRange(_freeSegments.Select(segment => (new WeakReference<byte[]>(segment), segment.Length)));
        _freeSegments.Clear();
    }

    /// <summary>
    /// Collects dropped buffers if they take too much memory. Buffers that the garbage collector has found by itself count too, because
    /// their memory may not have been returned. A buffer can still be on the stack of the thread that dropped it; then this is tried again.
    /// </summary>
    private void CollectGarbage()
    {
        for (var attempt = 0; attempt < CollectionAttempts; attempt++)
        {
            var dropped = _dropped.Sum(buffer => (long)buffer.Length);
            if (dropped < LeastGarbage || _held + ((long)_freeSegments.Count * SegmentLength) + dropped <= 2 * _maximum)
            {
                return;
            }

            Thread.Sleep(attempt);
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce; // .NET 8 keeps the gaps otherwise.
            GC.Collect(GC.MaxGeneration, Aggressive, blocking: true, compacting: true);
            _dropped.RemoveAll(buffer => !buffer.Buffer.TryGetTarget(out _));
        }
    }

    private TransportException TooLarge() => new(TransportFailure.TooLarge,
        $"the response is larger than {_maximum} bytes, the limit of this connection (-MaximumResponseBytes of its Connect- command)");

    /// <summary>Represents a body while it is read: one buffer that grows to the size of a segment, then segments.</summary>
    private sealed class Body(ResponseBuffer owner, long firstSize) : IDisposable
    {
        private readonly List<byte[]> _full = [];
        private byte[] _last = owner.Rent(firstSize);
        private int _used;

        public long Length => ((long)_full.Count * SegmentLength) + _used;

        /// <summary>Gets the memory for the next bytes.</summary>
        public Memory<byte> MakeSpace()
        {
            if (_used == _last.Length && _last.Length < SegmentLength)
            {
                var larger = owner.Rent(_last.Length * 2L);
                _last.CopyTo(larger, 0);
                owner.Return(_last, _used);
                _last = larger;
            }
            else if (_used == _last.Length)
            {
                var next = owner.Reserve(SegmentLength);
                _full.Add(_last);
                (_last, _used) = (next, 0);
            }

            return _last.AsMemory(_used);
        }

        public void Advance(int count) => _used += count;

        /// <summary>Gets the complete body in one buffer, which the caller owns.</summary>
        public byte[] Detach(out int length)
        {
            length = (int)Length;
            var whole = _last;
            if (_full.Count > 0)
            {
                whole = owner.Reserve(length);
                for (var i = 0; i < _full.Count; i++)
                {
                    _full[i].CopyTo(whole, i * SegmentLength);
                }

                _last.AsSpan(0, _used).CopyTo(whole.AsSpan(_full.Count * SegmentLength));
                owner.Release(_last, _used, isSegment: true);
            }

            (_last, _used) = ([], 0);
            return whole;
        }

        public void Dispose()
        {
            var (last, used) = (_last, _used);
            (_last, _used) = ([], 0);
            owner.Return(last, used);
            while (_full.Count > 0) // A segment that is still referenced here could not be collected.
            {
                var segment = _full[^1];
                _full.RemoveAt(_full.Count - 1);
                owner.Release(segment, SegmentLength, isSegment: true);
            }
        }
    }
}

/// <summary>Represents a complete body. Dispose returns its buffer.</summary>
internal sealed class PooledContent : HttpContent
{
    private readonly ResponseBuffer _owner;
    private readonly int _length;
    private byte[]? _buffer;

    public PooledContent(ResponseBuffer owner, byte[] buffer, int length, MediaTypeHeaderValue? mediaType)
    {
        (_owner, _buffer, _length) = (owner, buffer, length);
        Headers.ContentType = mediaType;
    }

    public ReadOnlyMemory<byte> Bytes => new(_buffer ?? throw new ObjectDisposedException(nameof(PooledContent)), 0, _length);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Bytes).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _buffer, null) is { Length: > 0 } buffer)
        {
            _owner.Return(buffer, _length);
        }

        base.Dispose(disposing);
    }
}
