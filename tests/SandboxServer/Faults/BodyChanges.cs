using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Provides the changes that faults make to the body of a response.</summary>
internal static class BodyChanges
{
    public static Response Replace(Response response, byte[] body, string? contentType = null)
    {
        var result = new Response(response.Status, contentType ?? response.ContentType, new(body));
        foreach (var (name, value) in response.Headers)
        {
            result.With(name, value);
        }

        return result;
    }

    public static Response Replace(Response response, string body, string? contentType = null) =>
        Replace(response, Encoding.UTF8.GetBytes(body), contentType);

    public static Response Edit(Response response, Action<JsonObject> edit)
    {
        var json = JsonNode.Parse(response.Body.ToArray())!.AsObject();
        edit(json);
        return Replace(response, json.ToJsonString());
    }

    public static Response Gzip(Response response)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(response.Body.ToArray());
        }

        return Replace(response, compressed.ToArray()).With("Content-Encoding", "gzip");
    }

    public static Response Bom(Response response) => Replace(response, [.. Encoding.UTF8.Preamble, .. response.Body.ToArray()]);

    /// <summary>Inserts an invalid UTF-8 byte into the first string of the document.</summary>
    public static Response InvalidUtf8(Response response)
    {
        var body = response.Body.ToArray();
        var text = body.AsSpan().IndexOf(":\""u8) + 2;
        return Replace(response, [.. body[..text], 0xFF, .. body[text..]]);
    }

    /// <summary>Adds a deeply nested member.</summary>
    public static Response Deep(Response response, int depth)
    {
        var body = Encoding.UTF8.GetString(response.Body.ToArray());
        return Replace(response, $"{{\"nested\":{new string('[', depth)}{new string(']', depth)},{body[(body.IndexOf('{') + 1)..]}");
    }

    /// <summary>Writes each member of the outer object twice: null first, then its value.</summary>
    public static Response DuplicateMembers(Response response)
    {
        using var json = JsonDocument.Parse(response.Body.ToArray());
        var members = json.RootElement.EnumerateObject()
            .Select(member => $"\"{member.Name}\":null,\"{member.Name}\":{member.Value.GetRawText()}");
        return Replace(response, "{" + string.Join(',', members) + "}");
    }

    /// <summary>Changes the total of a page, and the number of pages that follows from it.</summary>
    public static Response ChangeTotal(Response response, int total) => Edit(response, json =>
    {
        json["totalItems"] = total;
        json["totalPages"] = (total + 99) / 100;
    });
}
