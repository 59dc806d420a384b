namespace TrainingApis.Sandbox.Cegos;

/// <summary>What the vendor says to a change: done, with an id, or not done.</summary>
internal sealed class CegosOutcome
{
    private CegosOutcome(bool isSuccess, string reason, string? id) => (IsSuccess, Reason, Id) = (isSuccess, reason, id);

    public bool IsSuccess { get; }

    public string Code => IsSuccess ? "SUCCESS" : "ERROR";

    public string Reason { get; }

    public string? Id { get; }

    public static CegosOutcome Success(string reason, string? id = null) => new(true, reason, id);

    public static CegosOutcome Error(string reason) => new(false, reason, null);
}
