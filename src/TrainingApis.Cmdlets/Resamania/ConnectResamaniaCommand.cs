using System.Security;
using TrainingApis.Cmdlets.Connections;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Connects to Resamania and requests a token, so that refused credentials are detected immediately.</summary>
[Cmdlet(VerbsCommunications.Connect, "Resamania")]
[OutputType(typeof(Connection))]
public sealed class ConnectResamaniaCommand : ConnectCmdlet
{
    private readonly ResamaniaOptions _options = new();

    /// <summary>Gets or sets the name of the brand in addresses, such as demoapi.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string ClientToken { get => _options.ClientToken; set => _options.ClientToken = value; }

    /// <summary>Gets or sets the OAuth client: the client ID as the user name, the client secret as the password.</summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "OAuth client id (user name) and client secret (password) of Resamania.")]
    [Credential]
    public PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>Gets or sets the address of the API: the host and the environment segment.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNull]
    public Uri? BaseUri { get => _options.BaseUri; set => _options.BaseUri = value; }

    /// <summary>Gets or sets the grant: as an application, with the club and the node in headers, or as one club.</summary>
    [Parameter]
    public ResamaniaGrant Grant { get => _options.Grant; set => _options.Grant = value; }

    /// <summary>Gets or sets the key of the gateway, which is sent with every request.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? GatewayKey { get => _options.GatewayKey; set => _options.GatewayKey = value; }

    /// <summary>Gets or sets the club for which the connection acts, as a number or an IRI.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ClubId { get => _options.ClubId; set => _options.ClubId = value; }

    /// <summary>Gets or sets the network node from which the connection acts, as a number or an IRI.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NetworkNodeId { get => _options.NetworkNodeId; set => _options.NetworkNodeId = value; }

    /// <summary>Gets or sets the second OAuth client, which can act as a contact.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ContactCredential { get; set; }

    private protected override IApi Open(IClientHost host)
    {
        _options.ClientId = Credential.UserName;
        _options.ClientSecret = Credential.Password;
        if (ContactCredential is not null)
        {
            _options.ContactClientId = ContactCredential.UserName;
            _options.ContactClientSecret = ContactCredential.Password;
        }

        return host.OpenResamania(WithCommon(_options));
    }
}
