using System.Net.Http.Headers;
using System.Text.Json;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>An answer of the sandbox's Loop, read whole.</summary>
internal sealed record LoopExchange(int Status, string? MediaType, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The sentence, whichever form it came in.</summary>
    public string Sentence => Body switch
    {
        ['{', ..] => Json.GetProperty("message").GetString()!,
        ['"', ..] => Json.GetString()!,
        _ => Body,
    };

    public string Header(string name) => Assert.Single(Headers.GetValues(name));
}
