using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Connections;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Connects to Cegos: asks for the tokens named by -Scope, so that refused credentials show at once.</summary>
[Cmdlet(VerbsCommunications.Connect, "Cegos")]
[OutputType(typeof(Connection))]
public sealed class ConnectCegosCommand : ConnectCmdlet
{
    private readonly CegosOptions _options = new();

    /// <summary>Gets or sets the OAuth client: its id as user name, its secret as password.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "Client id (user name) and client secret (password) of the Cegos API.")]
    [Credential]
    public PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>Gets or sets the catalogue's address, without the version.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri CatalogUri { get => _options.CatalogUri; set => _options.CatalogUri = value; }

    /// <summary>Gets or sets the registrations' address, without the version.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri RegistrationUri { get => _options.RegistrationUri; set => _options.RegistrationUri = value; }

    /// <summary>Gets or sets the token endpoint, whole.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri TokenUri { get => _options.TokenUri; set => _options.TokenUri = value; }

    /// <summary>Gets or sets the tokens to ask for now; others are asked for on first use.</summary>
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
