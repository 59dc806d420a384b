namespace TrainingApis.Sandbox.Server;

/// <summary>
/// Represents a pseudo-random number generator (SplitMix64) that is seeded with a seed, an index and a purpose, so that the same seed
/// creates the same sample data and the same faults, whatever the order of the requests.
/// </summary>
internal sealed class SeededRandom(int seed, long index, string purpose)
{
    private ulong _state = Mix(((ulong)seed * 0x9E3779B97F4A7C15UL) + (ulong)index) ^ Hash(purpose);

    /// <summary>Gets a stable hash of a text, unlike <see cref="string.GetHashCode()"/>.</summary>
    public static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>Gets a number from 0 to the limit, without the limit.</summary>
    public int Next(int limit) => (int)((NextBits() >> 11) % (ulong)limit);

    /// <summary>Gets a number from 0 to 1, without 1.</summary>
    public double NextFraction() => (NextBits() >> 11) / (double)(1UL << 53);

    /// <summary>Gets true with a probability of one divided by the count.</summary>
    public bool OneIn(int count) => Next(count) == 0;

    /// <summary>Gets a random item.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }
}
