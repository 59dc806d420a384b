using System.Text.Json;

namespace TrainingApis.Sandbox;

/// <summary>What an API of the sandbox answers, before a door puts it on its wire.</summary>
internal sealed class SandboxAnswer
{
    private readonly List<KeyValuePair<string, string>> _headers = new();

    public SandboxAnswer(int status, string? contentType, SandboxBody body)
    {
        (Status, ContentType, Body) = (status, contentType, body);
    }

    public int Status { get; }

    public string? ContentType { get; }

    public SandboxBody Body { get; }

    /// <summary>All headers but the body's type and length.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    public SandboxAnswer With(string header, string value)
    {
        _headers.Add(new(header, value));
        return this;
    }

    public static SandboxAnswer Empty(int status) => new(status, null, SandboxBody.Empty);

    public static SandboxAnswer Json(int status, Action<Utf8JsonWriter> write) =>
        new(status, "application/json; charset=utf-8", SandboxBody.FromJson(write));

    /// <summary>A path that exists, asked with a verb that it does not take.</summary>
    public static SandboxAnswer WrongMethod(params string[] allowed) => Empty(405).With("Allow", string.Join(", ", allowed));

    /// <summary>A problem document (RFC 7807) as web APIs of this kind send it, with one list of messages per field.</summary>
    public static SandboxAnswer Problem(int status, string title, string? detail = null, IReadOnlyDictionary<string, string>? errors = null) =>
        new(status, "application/problem+json; charset=utf-8", SandboxBody.FromJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "https://tools.ietf.org/html/rfc9110#section-15.5");
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            if (detail != null)
                json.WriteString("detail", detail);
            if (errors != null)
                WriteErrors(json, errors);
            json.WriteEndObject();
        }));

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyDictionary<string, string> errors)
    {
        json.WriteStartObject("errors");
        foreach (var (field, message) in errors)
        {
            json.WriteStartArray(field);
            json.WriteStringValue(message);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
