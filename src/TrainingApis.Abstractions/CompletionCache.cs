namespace TrainingApis;

/// <summary>Represents the latest IDs that a connection received, by kind and with a label, for tab completion.</summary>
internal sealed class CompletionCache
{
    private const int Most = 5000;
    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    public void Add(string kind, string? id, string? label)
    {
        if (string.IsNullOrEmpty(id))
        {
            return;
        }

        lock (_kinds)
        {
            if (!_kinds.TryGetValue(kind, out var seen))
            {
                _kinds.Add(kind, seen = new Kind());
            }

            if (!seen.Labels.ContainsKey(id))
            {
                seen.Order.Enqueue(id);
            }

            seen.Labels[id] = label;
            // The number of IDs is limited, so that reading a million sessions does not use more memory. The latest IDs are kept.
            if (seen.Order.Count > Most)
            {
                seen.Labels.Remove(seen.Order.Dequeue());
            }
        }
    }

    public IReadOnlyList<KeyValuePair<string, string?>> Get(string kind)
    {
        lock (_kinds)
        {
            return _kinds.TryGetValue(kind, out var seen)
                ? seen.Labels.ToArray()
                : Array.Empty<KeyValuePair<string, string?>>();
        }
    }

    private sealed class Kind
    {
        public Dictionary<string, string?> Labels { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Queue<string> Order { get; } = new();
    }
}
