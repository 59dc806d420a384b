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
