using System.Text.Json.Nodes;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Conferences;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Sends requests to the conferences of a sandbox with an account's key and token.</summary>
internal sealed class ConferenceRequests(SandboxOptions? options = null) : IDisposable
{
    /// <summary>The path of the registrations 700001 to 700012. The sixth and the last are cancelled.</summary>
    public const string First = "conferences/1201/sessions/40001/registrations";

    /// <summary>The path of a session without registrations.</summary>
    public const string Empty = "conferences/1201/sessions/40002/registrations";

    public const string Watches = "sessions/40001/registrations/watch";

    /// <summary>A registration with all members that a caller can send.</summary>
    public const string Registration =
        """{"client":{"id":"5001"},"seats":2,"status":"accepted","form":[{"id":"comment","value":"Été"}]}""";

    /// <summary>The members that every <c>oauth2Auth</c> needs.</summary>
    public const string OAuth2 = "\"clientId\":\"c\",\"accessTokenUrl\":\"https://example.com/t\"";

    public SandboxClient Client { get; } = new(options);

    public ConferenceVendor Vendor => Client.Handler.Engine.Conferences;

    /// <summary>Gets the changes that were made.</summary>
    public List<JsonObject> Changes => [.. Vendor.Database["changes"]];

    /// <summary>Gets the items of a list, with or without envelope.</summary>
    public static List<JsonNode> Items(Reply reply) =>
        [.. (reply.Json as JsonArray ?? reply.Json["items"]!.AsArray()).Select(item => item!)];

    /// <summary>Asserts that a response is an error with the documented members.</summary>
    public static void Fails(Reply reply, int status, string message, string fields = "", int? statusCode = null)
    {
        Assert.Equal((status, message), (reply.Status, (string?)reply.Json["error"]!["message"]));
        Assert.Equal(statusCode ?? status, (int)reply.Json["error"]!["statusCode"]!);
        Assert.Equal(fields, string.Join(' ', reply.Json["error"]!["fields"]!.AsArray().Select(field => (string?)field)));
    }

    public Task<Reply> SendAsync(string method, string path, string? body = null, string mediaType = "application/json") =>
        Client.SendAsync(method, "conference/" + path, body, mediaType, ("apiKey", "sandbox-api-key"), ("token", "sandbox-token"));

    public Task<Reply> GetAsync(string path) => SendAsync("GET", path);

    public void Dispose() => Client.Dispose();
}
