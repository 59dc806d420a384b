using TrainingApis.Cegos;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;

namespace TrainingApis;

/// <summary>
/// Represents the APIs of the vendors in memory, without a network or an account. The data is kept as long as the object exists.
/// </summary>
public interface ISandbox
{
    /// <summary>Creates the options of a connection to Cegos in the sandbox, with an existing account.</summary>
    CegosOptions CreateCegosOptions();

    /// <summary>Creates the options of a connection to Agendize in the sandbox, with an existing account.</summary>
    ConferenceOptions CreateConferenceOptions();

    /// <summary>Creates the options of a connection to Loop in the sandbox, with an existing account and domain.</summary>
    LoopOptions CreateLoopOptions();

    /// <summary>
    /// Creates the options of a connection to Resamania in the sandbox, with an existing account and an account that may act as a contact.
    /// </summary>
    ResamaniaOptions CreateResamaniaOptions();
}

/// <summary>Represents the options of the in-memory sandbox, for its data and its behaviour.</summary>
public sealed class SandboxOptions
{
    /// <summary>Gets or sets the number of products in the Cegos catalogue. The default is 1247.</summary>
    public int ProductCount { get; set; } = 1247;

    /// <summary>Gets or sets the number of sessions in the Cegos catalogue. The default is 2847.</summary>
    public int SessionCount { get; set; } = 2847;

    /// <summary>Gets or sets the minimum duration of each response.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>
    /// Gets or sets the fraction of requests (0 to 1) with a fault that a retry can resolve, at most two in a row for one request.
    /// </summary>
    public double FaultRate { get; set; }

    /// <summary>Gets or sets the seed for all data and faults. The same seed creates the same sandbox.</summary>
    public int Seed { get; set; } = 20260115;
}
