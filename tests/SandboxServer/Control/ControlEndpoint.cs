using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.SandboxServer.Faults;

namespace TrainingApis.SandboxServer.Control;

/// <summary>
/// Handles requests to <c>/_control</c>, with which tests read and change the sandbox. They are not logged, delayed or affected by faults.
/// </summary>
internal sealed class ControlEndpoint(SandboxEndpoint endpoint)
{
    // A reset replaces the vendors.
    private IVendorControl[] Vendors =>
    [
        new CegosControl(endpoint.Engine.Cegos), new LoopControl(endpoint.Engine.Loop),
        new ResamaniaControl(endpoint.Engine.Resamania), new ConferenceControl(endpoint.Engine.Conferences),
    ];

    public async Task HandleAsync(HttpContext context, string path)
    {
        try
        {
            using var body = await ReadAsync(context);
            var call = $"{context.Request.Method} {path}";
            if (Read(call) is { } json)
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                await context.Response.WriteAsync(json.ToJsonString());
                return;
            }

            context.Response.StatusCode = TryChange(call, body.RootElement) ? 204 : 404;
        }
        catch (Exception failure)
            when (failure is JsonException or ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync(failure.Message);
        }
    }

    private static async Task<JsonDocument> ReadAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var text = await body.ReadToEndAsync();
        return JsonDocument.Parse(text.Length == 0 ? "null" : text);
    }

    private JsonNode? Read(string call) => call switch
    {
        "GET /log" => endpoint.Log.ToJson(),
        "GET /state" => new JsonObject(Vendors.Select(vendor => new KeyValuePair<string, JsonNode?>(vendor.Name, vendor.GetState()))),
        "GET /faults" => endpoint.Faults.ToJson(),
        _ => null,
    };

    private bool TryChange(string call, JsonElement body)
    {
        switch (call)
        {
            case "DELETE /log":
                endpoint.Log.Clear();
                return true;
            case "POST /reset":
                endpoint.Reset();
                return true;
            case "POST /faults":
                endpoint.Faults.Add(FaultReader.ReadRules(body));
                return true;
            case "DELETE /faults":
                endpoint.Faults.Clear(body.ValueKind == JsonValueKind.Object ? body.GetProperty("path").GetString() : null);
                return true;
            case "PUT /latency":
                endpoint.Latency = TimeSpan.FromMilliseconds(body.GetProperty("milliseconds").GetDouble());
                return true;
            default:
                return Array.Exists(Vendors, vendor => vendor.TryChange(call, body));
        }
    }
}
