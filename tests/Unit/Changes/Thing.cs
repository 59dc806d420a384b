using System.Collections.Concurrent;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Cmdlets.Journal;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Represents the result of a change.</summary>
/// <param name="Id">The vendor's id.</param>
/// <param name="From">The source of the result: <c>sent</c>, <c>replayed</c>, <c>recovered</c> or <c>completed</c>.</param>
internal sealed record Thing(string? Id, string From)
{
    public static Thing Sent(string id) => new(id, "sent");
}

/// <summary>Represents a step whose outcome is set by the test. Records its calls.</summary>
internal sealed class FakeStep(string name, Func<CancellationToken, Task<Thing>> send)
{
    /// <summary>Gets the calls of the step, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Gets the results of the previous steps that were passed to the step.</summary>
    public List<Thing?> Before { get; } = [];

    /// <summary>Gets or sets the function that finds the result of a step in doubt; null if it cannot be found.</summary>
    public Func<Task<Thing?>>? Recover { get; set; }

    /// <summary>Gets or sets the function that gets the result of a step sent by an earlier run.</summary>
    public Func<string?, Task<Thing>> Replay { get; set; } = reference => Task.FromResult(new Thing(reference, "replayed"));

    /// <summary>Gets or sets the function that prepares the step, given the steps started by an earlier run; null to send it.</summary>
    public Func<IReadOnlyCollection<string>, Task<Thing?>>? Prepare { get; set; }

    /// <summary>Gets or sets whether the step only prepares the next ones.</summary>
    public bool IsPreparatory { get; set; }

    /// <summary>Gets the step.</summary>
    public ChangeStep<Thing> Step => new(
        name,
        (before, cancellation) => Call("send", before, () => send(cancellation)),
        thing => thing.Id,
        (before, reference, _) => Call("replay", before, () => Replay(reference)),
        Recover is null ? null : (before, _) => Call("recover", before, Recover))
    {
        Prepare = Prepare is null ? null : (before, begun, _) => Call("prepare", before, () => Prepare(begun)),
        IsPreparatory = IsPreparatory,
    };

    public static FakeStep Succeeding(string id, string name = "create") => new(name, _ => Task.FromResult(Thing.Sent(id)));

    public static FakeStep Failing(ApiErrorKind kind, string name = "create") =>
        new(name, _ => throw new ApiException(kind, "The vendor's response."));

    public static Change<Thing> ChangeOf(params FakeStep[] steps) => new(
        [new(CegosOperations.CreateLead, new NewLead { CompanyName = "Acme" })], [.. steps.Select(step => step.Step)]);

    private T Call<T>(string what, Thing? before, Func<T> call)
    {
        Calls.Enqueue(what);
        Before.Add(before);
        return call();
    }
}

/// <summary>Creates the journal of an earlier run.</summary>
internal static class EarlierRun
{
    public static readonly ChangeId Id = new("New-CegosLead", new string('a', 64), 1, 7);

    public static JournalLine Line(string step, JournalState state, string? reference = null) =>
        new(DateTimeOffset.UnixEpoch, Id.Command, step, Id.Row, Id.Key, Id.Occurrence, state, reference, null);

    /// <summary>Opens a journal with the given lines.</summary>
    public static ChangeJournal Open(string path, params JournalLine[] lines)
    {
        File.WriteAllBytes(path, [.. lines.SelectMany(line => line.ToBytes())]);
        return ChangeJournal.Open(path);
    }

    /// <summary>Gets the states of a journal's lines, as <c>create Started</c>.</summary>
    public static IEnumerable<string> StatesOf(string path) => JournalReader.Read(path)
        .Select(line => $"{line.Step} {line.State} {line.Reference} {line.Error}".Replace("  ", " ").TrimEnd());
}
