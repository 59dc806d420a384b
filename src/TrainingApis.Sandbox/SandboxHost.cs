using System.Net;
using System.Security;
using TrainingApis.Cegos;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;
using TrainingApis.Sandbox.Cegos;
using TrainingApis.Sandbox.Conferences;
using TrainingApis.Sandbox.Loop;
using TrainingApis.Sandbox.Resamania;

namespace TrainingApis.Sandbox;

/// <summary>Provides the APIs of the vendors in memory. No network and no account are required.</summary>
/// <param name="options">The options: the amount of data, the latency, the fault rate and the seed. Each sandbox has separate data and
/// state.</param>
public sealed class SandboxHost(SandboxOptions options) : ISandbox
{
    /// <summary>Gets the message handler for the requests of all connections to this sandbox.</summary>
    public SandboxHandler Handler { get; } = new(options);

    /// <inheritdoc/>
    public CegosOptions CreateCegosOptions() => new()
    {
        ClientId = CegosAccount.Default.ClientId,
        ClientSecret = Secure(CegosAccount.Default.ClientSecret),
        CatalogUri = new Uri("https://sandbox.test/cegos/catalog/"),
        RegistrationUri = new Uri("https://sandbox.test/cegos/registration/"),
        TokenUri = new Uri("https://sandbox.test/cegos/auth/connect/token"),
        Transport = Handler,
    };

    /// <inheritdoc/>
    public ConferenceOptions CreateConferenceOptions() => new()
    {
        ApiKey = Secure(ConferenceAccount.ApiKey),
        Token = Secure(ConferenceAccount.Token),
        BaseUri = new Uri("https://sandbox.test/conference/"),
        TokenUri = new Uri("https://sandbox.test/conference/o/oauth2/token"),
        WatcherUri = new Uri("https://sandbox.test/conference/api/2.0/watchers/"),
        Transport = Handler,
    };

    /// <inheritdoc/>
    public LoopOptions CreateLoopOptions() => new()
    {
        Key = LoopAccount.Default.Key,
        Secret = Secure(LoopAccount.Default.Secret),
        SubscriptionKey = Secure(LoopAccount.Default.SubscriptionKey),
        Domain = LoopAccount.Default.Domain,
        BaseUri = new Uri("https://sandbox.test/loop/"),
        Transport = Handler,
    };

    /// <inheritdoc/>
    public ResamaniaOptions CreateResamaniaOptions() => new()
    {
        BaseUri = new Uri("https://sandbox.test/resamania/"),
        ClientToken = ResamaniaStore.ClientToken,
        ClientId = ResamaniaAccount.Default.ClientId,
        ClientSecret = Secure(ResamaniaAccount.Default.ClientSecret),
        GatewayKey = Secure(ResamaniaGateway.Key),
        ClubId = ResamaniaSampleData.ClubId,
        NetworkNodeId = ResamaniaSampleData.NetworkNodeId,
        ContactClientId = ResamaniaAccount.Contact.ClientId,
        ContactClientSecret = Secure(ResamaniaAccount.Contact.ClientSecret),
        Transport = Handler,
    };

    private static SecureString Secure(string text) => new NetworkCredential(string.Empty, text).SecurePassword;
}
