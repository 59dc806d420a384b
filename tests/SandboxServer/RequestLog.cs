using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace TrainingApis.SandboxServer;

/// <summary>Represents all requests in the order of their arrival. An entry is added before its request is read.</summary>
internal sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<LogEntry> _entries = [];

    public LogEntry Add(HttpContext context)
    {
        var headers = new JsonObject();
        foreach (var (name, values) in context.Request.Headers)
        {
            headers[name] = values.ToString();
        }

        lock (_lock)
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
        lock (_lock)
        {
            return [.. _entries.Select(entry => entry.ToJson())];
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }
}

/// <summary>Represents one request as it was received, and its result.</summary>
internal sealed class LogEntry
{
    public required int Number { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Method { get; init; }

    /// <summary>Gets path and query exactly as they were received.</summary>
    public required string Target { get; init; }

    public required JsonObject Headers { get; init; }

    public required string Connection { get; init; }

    /// <summary>Gets or sets the body as text; null until it was read completely.</summary>
    public string? Body { get; set; }

    /// <summary>Gets or sets the kind of the fault that was applied; null for none.</summary>
    public string? Fault { get; set; }

    /// <summary>Gets or sets whether the vendor executed the request, independently of the response.</summary>
    public bool Acted { get; set; }

    /// <summary>Gets or sets the status of the response; null if no response was started.</summary>
    public int? Status { get; set; }

    /// <summary>Gets or sets whether the whole response was written to the connection.</summary>
    public bool Completed { get; set; }

    /// <summary>Gets or sets whether the connection was closed before the response was complete, by the client or by a fault.</summary>
    public bool Aborted { get; set; }

    public JsonObject ToJson() => new()
    {
        ["n"] = Number,
        ["time"] = Time.ToString("O"),
        ["method"] = Method,
        ["target"] = Target,
        ["headers"] = Headers.DeepClone(),
        ["body"] = Body,
        ["connection"] = Connection,
        ["fault"] = Fault,
        ["acted"] = Acted,
        ["status"] = Status,
        ["completed"] = Completed,
        ["aborted"] = Aborted,
    };
}
