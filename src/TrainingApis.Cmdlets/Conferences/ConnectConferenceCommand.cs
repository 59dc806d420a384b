using System.Security;
using TrainingApis.Cmdlets.Connections;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>
/// Connects to the conferences of Agendize. Refused credentials are detected immediately, by a token request or by reading the IDs of the
/// conferences.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Conference", DefaultParameterSetName = "Key")]
[OutputType(typeof(Connection))]
public sealed class ConnectConferenceCommand : ConnectCmdlet
{
    private readonly ConferenceOptions _options = new();

    /// <summary>Gets or sets the API key of the partner.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Key")]
    [ValidateNotNull]
    public SecureString? ApiKey { get => _options.ApiKey; set => _options.ApiKey = value; }

    /// <summary>Gets or sets the single sign-on token, which selects the account.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Key")]
    [ValidateNotNull]
    public SecureString? Token { get => _options.Token; set => _options.Token = value; }

    /// <summary>Gets or sets an access token that another program renews.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "AccessToken")]
    [ValidateNotNull]
    public SecureString? AccessToken { get => _options.AccessToken; set => _options.AccessToken = value; }

    /// <summary>
    /// Gets or sets the OAuth client of the refresh token: the client ID as the user name, the client secret as the password.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "RefreshToken")]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Gets or sets the refresh token, which renews access tokens.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "RefreshToken")]
    [ValidateNotNull]
    public SecureString? RefreshToken { get => _options.RefreshToken; set => _options.RefreshToken = value; }

    /// <summary>Gets or sets the address of the conferences, with the version.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri BaseUri { get => _options.BaseUri; set => _options.BaseUri = value; }

    /// <summary>Gets or sets the complete address of the token endpoint.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri TokenUri { get => _options.TokenUri; set => _options.TokenUri = value; }

    /// <summary>Gets or sets the address of the watches, with the version.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri WatcherUri { get => _options.WatcherUri; set => _options.WatcherUri = value; }

    private protected override IApi Open(IClientHost host)
    {
        _options.ClientId = Credential?.UserName;
        _options.ClientSecret = Credential?.Password;
        return host.OpenConference(WithCommon(_options));
    }
}
