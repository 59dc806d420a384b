using System.Buffers;

namespace TrainingApis.Clients.Http;

/// <summary>Reads a body whole into a pooled buffer, no further than it may be long.</summary>
internal static class BodyReader
{
    private const int FirstBuffer = 16 * 1024;
    private const int LargestArray = 0x7FFFFFC7;
    private const int LargestTrusted = 1024 * 1024; // a length that is only claimed makes no larger buffer than this

    public static async Task<PooledContent> ReadAsync(HttpContent content, long maximum, CancellationToken cancellationToken)
    {
        maximum = Math.Min(maximum, LargestArray - 1);
        var claimed = content.Headers.ContentLength;
        if (claimed > maximum)
        {
            throw TooLarge(maximum);
        }

        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(claimed is { } bytes ? (int)Math.Min(bytes + 1, LargestTrusted) : FirstBuffer);
        var length = 0;
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length > maximum)
                {
                    throw TooLarge(maximum);
                }

                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }
            if (length < claimed)
            {
                throw new TransportException(TransportFailure.Broken, "the answer broke off");
            }
        }
        catch
        {
            PooledContent.Return(buffer, length);
            throw;
        }
        return new PooledContent(buffer, length, content.Headers.ContentType);
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, LargestArray));
        buffer.CopyTo(larger, 0);
        PooledContent.Return(buffer, buffer.Length);
        return larger;
    }

    private static TransportException TooLarge(long maximum) =>
        new(TransportFailure.TooLarge, $"the answer is larger than {maximum} bytes, the most that this connection may read "
            + $"(-MaximumResponseBytes of its Connect- command says how much)");
}
