namespace TrainingApis.Cmdlets.Journal;

/// <summary>Reads a journal. An incomplete last line is what a crash leaves and is skipped; any other text is an error.</summary>
internal static class JournalReader
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(1);
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a journal that another run may be writing.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.JournalDamaged"/>.</exception>
    public static IReadOnlyList<JournalLine> Read(string path)
    {
        try
        {
            using var file = FileLock.Retry(LockWait, () =>
                new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return Read(file, path, out _);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrorKind.JournalDamaged, $"The journal '{path}' cannot be read: {error.Message}", error);
        }
    }

    /// <param name="file">The journal, from its beginning.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="validLength">The number of bytes up to the end of the last whole line.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.JournalDamaged"/>: the file is not a journal of this version.</exception>
    public static IReadOnlyList<JournalLine> Read(FileStream file, string path, out long validLength)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var lines = new List<JournalLine>();
        var start = bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        for (var number = 1; start < bytes.Length; number++)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var isWhole = length >= 0;
            var line = bytes.AsMemory(start, isWhole ? length : bytes.Length - start);
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                try
                {
                    lines.Add(JournalLine.Parse(line));
                }
                catch (FormatException) when (!isWhole && JournalLine.IsBeginning(line.Span, lines.Count > 0))
                {
                    break;
                }
                catch (FormatException error)
                {
                    throw new ApiException(
                        ApiErrorKind.JournalDamaged,
                        $"Line {number} of the journal '{path}' cannot be read: {error.Message}. "
                            + "The file was not changed and nothing was sent. Use another path for the journal.",
                        error);
                }
            }

            start += line.Length + (isWhole ? 1 : 0);
        }

        validLength = start;
        return lines;
    }
}
