using System.Text.Json.Nodes;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>The rules in the order in which they were given; the first one that takes a request decides.</summary>
internal sealed class FaultRules
{
    private readonly object _gate = new();
    private readonly List<FaultRule> _rules = new();

    public void Add(IEnumerable<FaultRule> rules)
    {
        lock (_gate)
            _rules.AddRange(rules);
    }

    public Fault? Take(string method, string target)
    {
        lock (_gate)
            return _rules.Find(rule => rule.Takes(method, target))?.Fault;
    }

    /// <summary>Forgets the rules with that path, or all.</summary>
    public void Clear(string? path)
    {
        lock (_gate)
            _rules.RemoveAll(rule => path is null || rule.Path.ToString() == path);
    }

    public void Clear() => Clear(null);

    public JsonArray ToJson()
    {
        lock (_gate)
            return new JsonArray(_rules.Select(rule => (JsonNode)rule.ToJson()).ToArray());
    }
}
