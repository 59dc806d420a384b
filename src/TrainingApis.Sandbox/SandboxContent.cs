using System.Net;

namespace TrainingApis.Sandbox;

/// <summary>An answer's body for <see cref="HttpClient"/>, which may break off after a number of bytes.</summary>
internal sealed class SandboxContent : HttpContent
{
    private readonly SandboxBody _body;
    private readonly long _breaksAfter;

    public SandboxContent(SandboxBody body, string? contentType, long breaksAfter = long.MaxValue)
    {
        (_body, _breaksAfter) = (body, breaksAfter);
        if (contentType != null)
            Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new PieceStream(_body, _breaksAfter));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        using var source = new PieceStream(_body, _breaksAfter);
        await source.CopyToAsync(stream).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
