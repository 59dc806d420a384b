using System.Net;
using System.Security;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Loop;

/// <summary>
/// The two headers that prove who calls: the gateway's subscription key, and the API key as <c>key:secret</c>. They travel raw, base64
/// letters and all, and never in an address. The secrets lie encrypted where the platform can do that, and in the clear only while a
/// request is made.
/// </summary>
internal sealed class LoopKeySource : ITokenSource
{
    private const string SubscriptionHeader = "Ocp-Apim-Subscription-Key";
    private const string KeyHeader = "x-apikey";

    private readonly string _key;
    private readonly SecureString _secret;
    private readonly SecureString _subscriptionKey;

    public LoopKeySource(string key, SecureString secret, SecureString subscriptionKey, Redactor redactor)
    {
        Check(key, "The API key");
        if (key.Contains(':'))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                "The API key must not hold a colon: what stands behind it is the secret, which is given on its own.");
        }

        Learn(secret, "The API key's secret", redactor);
        Learn(subscriptionKey, "The subscription key", redactor);
        (_key, _secret, _subscriptionKey) = (key, secret.Copy(), subscriptionKey.Copy());
    }

    public bool CanRenew => false;

    public DateTimeOffset? Expires => null;

    public Task<AccessToken> GetAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken) =>
        Task.FromResult(new AccessToken(
        DateTimeOffset.MaxValue,
        DateTimeOffset.MaxValue,
        KeyValuePair.Create(SubscriptionHeader, Reveal(_subscriptionKey)),
        KeyValuePair.Create(KeyHeader, $"{_key}:{Reveal(_secret)}")));

    public void Forget()
    {
        _secret.Dispose();
        _subscriptionKey.Dispose();
    }

    private static void Learn(SecureString secret, string what, Redactor redactor)
    {
        var text = Reveal(secret);
        Check(text, what);
        redactor.AddSecret(text);
    }

    private static void Check(string text, string what)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, $"{what} is empty.");
        }

        if (text.Any(character => character is <= ' ' or > '~'))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, $"{what} holds a character that cannot be sent in a header.");
        }
    }

    private static string Reveal(SecureString secret) => new NetworkCredential(string.Empty, secret).Password;
}
