namespace TrainingApis;

/// <summary>
/// Represents a connection as PowerShell sees it: what <c>Connect-…</c> makes, and what every command takes as <c>-Connection</c>.
/// It can be handed to another runspace of the same process. No member holds a secret.
/// </summary>
public sealed class Connection
{
    internal Connection(IApi api) => Api = api;

    /// <summary>Gets which API it leads to.</summary>
    public ApiService Service => Api.Service;

    /// <summary>Gets its name, unique per API in a runspace.</summary>
    public string Name => Api.Name;

    /// <summary>Gets the API's main base address.</summary>
    public Uri BaseUri => Api.BaseUri;

    /// <summary>Gets who it acts as, as far as that is no secret.</summary>
    public string Account => Api.Account;

    /// <summary>Gets how it proves that: <c>OAuth client credentials</c>.</summary>
    public string Authentication => Api.Authentication;

    /// <summary>Gets when the first of its tokens ends; null where none was asked for yet, or none is needed.</summary>
    public DateTimeOffset? TokenExpires => Api.TokenExpires;

    /// <summary>Gets whether it is open; false once it was disconnected.</summary>
    public bool IsOpen => Api.IsOpen;

    internal IApi Api { get; }

    /// <summary>The ids that responses over this connection contained, for tab completion.</summary>
    internal CompletionCache Seen { get; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>Represents the result of <c>Test-TrainingApiConnection</c> for one connection.</summary>
public sealed class ConnectionTest
{
    /// <summary>Gets or sets which API.</summary>
    public ApiService Service { get; set; }

    /// <summary>Gets or sets the connection's name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Gets or sets the API's main base address.</summary>
    public Uri? BaseUri { get; set; }

    /// <summary>Gets or sets whether the API responded.</summary>
    public bool Reachable { get; set; }

    /// <summary>Gets or sets whether it accepted the credentials.</summary>
    public bool Authenticated { get; set; }

    /// <summary>Gets or sets how long the check took, in milliseconds.</summary>
    public long Milliseconds { get; set; }

    /// <summary>Gets or sets the error id, or null where all is well.</summary>
    public string? ErrorId { get; set; }

    /// <summary>Gets or sets what was wrong, or null.</summary>
    public string? Error { get; set; }
}
