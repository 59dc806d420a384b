using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Reads the rules that a test sends.</summary>
internal static class FaultReader
{
    public static List<FaultRule> ReadRules(JsonElement list) => list.EnumerateArray().Select(ReadRule).ToList();

    private static FaultRule ReadRule(JsonElement rule)
    {
        var match = rule.TryGetProperty("match", out var given) ? given : default;
        return new FaultRule
        {
            Method = Text(match, "method"),
            Path = new Regex(Text(match, "path") ?? string.Empty, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
            Skip = (int)(Number(rule, "skip") ?? 0),
            Times = (int)(Number(rule, "times") ?? 1),
            Fault = ReadFault(rule.GetProperty("fault")),
        };
    }

    private static Fault ReadFault(JsonElement fault)
    {
        var kind = fault.GetProperty("kind").GetString()!;
        return kind switch
        {
            "reset" => new ResetFault { Kind = kind, At = Moment(fault, "beforeRead", "beforeAct", "afterAct", "inBody", "afterAnswer"), After = Number(fault, "after") },
            "hang" => new HangFault { Kind = kind, At = Moment(fault, "beforeAct", "afterAct", "inBody"), After = Number(fault, "after") },
            "truncate" => new TruncateFault { Kind = kind, Chunked = Flag(fault, "chunked") ?? false, After = Number(fault, "after") },
            "slow" => new SlowFault { Kind = kind, DelayMilliseconds = (int)(Number(fault, "delay") ?? 10), Chunked = Flag(fault, "chunked") ?? false },
            "huge" => new HugeFault { Kind = kind, Acts = Flag(fault, "act") ?? false, Bytes = Number(fault, "bytes") ?? 300L * 1024 * 1024, Gzip = Flag(fault, "gzip") ?? false, Announced = Flag(fault, "announced") ?? false },
            "pageRepeat" => new PageRepeatFault { Kind = kind, Page = (int?)Number(fault, "page"), ClaimedPage = (int?)Number(fault, "claimedPage") },
            // What refuses has not acted, what only garbles the response has; a test may say otherwise.
            _ => new ResponseFault { Kind = kind, Acts = Flag(fault, "act") ?? kind is not ("status" or "redirect"), Changes = ReadChange(kind, fault) },
        };
    }

    private static Func<Response, Response> ReadChange(string kind, JsonElement fault)
    {
        // The rule outlives the document that it was read from.
        var (body, type) = (Text(fault, "body"), Text(fault, "contentType"));
        var status = (int?)Number(fault, "status");
        switch (kind)
        {
            case "status":
                var (headers, code) = (Headers(fault), status ?? throw new FormatException("'status' is missing."));
                return _ => With(new Response(code, type, ResponseBody.FromBytes(Encoding.UTF8.GetBytes(body ?? string.Empty))), headers);
            case "redirect":
                var location = Text(fault, "location") ?? throw new FormatException("'location' is missing.");
                return _ => Response.Empty(status ?? 302).With("Location", location);
            case "replaceBody":
                return response => BodyChanges.Replace(new Response(status ?? response.Status, response.ContentType, response.Body), body ?? string.Empty, type);
            case "badJson":
                return response => BodyChanges.Replace(response, body ?? "{\"data\":[{]}", "application/json; charset=utf-8");
            case "html":
                return _ => Response.Text(status ?? 200, body ?? "<!DOCTYPE html><html><body><h1>Maintenance</h1></body></html>", "text/html; charset=utf-8");
            case "empty":
                return _ => Response.Empty(status ?? 200);
            case "wrongContentType":
                return response => BodyChanges.Replace(response, response.Body.ToArray(), type ?? "text/plain");
            case "gzip":
                return BodyChanges.Gzip;
            case "duplicateMembers":
                return WhereThereIsOne(BodyChanges.DuplicateMembers);
            case "bom":
                return BodyChanges.Bom;
            case "replaceText":
                var (find, with) = (new Regex(Text(fault, "find")!), Text(fault, "with")!);
                return WhereThereIsOne(response => BodyChanges.Replace(response, find.Replace(Encoding.UTF8.GetString(response.Body.ToArray()), with)));
            case "deep":
                var depth = (int)(Number(fault, "depth") ?? 10_000);
                return WhereThereIsOne(response => BodyChanges.Deep(response, depth));
            case "invalidUtf8":
                return WhereThereIsOne(BodyChanges.InvalidUtf8);
            case "totalChange":
                var total = (int)Number(fault, "totalItems")!.Value;
                return WhereThereIsOne(response => BodyChanges.ChangeTotal(response, total));
            default:
                throw new FormatException($"There is no fault '{kind}'.");
        }
    }

    /// <summary>A refusal without a body, of a token for one, stays what it is.</summary>
    private static Func<Response, Response> WhereThereIsOne(Func<Response, Response> change) =>
        response => response.Body.Length == 0 ? response : change(response);

    private static Response With(Response response, List<KeyValuePair<string, string>> headers)
    {
        headers.ForEach(header => response.With(header.Key, header.Value));
        return response;
    }

    private static List<KeyValuePair<string, string>> Headers(JsonElement fault) => fault.TryGetProperty("headers", out var headers)
        ? headers.EnumerateObject().Select(header => new KeyValuePair<string, string>(header.Name, header.Value.ToString())).ToList()
        : [];

    private static string Moment(JsonElement fault, params string[] known)
    {
        var at = Text(fault, "at") ?? known[0];
        return known.Contains(at) ? at : throw new FormatException($"'at' is none of {string.Join(", ", known)}.");
    }

    private static string? Text(JsonElement json, string name) => Find(json, name)?.GetString();

    private static long? Number(JsonElement json, string name) => Find(json, name)?.GetInt64();

    private static bool? Flag(JsonElement json, string name) => Find(json, name)?.GetBoolean();

    private static JsonElement? Find(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
