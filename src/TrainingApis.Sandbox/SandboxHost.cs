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

/// <summary>The vendors' APIs in memory: no network, no account.</summary>
public sealed class SandboxHost : ISandbox
{

    /// <summary>Where every sandbox's conferences listen, and who may call them.</summary>
    public static ConferencesAccess Conferences { get; } = new();

    /// <summary>Makes a sandbox with data and state of its own.</summary>
    public SandboxHost(SandboxOptions options) => Handler = new SandboxHandler(options);

    /// <summary>What carries the requests of all connections to this sandbox.</summary>
    public SandboxHandler Handler { get; }

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
        ApiKey = Secure(Conferences.Account.ApiKey),
        Token = Secure(Conferences.Account.Token),
        BaseUri = Conferences.BaseUri,
        TokenUri = Conferences.TokenUri,
        WatcherUri = Conferences.WatcherUri,
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

    private static SecureString Secure(string text)
    {
        var secret = new SecureString();
        foreach (var letter in text)
            secret.AppendChar(letter);
        return secret;
    }
}
