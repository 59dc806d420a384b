using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrainingApis.SandboxServer;

/// <summary>A certificate that nobody trusts, made for this process and kept nowhere.</summary>
internal static class SelfSignedCertificate
{
    public static X509Certificate2 Create(bool hasExpired = false, bool isAnothers = false)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=sandbox", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (!isAnothers)
            names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName(isAnothers ? "elsewhere.example.com" : "localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-9), DateTimeOffset.UtcNow.AddDays(hasExpired ? -2 : 7));
        // By way of PKCS#12: some platforms refuse a key that was never imported.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
