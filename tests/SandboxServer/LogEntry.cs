using System.Text.Json.Nodes;

namespace TrainingApis.SandboxServer;

/// <summary>One request as it came, and what became of it.</summary>
internal sealed class LogEntry
{
    public required int Number { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Method { get; init; }

    /// <summary>Path and query exactly as on the wire.</summary>
    public required string Target { get; init; }

    public required JsonObject Headers { get; init; }

    public required string Connection { get; init; }

    /// <summary>The body as text; null until it was read to its end.</summary>
    public string? Body { get; set; }

    /// <summary>The kind of the fault that it met; null for none.</summary>
    public string? Fault { get; set; }

    /// <summary>True once the API acted on it, whatever came back.</summary>
    public bool Acted { get; set; }

    /// <summary>The status of the answer; null where none was begun.</summary>
    public int? Status { get; set; }

    /// <summary>True once the whole answer was handed to the connection.</summary>
    public bool Completed { get; set; }

    /// <summary>True once the connection ended before the answer did: the caller gave up, or a fault broke it.</summary>
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
