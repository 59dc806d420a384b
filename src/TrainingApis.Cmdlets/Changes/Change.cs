namespace TrainingApis.Cmdlets.Changes;

/// <summary>One row's change, described but not yet made.</summary>
/// <typeparam name="TResult">What it comes out as.</typeparam>
internal sealed class Change<TResult>
    where TResult : class
{
    /// <summary>What it is done to, by ids: what -WhatIf and -Confirm show.</summary>
    public required string Subject { get; init; }

    /// <summary>What is done, in a few words.</summary>
    public required string Action { get; init; }

    /// <summary>Everything that makes it this change and no other, by name; null where not given.</summary>
    public required IReadOnlyList<KeyValuePair<string, object?>> Fields { get; init; }

    /// <summary>Its requests, in order.</summary>
    public required IReadOnlyList<ChangeStep<TResult>> Steps { get; init; }

    /// <summary>What is waited for once all is sent (a deferral's end, say). It holds no slot of -ThrottleLimit.</summary>
    public Func<TResult, CancellationToken, Task<TResult>>? Completion { get; init; }

    /// <summary>The same change, with something to wait for, or with nothing.</summary>
    public Change<TResult> WithCompletion(Func<TResult, CancellationToken, Task<TResult>>? afterwards) =>
        new() { Subject = Subject, Action = Action, Fields = Fields, Steps = Steps, Completion = afterwards };
}

/// <summary>Makes the usual change: one request.</summary>
internal static class Change
{
    public static Change<TResult> Of<TResult>(
        string action,
        string subject,
        IReadOnlyList<KeyValuePair<string, object?>> fields,
        string step,
        Func<CancellationToken, Task<TResult>> send,
        Func<TResult, string?> reference,
        Func<string?, CancellationToken, Task<TResult>> replay)
        where TResult : class => new()
        {
            Subject = subject,
            Action = action,
            Fields = fields,
            Steps = [new ChangeStep<TResult>(step, (_, cancellation) => send(cancellation), reference, (_, written, cancellation) =>
                replay(written, cancellation))],
        };

    /// <summary>All properties of a request, in their order.</summary>
    public static IReadOnlyList<KeyValuePair<string, object?>> FieldsOf(object request) =>
        request.GetType().GetProperties().Select(property => KeyValuePair.Create(property.Name, property.GetValue(request))).ToArray();
}
