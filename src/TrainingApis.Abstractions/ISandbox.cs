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

/// <summary>Represents the options of the in-memory sandbox: its data and its behaviour.</summary>
public sealed class SandboxOptions
{
    /// <summary>How many products the Cegos catalogue holds. Default 1247.</summary>
    public int ProductCount { get; set; } = 1247;

    /// <summary>How many sessions the Cegos catalogue holds. Default 2847.</summary>
    public int SessionCount { get; set; } = 2847;

    /// <summary>Gets or sets the minimum time of each response.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How many of the requests meet a fault that a retry survives (0 to 1), at most two in a row for one request.</summary>
    public double FaultRate { get; set; }

    /// <summary>The number that all data and faults are generated from: same seed, same sandbox.</summary>
    public int Seed { get; set; } = 20260115;
}
