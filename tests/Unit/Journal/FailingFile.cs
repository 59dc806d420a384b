namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Represents a file whose writes, truncation or flushes can fail. Counts the flushes.</summary>
internal sealed class FailingFile(string path)
    : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1)
{
    /// <summary>Gets or sets whether a write fails after half of its bytes.</summary>
    public bool WriteFails { get; set; }

    /// <summary>Gets or sets whether truncation fails.</summary>
    public bool TruncationFails { get; set; }

    /// <summary>Gets or sets whether a flush to the disk fails.</summary>
    public bool FlushFails { get; set; }

    /// <summary>Gets the number of flushes to the disk.</summary>
    public int Flushes { get; private set; }

    /// <summary>Gets the event that writes wait for.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    /// <summary>Gets the number of writes that have waited for the event.</summary>
    public int WriteCount { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        WriteCount++;
        if (!Gate.Wait(TimeSpan.FromMinutes(1)))
        {
            throw new IOException("The test did not set the event.");
        }

        if (!WriteFails)
        {
            base.Write(buffer);
            return;
        }

        base.Write(buffer[..(buffer.Length / 2)]);
        throw new IOException("No space left on device");
    }

    public override void SetLength(long value)
    {
        if (TruncationFails)
        {
            throw new IOException("Gone");
        }

        base.SetLength(value);
    }

    public override void Flush(bool flushToDisk)
    {
        if (FlushFails)
        {
            throw new IOException("Input/output error");
        }

        if (flushToDisk)
        {
            Flushes++;
        }

        base.Flush(flushToDisk);
    }
}
