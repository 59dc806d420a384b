using System.Security;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Conferences;

/// <summary>OAuth refresh token, with the client's id and secret in the form. A new refresh token in an answer takes the place of the old
/// one.</summary>
/// <param name="clientId">Who asks.</param>
/// <param name="secret">Its secret; the grant keeps a copy of its own.</param>
/// <param name="refreshToken">What it asks with; the grant keeps a copy of its own.</param>
internal sealed class RefreshTokenGrant(string clientId, SecureString secret, SecureString refreshToken) : IOAuthGrant
{
    private readonly string _clientId = clientId;
    private readonly SecureString _secret = secret.Copy();
    private SecureString _refreshToken = refreshToken.Copy();

    public void Write(FormBody form, Redactor redactor)
    {
        form.Add("grant_type", "refresh_token");
        form.Add("client_id", _clientId);
        form.Add("client_secret", _secret, redactor);
        form.Add("refresh_token", _refreshToken, redactor);
    }

    public void Learn(IReadOnlyDictionary<string, object?> answer, Redactor redactor)
    {
        if (answer.GetValueOrDefault("refresh_token") is not string { Length: > 0 } next)
        {
            return;
        }

        redactor.AddSecret(next);
        var secure = new SecureString();
        foreach (var character in next)
        {
            secure.AppendChar(character);
        }

        var old = _refreshToken;
        _refreshToken = secure;
        old.Dispose();
    }

    public void Dispose()
    {
        _secret.Dispose();
        _refreshToken.Dispose();
    }
}
