using System.Collections.Concurrent;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The seats that registrations in this sandbox have taken, by the session's place.</summary>
internal sealed class CegosSeats
{
    private readonly ConcurrentDictionary<int, int> _taken = new();

    public int TakenIn(int session) => _taken.TryGetValue(session, out var taken) ? taken : 0;

    public void Change(int session, int by) => _taken.AddOrUpdate(session, by, (_, before) => before + by);

    public void Reset() => _taken.Clear();
}
