using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Represents the rules in the order in which they were added. The first rule that matches a request is applied.</summary>
internal sealed class FaultRules
{
    private readonly Lock _lock = new();
    private readonly List<FaultRule> _rules = [];

    public void Add(IEnumerable<FaultRule> rules)
    {
        lock (_lock)
        {
            _rules.AddRange(rules);
        }
    }

    public Fault? Take(string method, string target)
    {
        lock (_lock)
        {
            return _rules.Find(rule => rule.Takes(method, target))?.Fault;
        }
    }

    /// <summary>Deletes the rules with that path, or all.</summary>
    public void Clear(string? path)
    {
        lock (_lock)
        {
            _rules.RemoveAll(rule => path is null || rule.Path.ToString() == path);
        }
    }

    public JsonArray ToJson()
    {
        lock (_lock)
        {
            return [.. _rules.Select(rule => rule.ToJson())];
        }
    }
}

/// <summary>Represents the requests that a fault applies to: those that match, after a number to skip, up to a maximum.</summary>
internal sealed class FaultRule
{
    public required string? Method { get; init; }

    public required Regex Path { get; init; }

    public required int Skip { get; init; }

    /// <summary>Gets how many requests the fault applies to; all if negative.</summary>
    public required int Times { get; init; }

    public required Fault Fault { get; init; }

    /// <summary>Gets how many requests matched.</summary>
    public int Seen { get; private set; }

    /// <summary>Gets how many requests the fault was applied to.</summary>
    public int Met { get; private set; }

    public bool Takes(string method, string target)
    {
        if ((Method is not null && !Method.Equals(method, StringComparison.OrdinalIgnoreCase)) || !Path.IsMatch(target))
        {
            return false;
        }

        if (++Seen <= Skip || (Times >= 0 && Met >= Times))
        {
            return false;
        }

        Met++;
        return true;
    }

    public JsonObject ToJson() => new()
    {
        ["method"] = Method,
        ["path"] = Path.ToString(),
        ["skip"] = Skip,
        ["times"] = Times,
        ["kind"] = Fault.Kind,
        ["seen"] = Seen,
        ["met"] = Met,
    };
}
