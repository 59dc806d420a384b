using TrainingApis.Cegos;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;

namespace TrainingApis;

/// <summary>Represents the vendors' APIs in memory, without a network and an account. State lives as long as the object.</summary>
public interface ISandbox
{
    /// <summary>Options that open a connection to the sandbox's Cegos, with an account that it knows.</summary>
    CegosOptions CreateCegosOptions();

    /// <summary>Options that open a connection to the sandbox's conferences, with an account that it knows.</summary>
    ConferenceOptions CreateConferenceOptions();

    /// <summary>Options that open a connection to the sandbox's Loop, with an account and a domain that it knows.</summary>
    LoopOptions CreateLoopOptions();

    /// <summary>Options that open a connection to the sandbox's Resamania, with an account that it knows and one that may act as a
    /// contact.</summary>
    ResamaniaOptions CreateResamaniaOptions();
}
