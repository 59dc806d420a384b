namespace TrainingApis.Sandbox.Cegos;

/// <summary>
/// Which code the product at a place has, and back, by arithmetic: nothing is stored, however many products there are.
/// Codes jump about as real ones do; the first two are the documents' own, 61072 and 38. In every eight places the last is
/// the first one's edition of the year after.
/// </summary>
internal sealed class ProductNumbers
{
    private const int FirstYear = 2025;
    private const int Prime = 99991;
    private const int Step = 38957;
    private const int Start = 61071;
    private const int GroupsPerLap = Prime / 7;
    private const int PlacesPerLap = GroupsPerLap * 8;
    private static readonly long Inverse = Power(Step, Prime - 2);

    public ProductNumbers(int count) => Count = Math.Max(0, count);

    public int Count { get; }

    public ProductKey At(int index)
    {
        var lap = index / PlacesPerLap;
        var (group, slot) = (index % PlacesPerLap / 8, index % 8);
        var code = (int)(1 + (((long)Step * ((group * 7) + (slot % 7)) + Start) % Prime));
        return new ProductKey(index, FirstYear + (2 * lap) + YearBit(slot, code), code);
    }

    /// <summary>The product of that year and code; null where the catalogue has none.</summary>
    public ProductKey? Find(int year, int code)
    {
        if (code < 1 || code > Prime || year < FirstYear)
            return null;
        var (lap, bit) = ((year - FirstYear) / 2, (year - FirstYear) % 2);
        var number = (int)(Inverse * ((code - 1 - Start + Prime) % Prime) % Prime);
        var slot = number % 7 == 0 && bit == 1 ? 7 : number % 7;
        var index = ((long)lap * PlacesPerLap) + ((number / 7) * 8) + slot;
        return number / 7 < GroupsPerLap && index < Count && YearBit(slot, code) == bit ? At((int)index) : (ProductKey?)null;
    }

    /// <summary>The product of a code as products write it; the sessions' form of it is not one.</summary>
    public ProductKey? Find(string yearlyCode) =>
        yearlyCode.Length == 9 && yearlyCode.All(letter => letter is >= '0' and <= '9')
            ? Find(int.Parse(yearlyCode[..4]), int.Parse(yearlyCode[4..]))
            : null;

    private static int YearBit(int slot, int code) => slot switch
    {
        0 => 0,
        7 => 1,
        _ => code % 4 == 1 ? 1 : 0,
    };

    private static long Power(long value, int exponent)
    {
        var result = 1L;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1)
                result = result * value % Prime;
            value = value * value % Prime;
        }

        return result;
    }
}
