using System.Security;

namespace TrainingApis.Loop;

/// <summary>Represents the options of a connection to Cegid Loop. The default address is that of the vendor.</summary>
public sealed class LoopOptions : ConnectionOptions
{
    /// <summary>Gets or sets the public part of the API key, which an administrator registers in the LoopHub of the firm.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Gets or sets the secret part of the API key. The connection keeps a separate copy until it is disposed.</summary>
    public SecureString Secret { get; set; } = new();

    /// <summary>Gets or sets the subscription key of the gateway. The connection keeps a separate copy until it is disposed.</summary>
    public SecureString SubscriptionKey { get; set; } = new();

    /// <summary>
    /// Gets or sets the tenant name of the firm whose client files are listed if no other firm is specified; null for none.
    /// </summary>
    public string? Domain { get; set; }

    /// <summary>Gets or sets the address of the API.</summary>
    public Uri BaseUri { get; set; } = new("https://api.cegid.com/loop-api-publiques/");
}
