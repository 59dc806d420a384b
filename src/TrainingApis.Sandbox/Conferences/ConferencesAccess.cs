namespace TrainingApis.Sandbox.Conferences;

/// <summary>Where the sandbox's conferences listen, and who may call them.</summary>
public sealed class ConferencesAccess
{
    internal ConferencesAccess()
    {
    }

    /// <summary>Conferences, sessions, registrations, speakers and invitees: <c>conferences/{id}</c> and so on below it.</summary>
    public Uri BaseUri { get; } = new("https://sandbox.test/conference/");

    /// <summary>The OAuth token endpoint.</summary>
    public Uri TokenUri { get; } = new("https://sandbox.test/conference/o/oauth2/token");

    /// <summary>The watches: <c>{id}</c> below it. <c>api/2.3/watchers</c> is the same.</summary>
    public Uri WatcherUri { get; } = new("https://sandbox.test/conference/api/2.0/watchers/");

    /// <summary>The account that every sandbox knows: API key and token, an access token, an OAuth client and its refresh token.</summary>
    public ConferencesAccount Account => ConferencesAccount.Default;

    /// <summary>A client of that account who may be registered.</summary>
    public string KnownClientId => "5001";
}
