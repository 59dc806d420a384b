namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Represents a file whose writes, truncation or flushes fail on demand. Counts the flushes.</summary>
internal sealed class FailingFile(string path)
    : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1)
{
    /// <summary>Gets or sets whether only half of what is written arrives, and the rest is an error.</summary>
    public bool Full { get; set; }

    /// <summary>Gets or sets whether the file cannot be truncated.</summary>
    public bool Gone { get; set; }

    /// <summary>Gets or sets whether a flush to the disk fails.</summary>
    public bool Unflushable { get; set; }

    /// <summary>Gets the number of flushes to the disk.</summary>
    public int Flushes { get; private set; }

    /// <summary>Gets the gate before which writes wait until it is set.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    /// <summary>Gets the number of writes that have come to the gate.</summary>
    public int Waiting { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Waiting++;
        if (!Gate.Wait(TimeSpan.FromMinutes(1)))
        {
            throw new IOException("The test did not open the gate.");
        }

        if (!Full)
        {
            base.Write(buffer);
            return;
        }

        base.Write(buffer[..(buffer.Length / 2)]);
        throw new IOException("No space left on device");
    }

    public override void SetLength(long value)
    {
        if (Gone)
        {
            throw new IOException("Gone");
        }

        base.SetLength(value);
    }

    public override void Flush(bool flushToDisk)
    {
        if (Unflushable)
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
