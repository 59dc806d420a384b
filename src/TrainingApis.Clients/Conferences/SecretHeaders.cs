using System.Security;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Conferences;

/// <summary>
/// Headers that someone typed, and that prove who calls. They never travel in an address, and a refusal of them is final. The secrets lie
/// encrypted where the platform can do that, and in the clear only while a request is made.
/// </summary>
internal sealed class SecretHeaders : ITokenSource
{
    private readonly (string Name, string Prefix, SecureString Secret)[] _headers;

    private SecretHeaders(Redactor redactor, params (string Name, string Prefix, SecureString Secret)[] headers)
    {
        foreach (var (name, _, secret) in headers)
        {
            Learn(name, secret, redactor);
        }

        _headers = headers.Select(header => (header.Name, header.Prefix, header.Secret.Copy())).ToArray();
    }

    public bool CanRenew => false;

    public DateTimeOffset? Expires => null;

    public static SecretHeaders Keys(SecureString apiKey, SecureString token, Redactor redactor) =>
        new(redactor, ("apiKey", string.Empty, apiKey), ("token", string.Empty, token));

    public static SecretHeaders Bearer(SecureString accessToken, Redactor redactor) =>
        new(redactor, ("Authorization", "Bearer ", accessToken));

    public Task<AccessToken> GetAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken) =>
        Task.FromResult(new AccessToken(
        DateTimeOffset.MaxValue,
        DateTimeOffset.MaxValue,
        _headers.Select(header => KeyValuePair.Create(header.Name,
            SecretText.Use(header.Secret, secret => header.Prefix + new string(secret)))).ToArray()));

    public void Forget()
    {
        foreach (var (_, _, secret) in _headers)
        {
            secret.Dispose();
        }
    }

    private static void Learn(string name, SecureString secret, Redactor redactor) => SecretText.Use(secret, text =>
    {
        if (text.IsEmpty)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, $"What is to be sent as {name} is empty.");
        }

        foreach (var character in text)
        {
            if (character is <= ' ' or > '~')
            {
                throw new ApiException(ApiErrorKind.InvalidArgument,
                    $"What is to be sent as {name} holds a character that cannot be sent in a header.");
            }
        }
        redactor.AddSecret(text);
        return true;
    });
}
