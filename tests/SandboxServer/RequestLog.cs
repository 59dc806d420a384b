using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace TrainingApis.SandboxServer;

/// <summary>All requests in the order in which they came. An entry is made before anything else happens to its request.</summary>
internal sealed class RequestLog
{
    private readonly object _gate = new();
    private readonly List<LogEntry> _entries = new();

    public LogEntry Add(HttpContext context)
    {
        var headers = new JsonObject();
        foreach (var (name, values) in context.Request.Headers)
            headers[name] = values.ToString();
        lock (_gate)
        {
            var entry = new LogEntry
            {
                Number = _entries.Count + 1,
                Time = DateTimeOffset.UtcNow,
                Method = context.Request.Method,
                Target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                Headers = headers,
                Connection = context.Connection.Id,
            };
            _entries.Add(entry);
            return entry;
        }
    }

    public JsonArray ToJson()
    {
        lock (_gate)
            return new JsonArray(_entries.Select(entry => (JsonNode)entry.ToJson()).ToArray());
    }

    public void Clear()
    {
        lock (_gate)
            _entries.Clear();
    }
}
