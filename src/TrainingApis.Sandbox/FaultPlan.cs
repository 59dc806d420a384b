using System.Collections.Concurrent;
using TrainingApis.Sandbox.Data;

namespace TrainingApis.Sandbox;

/// <summary>
/// Decides from the seed which requests meet a fault. A request is known by its verb, target and body: its first tries may
/// fail, at most two, the thirty that follow never do. That holds however many callers ask the same thing at once.
/// </summary>
internal sealed class FaultPlan
{
    private const int Round = 32;
    private static readonly FaultKind[] OnReads = Enum.GetValues(typeof(FaultKind)).Cast<FaultKind>().Skip(1).ToArray();
    private static readonly FaultKind[] OnChanges = { FaultKind.TooManyRequests, FaultKind.Unavailable };
    private readonly ConcurrentDictionary<ulong, int> _asked = new();
    private readonly int _seed;

    public FaultPlan(int seed) => _seed = seed;

    /// <summary>The fault of this try, and how many seconds its answer asks to wait.</summary>
    public (FaultKind Kind, int RetryAfter) Next(string method, string target, byte[] body, double rate)
    {
        if (rate <= 0)
            return (FaultKind.None, 0);
        var key = Dice.Hash(method + " " + target) ^ Dice.Hash(body);
        var asked = _asked.AddOrUpdate(key, 1, (_, before) => before + 1) - 1;
        var dice = new Dice(_seed, (long)key, "fault " + asked / Round);
        var faults = dice.NextFraction() >= rate ? 0 : dice.NextFraction() >= rate ? 1 : 2;
        if (asked % Round >= faults)
            return (FaultKind.None, 0);
        dice = new Dice(_seed, (long)key, "kind " + asked);
        return (dice.Pick(method == "GET" ? OnReads : OnChanges), dice.OneIn(4) ? 1 : 0);
    }

    public void Forget() => _asked.Clear();
}
