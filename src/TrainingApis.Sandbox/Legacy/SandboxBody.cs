using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrainingApis.Sandbox;

/// <summary>
/// The bytes of an answer, in pieces that stay below the size at which the runtime stops collecting them cheaply:
/// a list of half a megabyte per page would otherwise grow the process that is being measured.
/// </summary>
internal sealed class SandboxBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private SandboxBody(IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        Pieces = pieces;
        Length = pieces.Sum(piece => (long)piece.Length);
    }

    public static SandboxBody Empty { get; } = new(Array.Empty<ReadOnlyMemory<byte>>());

    public IReadOnlyList<ReadOnlyMemory<byte>> Pieces { get; }

    public long Length { get; }

    public static SandboxBody FromText(string text) => FromBytes(Encoding.UTF8.GetBytes(text));

    public static SandboxBody FromBytes(byte[] bytes) => new(new ReadOnlyMemory<byte>[] { bytes });

    public static SandboxBody FromJson(Action<Utf8JsonWriter> write)
    {
        var pieces = new PieceWriter();
        using (var json = new Utf8JsonWriter(pieces, Options))
            write(json);
        return new SandboxBody(pieces.Finish());
    }

    public byte[] ToArray()
    {
        var all = new byte[Length];
        var at = 0;
        foreach (var piece in Pieces)
        {
            piece.CopyTo(all.AsMemory(at));
            at += piece.Length;
        }

        return all;
    }
}
