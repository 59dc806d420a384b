namespace TrainingApis.Cmdlets.Journal;

/// <summary>Reads a journal. A torn last line is what a crash leaves, and is passed over; anything else that is no line is
/// damage.</summary>
internal static class JournalReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a journal that another run may be writing.</summary>
    public static IReadOnlyList<JournalLine> Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Read(file, path, out _);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrorKind.JournalDamaged, $"The journal '{path}' cannot be read: {error.Message}", error);
        }
    }

    /// <param name="file">The journal, from its beginning.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="sound">How many of its bytes are whole lines.</param>
    public static IReadOnlyList<JournalLine> Read(FileStream file, string path, out long sound)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var lines = new List<JournalLine>();
        var start = bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        for (var number = 1; start < bytes.Length; number++)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var whole = length >= 0;
            ReadOnlyMemory<byte> line = bytes.AsMemory(start, whole ? length : bytes.Length - start);
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                try
                {
                    lines.Add(JournalLine.Parse(line));
                }
                catch (FormatException) when (!whole)
                {
                    break;
                }
                catch (FormatException error)
                {
                    throw new ApiException(ApiErrorKind.JournalDamaged,
                        $"Line {number} of the journal '{path}' cannot be read: {error.Message}. Nothing was sent.", error);
                }
            }

            start += line.Length + (whole ? 1 : 0);
        }

        sound = start;
        return lines;
    }
}
