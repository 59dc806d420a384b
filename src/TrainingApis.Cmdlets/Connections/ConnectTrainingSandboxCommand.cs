using TrainingApis.Cmdlets.Loading;

namespace TrainingApis.Cmdlets.Connections;

/// <summary>Connects to all vendors at once, in memory: no network, no account.</summary>
[Cmdlet(VerbsCommunications.Connect, "TrainingSandbox")]
[OutputType(typeof(Connection))]
public sealed class ConnectTrainingSandboxCommand : ApiCmdlet
{
    private readonly SandboxOptions _options = new();

    /// <summary>How many products the Cegos catalogue holds.</summary>
    [Parameter]
    [ValidateRange(0, 10_000_000)]
    public int ProductCount { get => _options.ProductCount; set => _options.ProductCount = value; }

    /// <summary>How many sessions it holds.</summary>
    [Parameter]
    [ValidateRange(0, 10_000_000)]
    public int SessionCount { get => _options.SessionCount; set => _options.SessionCount = value; }

    /// <summary>Gets or sets the time of each response, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    public int Latency { get; set; }

    /// <summary>How many of the requests meet a fault that a retry survives, from 0 (none) to 1.</summary>
    [Parameter]
    [ValidateRange(0d, 1d)]
    public double FaultRate { get => _options.FaultRate; set => _options.FaultRate = value; }

    /// <summary>The number that all data is generated from: the same seed gives the same data.</summary>
    [Parameter]
    public int Seed { get => _options.Seed; set => _options.Seed = value; }

    /// <summary>Emits the connections.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // Its accounts are its own, so nothing is proved here: a token is asked for by the first call that needs it.
    private protected override Task BeginAsync()
    {
        _options.Latency = TimeSpan.FromMilliseconds(Latency);
        var sandbox = IsolatedAssemblies.CreateSandbox(_options);
        var host = IsolatedAssemblies.ClientHost;
        IApi[] apis =
        [
            host.OpenCegos(Named(sandbox.CreateCegosOptions())),
            host.OpenConference(Named(sandbox.CreateConferenceOptions())),
            host.OpenLoop(Named(sandbox.CreateLoopOptions())),
            host.OpenResamania(Named(sandbox.CreateResamaniaOptions())),
        ];
        foreach (var api in apis)
        {
            var connection = new Connection(api);
            ConnectionTable.ForCurrentRunspace.Add(connection);
            if (PassThru)
            {
                WriteObject(connection);
            }
        }

        return Task.CompletedTask;
    }

    private static T Named<T>(T options)
        where T : ConnectionOptions
    {
        options.Name = "Sandbox";
        return options;
    }
}
