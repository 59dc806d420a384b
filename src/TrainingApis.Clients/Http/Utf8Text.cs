using System.Text;

namespace TrainingApis.Clients.Http;

/// <summary>What is to be known of a body's bytes before they are read.</summary>
internal static class Utf8Text
{
    /// <summary>Reads no text that is none, where <see cref="Encoding.UTF8"/> would put question marks.</summary>
    public static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>The text without the byte order mark that some servers put before it.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;

    /// <summary>The first byte that is no white space; 0 where there is none.</summary>
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
