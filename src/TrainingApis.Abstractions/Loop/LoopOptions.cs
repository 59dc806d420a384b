using System.Security;

namespace TrainingApis.Loop;

/// <summary>Represents the options of a connection to Cegid Loop. The address is the vendor's own by default.</summary>
public sealed class LoopOptions : ConnectionOptions
{
    /// <summary>Gets or sets the public half of the API key, which an administrator registers in the firm's LoopHub.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Gets or sets the secret half of the API key; the connection keeps a copy of its own until it is disposed.</summary>
    public SecureString Secret { get; set; } = new();

    /// <summary>Gets or sets the gateway's subscription key; the connection keeps a copy of its own until it is disposed.</summary>
    public SecureString SubscriptionKey { get; set; } = new();

    /// <summary>Gets or sets the firm's tenant name, whose client files are listed where no other is named; null for none.</summary>
    public string? Domain { get; set; }

    /// <summary>Gets or sets the API's address.</summary>
    public Uri BaseUri { get; set; } = new("https://api.cegid.com/loop-api-publiques/");
}
