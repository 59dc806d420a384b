using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>A body that was read whole. Disposing it gives the buffer back, emptied, as an answer may hold a token.</summary>
internal sealed class PooledContent : HttpContent
{
    private readonly int _length;
    private byte[]? _buffer;

    public PooledContent(byte[] buffer, int length, MediaTypeHeaderValue? mediaType)
    {
        _buffer = buffer;
        _length = length;
        Headers.ContentType = mediaType;
    }

    public ReadOnlyMemory<byte> Bytes => new(_buffer ?? throw new ObjectDisposedException(nameof(PooledContent)), 0, _length);

    public static void Return(byte[] buffer, int length)
    {
        Array.Clear(buffer, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Bytes).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            Return(buffer, _length);
        }

        base.Dispose(disposing);
    }
}
