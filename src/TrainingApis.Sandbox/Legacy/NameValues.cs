namespace TrainingApis.Sandbox;

/// <summary>The pairs of a query or of a form, in order. Names are compared without regard to case.</summary>
internal sealed class NameValues
{
    private readonly List<KeyValuePair<string, string>> _pairs = new();

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    public static NameValues Parse(string text)
    {
        var result = new NameValues();
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            var name = equals < 0 ? part : part[..equals];
            result._pairs.Add(new(Unescape(name), equals < 0 ? string.Empty : Unescape(part[(equals + 1)..])));
        }

        return result;
    }

    /// <summary>The first value of that name; null where there is none.</summary>
    public string? Get(string name) => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) =>
        _pairs.Where(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value);

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
