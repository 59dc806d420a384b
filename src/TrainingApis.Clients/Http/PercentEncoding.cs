namespace TrainingApis.Clients.Http;

/// <summary>Percent-encodes bytes without making a string of them, for what must not stay in memory.</summary>
internal static class PercentEncoding
{
    public static int MaximumLength(int bytes) => bytes * 3;

    /// <summary>Encodes everything but letters, digits and <c>-._~</c>.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Encode(ReadOnlySpan<byte> utf8, Span<byte> destination, bool upperCase)
    {
        var digits = upperCase ? "0123456789ABCDEF" : "0123456789abcdef";
        var length = 0;
        foreach (var value in utf8)
        {
            if (IsUnreserved(value))
            {
                destination[length++] = value;
                continue;
            }
            destination[length++] = (byte)'%';
            destination[length++] = (byte)digits[value >> 4];
            destination[length++] = (byte)digits[value & 15];
        }
        return length;
    }

    private static bool IsUnreserved(byte value) =>
        value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')
            or (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
}
