using System.Net;
using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>
/// A body, perhaps empty, that remembers whether the connection ever asked for its bytes. Where it did not, nothing of the request
/// can have been acted upon. A change has one even where there is nothing to send: without content .NET by itself sends a
/// request again when the server closes the connection early.
/// </summary>
internal sealed class TrackedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;

    public TrackedContent(ReadOnlyMemory<byte> bytes, string? mediaType)
    {
        _bytes = bytes;
        if (mediaType is not null)
        {
            Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        }
    }

    public bool WasSerialized { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        WasSerialized = true;
        return stream.WriteAsync(_bytes).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
