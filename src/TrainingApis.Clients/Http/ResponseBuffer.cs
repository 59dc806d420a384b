using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Reads bodies whole into buffers, no further than one may be long. All bodies of a connection that are held at once take at most twice
/// that.
/// </summary>
internal sealed class ResponseBuffer(long maximumBytes)
{
    private const int FirstBuffer = 16 * 1024;
    private const int LargestArray = 0x7FFFFFC7;
    private const int LargestPooled = 1024 * 1024; // also the largest buffer that a length which is only claimed makes

    private readonly long _maximum = Math.Min(maximumBytes, LargestArray - 1);
    private long _held;

    public async Task<PooledContent> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var claimed = content.Headers.ContentLength;
        if (claimed > _maximum)
        {
            throw TooLarge();
        }

        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
        var buffer = Rent(claimed is { } bytes ? Math.Min(bytes + 1, LargestPooled) : FirstBuffer);
        var length = 0;
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length > _maximum)
                {
                    throw TooLarge();
                }

                if (length == buffer.Length)
                {
                    var larger = Rent(buffer.Length * 2L >= _maximum ? _maximum + 1 : buffer.Length * 2L);
                    buffer.CopyTo(larger, 0);
                    Return(buffer, length);
                    buffer = larger;
                }
            }

            if (length < claimed)
            {
                throw new TransportException(TransportFailure.Broken, "the response broke off");
            }

            return new PooledContent(this, buffer, length, content.Headers.ContentType);
        }
        catch
        {
            Return(buffer, length);
            throw;
        }
    }

    /// <summary>Takes a buffer back, emptied: a response may hold a token.</summary>
    public void Return(byte[] buffer, int length)
    {
        Interlocked.Add(ref _held, -buffer.Length);
        Array.Clear(buffer, 0, length);
        if (buffer.Length <= LargestPooled)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private byte[] Rent(long size)
    {
        // Large buffers are rare, and the pool would keep them.
        var buffer = size <= LargestPooled ? ArrayPool<byte>.Shared.Rent((int)size) : Reserve(size);
        if (size <= LargestPooled)
        {
            Interlocked.Add(ref _held, buffer.Length);
        }

        return buffer;
    }

    private byte[] Reserve(long size)
    {
        if (Interlocked.Add(ref _held, size) > 2 * _maximum)
        {
            Interlocked.Add(ref _held, -size);
            throw new TransportException(TransportFailure.TooLarge,
                $"the responses in flight together are larger than {2 * _maximum} bytes, twice what one may be. Use fewer requests in "
                + $"flight (-ThrottleLimit), or allow more (-MaximumResponseBytes of the Connect- command)");
        }

        return new byte[size];
    }

    private TransportException TooLarge() => new(TransportFailure.TooLarge,
        $"the response is larger than {_maximum} bytes, the limit of this connection (-MaximumResponseBytes of its Connect- command)");
}

/// <summary>Represents a body that was read whole. Disposing it returns its buffer.</summary>
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
