using System.Text.Json;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>An answer of the sandbox, read whole.</summary>
internal sealed class SandboxReply(int status, string body, HttpResponseMessage message)
{
    public int Status { get; } = status;

    public string Body { get; } = body;

    public HttpResponseMessage Message { get; } = message;

    public JsonElement Json { get; } = body.StartsWith('{') ? JsonDocument.Parse(body).RootElement : default;

    public JsonElement Data => Json.GetProperty("data");

    public string? Text(string member) => Json.GetProperty(member).GetString();
}
