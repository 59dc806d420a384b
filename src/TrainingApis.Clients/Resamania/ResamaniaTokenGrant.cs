using System.Security;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Resamania;

/// <summary>
/// The server-to-server grants of Resamania: anonymous, as one club, as one contact. Where an answer brought a refresh token, the next
/// call is made with that; if it is refused, the grant itself is asked again.
/// </summary>
internal sealed class ResamaniaTokenGrant : IOAuthGrant
{
    private readonly string _type;
    private readonly string _clientId;
    private readonly SecureString _secret;
    private readonly KeyValuePair<string, string>? _identity;
    private SecureString? _refresh;

    private ResamaniaTokenGrant(string type, string clientId, SecureString secret, KeyValuePair<string, string>? identity)
    {
        _type = type;
        _clientId = clientId;
        _secret = secret.Copy();
        _identity = identity;
    }

    public static ResamaniaTokenGrant Client(string clientId, SecureString secret) => new("client_credentials", clientId, secret, null);

    public static ResamaniaTokenGrant Club(string clientId, SecureString secret, string clubIri) =>
        new("http://clubclientcredentials", clientId, secret, new("clubId", clubIri));

    public static ResamaniaTokenGrant Contact(string clientId, SecureString secret, string email) =>
        new("http://contactclientcredentials", clientId, secret, new("email", email));

    public void Write(FormBody form, Redactor redactor)
    {
        form.Add("grant_type", _refresh is null ? _type : "refresh_token");
        form.Add("client_id", _clientId);
        form.Add("client_secret", _secret, redactor);
        if (_refresh is not null)
        {
            form.Add("refresh_token", _refresh, redactor);
        }
        else if (_identity is { } identity)
        {
            form.Add(identity.Key, identity.Value);
        }
    }

    public void Learn(IReadOnlyDictionary<string, object?> answer, Redactor redactor)
    {
        FallBack();
        if (answer.GetValueOrDefault("refresh_token") is not string { Length: > 0 } token)
        {
            return;
        }

        redactor.AddSecret(token);
        var refresh = new SecureString();
        foreach (var character in token)
        {
            refresh.AppendChar(character);
        }

        _refresh = refresh;
    }

    public bool FallBack()
    {
        var refresh = _refresh;
        _refresh = null;
        refresh?.Dispose();
        return refresh is not null;
    }

    public void Dispose()
    {
        _secret.Dispose();
        FallBack();
    }
}
