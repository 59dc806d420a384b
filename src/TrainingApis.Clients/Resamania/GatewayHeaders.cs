using System.Runtime.InteropServices;
using System.Security;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Resamania;

/// <summary>The headers that every call carries, the token call too: what is accepted, and the gateway's key where there is one.</summary>
internal sealed class GatewayHeaders
{
    // As the vendor's pages write it; they answer JSON-LD to it all the same.
    private static readonly KeyValuePair<string, string> Accept = new("Accept", "application/json, text/plain, */*");
    private volatile KeyValuePair<string, string>[] _headers;

    public GatewayHeaders(SecureString? key, Redactor redactor)
    {
        var text = key is { Length: > 0 } ? TextOf(key) : null;
        if (text?.Any(character => character is <= ' ' or > '~') == true)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "The gateway key holds a character that no header can carry.");
        }

        if (text is not null)
        {
            redactor.AddSecret(text);
        }

        _headers = text is null ? [Accept] : [Accept, new("x-gravitee-api-key", text)];
    }

    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    public void Forget() => _headers = [Accept];

    private static string TextOf(SecureString secret)
    {
        var unmanaged = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(unmanaged, secret.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(unmanaged);
        }
    }
}
