namespace TrainingApis.Sandbox;

/// <summary>Reads a body from front to back; breaks off like a lost connection where it is told to.</summary>
internal sealed class PieceStream : Stream
{
    private readonly SandboxBody _body;
    private readonly long _breaksAfter;
    private int _piece;
    private int _offset;
    private long _read;

    public PieceStream(SandboxBody body, long breaksAfter) => (_body, _breaksAfter) = (body, breaksAfter);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_read >= _breaksAfter)
            throw new IOException("The connection broke off in the middle of the answer.");
        while (_piece < _body.Pieces.Count && _offset == _body.Pieces[_piece].Length)
            (_piece, _offset) = (_piece + 1, 0);
        if (_piece == _body.Pieces.Count)
            return 0;
        var source = _body.Pieces[_piece].Span[_offset..];
        var count = (int)Math.Min(Math.Min(source.Length, buffer.Length), _breaksAfter - _read);
        source[..count].CopyTo(buffer);
        (_offset, _read) = (_offset + count, _read + count);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<int>(Read(buffer.Span));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
