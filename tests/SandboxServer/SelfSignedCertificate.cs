using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrainingApis.SandboxServer;

/// <summary>Creates untrusted certificates. They are kept until this process ends.</summary>
internal static class SelfSignedCertificate
{
    /// <summary>Creates a certificate for this machine, one that has expired, and one for another host.</summary>
    public static X509Certificate2[] CreateAll() => [Create(), Create(hasExpired: true), Create(isForOtherHost: true)];

    private static X509Certificate2 Create(bool hasExpired = false, bool isForOtherHost = false)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=sandbox", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (!isForOtherHost)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        names.AddDnsName(isForOtherHost ? "elsewhere.example.com" : "localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var created = request.CreateSelfSigned(now.AddDays(-9), now.AddDays(hasExpired ? -2 : 7));

        // Export and import the certificate, because some platforms reject a key that was not imported.
        return X509CertificateLoader.LoadPkcs12(created.Export(X509ContentType.Pkcs12), null);
    }
}
