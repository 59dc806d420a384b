using System.Text;

namespace TrainingApis.Clients.Json;

/// <summary>Provides checks of the bytes of a body for the readers.</summary>
internal static class Utf8Text
{
    /// <summary>Throws on invalid bytes, which <see cref="Encoding.UTF8"/> would replace.</summary>
    public static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>Removes the byte order mark that some servers send.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;

    /// <summary>Gets the first byte that is not white space; 0 if there is none.</summary>
    public static byte FirstByte(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in WithoutMark(bytes))
        {
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return value;
            }
        }

        return 0;
    }
}
