using System.Text.Json;
using TrainingApis.Sandbox;
using TrainingApis.SandboxServer.Faults;

namespace TrainingApis.SandboxServer;

/// <summary>The paths under <c>/_control</c>, by which tests look at the sandbox and change it. Never logged, delayed or broken.</summary>
internal sealed class ControlDoor
{
    private readonly SandboxDoor _door;

    public ControlDoor(SandboxDoor door) => _door = door;

    public async Task AnswerAsync(HttpContext context, string path)
    {
        string? answer;
        try
        {
            using var given = await ReadAsync(context);
            answer = Act($"{context.Request.Method} {path}", given.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync(failure.Message);
            return;
        }

        context.Response.StatusCode = answer == null ? 404 : answer.Length == 0 ? 204 : 200;
        if (string.IsNullOrEmpty(answer))
            return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer);
    }

    /// <summary>The JSON to answer with, nothing where there is nothing to say, null where there is no such path.</summary>
    private string? Act(string call, JsonElement given) => call switch
    {
        "GET /log" => _door.Log.ToJson().ToJsonString(),
        "DELETE /log" => Done(_door.Log.Clear),
        "GET /state" => _door.Control.GetState(),
        "POST /reset" => Done(_door.Control.Reset),
        "GET /faults" => _door.Faults.ToJson().ToJsonString(),
        "POST /faults" => Done(() => _door.Faults.Add(FaultReader.ReadRules(given))),
        "DELETE /faults" => Done(() => _door.Faults.Clear(given.ValueKind == JsonValueKind.Object ? given.GetProperty("path").GetString() : null)),
        "PUT /latency" => Done(() => _door.Control.Latency = TimeSpan.FromMilliseconds(given.GetProperty("milliseconds").GetDouble())),
        "POST /tokens/expire" => Done(_door.Control.Cegos.ExpireTokens),
        "PUT /tokens/lifetime" => Done(() => _door.Control.Cegos.TokenLifetime = TimeSpan.FromSeconds(given.GetProperty("seconds").GetDouble())),
        "POST /accounts" => Done(() => AddAccount(given)),
        "PUT /cegos" => Done(() => SetCegos(given)),
        "POST /loop/accounts" => Done(() => _door.Control.Loop.AddAccount(LoopKnobs.ReadAccount(given))),
        "POST /loop/keys/revoke" => Done(_door.Control.Loop.RevokeKeys),
        "PUT /loop" => Done(() => LoopKnobs.Set(_door.Control.Loop, given)),
        _ => ResamaniaKnobs.Act(_door.Control.Resamania, call, given) ?? ConferencesDoor.Act(_door.Control.Conferences, call, given),
    };

    private void AddAccount(JsonElement given) => _door.Control.Cegos.AddAccount(new SandboxAccount(
        given.GetProperty("clientId").GetString()!,
        given.GetProperty("clientSecret").GetString()!,
        given.TryGetProperty("tenant", out var tenant) ? tenant.GetString()! : given.GetProperty("clientId").GetString()!,
        given.TryGetProperty("scopes", out var scopes) ? scopes.EnumerateArray().Select(scope => scope.GetString()!).ToArray() : SandboxAccount.Default.Scopes));

    private void SetCegos(JsonElement given)
    {
        foreach (var knob in given.EnumerateObject())
        {
            switch (knob.Name)
            {
                case "refusalStatus": _door.Control.Cegos.RefusalStatus = knob.Value.GetInt32(); break;
                case "scheduledReads": _door.Control.Cegos.ScheduledReads = knob.Value.GetInt32(); break;
                case "routes":
                    foreach (var route in knob.Value.EnumerateObject())
                        _door.Control.Cegos.SetRoute(route.Name, route.Value.GetString()!);
                    break;
                default: throw new FormatException($"There is no knob '{knob.Name}'.");
            }
        }
    }

    private static string Done(Action action)
    {
        action();
        return string.Empty;
    }

    private static async Task<JsonDocument> ReadAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var text = await body.ReadToEndAsync();
        return JsonDocument.Parse(text.Length == 0 ? "null" : text);
    }
}
