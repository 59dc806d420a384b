namespace TrainingApis.Cmdlets.Connections;

/// <summary>
/// Closes connections and removes their secrets from memory: the specified connections, those of an API, or all connections of this
/// runspace.
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "TrainingApi", DefaultParameterSetName = "Service")]
[OutputType(typeof(void))]
public sealed class DisconnectTrainingApiCommand : ApiCmdlet
{
    /// <summary>Gets or sets the APIs whose connections are closed; null for all.</summary>
    [Parameter(Position = 0, ParameterSetName = "Service")]
    [ValidateNotNullOrEmpty]
    public ApiService[]? Service { get; set; }

    /// <summary>Gets or sets the connections to close, as objects or by name.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Connection")]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    [ValidateNotNullOrEmpty]
    public ConnectionReference[] Connection { get; set; } = [];

    private protected override Task ProcessAsync()
    {
        var table = ConnectionTable.ForCurrentRunspace;
        var closing = ParameterSetName == "Connection"
            ? Connection.SelectMany(reference => reference.Meant())
            : table.Of(Service);
        foreach (var connection in closing.ToArray())
        {
            table.Close(connection);
        }

        return Task.CompletedTask;
    }
}
