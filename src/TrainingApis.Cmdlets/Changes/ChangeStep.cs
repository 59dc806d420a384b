namespace TrainingApis.Cmdlets.Changes;

/// <summary>One request of a change. Most changes have one; the journal knows each by its name.</summary>
/// <typeparam name="TResult">What the change comes out as.</typeparam>
/// <param name="Name">The step's name in the journal.</param>
/// <param name="Send">Sends it: from the result of the steps before to the result with this one done.</param>
/// <param name="Reference">The vendor's id to write down of that result.</param>
/// <param name="Replay">The same result where an earlier run has sent it: from the reference written down then.</param>
/// <param name="Recover">Where an earlier run left it in doubt and it is to be sent again: the result where it did happen, null where it
/// did not. Null for a step that cannot tell.</param>
internal sealed record ChangeStep<TResult>(
    string Name,
    Func<TResult?, CancellationToken, Task<TResult>> Send,
    Func<TResult, string?> Reference,
    Func<TResult?, string?, CancellationToken, Task<TResult>> Replay,
    Func<TResult?, CancellationToken, Task<TResult?>>? Recover = null)
    where TResult : class;
