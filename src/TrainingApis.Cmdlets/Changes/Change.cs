namespace TrainingApis.Cmdlets.Changes;

/// <summary>Represents the change for one input object, before it is sent.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
/// <param name="Requests">The requests in order, as far as they are known in advance. The journal key is computed from them.</param>
/// <param name="Steps">The steps that send the change, in order.</param>
internal sealed record Change<TResult>(IReadOnlyList<ChangeRequest> Requests, IReadOnlyList<ChangeStep<TResult>> Steps)
    where TResult : class
{
    public Operation Operation => Requests[0].Operation;

    /// <summary>Gets a description of the change with its IDs: <c>Register trainee CON-10 for session SES-1</c>.</summary>
    public string Description
    {
        get
        {
            var text = string.Join(", then ", Requests.Select(request => request.Operation.Describe(request.Members)));
            return char.ToUpperInvariant(text[0]) + text[1..];
        }
    }

    /// <summary>Creates the error for a change that an earlier run sent and whose outcome is unknown.</summary>
    public ApiException CreateInDoubtError() => new(
        ApiErrorKind.InDoubt,
        $"{Description}: an earlier run sent this and its outcome is unknown. "
            + $"Check it in {Operation.Service}, then run again with -RetryInDoubt to send it again.")
    {
        Api = Operation.Service,
        Operation = Operation.Name,
    };

    /// <summary>
    /// Gets the function to await after all changes are sent, such as the wait for the end of a deferral. It does not count for
    /// -ThrottleLimit.
    /// </summary>
    public Func<TResult, CancellationToken, Task<TResult>>? Completion { get; init; }

    /// <summary>
    /// Gets the function that determines from the names of the succeeded steps whether the change is complete; null if all steps are
    /// required.
    /// </summary>
    public Func<IReadOnlyCollection<string>, bool>? IsComplete { get; init; }

    /// <summary>
    /// Gets the function that describes the change for -WhatIf. It reads the data on which the change depends, and receives the names of
    /// the steps that an earlier run started. Null if the requests describe the change.
    /// </summary>
    public Func<IReadOnlyCollection<string>, CancellationToken, Task<string>>? Preview { get; init; }
}

/// <summary>Represents a request of a change.</summary>
/// <param name="operation">The operation.</param>
/// <param name="request">The request, whose properties have a <see cref="WireNameAttribute"/>.</param>
internal sealed class ChangeRequest(Operation operation, object request)
{
    public Operation Operation { get; } = operation;

    /// <summary>Gets the members of the request as they are sent.</summary>
    public IReadOnlyList<RequestMember> Members { get; } = RequestMembers.Of(request);
}

/// <summary>Represents one step of a change, which sends one request. Most changes have one step.</summary>
/// <typeparam name="TResult">The type of the result of the change.</typeparam>
/// <param name="Name">The name of the step in the journal.</param>
/// <param name="Send">Sends the request and returns the result. Receives the result of the previous steps.</param>
/// <param name="Reference">Gets the ID at the vendor from the result, for the journal.</param>
/// <param name="Replay">Gets the result of a step that an earlier run sent, from the reference in the journal.</param>
/// <param name="Recover">Gets the result of a step that an earlier run left in doubt, or null if the step did not happen. The function is
/// null if this cannot be determined.</param>
internal sealed record ChangeStep<TResult>(
    string Name,
    Func<TResult?, CancellationToken, Task<TResult>> Send,
    Func<TResult, string?> Reference,
    Func<TResult?, string?, CancellationToken, Task<TResult>> Replay,
    Func<TResult?, CancellationToken, Task<TResult?>>? Recover = null)
    where TResult : class
{
    /// <summary>
    /// Gets the function that reads data and decides whether the step is sent, before the step is written to the journal. It receives the
    /// result of the previous steps and the names of the steps that an earlier run started. It returns the result if nothing has to be
    /// sent, and null if the step is to be sent. The function is null if the step is always sent.
    /// </summary>
    public Func<TResult?, IReadOnlyCollection<string>, CancellationToken, Task<TResult?>>? Prepare { get; init; }

    /// <summary>Gets whether the step only prepares the next steps. Its result is not part of the output if they fail.</summary>
    public bool IsPreparatory { get; init; }
}

/// <summary>Specifies the outcome of a change.</summary>
internal enum ChangeState
{
    /// <summary>Nothing was sent.</summary>
    NotSent,

    /// <summary>The change was sent and succeeded.</summary>
    Succeeded,

    /// <summary>An earlier run sent the change.</summary>
    FromJournal,

    /// <summary>The vendor refused the change, or it could not be sent.</summary>
    Rejected,

    /// <summary>The change was sent, and its outcome is unknown.</summary>
    InDoubt,

    /// <summary>The vendor already has the change, so nothing had to be sent.</summary>
    NotNeeded,
}

/// <summary>Represents the outcome of a change: a result, an error, or both if only a part succeeded.</summary>
internal sealed record ChangeOutcome<TResult>(ChangeState State, TResult? Result, ApiException? Error)
    where TResult : class;

/// <summary>Creates changes with one request.</summary>
internal static class Change
{
    /// <summary>Creates a change whose result is read again if an earlier run sent the change.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request, whose properties have a <see cref="WireNameAttribute"/>.</param>
    /// <param name="step">The name of the step in the journal.</param>
    /// <param name="send">Sends the request.</param>
    /// <param name="reference">Gets the ID at the vendor from the result, for the journal.</param>
    /// <param name="replay">Gets the result from the reference in the journal.</param>
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

    /// <summary>Creates a change whose result can be created from the reference in the journal.</summary>
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
