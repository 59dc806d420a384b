using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Reads the fault rules sent by a test.</summary>
internal static class FaultReader
{
    private const string Maintenance = "<!DOCTYPE html><html><body><h1>Maintenance</h1></body></html>";

    public static List<FaultRule> ReadRules(JsonElement list) => list.EnumerateArray().Select(ReadRule).ToList();

    private static FaultRule ReadRule(JsonElement rule)
    {
        var match = rule.TryGetProperty("match", out var value) ? value : default;
        return new FaultRule
        {
            Method = Text(match, "method"),
            Path = new Regex(Text(match, "path") ?? string.Empty, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
            Skip = Number(rule, "skip") ?? 0,
            Times = Number(rule, "times") ?? 1,
            Fault = ReadFault(rule.GetProperty("fault")),
        };
    }

    private static Fault ReadFault(JsonElement fault)
    {
        var kind = fault.GetProperty("kind").GetString()!;
        var (act, after, chunked) = (Flag(fault, "act"), Number(fault, "after"), Flag(fault, "chunked") == true);
        return kind switch
        {
            "reset" => new ResetFault
            {
                Kind = kind,
                At = Moment(fault, "beforeRead", "beforeAct", "afterAct", "inBody", "afterResponse"),
                After = after,
            },
            "hang" => new HangFault { Kind = kind, At = Moment(fault, "beforeAct", "afterAct", "inBody"), After = after },
            "truncate" => new TruncateFault { Kind = kind, Chunked = chunked, After = after },
            "slow" => new SlowFault { Kind = kind, DelayMilliseconds = Number(fault, "delay") ?? 10, Chunked = chunked },
            "pageRepeat" => new PageRepeatFault { Kind = kind, Page = Number(fault, "page"), ClaimedPage = Number(fault, "claimedPage") },
            "huge" => new HugeFault
            {
                Kind = kind,
                Acts = act ?? false,
                Bytes = Find(fault, "bytes")?.GetInt64() ?? 300L * 1024 * 1024,
                Gzip = Flag(fault, "gzip") ?? false,
                Announced = Flag(fault, "announced") ?? false,
            },

            // By default, a request that gets a status or a redirect is not executed, and one with a changed response is.
            _ => new ResponseFault { Kind = kind, Acts = act ?? kind is not ("status" or "redirect"), Changes = ReadChange(kind, fault) },
        };
    }

    private static Func<Response, Response> ReadChange(string kind, JsonElement fault)
    {
        // Values are read here because the JSON document is disposed before the rule is used.
        var (body, type, status) = (Text(fault, "body"), Text(fault, "contentType"), Number(fault, "status"));
        var (find, with, total) = (Text(fault, "find"), Text(fault, "with"), Number(fault, "totalItems"));
        var depth = Number(fault, "depth") ?? 10_000;
        return kind switch
        {
            "status" => CreateStatus(status ?? throw new FormatException("'status' is missing."), type, body, fault),
            "redirect" => CreateRedirect(status ?? 302, Text(fault, "location") ?? throw new FormatException("'location' is missing.")),
            "html" => _ => Response.Text(status ?? 200, body ?? Maintenance, "text/html; charset=utf-8"),
            "empty" => _ => Response.Empty(status ?? 200),
            "replaceBody" => response => BodyChanges.Replace(
                new Response(status ?? response.Status, response.ContentType, response.Body), body ?? string.Empty, type),
            "badJson" => response => BodyChanges.Replace(response, body ?? "{\"data\":[{]}", "application/json; charset=utf-8"),
            "wrongContentType" => response => BodyChanges.Replace(response, response.Body.ToArray(), type ?? "text/plain"),
            "gzip" => BodyChanges.Gzip,
            "bom" => BodyChanges.Bom,
            "duplicateMembers" => UnlessEmpty(BodyChanges.DuplicateMembers),
            "invalidUtf8" => UnlessEmpty(BodyChanges.InvalidUtf8),
            "replaceText" => UnlessEmpty(response => BodyChanges.Replace(
                response, Regex.Replace(Encoding.UTF8.GetString(response.Body.ToArray()), find!, with!))),
            "deep" => UnlessEmpty(response => BodyChanges.Deep(response, depth)),
            "totalChange" => UnlessEmpty(response => BodyChanges.ChangeTotal(response, total!.Value)),
            _ => throw new FormatException($"There is no fault '{kind}'."),
        };
    }

    private static Func<Response, Response> CreateStatus(int status, string? contentType, string? body, JsonElement fault)
    {
        var headers = fault.TryGetProperty("headers", out var given)
            ? given.EnumerateObject().Select(header => (header.Name, Value: header.Value.ToString())).ToList()
            : [];
        return _ =>
        {
            var response = new Response(status, contentType, new(Encoding.UTF8.GetBytes(body ?? string.Empty)));
            headers.ForEach(header => response.With(header.Name, header.Value));
            return response;
        };
    }

    private static Func<Response, Response> CreateRedirect(int status, string location) =>
        _ => Response.Empty(status).With("Location", location);

    /// <summary>Does not change responses without a body, such as a rejected token.</summary>
    private static Func<Response, Response> UnlessEmpty(Func<Response, Response> change) =>
        response => response.Body.Length == 0 ? response : change(response);

    private static string Moment(JsonElement fault, params string[] known)
    {
        var at = Text(fault, "at") ?? known[0];
        return known.Contains(at) ? at : throw new FormatException($"'at' must be one of {string.Join(", ", known)}.");
    }

    private static string? Text(JsonElement json, string name) => Find(json, name)?.GetString();

    private static int? Number(JsonElement json, string name) => Find(json, name)?.GetInt32();

    private static bool? Flag(JsonElement json, string name) => Find(json, name)?.GetBoolean();

    private static JsonElement? Find(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
