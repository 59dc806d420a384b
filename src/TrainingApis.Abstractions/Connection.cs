namespace TrainingApis;

/// <summary>
/// Represents a connection in PowerShell: <c>Connect-…</c> creates it, and every command accepts it as <c>-Connection</c>. It can be passed
/// to another runspace of the same process. No member contains a secret.
/// </summary>
public sealed class Connection
{
    internal Connection(IApi api) => Api = api;

    /// <summary>Gets the API of the connection.</summary>
    public ApiService Service => Api.Service;

    /// <summary>Gets the name of the connection, which is unique for each API in a runspace.</summary>
    public string Name => Api.Name;

    /// <summary>Gets the main base address of the API.</summary>
    public Uri BaseUri => Api.BaseUri;

    /// <summary>Gets the account, without any secret part.</summary>
    public string Account => Api.Account;

    /// <summary>Gets the authentication method, such as <c>OAuth client credentials</c>.</summary>
    public string Authentication => Api.Authentication;

    /// <summary>Gets the time when the first of the tokens expires; null if no token was requested yet, or none is required.</summary>
    public DateTimeOffset? TokenExpires => Api.TokenExpires;

    /// <summary>Gets whether the connection is open; false after it was disconnected.</summary>
    public bool IsOpen => Api.IsOpen;

    internal IApi Api { get; }

    /// <summary>Gets the IDs that responses on this connection contained, for tab completion.</summary>
    internal CompletionCache Seen { get; } = new();

    /// <summary>Gets the name of the connection.</summary>
    public override string ToString() => Name;
}

/// <summary>Represents the result of <c>Test-TrainingApiConnection</c> for one connection.</summary>
public sealed class ConnectionTest
{
    /// <summary>Gets or sets the API.</summary>
    public ApiService Service { get; set; }

    /// <summary>Gets or sets the name of the connection.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Gets or sets the main base address of the API.</summary>
    public Uri? BaseUri { get; set; }

    /// <summary>Gets or sets whether the API responded.</summary>
    public bool Reachable { get; set; }

    /// <summary>Gets or sets whether the API accepted the credentials.</summary>
    public bool Authenticated { get; set; }

    /// <summary>Gets or sets the duration of the check in milliseconds.</summary>
    public long Milliseconds { get; set; }

    /// <summary>Gets or sets the error ID; null if there is no error.</summary>
    public string? ErrorId { get; set; }

    /// <summary>Gets or sets the error message; null if there is no error.</summary>
    public string? Error { get; set; }
}
