using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace TrainingApis.Cmdlets.Connections;

/// <summary>Describes why a TLS handshake failed.</summary>
internal static class TlsDiagnosis
{
    public const string CertificateWanted = "the server asks for a client certificate (-Certificate of the Connect- command)";

    public const int ProtocolVersion = 70;
    public const int HandshakeFailure = 40;

    private const int TextLength = 100;

    /// <summary>Gets the reason why a server certificate is rejected.</summary>
    public static string OfCertificate(string? host, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return "the server sent no certificate";
        }

        var elements = chain?.ChainElements.ToArray() ?? [];
        var outOfTime = elements.Select(element => element.Certificate).Append(certificate).FirstOrDefault(one =>
            one.NotAfter < DateTime.Now || one.NotBefore > DateTime.Now);
        if (outOfTime is not null)
        {
            return outOfTime.NotAfter < DateTime.Now
                ? $"the certificate {NameOf(outOfTime)} expired on {Day(outOfTime.NotAfter)}; check this computer's clock too"
                : $"the certificate {NameOf(outOfTime)} is not valid before {Day(outOfTime.NotBefore)}; check this computer's clock";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"the certificate {NameOf(certificate)} is for another name than {host}";
        }

        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? default;
        return status switch
        {
            _ when status.HasFlag(X509ChainStatusFlags.Revoked) => $"the certificate {NameOf(certificate)} was revoked",
            _ when status.HasFlag(X509ChainStatusFlags.PartialChain) && certificate.Subject != certificate.Issuer =>
                $"the certificate chain is incomplete: the server does not send the certificate of {Cut(certificate.Issuer)}, which issued "
                + $"{NameOf(certificate)}, and this computer does not trust it",
            _ when (status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0 =>
                $"the certificate {NameOf(certificate)} was issued by an authority that this computer does not trust "
                + $"({Cut(elements.LastOrDefault()?.Certificate.Issuer ?? certificate.Issuer)})",
            _ when (status & (X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation)) != 0 =>
                $"whether the certificate {NameOf(certificate)} was revoked could not be found out",
            _ => $"the certificate {NameOf(certificate)} is not accepted ({status})",
        };
    }

    /// <summary>Gets the reason why a handshake failed, from the data that the server sent.</summary>
    public static string OfHandshake(TlsProbe? probe) => (probe?.ReadAlert(), probe?.WantsCertificate) switch
    {
        (TlsProbe.NoTls, _) => "the server does not use TLS; the address may have to begin with http://, or to name another port",
        (ProtocolVersion or 86, _) => "the server accepts none of this computer's TLS versions",
        (_, true) => CertificateWanted,
        (HandshakeFailure or 71, _) => "the server accepts none of this computer's ciphers",
        (112, _) => "the server does not know this host name",
        (TlsProbe.Nothing, _) => "the server closed the connection during the TLS handshake",
        _ => "the TLS handshake failed",
    };

    private static string NameOf(X509Certificate2 certificate) =>
        Cut(certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false) is { Length: > 0 } name ? name : certificate.Subject);

    private static string Cut(string text) => text.Length <= TextLength ? text : text[..TextLength] + "…";

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>
/// Passes the bytes of a connection through, and stores the first bytes from the server, which show why a handshake failed.
/// </summary>
/// <param name="inner">The connection.</param>
/// <param name="isProxy">Whether the connection is to a proxy, which sends a response before TLS.</param>
internal sealed class TlsProbe(Stream inner, bool isProxy) : Stream
{
    public const int NoTls = -1;
    public const int Nothing = -2;
    private const int Unknown = -3;
    private const int AlertRecord = 21;
    private const int HandshakeRecord = 22;
    private const int RecordHeader = 5;
    private const int Tls12 = 3; // minor version number; the major version is 3

    private readonly byte[] _first = new byte[4096];
    private int _length;

    /// <summary>Gets or sets whether the server requested a client certificate.</summary>
    public bool WantsCertificate { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Gets the number of the first readable TLS alert; negative if there is none.</summary>
    public int ReadAlert()
    {
        var bytes = _first.AsSpan(0, _length);
        if (isProxy && bytes.IndexOf("\r\n\r\n"u8) is >= 0 and var end)
        {
            bytes = bytes[(end + 4)..];
        }

        if (bytes.Length < RecordHeader || bytes[0] is not (AlertRecord or HandshakeRecord))
        {
            return bytes.Length == 0 ? Nothing : NoTls;
        }

        while (bytes.Length >= RecordHeader)
        {
            var length = (bytes[3] << 8) | bytes[4];
            if (bytes[0] == AlertRecord && length == 2 && bytes.Length >= RecordHeader + 2)
            {
                // In a record that is older than TLS 1.2, a handshake failure concerns the version that the server selected.
                var alert = bytes[RecordHeader + 1];
                return alert == TlsDiagnosis.HandshakeFailure && bytes[2] < Tls12 ? TlsDiagnosis.ProtocolVersion : alert;
            }

            bytes = bytes[Math.Min(bytes.Length, RecordHeader + length)..];
        }

        return Unknown;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Keep(buffer.Span[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Keep(buffer.AsSpan(offset, read));
        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_length < _first.Length)
        {
            bytes = bytes[..Math.Min(bytes.Length, _first.Length - _length)];
            bytes.CopyTo(_first.AsSpan(_length));
            _length += bytes.Length;
        }
    }
}
