namespace TrainingApis.Tests.Unit.Journal;

/// <summary>A file on a disk that fills up, or goes away, when it is told to; and that counts what went to the disk.</summary>
internal sealed class FailingFile(string path)
    : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1)
{
    /// <summary>Half of what is written still arrives.</summary>
    public bool Full { get; set; }

    /// <summary>Nothing can be taken back either.</summary>
    public bool Gone { get; set; }

    /// <summary>The disk itself does not answer.</summary>
    public bool Unflushable { get; set; }

    /// <summary>How many times everything so far was on the disk.</summary>
    public int Flushes { get; private set; }

    /// <summary>Held until this is set: what is written at the same time gathers behind it.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    /// <summary>How many writers stand before the gate, or have passed it.</summary>
    public int Waiting { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Waiting++;
        if (!Gate.Wait(TimeSpan.FromMinutes(1)))
        {
            throw new IOException("The test has left the gate shut.");
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
