using TrainingApis.Cmdlets.Loading;

namespace TrainingApis.Cmdlets.Connections;

/// <summary>Connects to a sandbox that simulates all vendors in memory, without a network or an account.</summary>
[Cmdlet(VerbsCommunications.Connect, "TrainingSandbox")]
[OutputType(typeof(Connection))]
public sealed class ConnectTrainingSandboxCommand : ApiCmdlet
{
    private readonly SandboxOptions _options = new();

    /// <summary>Gets or sets the number of products in the Cegos catalogue.</summary>
    [Parameter]
    [ValidateRange(0, 10_000_000)]
    public int ProductCount { get => _options.ProductCount; set => _options.ProductCount = value; }

    /// <summary>Gets or sets the number of sessions in the Cegos catalogue.</summary>
    [Parameter]
    [ValidateRange(0, 10_000_000)]
    public int SessionCount { get => _options.SessionCount; set => _options.SessionCount = value; }

    /// <summary>Gets or sets the minimum time of each response, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    public int Latency { get; set; }

    /// <summary>Gets or sets the share of requests that fail in such a way that a retry succeeds, from 0 (none) to 1.</summary>
    [Parameter]
    [ValidateRange(0d, 1d)]
    public double FaultRate { get => _options.FaultRate; set => _options.FaultRate = value; }

    /// <summary>Gets or sets the seed of all generated data. The same seed produces the same data.</summary>
    [Parameter]
    public int Seed { get => _options.Seed; set => _options.Seed = value; }

    /// <summary>Gets or sets whether the command emits the connections.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // The sandbox creates its own accounts, so no credentials are tested here. The first request that needs a token requests it.
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
