using System.Security;
using TrainingApis.Cegos;
using TrainingApis.Clients;
using TrainingApis.Cmdlets.Connections;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>Opens connections for tests.</summary>
internal static class Connect
{
    public const string Secret = "s3cr3t/+ é&=planted";

    public static CegosOptions Options(HttpMessageHandler? transport = null, string baseUri = "https://catalog.example.com/",
        string tokenUri = "https://" + ScriptedHandler.TokenHost + "/connect/token") => new()
        {
            ClientId = "client-1",
            ClientSecret = Secure(Secret),
            CatalogUri = new Uri(baseUri),
            RegistrationUri = new Uri("https://registration.example.com/"),
            TokenUri = new Uri(tokenUri),
            Timeout = TimeSpan.FromHours(2), // with virtual time, shorter timeouts expire immediately
            Transport = transport,
        };

    public static ICegosApi Open(CegosOptions options, TimeProvider? time = null) =>
        new ClientHost(time ?? TimeProvider.System).OpenCegos(options);

    public static ICegosApi Open(HttpMessageHandler transport, TimeProvider? time = null) =>
        Open(Options(transport), time ?? new VirtualTime());

    /// <summary>Opens a connection over TCP to a server on this machine, which also issues the tokens.</summary>
    public static ICegosApi Open(LoopbackServer server, Action<CegosOptions>? change = null)
    {
        var options = Options(null, server.Address, server.Address + "connect/token");
        options.RegistrationUri = new Uri(server.Address);
        options.Timeout = TimeSpan.FromSeconds(20);
        options.NetworkHandler = settings => new NetworkHandler(settings);
        change?.Invoke(options);
        return Open(options);
    }

    public static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var character in text)
        {
            secure.AppendChar(character);
        }

        return secure;
    }
}
