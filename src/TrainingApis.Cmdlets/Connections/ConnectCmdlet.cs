using System.Collections;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Loading;

namespace TrainingApis.Cmdlets.Connections;

/// <summary>
/// Provides the base class for commands that open a connection. Any error ends the command, and an existing connection of the same name is
/// unchanged.
/// </summary>
public abstract class ConnectCmdlet : ApiCmdlet
{
    private static readonly Regex HostAndPort = new(@"^[\w.-]+:\d{1,5}$", RegexOptions.CultureInvariant);
    private const long LargestResponse = 2_000_000_000; // a response is stored in one array

    /// <summary>Gets or sets the name of the connection, for several accounts at the same time; the name of the API by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Gets or sets the timeout of each attempt of a request, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Gets or sets the maximum number of retries of a request that may be repeated.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>Gets or sets the maximum size of one decompressed response, in bytes.</summary>
    [Parameter]
    [ValidateRange(1024, LargestResponse)]
    public long MaximumResponseBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Gets or sets the address of the proxy; the proxy of the system by default.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>Gets or sets the credential for the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Gets or sets the client certificate, for a gateway that requires one.</summary>
    [Parameter]
    [ValidateNotNull]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Gets or sets whether a revoked server certificate is rejected.</summary>
    [Parameter]
    public SwitchParameter CheckCertificateRevocation { get; set; }

    /// <summary>
    /// Gets or sets the routes that differ from the default, as @{ Operation = 'METHOD path' }. The suffix ' query' sends the fields in the
    /// query string.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(RouteCompleter))]
    [ValidateNotNull]
    public IDictionary? Route { get; set; }

    /// <summary>Gets or sets whether the command emits the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// Opens the connection with the options of the API of this command and <see cref="WithCommon{T}"/>. No request is sent.
    /// </summary>
    private protected abstract IApi Open(IClientHost host);

    /// <summary>Sets the options that all APIs have in common.</summary>
    private protected T WithCommon<T>(T options)
        where T : ConnectionOptions
    {
        options.Name = Name;
        options.Timeout = TimeSpan.FromSeconds(TimeoutSec);
        options.MaximumRetryCount = MaximumRetryCount;
        options.MaximumResponseBytes = MaximumResponseBytes;
        options.NetworkHandler = settings => new NetworkHandler(settings);
        options.Proxy = ProxyAddress();
        options.ProxyCredential = ProxyCredential?.GetNetworkCredential();
        options.ClientCertificate = Certificate;
        options.CheckCertificateRevocation = CheckCertificateRevocation;
        options.Routes = Route is null
            ? []
            : ObjectConverter.Entries(Route).ToDictionary(entry => entry.Key, entry => $"{entry.Value}");
        return options;
    }

    private Uri? ProxyAddress()
    {
        if (Proxy is null)
        {
            return null;
        }

        var isWhole = Proxy.IsAbsoluteUri && Proxy.Scheme is "http" or "https";
        var address = isWhole ? Proxy : HostAndPort.IsMatch(Proxy.OriginalString) ? new Uri("http://" + Proxy.OriginalString) : null;
        if (address is null || !address.IsAbsoluteUri)
        {
            throw new ApiException(
                ApiErrorKind.InvalidArgument, "-Proxy must be an http:// or https:// address, or host:port such as proxy.corp:8080.");
        }

        return address.UserInfo.Length == 0
            ? address
            : throw new ApiException(
                ApiErrorKind.InvalidArgument, "-Proxy must not contain a user name or password. Give them with -ProxyCredential.");
    }

    private protected sealed override async Task BeginAsync()
    {
        var api = Open(IsolatedAssemblies.ClientHost);
        try
        {
            await api.AuthenticateAsync(Observer, Stop);
        }
        catch
        {
            api.Dispose();
            throw;
        }

        var connection = new Connection(api);
        ConnectionTable.ForCurrentRunspace.Add(connection);
        if (PassThru)
        {
            WriteObject(connection);
        }
    }
}
