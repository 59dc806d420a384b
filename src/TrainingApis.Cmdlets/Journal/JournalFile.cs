namespace TrainingApis.Cmdlets.Journal;

/// <summary>
/// Appends lines to a journal, which is locked for one run. Lines that arrive at the same time share one flush to the disk, so that eight
/// requests in flight do not wait for eight flushes.
/// </summary>
/// <param name="path">The path of the journal, for messages.</param>
/// <param name="file">The journal, positioned at the end of its last complete line.</param>
internal sealed class JournalFile(string path, FileStream file) : IDisposable
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CloseWait = TimeSpan.FromSeconds(30);
    private readonly List<PendingLine> _queue = [];
    private Task _writing = Task.CompletedTask;
    private ApiException? _broken;
    private bool _closed;

    /// <summary>Locks the journal for this run, removes an incomplete last line, and reads the others.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.JournalInUse"/>, <see cref="ApiErrorKind.JournalDamaged"/> or <see
    /// cref="ApiErrorKind.JournalNotWritable"/>: the journal cannot be opened.</exception>
    public static JournalFile Open(string path, out IReadOnlyList<JournalLine> lines)
    {
        FileStream? file = null;
        try
        {
            file = FileLock.Retry(LockWait, () => FileLock.OpenOrCreate(path));
            lines = JournalReader.Read(file, path, out var validLength);
            if (file.Length > validLength)
            {
                file.SetLength(validLength);
            }

            file.Position = validLength;
            if (validLength > 0 && !EndsWithLineFeed(file))
            {
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
            return new JournalFile(path, file);
        }
        catch (Exception error)
        {
            file?.Dispose();
            throw error switch
            {
                IOException locked when FileLock.IsLocked(locked) => new ApiException(
                    ApiErrorKind.JournalInUse, $"The journal '{path}' is in use by another run or program. Nothing was sent.", error),
                IOException or UnauthorizedAccessException => NotWritable(path, error, "so nothing was sent"),
                _ => error,
            };
        }
    }

    /// <summary>
    /// Appends a line. The task completes when the operating system has the line, or when the disk has it if <paramref name="onDisk"/> is
    /// true.
    /// </summary>
    public Task AppendAsync(JournalLine line, bool onDisk)
    {
        var waiting = new PendingLine(line.ToBytes(), onDisk);
        lock (_queue)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_broken is not null)
            {
                return Task.FromException(_broken);
            }

            _queue.Add(waiting);
            if (_queue.Count == 1 && _writing.IsCompleted)
            {
                _writing = Task.Run(WriteQueued);
            }
        }

        return waiting.Done.Task;
    }

    public void Dispose()
    {
        Task writing;
        lock (_queue)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            writing = _writing;
        }

        // A disk that never responds must not block the shell forever. All lines that had to be on the disk are already there.
        writing.Wait(CloseWait);
        try
        {
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // All lines that had to be on the disk are already there.
        }

        file.Dispose();
    }

    private static bool EndsWithLineFeed(FileStream file)
    {
        file.Position--;
        return file.ReadByte() == '\n';
    }

    private void WriteQueued()
    {
        while (true)
        {
            PendingLine[] batch;
            lock (_queue)
            {
                if (_queue.Count == 0)
                {
                    _writing = Task.CompletedTask;
                    return;
                }

                batch = [.. _queue];
                _queue.Clear();
            }

            Write(batch);
        }
    }

    /// <summary>Writes a complete batch or nothing, so that no incomplete line remains in the middle of the file.</summary>
    private void Write(PendingLine[] batch)
    {
        var validLength = file.Position;
        try
        {
            file.Write(batch.SelectMany(line => line.Bytes).ToArray());
            if (batch.Any(line => line.OnDisk))
            {
                file.Flush(flushToDisk: true);
            }

            foreach (var line in batch)
            {
                line.Done.SetResult();
            }
        }
        catch (Exception error)
        {
            var reported = NotWritable(path, error, "so this was not sent");
            try
            {
                file.SetLength(validLength);
                file.Position = validLength;
            }
            catch (Exception)
            {
                lock (_queue)
                {
                    _broken = reported;
                }
            }

            foreach (var line in batch)
            {
                line.Done.TrySetException(reported);
            }
        }
    }

    private static ApiException NotWritable(string path, Exception error, string consequence) =>
        new(ApiErrorKind.JournalNotWritable, $"The journal '{path}' cannot be written, {consequence}: {error.Message}", error);

    private sealed record PendingLine(byte[] Bytes, bool OnDisk)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
