namespace TrainingApis.Cmdlets.Journal;

/// <summary>
/// The appending end of a journal, held for one run. Lines that come at the same time share one flush to the disk, so eight requests
/// in flight do not wait for eight flushes.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly FileStream _file;
    private readonly List<Waiting> _queue = [];
    private Task _writing = Task.CompletedTask;
    private ApiException? _broken;
    private bool _closed;

    /// <param name="path">The journal's path, for messages.</param>
    /// <param name="held">The lock, held until this ends.</param>
    /// <param name="file">The journal, at the end of its last whole line.</param>
    internal JournalFile(string path, FileStream held, FileStream file)
    {
        _path = path;
        _lock = held;
        _file = file;
    }

    /// <summary>Takes the journal for this run, mends a torn last line, and reads what it says.</summary>
    public static JournalFile Open(string path, out IReadOnlyList<JournalLine> lines)
    {
        FileStream? held = null;
        FileStream? file = null;
        try
        {
            held = Lock(path + ".lock");
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1);
            lines = JournalReader.Read(file, path, out var sound);
            file.SetLength(sound);
            file.Position = sound;
            if (sound > 0 && !EndsWithLineFeed(file))
            {
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
            return new JournalFile(path, held, file);
        }
        catch (Exception error)
        {
            file?.Dispose();
            held?.Dispose();
            if (error is not (IOException or UnauthorizedAccessException))
            {
                throw;
            }

            throw NotWritable(path, error, "so nothing was sent");
        }
    }

    /// <summary>Appends a line; the task ends once it is with the operating system, or on the disk where that is asked for.</summary>
    public Task AppendAsync(JournalLine line, bool onDisk)
    {
        var waiting = new Waiting(line.ToBytes(), onDisk);
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

        writing.Wait();
        try
        {
            _file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // every line that had to be on the disk is there already
        }
        _file.Dispose();
        _lock.Dispose();
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException or DriveNotFoundException)
            && File.Exists(path))
        {
            throw new ApiException(ApiErrorKind.JournalInUse,
                $"Another run holds the journal (see '{path}'). Wait for it, or give this run a journal of its own.", error);
        }
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
            Waiting[] batch;
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

    /// <summary>All of a batch or nothing: a piece of a line in the middle of the file would be damage.</summary>
    private void Write(Waiting[] batch)
    {
        var sound = _file.Position;
        try
        {
            _file.Write(batch.SelectMany(line => line.Bytes).ToArray());
            if (batch.Any(line => line.OnDisk))
            {
                _file.Flush(flushToDisk: true);
            }

            foreach (var line in batch)
            {
                line.Done.SetResult();
            }
        }
        catch (Exception error)
        {
            var reported = NotWritable(_path, error, "so this was not sent");
            try
            {
                _file.SetLength(sound);
                _file.Position = sound;
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

    private sealed class Waiting(byte[] bytes, bool onDisk)
    {
        public byte[] Bytes { get; } = bytes;

        public bool OnDisk { get; } = onDisk;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
