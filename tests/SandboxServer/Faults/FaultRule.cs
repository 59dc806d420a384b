using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Which requests meet a fault: those that match, but the first few, and only so many.</summary>
internal sealed class FaultRule
{
    public required string? Method { get; init; }

    public required Regex Path { get; init; }

    public required int Skip { get; init; }

    /// <summary>How many requests meet it; negative for all.</summary>
    public required int Times { get; init; }

    public required Fault Fault { get; init; }

    /// <summary>How many requests matched.</summary>
    public int Seen { get; private set; }

    /// <summary>How many met the fault.</summary>
    public int Met { get; private set; }

    public bool Takes(string method, string target)
    {
        if ((Method != null && !Method.Equals(method, StringComparison.OrdinalIgnoreCase)) || !Path.IsMatch(target))
            return false;
        if (++Seen <= Skip || (Times >= 0 && Met >= Times))
            return false;
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
