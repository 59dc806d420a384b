using System.Security;

namespace TrainingApis.Clients.Http;

/// <summary>OAuth client credentials with id and secret in the form.</summary>
/// <param name="clientId">Who asks.</param>
/// <param name="secret">Its secret; the grant keeps a copy of its own.</param>
/// <param name="scope">What the token is to be good for; null to say nothing of it.</param>
internal sealed class ClientCredentialsGrant(string clientId, SecureString secret, string? scope) : IOAuthGrant
{
    private readonly string _clientId = clientId;
    private readonly SecureString _secret = secret.Copy();
    private readonly string? _scope = scope;

    public void Write(FormBody form, Redactor redactor)
    {
        form.Add("grant_type", "client_credentials");
        form.Add("client_id", _clientId);
        form.Add("client_secret", _secret, redactor);
        if (_scope is not null)
        {
            form.Add("scope", _scope);
        }
    }

    public void Learn(IReadOnlyDictionary<string, object?> answer, Redactor redactor)
    {
        if (answer.GetValueOrDefault("refresh_token") is string unused)
        {
            redactor.AddSecret(unused); // this grant does not need it, but a secret it is
        }
    }

    public void Dispose() => _secret.Dispose();
}
