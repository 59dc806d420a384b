using TrainingApis.Cegos;
using TrainingApis.Conferences;

namespace TrainingApis;

/// <summary>The vendors' APIs in memory: no network, no account. State lives as long as the object.</summary>
public interface ISandbox
{
    /// <summary>Options that open a connection to the sandbox's Cegos, with an account that it knows.</summary>
    CegosOptions CreateCegosOptions();

    /// <summary>Options that open a connection to the sandbox's conferences, with an account that it knows.</summary>
    ConferenceOptions CreateConferenceOptions();
}
