namespace TrainingApis.Cmdlets.Changes;

/// <summary>Represents the change that one input object asks for, before it is sent.</summary>
/// <typeparam name="TResult">The type of its result.</typeparam>
/// <param name="Requests">What is sent, in order, as far as it is known beforehand. It makes the journal's key.</param>
/// <param name="Steps">How it is sent, in order.</param>
internal sealed record Change<TResult>(IReadOnlyList<ChangeRequest> Requests, IReadOnlyList<ChangeStep<TResult>> Steps)
    where TResult : class
{
    public Operation Operation => Requests[0].Operation;

    /// <summary>Gets what the change does, in words and by ids: <c>Register trainee CON-10 for session SES-1</c>.</summary>
    public string Description
    {
        get
        {
            var text = string.Join(", then ", Requests.Select(request => request.Operation.Describe(request.Members)));
            return char.ToUpperInvariant(text[0]) + text[1..];
        }
    }

    /// <summary>Creates the error of a change that an earlier run sent without learning its outcome.</summary>
    public ApiException CreateInDoubtError() => new(
        ApiErrorKind.InDoubt,
        $"{Description}: an earlier run sent this and its outcome is unknown. "
            + $"Check it in {Operation.Service}, then run again with -RetryInDoubt to send it again.")
    {
        Api = Operation.Service,
        Operation = Operation.Name,
    };

    /// <summary>Gets what is awaited once all changes are sent, such as the end of a deferral. It takes no part of
    /// -ThrottleLimit.</summary>
    public Func<TResult, CancellationToken, Task<TResult>>? Completion { get; init; }

    /// <summary>Gets what tells from the names of the steps that succeeded whether all is sent; null where that takes every step.</summary>
    public Func<IReadOnlyCollection<string>, bool>? IsComplete { get; init; }

    /// <summary>Gets what describes the change for -WhatIf after reading what it depends on, from the names of the steps that an earlier
    /// run began; null where the requests describe it.</summary>
    public Func<IReadOnlyCollection<string>, CancellationToken, Task<string>>? Preview { get; init; }
}

/// <summary>Represents a request of a change.</summary>
/// <param name="operation">Its operation.</param>
/// <param name="request">The request; its properties have a <see cref="WireNameAttribute"/>.</param>
internal sealed class ChangeRequest(Operation operation, object request)
{
    public Operation Operation { get; } = operation;

    /// <summary>Gets its members as they are sent.</summary>
    public IReadOnlyList<RequestMember> Members { get; } = RequestMembers.Of(request);
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
    where TResult : class
{
    /// <summary>Gets what decides whether the step is sent, by reading, before it is journaled. It takes the result of the steps before and
    /// the names of the steps that an earlier run began. It gets the result where nothing has to be sent, and null where the step is
    /// sent. Null where the step is always sent.</summary>
    public Func<TResult?, IReadOnlyCollection<string>, CancellationToken, Task<TResult?>>? Prepare { get; init; }

    /// <summary>Gets whether the step only prepares the next ones: its result does not come out where they fail.</summary>
    public bool IsPreparatory { get; init; }
}

/// <summary>Specifies the outcome of a change.</summary>
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

    /// <summary>The vendor holds it already, so that nothing had to be sent.</summary>
    NotNeeded,
}

/// <summary>Represents the outcome of a change: a result, an error, or both where a part of it was done.</summary>
internal sealed record ChangeOutcome<TResult>(ChangeState State, TResult? Result, ApiException? Error)
    where TResult : class;

/// <summary>Creates changes of one request.</summary>
internal static class Change
{
    /// <summary>Creates a change whose result is read again where an earlier run has sent it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request; its properties have a <see cref="WireNameAttribute"/>.</param>
    /// <param name="step">The step's name in the journal.</param>
    /// <param name="send">Sends the request.</param>
    /// <param name="reference">Gets the vendor's id in the result, which the journal keeps.</param>
    /// <param name="replay">Reads the result from the reference in the journal.</param>
    public static Change<TResult> Of<TRequest, TResult>(
        Operation operation,
        TRequest request,
        string step,
        Func<TRequest, CancellationToken, Task<TResult>> send,
        Func<TResult, string?> reference,
        Func<string?, CancellationToken, Task<TResult>> replay)
        where TRequest : class
        where TResult : class => new(
            [new(operation, request)],
            [
                new(step, (_, cancellation) => send(request, cancellation), reference,
                    (_, written, cancellation) => replay(written, cancellation)),
            ]);

    /// <summary>Creates a change whose result is known from the reference in the journal.</summary>
    public static Change<TResult> Of<TRequest, TResult>(
        Operation operation,
        TRequest request,
        string step,
        Func<TRequest, CancellationToken, Task<TResult>> send,
        Func<TResult, string?> reference,
        Func<string?, TResult> replay)
        where TRequest : class
        where TResult : class =>
        Of(operation, request, step, send, reference, (written, _) => Task.FromResult(replay(written)));
}
