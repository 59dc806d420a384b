using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Lists the limits of the gateway.</summary>
internal enum GatewayLimit
{
    /// <summary>All requests of a day: <c>X-Quota-…</c>.</summary>
    Quota,

    /// <summary>All requests of a minute: <c>X-Rate-Limit-…</c>.</summary>
    Rate,

    /// <summary>All requests of a second: <c>X-Spike-Arrest-…</c>. It is shown, but enforced only when a test set it.</summary>
    Spike,
}

/// <summary>Represents the API gateway in front of the vendor's servers: keys and limits. It is not thread-safe.</summary>
internal sealed class ResamaniaGateway
{
    /// <summary>The key that every sandbox has.</summary>
    public const string DefaultKey = "sandbox-gateway-key";

    private readonly Dictionary<string, Dictionary<GatewayLimit, RateLimit>> _limits = [];
    private readonly Dictionary<GatewayLimit, (int Limit, TimeSpan Period)> _changed = [];

    /// <summary>Adds a key, with counters of its own.</summary>
    public void AddKey(string key) => _limits[key] = new()
    {
        [GatewayLimit.Quota] = Create(GatewayLimit.Quota, 100_000, TimeSpan.FromDays(1)),
        [GatewayLimit.Rate] = Create(GatewayLimit.Rate, 2750, TimeSpan.FromMinutes(1)),
        [GatewayLimit.Spike] = Create(GatewayLimit.Spike, 30, TimeSpan.FromSeconds(1)),
    };

    /// <summary>Changes a limit, and starts all counters again.</summary>
    public void SetLimit(GatewayLimit name, int limit, TimeSpan period)
    {
        _changed[name] = (limit, period);
        _limits.Keys.ToList().ForEach(AddKey);
    }

    /// <summary>Checks and counts a request, and adds the limits' headers to the response.</summary>
    public Response Handle(Request request, Func<Response> next)
    {
        if (!_limits.TryGetValue(request.Header("x-gravitee-api-key") ?? string.Empty, out var limits))
        {
            return Refuse(401, "Unauthorized");
        }

        var now = DateTimeOffset.UtcNow;
        var exceeded = limits.Where(limit => !limit.Value.TryTake(now) && (limit.Key != GatewayLimit.Spike || _changed.ContainsKey(limit.Key)));
        var response = exceeded.ToList() is [var first, ..]
            ? Refuse(429, $"{first.Key} limit exceeded! You reached the limit of {first.Value.Limit} requests per {Milliseconds(first.Value.Period)} ms")
            : next();

        // There is no Retry-After among them.
        limits[GatewayLimit.Quota].AddHeaders(response, "X-Quota");
        limits[GatewayLimit.Rate].AddHeaders(response, "X-Rate-Limit");
        var spike = limits[GatewayLimit.Spike];
        return response.With("X-Spike-Arrest-Limit", spike.Limit.ToString(CultureInfo.InvariantCulture))
            .With("X-Spike-Arrest-Reset", spike.Reset.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
            .With("X-Spike-Arrest-Slice-Period", Milliseconds(spike.Period));
    }

    public void Reset()
    {
        _limits.Clear();
        _changed.Clear();
        AddKey(DefaultKey);
    }

    private static string Milliseconds(TimeSpan period) => period.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);

    private static Response Refuse(int status, string message) =>
        Response.Json(status, new JsonObject { ["message"] = message, ["http_status_code"] = status });

    private RateLimit Create(GatewayLimit name, int limit, TimeSpan period) =>
        _changed.TryGetValue(name, out var changed) ? new RateLimit(changed.Limit, changed.Period) : new RateLimit(limit, period);
}
