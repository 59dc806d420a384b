using TrainingApis.Sandbox.Cegos;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>
/// Which product and number the session at a place has, and back, by arithmetic. Every fifth product has no session; those
/// of one product lie far apart in the list.
/// </summary>
internal sealed class SessionNumbers
{
    private readonly int _seed;
    private readonly ProductNumbers _products;
    private readonly int _productsWithSessions;

    public SessionNumbers(int seed, ProductNumbers products, int count)
    {
        (_seed, _products) = (seed, products);
        _productsWithSessions = products.Count - (products.Count / 5);
        Count = _productsWithSessions == 0 ? 0 : Math.Max(0, count);
    }

    public int Count { get; }

    public SessionFacts At(int index)
    {
        var place = index % _productsWithSessions;
        var product = _products.At((place / 4 * 5) + (place % 4));
        return new SessionFacts(_seed, index, new ProductFacts(_seed, product), 1 + (index / _productsWithSessions));
    }

    /// <summary>The session of a code, whatever stands between its groups; null where the catalogue has none.</summary>
    public SessionFacts? Find(string code)
    {
        var text = Normal(code);
        var number = text.Length - 1;
        while (number >= 0 && char.IsDigit(text[number]))
            number--;
        // With no town in the code there is one row of digits: year, product and number.
        number = number < 0 ? 9 : number + 1;
        if (text.Length < 12 || number < 9 || text.Length - number > 7 || !int.TryParse(text[..4], out var year) || !int.TryParse(text[4..9], out var product))
            return null;
        if (_products.Find(year, product) is not { } key || key.Index % 5 == 4 || !int.TryParse(text[number..], out var ordinal) || ordinal < 1)
            return null;
        var index = ((long)(ordinal - 1) * _productsWithSessions) + (key.Index / 5 * 4) + (key.Index % 5);
        return index < Count && At((int)index) is var facts && Normal(facts.Code) == text ? facts : null;
    }

    private static string Normal(string code) => string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
