namespace TrainingApis.Sandbox.Loop;

/// <summary>A request that the service carried out.</summary>
internal sealed class LoopChange
{
    public LoopChange(LoopOperation operation, string domain, LoopGiven given) => (Operation, Domain, Given) = (operation, domain, given);

    public LoopOperation Operation { get; }

    public string Domain { get; }

    public LoopGiven Given { get; }
}
