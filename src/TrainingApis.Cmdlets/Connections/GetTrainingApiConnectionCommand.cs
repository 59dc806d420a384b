namespace TrainingApis.Cmdlets.Connections;

/// <summary>Shows this runspace's connections, the current one of each API last.</summary>
[Cmdlet(VerbsCommon.Get, "TrainingApiConnection")]
[OutputType(typeof(Connection))]
public sealed class GetTrainingApiConnectionCommand : ApiCmdlet
{
    /// <summary>Gets or sets the only those to these APIs.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public ApiService[]? Service { get; set; }

    private protected override Task ProcessAsync()
    {
        foreach (var connection in ConnectionTable.ForCurrentRunspace.Of(Service).ToArray())
        {
            WriteObject(connection);
        }

        return Task.CompletedTask;
    }
}
