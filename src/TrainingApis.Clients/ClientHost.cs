using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;
using TrainingApis.Clients.Conferences;
using TrainingApis.Clients.Loop;
using TrainingApis.Clients.Resamania;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;

namespace TrainingApis.Clients;

/// <summary>
/// Provides connections to the APIs of the vendors, and is the only entry to the clients. It has no state: each connection has its own
/// credentials, tokens and limits.
/// </summary>
public sealed class ClientHost : IClientHost
{
    private readonly TimeProvider _time;

    /// <summary>Creates a host.</summary>
    public ClientHost() : this(TimeProvider.System) { }

    internal ClientHost(TimeProvider time) => _time = time;

    /// <inheritdoc/>
    public ICegosApi OpenCegos(CegosOptions options) => new CegosApi(options, _time);

    /// <inheritdoc/>
    public IConferenceApi OpenConference(ConferenceOptions options) => new ConferenceApi(options, _time);

    /// <inheritdoc/>
    public ILoopApi OpenLoop(LoopOptions options) => new LoopApi(options, _time);

    /// <inheritdoc/>
    public IResamaniaApi OpenResamania(ResamaniaOptions options) => new ResamaniaApi(options, _time);
}
