using System.Security;
using TrainingApis.Cegos;
using TrainingApis.Loop;
using TrainingApis.Sandbox.Loop;

namespace TrainingApis.Sandbox;

/// <summary>The vendors' APIs in memory: no network, no account.</summary>
public sealed class SandboxHost : ISandbox
{
    /// <summary>The base address of the sandbox's Loop.</summary>
    public const string LoopUri = "https://sandbox.test/loop/";

    /// <summary>Makes a sandbox with data and state of its own.</summary>
    public SandboxHost(SandboxOptions options) => Handler = new SandboxHandler(options);

    /// <summary>What carries the requests of all connections to this sandbox.</summary>
    public SandboxHandler Handler { get; }

    /// <summary>What tests change and look at.</summary>
    public SandboxControl Control => Handler.Control;

    /// <summary>The account that the sandbox's Loop knows.</summary>
    public static LoopAccount LoopAccount => LoopAccount.Default;

    /// <inheritdoc/>
    public CegosOptions CreateCegosOptions() => new()
    {
        ClientId = SandboxAccount.Default.ClientId,
        ClientSecret = Secure(SandboxAccount.Default.ClientSecret),
        CatalogUri = new Uri("https://sandbox.test/cegos/catalog/"),
        RegistrationUri = new Uri("https://sandbox.test/cegos/registration/"),
        TokenUri = new Uri("https://sandbox.test/cegos/auth/connect/token"),
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

    private static SecureString Secure(string text)
    {
        var secret = new SecureString();
        foreach (var letter in text)
            secret.AppendChar(letter);
        return secret;
    }
}
