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
    /// <summary>The base address of the sandbox's Loop.</summary>
    public const string LoopUri = "https://sandbox.test/loop/";

    /// <summary>Where the sandbox's Resamania is. Who may enter, and what there is to find, stands in <see cref="ResamaniaAccess"/>.</summary>
    public static Uri ResamaniaUri { get; } = new(ResamaniaAccess.BaseAddress);

    /// <summary>Makes a sandbox with data and state of its own.</summary>
    public SandboxHost(SandboxOptions options) => Handler = new SandboxHandler(options);

    /// <summary>What carries the requests of all connections to this sandbox.</summary>
    public SandboxHandler Handler { get; }

    /// <summary>The account that the sandbox's Loop knows.</summary>
    public static LoopAccount LoopAccount => LoopAccount.Default;

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
        ApiKey = Secure(ConferenceAccount.Default.ApiKey),
        Token = Secure(ConferenceAccount.Default.Token),
        BaseUri = new Uri("https://sandbox.test/conference/"),
        TokenUri = new Uri("https://sandbox.test/conference/o/oauth2/token"),
        WatcherUri = new Uri("https://sandbox.test/conference/api/2.0/watchers/"),
        Transport = Handler,
    };

    /// <inheritdoc/>
    public LoopOptions CreateLoopOptions() => new()
    {
        Key = LoopAccount.Key,
        Secret = Secure(LoopAccount.Secret),
        SubscriptionKey = Secure(LoopAccount.SubscriptionKey),
        Domain = LoopAccount.Domain,
        BaseUri = new Uri(LoopUri),
        Transport = Handler,
    };

    /// <inheritdoc/>
    public ResamaniaOptions CreateResamaniaOptions() => new()
    {
        BaseUri = ResamaniaUri,
        ClientToken = ResamaniaAccess.ClientToken,
        ClientId = ResamaniaAccess.ClientId,
        ClientSecret = Secure(ResamaniaAccess.ClientSecret),
        GatewayKey = Secure(ResamaniaAccess.GatewayKey),
        ClubId = ResamaniaAccess.ClubId,
        NetworkNodeId = ResamaniaAccess.NetworkNodeId,
        ContactClientId = ResamaniaAccess.ContactClientId,
        ContactClientSecret = Secure(ResamaniaAccess.ContactClientSecret),
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
