namespace TrainingApis.Sandbox.Conferences;

/// <summary>What tests change about the sandbox's conferences.</summary>
public sealed class ConferencesControl
{
    private readonly ConferencesTokens _tokens;
    private readonly ConferencesRoutes _routes;

    internal ConferencesControl(ConferencesTokens tokens, ConferencesRoutes routes)
    {
        (_tokens, _routes) = (tokens, routes);
        Reset();
    }

    /// <summary>How long new access tokens live. Default one hour.</summary>
    public TimeSpan TokenLifetime { get; set; }

    /// <summary>False where the token answer does not say how long the token lives. Default true.</summary>
    public bool StatesLifetime { get; set; }

    /// <summary>True where every renewal hands out another refresh token and makes the old one worthless. Default false.</summary>
    public bool RotateRefreshTokens { get; set; }

    /// <summary>How lists come.</summary>
    public ConferencesListShape ListShape { get; set; }

    /// <summary>What ids are in answers.</summary>
    public ConferencesIdShape IdShape { get; set; }

    /// <summary>What a form of one item is in answers.</summary>
    public ConferencesFormShape FormShape { get; set; }

    /// <summary>What a watch's signature calls its keys in answers.</summary>
    public ConferencesSignatureShape SignatureShape { get; set; }

    /// <summary>With which HTTP status errors come.</summary>
    public ConferencesErrorStatus ErrorStatus { get; set; }

    /// <summary>True where <c>error</c> is the message itself instead of an object. Default false.</summary>
    public bool ErrorAsText { get; set; }

    /// <summary>What becomes of an accepted registration without seats left.</summary>
    public ConferencesFullSession FullSession { get; set; }

    /// <summary>The HTTP status of what was created. Default 200; the vendor does not say.</summary>
    public int CreateStatus { get; set; }

    /// <summary>The HTTP status of a deletion, whose body is empty. Default 200; the vendor does not say.</summary>
    public int DeleteStatus { get; set; }

    /// <summary>Makes an account known, with data of its own; one of the same name is replaced.</summary>
    public void AddAccount(ConferencesAccount account) => _tokens.AddAccount(account);

    /// <summary>Makes every access token handed out so far worthless. SSO tokens and refresh tokens stay.</summary>
    public void ExpireTokens() => _tokens.ExpireAll();

    /// <summary>
    /// Changes where <c>UpdateRegistration</c> or <c>Watch</c> listens, as <c>METHOD path</c> with the names of ids in braces, and
    /// <c> query</c> behind it where the fields travel in the query.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such operation, or the text is no route.</exception>
    public void SetRoute(string operation, string route) => _routes.Set(operation, route);

    internal void Reset()
    {
        (TokenLifetime, StatesLifetime, RotateRefreshTokens) = (TimeSpan.FromHours(1), true, false);
        (ListShape, IdShape, FormShape, SignatureShape) = (default, default, default, default);
        (ErrorStatus, ErrorAsText, FullSession) = (default, false, default);
        (CreateStatus, DeleteStatus) = (200, 200);
    }
}
