using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Connections;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Connects to Cegos and requests the tokens of -Scope, so that refused credentials are detected immediately.</summary>
[Cmdlet(VerbsCommunications.Connect, "Cegos")]
[OutputType(typeof(Connection))]
public sealed class ConnectCegosCommand : ConnectCmdlet
{
    private readonly CegosOptions _options = new();

    /// <summary>Gets or sets the OAuth client: the client ID as the user name, the client secret as the password.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "Client id (user name) and client secret (password) of the Cegos API.")]
    [Credential]
    public PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>Gets or sets the address of the catalogue API, without the version.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri CatalogUri { get => _options.CatalogUri; set => _options.CatalogUri = value; }

    /// <summary>Gets or sets the address of the registration API, without the version.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri RegistrationUri { get => _options.RegistrationUri; set => _options.RegistrationUri = value; }

    /// <summary>Gets or sets the complete address of the token endpoint.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri TokenUri { get => _options.TokenUri; set => _options.TokenUri = value; }

    /// <summary>Gets or sets the tokens to request now. Other tokens are requested on first use.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public CegosScope[] Scope { get; set; } = [CegosScope.Catalog];

    private protected override IApi Open(IClientHost host)
    {
        _options.ClientId = Credential.UserName;
        _options.ClientSecret = Credential.Password;
        _options.Scopes = Scope;
        return host.OpenCegos(WithCommon(_options));
    }
}
