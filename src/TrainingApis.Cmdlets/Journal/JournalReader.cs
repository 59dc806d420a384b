namespace TrainingApis.Cmdlets.Journal;

/// <summary>Reads a journal. An incomplete last line, which a crash can leave, is skipped. Any other text is an error.</summary>
internal static class JournalReader
{
    /// <summary>The maximum length of a journal line, so that a file that is not a journal is not read into memory.</summary>
    private const int LongestLine = 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(1);
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a journal that another run may be writing.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.JournalDamaged"/>: the file cannot be read, or is not a journal of this
    /// version.</exception>
    public static IReadOnlyList<JournalLine> Read(string path)
    {
        try
        {
            using var file = FileLock.Retry(LockWait, () =>
                new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1));
            return Read(file, path, out _);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrorKind.JournalDamaged, $"The journal '{path}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads a journal up to its current length. Lines that are appended in the meantime are not read.</summary>
    /// <param name="file">The journal, positioned at its beginning.</param>
    /// <param name="path">The path of the journal, for messages.</param>
    /// <param name="validLength">The number of bytes up to the end of the last complete line.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.JournalDamaged"/>: the file is not a journal of this version.</exception>
    public static IReadOnlyList<JournalLine> Read(FileStream file, string path, out long validLength)
    {
        if (!file.CanSeek)
        {
            throw new IOException("it is not a regular file.");
        }

        var reading = new Reading(path);
        var unread = file.Length;
        var buffer = new byte[(int)Math.Clamp(unread, 1, FirstBuffer)];
        var filled = 0;
        while (unread > 0)
        {
            var count = file.Read(buffer, filled, (int)Math.Min(unread, buffer.Length - filled));
            unread = count == 0 ? 0 : unread - count;
            filled += count;
            var used = reading.Add(buffer.AsSpan(0, filled), isLast: unread == 0);
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        validLength = reading.ValidLength;
        return reading.Lines;
    }

    /// <summary>Represents a journal that is being read block by block.</summary>
    private sealed class Reading(string path)
    {
        private readonly List<JournalLine> _lines = [];
        private int _number;

        public IReadOnlyList<JournalLine> Lines => _lines;

        public long ValidLength { get; private set; }

        /// <summary>Reads the complete lines of a block, and the remaining bytes if it is the last block.</summary>
        /// <returns>The number of bytes that were read.</returns>
        public int Add(ReadOnlySpan<byte> piece, bool isLast)
        {
            var start = 0;
            if (ValidLength == 0 && piece.StartsWith(ByteOrderMark))
            {
                start = ByteOrderMark.Length;
            }

            while (start < piece.Length)
            {
                var rest = piece[start..];
                var length = rest.IndexOf((byte)'\n');
                if (length < 0 && !isLast && rest.Length < LongestLine)
                {
                    break;
                }

                _number++;
                if (!AddLine(length < 0 ? rest : rest[..length], isWhole: length >= 0 || !isLast))
                {
                    break;
                }

                start += length < 0 ? rest.Length : length + 1;
            }

            ValidLength += start;
            return start;
        }

        /// <summary>Reads a line. Returns false if it is incomplete.</summary>
        private bool AddLine(ReadOnlySpan<byte> line, bool isWhole)
        {
            if (line.Trim(" \t\r"u8).IsEmpty)
            {
                return true;
            }

            try
            {
                _lines.Add(JournalLine.Parse(line, _lines.Count > 0 ? _lines[^1] : null));
                return true;
            }
            catch (FormatException error)
            {
                return !isWhole && JournalLine.IsBeginning(line, _lines.Count > 0) ? false : throw Damaged(error);
            }
        }

        private ApiException Damaged(FormatException error)
        {
            var advice = error is JournalVersionException
                ? "Finish that run with the version of the module that wrote it, or use another path for rows that were not sent."
                : _lines.Count > 0 ? "Restore the file from a backup. Do not use a new journal: every row would be sent again."
                : "If this file is your journal, restore it from a backup: with a new journal, every row would be sent again. "
                    + "If it is another file, use another path.";
            return new(
                ApiErrorKind.JournalDamaged,
                $"Line {_number} of the journal '{path}' cannot be read: {error.Message}. "
                    + $"The file was not changed and nothing was sent. {advice}",
                error);
        }
    }
}
