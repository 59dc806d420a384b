using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>The ways to spoil an answer's body.</summary>
internal static class Bodies
{
    public static SandboxAnswer Replace(SandboxAnswer answer, byte[] body, string? contentType = null)
    {
        var result = new SandboxAnswer(answer.Status, contentType ?? answer.ContentType, SandboxBody.FromBytes(body));
        foreach (var (name, value) in answer.Headers)
            result.With(name, value);
        return result;
    }

    public static SandboxAnswer Replace(SandboxAnswer answer, string body, string? contentType = null) =>
        Replace(answer, Encoding.UTF8.GetBytes(body), contentType);

    public static SandboxAnswer Edit(SandboxAnswer answer, Action<JsonObject> edit)
    {
        var json = JsonNode.Parse(answer.Body.ToArray())!.AsObject();
        edit(json);
        return Replace(answer, json.ToJsonString());
    }

    public static SandboxAnswer Gzip(SandboxAnswer answer)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(answer.Body.ToArray());
        return Replace(answer, packed.ToArray()).With("Content-Encoding", "gzip");
    }

    public static SandboxAnswer Bom(SandboxAnswer answer) => Replace(answer, [.. Encoding.UTF8.Preamble, .. answer.Body.ToArray()]);

    /// <summary>A byte that no UTF-8 text holds, inside the first text of the document.</summary>
    public static SandboxAnswer InvalidUtf8(SandboxAnswer answer)
    {
        var body = answer.Body.ToArray();
        var text = body.AsSpan().IndexOf(":\""u8) + 2;
        return Replace(answer, [.. body[..text], 0xFF, .. body[text..]]);
    }

    /// <summary>One member more, nested as deep as nobody nests.</summary>
    public static SandboxAnswer Deep(SandboxAnswer answer, int depth)
    {
        var body = Encoding.UTF8.GetString(answer.Body.ToArray());
        return Replace(answer, $"{{\"nested\":{new string('[', depth)}{new string(']', depth)},{body[(body.IndexOf('{') + 1)..]}");
    }

    /// <summary>Each member of the outer object twice: null first, then what it is.</summary>
    public static SandboxAnswer DuplicateMembers(SandboxAnswer answer)
    {
        using var json = JsonDocument.Parse(answer.Body.ToArray());
        var members = json.RootElement.EnumerateObject().Select(member => $"\"{member.Name}\":null,\"{member.Name}\":{member.Value.GetRawText()}");
        return Replace(answer, "{" + string.Join(',', members) + "}");
    }

    /// <summary>The envelope of a page with another total, and the pages that follow from it.</summary>
    public static SandboxAnswer ChangeTotal(SandboxAnswer answer, int total) => Edit(answer, json =>
    {
        json["totalItems"] = total;
        json["totalPages"] = (total + 99) / 100;
    });
}
