namespace TrainingApis.Sandbox.Data;

/// <summary>Chance that is the same each time: a number generator (SplitMix64) that starts from what it decides about.</summary>
internal struct Dice
{
    private ulong _state;

    public Dice(int seed, long about, string salt)
    {
        _state = Mix((ulong)seed * 0x9E3779B97F4A7C15UL + (ulong)about) ^ Hash(salt);
    }

    /// <summary>A number from 0 to below the limit.</summary>
    public int Next(int limit) => (int)((NextBits() >> 11) % (ulong)limit);

    /// <summary>A number from 0 to below 1.</summary>
    public double NextFraction() => (NextBits() >> 11) / (double)(1UL << 53);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => Next(times) == 0;

    public T Pick<T>(IReadOnlyList<T> among) => among[Next(among.Count)];

    public static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }

    public static ulong Hash(byte[] bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var one in bytes)
            hash = (hash ^ one) * 1099511628211UL;
        return hash;
    }

    private ulong NextBits() => Mix(_state += 0x9E3779B97F4A7C15UL);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
