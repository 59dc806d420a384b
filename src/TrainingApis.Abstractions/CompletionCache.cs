namespace TrainingApis;

/// <summary>Represents the latest ids that a connection has received, by kind, with a label: the source of tab completion.</summary>
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
            // Somebody who reads a million sessions keeps the last ones, and no more memory than that.
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
