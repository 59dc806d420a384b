using System.Buffers;

namespace TrainingApis.Sandbox;

/// <summary>Collects what is written in pieces of 32 KB.</summary>
internal sealed class PieceWriter : IBufferWriter<byte>
{
    private const int PieceSize = 32 * 1024;
    private readonly List<ReadOnlyMemory<byte>> _pieces = new();
    private byte[] _current = Array.Empty<byte>();
    private int _used;

    public void Advance(int count) => _used += count;

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_current.Length - _used < Math.Max(sizeHint, 1))
        {
            Close();
            // The first piece is small: most answers are.
            _current = new byte[Math.Max(sizeHint, _pieces.Count == 0 ? 1024 : PieceSize)];
        }

        return _current.AsMemory(_used);
    }

    public IReadOnlyList<ReadOnlyMemory<byte>> Finish()
    {
        Close();
        return _pieces;
    }

    private void Close()
    {
        if (_used > 0)
            _pieces.Add(_current.AsMemory(0, _used));
        (_current, _used) = (Array.Empty<byte>(), 0);
    }
}
