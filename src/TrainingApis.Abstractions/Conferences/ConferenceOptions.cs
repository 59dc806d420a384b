using System.Security;

namespace TrainingApis.Conferences;

/// <summary>
/// How to reach Agendize's conferences, and as whom: <see cref="ApiKey"/> and <see cref="Token"/>, or <see cref="AccessToken"/>, or
/// <see cref="RefreshToken"/> with <see cref="ClientId"/> and <see cref="ClientSecret"/>; one of the three. The connection keeps copies
/// of its own until it is disposed. Source: <c>https://developers.agendize.com/v2/platform/reference/authentication.jsp</c>.
/// </summary>
public sealed class ConferenceOptions : ConnectionOptions
{
    /// <summary>The partner's API key.</summary>
    public SecureString? ApiKey { get; set; }

    /// <summary>The single sign-on token, which selects the account.</summary>
    public SecureString? Token { get; set; }

    /// <summary>An access token that someone else keeps fresh.</summary>
    public SecureString? AccessToken { get; set; }

    /// <summary>What to renew access tokens with.</summary>
    public SecureString? RefreshToken { get; set; }

    /// <summary>The OAuth client's id.</summary>
    public string? ClientId { get; set; }

    /// <summary>The OAuth client's secret.</summary>
    public SecureString? ClientSecret { get; set; }

    /// <summary>The conferences' address, with the version.</summary>
    public Uri BaseUri { get; set; } = new("https://api.agendize.com/conferences/api/1.0/");

    /// <summary>The token endpoint, whole.</summary>
    public Uri TokenUri { get; set; } = new("https://api.agendize.com/o/oauth2/token");

    /// <summary>The watches' address, with the version.</summary>
    public Uri WatcherUri { get; set; } = new("https://api.agendize.com/api/2.0/watchers/");
}
