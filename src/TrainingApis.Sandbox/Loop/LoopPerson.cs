namespace TrainingApis.Sandbox.Loop;

/// <summary>One of the firm's own people.</summary>
internal sealed class LoopPerson
{
    public LoopPerson(string account, Guid id) => (Account, Id) = (account, id);

    public string Account { get; }

    public Guid Id { get; }
}
