using System.Security;

namespace TrainingApis.Conferences;

/// <summary>
/// Represents the options of a connection to Agendize. Specify exactly one of the following: <see cref="ApiKey"/> and <see cref="Token"/>;
/// <see cref="AccessToken"/>; or <see cref="RefreshToken"/> with <see cref="ClientId"/> and <see cref="ClientSecret"/>. The connection
/// keeps separate copies of the secrets until it is disposed. Source:
/// <c>https://developers.agendize.com/v2/platform/reference/authentication.jsp</c>.
/// </summary>
public sealed class ConferenceOptions : ConnectionOptions
{
    /// <summary>Gets or sets the API key of the partner.</summary>
    public SecureString? ApiKey { get; set; }

    /// <summary>Gets or sets the single sign-on token, which selects the account.</summary>
    public SecureString? Token { get; set; }

    /// <summary>Gets or sets an access token that is renewed outside this library.</summary>
    public SecureString? AccessToken { get; set; }

    /// <summary>Gets or sets the token with which access tokens are renewed.</summary>
    public SecureString? RefreshToken { get; set; }

    /// <summary>Gets or sets the ID of the OAuth client.</summary>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the secret of the OAuth client.</summary>
    public SecureString? ClientSecret { get; set; }

    /// <summary>Gets or sets the base address of the conferences, with the version.</summary>
    public Uri BaseUri { get; set; } = new("https://api.agendize.com/conferences/api/1.0/");

    /// <summary>Gets or sets the complete address of the token endpoint.</summary>
    public Uri TokenUri { get; set; } = new("https://api.agendize.com/o/oauth2/token");

    /// <summary>Gets or sets the base address of the watches, with the version.</summary>
    public Uri WatcherUri { get; set; } = new("https://api.agendize.com/api/2.0/watchers/");
}
