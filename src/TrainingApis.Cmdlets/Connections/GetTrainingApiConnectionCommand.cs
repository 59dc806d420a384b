namespace TrainingApis.Cmdlets.Connections;

/// <summary>Gets the connections of this runspace. The current connection of each API is the last one.</summary>
[Cmdlet(VerbsCommon.Get, "TrainingApiConnection")]
[OutputType(typeof(Connection))]
public sealed class GetTrainingApiConnectionCommand : ApiCmdlet
{
    /// <summary>Gets or sets the APIs whose connections are returned; null for all.</summary>
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
