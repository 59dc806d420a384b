namespace TrainingApis.Cmdlets.Changes;

/// <summary>What became of a change: a result, an error, or both where a part of it was done.</summary>
internal sealed record ChangeOutcome<TResult>(TResult? Result, ApiException? Error)
    where TResult : class;
