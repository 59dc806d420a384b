namespace TrainingApis.Cmdlets.Changes;

/// <summary>Represents the change that one input object asks for, before it is sent.</summary>
/// <typeparam name="TResult">The type of its result.</typeparam>
/// <param name="Operation">The operation of its first request.</param>
/// <param name="Request">Its first request. Both make the journal's key.</param>
/// <param name="Steps">The requests that are sent, in order.</param>
internal sealed record Change<TResult>(Operation Operation, object Request, IReadOnlyList<ChangeStep<TResult>> Steps)
    where TResult : class
{
    /// <summary>Gets the operation and the request that follow the first one; null for a change of one request.</summary>
    public (Operation Operation, object Request)? Followed { get; init; }

    /// <summary>Gets what the change does, in words and by ids: <c>Register trainee CON-10 for session SES-1</c>.</summary>
    public string Description
    {
        get
        {
            var text = Operation.Describe(RequestMembers.Of(Request));
            if (Followed is { } then)
            {
                text += ", then " + then.Operation.Describe(RequestMembers.Of(then.Request));
            }

            return char.ToUpperInvariant(text[0]) + text[1..];
        }
    }

    /// <summary>Gets the members of the requests, for the journal's key.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Members => Named(Request, string.Empty)
        .Concat(Followed is { } then ? Named(then.Request, "then:") : []);

    /// <summary>Gets what is awaited once all changes are sent, such as the end of a deferral. It takes no part of -ThrottleLimit.</summary>
    public Func<TResult, CancellationToken, Task<TResult>>? Completion { get; init; }

    private static IEnumerable<KeyValuePair<string, object?>> Named(object request, string prefix) => RequestMembers.Of(request)
        .Select(member => KeyValuePair.Create(prefix + (member.IsInPath ? "path:" : string.Empty) + member.Name, member.Value));
}

/// <summary>Represents one request of a change. Most changes have one.</summary>
/// <typeparam name="TResult">The type of the change's result.</typeparam>
/// <param name="Name">The step's name in the journal.</param>
/// <param name="Send">Sends the request and gets the result, from the result of the steps before.</param>
/// <param name="Reference">Gets the vendor's id in the result, which the journal keeps.</param>
/// <param name="Replay">Gets the result of a step that an earlier run has sent, from the reference in the journal.</param>
/// <param name="Recover">Gets the result of a step that an earlier run left in doubt, or null where it did not happen. Null where that
/// cannot be found out.</param>
internal sealed record ChangeStep<TResult>(
    string Name,
    Func<TResult?, CancellationToken, Task<TResult>> Send,
    Func<TResult, string?> Reference,
    Func<TResult?, string?, CancellationToken, Task<TResult>> Replay,
    Func<TResult?, CancellationToken, Task<TResult?>>? Recover = null)
    where TResult : class;

/// <summary>What became of a change.</summary>
internal enum ChangeState
{
    /// <summary>Nothing was sent.</summary>
    NotSent,

    /// <summary>It was sent and succeeded.</summary>
    Succeeded,

    /// <summary>An earlier run had sent it.</summary>
    FromJournal,

    /// <summary>The vendor refused it, or it could not be sent.</summary>
    Rejected,

    /// <summary>It was sent and its outcome is unknown.</summary>
    InDoubt,
}

/// <summary>Represents the outcome of a change: a result, an error, or both where a part of it was done.</summary>
internal sealed record ChangeOutcome<TResult>(ChangeState State, TResult? Result, ApiException? Error)
    where TResult : class;

/// <summary>Creates changes.</summary>
internal static class Change
{
    /// <summary>Creates a change of one request.</summary>
    public static Change<TResult> Of<TResult>(
        Operation operation,
        object request,
        string step,
        Func<CancellationToken, Task<TResult>> send,
        Func<TResult, string?> reference,
        Func<string?, CancellationToken, Task<TResult>> replay)
        where TResult : class =>
        new(operation, request,
            [new(step, (_, cancellation) => send(cancellation), reference, (_, written, cancellation) => replay(written, cancellation))]);
}
