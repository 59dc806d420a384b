using System.Runtime.InteropServices;
using System.Security;
using System.Text;

namespace TrainingApis.Clients.Http;

/// <summary>A body of <c>application/x-www-form-urlencoded</c> that may hold secrets: disposing it wipes every byte it ever held.</summary>
internal sealed class FormBody : IDisposable
{
    public const string MediaType = "application/x-www-form-urlencoded";

    private byte[] _bytes = new byte[512];
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public void Add(string name, ReadOnlySpan<char> value)
    {
        Append(_length == 0 ? string.Empty : "&", encode: false);
        Append(name, encode: true);
        Append("=", encode: false);
        Append(value, encode: true);
    }

    /// <summary>Adds a secret, which the redactor gets to know by that.</summary>
    public void Add(string name, SecureString secret, Redactor redactor)
    {
        var characters = new char[secret.Length];
        var unmanaged = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            Marshal.Copy(unmanaged, characters, 0, characters.Length);
            redactor.AddSecret(characters);
            Add(name, characters);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(unmanaged);
            Array.Clear(characters, 0, characters.Length);
        }
    }

    public void Dispose() => Array.Clear(_bytes, 0, _bytes.Length);

    private void Append(ReadOnlySpan<char> text, bool encode)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, utf8);
        Reserve(PercentEncoding.MaximumLength(utf8.Length));
        if (encode)
        {
            _length += PercentEncoding.Encode(utf8, _bytes.AsSpan(_length), upperCase: true);
        }
        else
        {
            utf8.CopyTo(_bytes, _length);
            _length += utf8.Length;
        }
        Array.Clear(utf8, 0, utf8.Length);
    }

    private void Reserve(int more)
    {
        if (_length + more <= _bytes.Length)
        {
            return;
        }

        var larger = new byte[Math.Max(_bytes.Length * 2, _length + more)];
        _bytes.AsSpan(0, _length).CopyTo(larger);
        Dispose();
        _bytes = larger;
    }
}
