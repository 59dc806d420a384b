using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using TrainingApis.Cmdlets.Connections;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>Represents the network handler of the module with the addresses and trusted certificate of a test.</summary>
internal sealed class TestNetworkHandler(NetworkSettings settings, NetworkLimits? limits = null) : NetworkHandler(settings, limits)
{
    /// <summary>Gets the addresses of every host; null to use DNS.</summary>
    public IPAddress[]? Addresses { get; init; }

    /// <summary>Gets an address that never responds.</summary>
    public IPAddress? Unresponsive { get; init; }

    /// <summary>Gets a certificate that is accepted without validation.</summary>
    public X509Certificate2? Trusted { get; init; }

    private protected override Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Addresses is null ? base.ResolveAsync(host, cancellationToken)
            : Addresses.Length == 0 ? throw new SocketException((int)SocketError.HostNotFound)
            : Task.FromResult(Addresses);

    private protected override async Task<Socket> ConnectAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        if (address.Address.Equals(Unresponsive))
        {
            await Task.Delay(-1, cancellationToken);
        }

        return await base.ConnectAsync(address, cancellationToken);
    }

    private protected override bool Accepts(X509Certificate? certificate) => Trusted is not null && Trusted.Equals(certificate);
}
