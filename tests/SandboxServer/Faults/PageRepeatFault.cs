using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Answers with another page than the one asked for.</summary>
internal sealed class PageRepeatFault : Fault
{
    /// <summary>The page to response with; null for the one before the one asked for.</summary>
    public int? Page { get; init; }

    /// <summary>The page number that the response claims to have; null for the true one.</summary>
    public int? ClaimedPage { get; init; }

    public override string ChangeQuery(string query)
    {
        var pairs = NameValues.Parse(query);
        var asked = int.TryParse(pairs.Get("pageNumber"), CultureInfo.InvariantCulture, out var page) ? page : 1;
        var rest = pairs.Pairs.Where(pair => !pair.Key.Equals("pageNumber", StringComparison.OrdinalIgnoreCase)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}");
        return string.Join('&', rest.Append($"pageNumber={Page ?? asked - 1}"));
    }

    public override Response Change(Response response) => ClaimedPage is { } claimed && response.Status == 200
        ? BodyChanges.Edit(response, json => json["pageNumber"] = JsonValue.Create(claimed))
        : response;
}
