using TrainingApis.Cegos;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;

namespace TrainingApis;

/// <summary>Provides connections to the APIs. Opening a connection sends no request.</summary>
public interface IClientHost
{
    /// <summary>Opens a connection to Cegos.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: an address, a route or a number is invalid.</exception>
    ICegosApi OpenCegos(CegosOptions options);

    /// <summary>Opens a connection to Agendize.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: an address, a credential, a route or a number is
    /// invalid.</exception>
    IConferenceApi OpenConference(ConferenceOptions options);

    /// <summary>Opens a connection to Cegid Loop.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: an address, a key, a route or a number is
    /// invalid.</exception>
    ILoopApi OpenLoop(LoopOptions options);

    /// <summary>Opens a connection to Resamania.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: an address, an ID, a route or a number is
    /// invalid.</exception>
    IResamaniaApi OpenResamania(ResamaniaOptions options);
}
