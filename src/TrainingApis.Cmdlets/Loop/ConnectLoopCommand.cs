using System.Security;
using TrainingApis.Cmdlets.Connections;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>
/// Connects to Cegid Loop. With a domain, the client files of the firm are listed, so that refused keys are detected immediately.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Loop")]
[OutputType(typeof(Connection))]
public sealed class ConnectLoopCommand : ConnectCmdlet
{
    private readonly LoopOptions _options = new();

    /// <summary>Gets or sets the API key: the public part as the user name, the secret part as the password.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "API key (user name) and its secret (password) of Cegid Loop.")]
    [Credential]
    public PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>Gets or sets the subscription key of the gateway.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNull]
    public SecureString SubscriptionKey { get => _options.SubscriptionKey; set => _options.SubscriptionKey = value; }

    /// <summary>Gets or sets the firm whose client files are listed if no other firm is specified.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Domain { get => _options.Domain; set => _options.Domain = value; }

    /// <summary>Gets or sets the address of the API.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri BaseUri { get => _options.BaseUri; set => _options.BaseUri = value; }

    private protected override IApi Open(IClientHost host)
    {
        _options.Key = Credential.UserName;
        _options.Secret = Credential.Password;
        return host.OpenLoop(WithCommon(_options));
    }
}
