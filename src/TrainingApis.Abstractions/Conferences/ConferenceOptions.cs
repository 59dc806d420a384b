using System.Security;

namespace TrainingApis.Conferences;

/// <summary>
/// Represents the options of a connection to Agendize's conferences: <see cref="ApiKey"/> and <see cref="Token"/>, or <see
/// cref="AccessToken"/>, or <see cref="RefreshToken"/> with <see cref="ClientId"/> and <see cref="ClientSecret"/>; one of the three. The
/// connection keeps copies of its own until it is disposed. Source:
/// <c>https://developers.agendize.com/v2/platform/reference/authentication.jsp</c>.
/// </summary>
public sealed class ConferenceOptions : ConnectionOptions
{
    /// <summary>Gets or sets the partner's API key.</summary>
    public SecureString? ApiKey { get; set; }

    /// <summary>Gets or sets the single sign-on token, which selects the account.</summary>
    public SecureString? Token { get; set; }

    /// <summary>Gets or sets an access token that someone else keeps fresh.</summary>
    public SecureString? AccessToken { get; set; }

    /// <summary>Gets or sets what to renew access tokens with.</summary>
    public SecureString? RefreshToken { get; set; }

    /// <summary>Gets or sets the OAuth client's id.</summary>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the OAuth client's secret.</summary>
    public SecureString? ClientSecret { get; set; }

    /// <summary>Gets or sets the conferences' address, with the version.</summary>
    public Uri BaseUri { get; set; } = new("https://api.agendize.com/conferences/api/1.0/");

    /// <summary>Gets or sets the token endpoint, whole.</summary>
    public Uri TokenUri { get; set; } = new("https://api.agendize.com/o/oauth2/token");

    /// <summary>Gets or sets the watches' address, with the version.</summary>
    public Uri WatcherUri { get; set; } = new("https://api.agendize.com/api/2.0/watchers/");
}
