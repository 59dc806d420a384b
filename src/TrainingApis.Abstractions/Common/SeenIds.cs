namespace TrainingApis;

/// <summary>The ids that a connection has seen lately, by kind, with a label: what tab completion offers without a call.</summary>
internal sealed class SeenIds
{
    private const int Most = 5000;
    private readonly Dictionary<string, Dictionary<string, string?>> _kinds = new(StringComparer.Ordinal);

    public void Add(string kind, string? id, string? label)
    {
        if (string.IsNullOrEmpty(id)) return;
        lock (_kinds)
        {
            if (!_kinds.TryGetValue(kind, out Dictionary<string, string?>? ids))
                _kinds.Add(kind, ids = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase));
            if (ids.Count < Most) ids[id] = label;
        }
    }

    public IReadOnlyList<KeyValuePair<string, string?>> Get(string kind)
    {
        lock (_kinds)
        {
            return _kinds.TryGetValue(kind, out Dictionary<string, string?>? ids)
                ? ids.ToArray()
                : Array.Empty<KeyValuePair<string, string?>>();
        }
    }
}
