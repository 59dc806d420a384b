using System.Buffers.Text;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace TrainingApis.Workbook;

/// <summary>Provides the option to compile a method with full optimization on its first call.</summary>
/// <remarks>Without the option, the loops over characters would run as unoptimized code for a large part of an export. The runtime supports
/// the option, but the reference assemblies of .NET Standard do not contain it.</remarks>
internal static class Compiler
{
    public const MethodImplOptions Optimize = (MethodImplOptions)512;
}

/// <summary>
/// Represents an XML part that is being written: UTF-8 text that is compressed into a stream. Gzip is used for its checksum, which the ZIP
/// file also needs.
/// </summary>
internal sealed class PackagePart(string path, Stream compressed) : IDisposable
{
    /// <summary>The first line of every part.</summary>
    public const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    private const int BufferSize = 1 << 16;
    private const int GzipHeader = 10;
    private const int GzipTrailer = 8;

    private readonly GZipStream _gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true);
    private byte[] _bytes = new byte[BufferSize + 4096];
    private int _count;

    public string Path { get; } = path;

    /// <summary>Gets the length of the text in bytes. The value is final when the part is complete.</summary>
    public long Length { get; private set; }

    public long CompressedLength => compressed.Length - GzipHeader - GzipTrailer;

    /// <summary>Gets the CRC-32 of the text.</summary>
    public uint Checksum { get; private set; }

    /// <summary>
    /// Gets the number of bytes that <see cref="Flush"/> has not passed on, which is the position for <see cref="Patch"/>.
    /// </summary>
    public int Pending => _count;

    /// <summary>Writes markup without escaping it.</summary>
    [MethodImpl(Compiler.Optimize)]
    public void Raw(ReadOnlySpan<char> xml) => _count += Encoding.UTF8.GetBytes(xml, Room(xml.Length * 3));

    [MethodImpl(Compiler.Optimize)]
    public void Raw(ReadOnlySpan<byte> xml)
    {
        xml.CopyTo(Room(xml.Length));
        _count += xml.Length;
    }

    /// <summary>Writes text in which only <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> need an escape.</summary>
    [MethodImpl(Compiler.Optimize)]
    public void Escaped(ReadOnlySpan<char> text)
    {
        for (var special = text.IndexOfAny('<', '>', '&'); special >= 0; special = text.IndexOfAny('<', '>', '&'))
        {
            Raw(text[..special]);
            Raw(text[special] switch { '<' => "&lt;"u8, '>' => "&gt;"u8, _ => "&amp;"u8 });
            text = text[(special + 1)..];
        }

        Raw(text);
    }

    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, Room(24), out var written);
        _count += written;
    }

    /// <summary>Writes a number in its shortest invariant form.</summary>
    public void Number(decimal value)
    {
        Utf8Formatter.TryFormat(value, Room(40), out var written);
        _count += written;
    }

    public void Number(double value)
    {
        Utf8Formatter.TryFormat(value, Room(40), out var written);
        _count += written;
    }

    /// <summary>Replaces five characters that were written since the last <see cref="Flush"/> with a number from 10 to 999.</summary>
    public void Patch(int position, int value)
    {
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(position, 3), out var written);
        (value < 100 ? ".00"u8 : ".0"u8).CopyTo(_bytes.AsSpan(position + written));
    }

    /// <summary>Compresses the pending text if there is enough of it.</summary>
    public void Flush()
    {
        if (_count >= BufferSize)
        {
            Compress();
        }
    }

    /// <summary>Completes the text.</summary>
    public void Complete()
    {
        Compress();
        _gzip.Dispose();
        Span<byte> checksum = stackalloc byte[4];
        compressed.Position = compressed.Length - GzipTrailer;
        _ = compressed.Read(checksum);
        Checksum = BitConverter.ToUInt32(checksum);
    }

    /// <summary>Copies the compressed text.</summary>
    public void CopyTo(Stream target)
    {
        compressed.SetLength(compressed.Length - GzipTrailer);
        compressed.Position = GzipHeader;
        compressed.CopyTo(target);
        compressed.SetLength(compressed.Length + GzipTrailer);
    }

    public void Dispose()
    {
        _gzip.Dispose();
        compressed.Dispose();
    }

    private void Compress()
    {
        _gzip.Write(_bytes, 0, _count);
        Length += _count;
        _count = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _count < length)
        {
            Grow(length);
        }

        return _bytes.AsSpan(_count);
    }

    private void Grow(int length) => Array.Resize(ref _bytes, Math.Max(_count + length, _bytes.Length * 2));
}
