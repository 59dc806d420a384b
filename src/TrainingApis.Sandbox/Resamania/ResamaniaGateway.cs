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

/// <summary>Represents the API gateway in front of the vendor's servers: its key and its limits. It is not thread-safe.</summary>
internal sealed class ResamaniaGateway
{
    /// <summary>The key that all requests carry. It is not a secret: nothing outside a sandbox knows it.</summary>
    public const string Key = "sandbox-gateway-key";

    private readonly Dictionary<GatewayLimit, RateLimit> _limits = [];
    private bool _enforcesSpike;

    /// <summary>Changes a limit, and starts its counter again.</summary>
    public void SetLimit(GatewayLimit name, int limit, TimeSpan period)
    {
        _limits[name] = new RateLimit(limit, period);
        _enforcesSpike |= name == GatewayLimit.Spike;
    }

    /// <summary>Checks and counts a request, and adds the limits' headers to the response.</summary>
    public Response Handle(Request request, Func<Response> next)
    {
        if (request.Header("x-gravitee-api-key") != Key)
        {
            return Refuse(401, "Unauthorized");
        }

        var now = DateTimeOffset.UtcNow;
        var exceeded = _limits.Where(limit => !limit.Value.TryTake(now)).Select(limit => limit.Key).ToList();
        var response = exceeded.Exists(name => name != GatewayLimit.Spike || _enforcesSpike)
            ? Refuse(429, $"{string.Join(", ", exceeded)} limit exceeded")
            : next();

        // The documents show no Retry-After.
        _limits[GatewayLimit.Quota].AddHeaders(response, "X-Quota");
        _limits[GatewayLimit.Rate].AddHeaders(response, "X-Rate-Limit");
        var spike = _limits[GatewayLimit.Spike];
        return response.With("X-Spike-Arrest-Limit", spike.Limit.ToString(CultureInfo.InvariantCulture))
            .With("X-Spike-Arrest-Reset", spike.Reset.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
            .With("X-Spike-Arrest-Slice-Period", spike.Period.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    public void Reset()
    {
        SetLimit(GatewayLimit.Quota, 100_000, TimeSpan.FromDays(1));
        SetLimit(GatewayLimit.Rate, 2750, TimeSpan.FromMinutes(1));
        SetLimit(GatewayLimit.Spike, 30, TimeSpan.FromSeconds(1));
        _enforcesSpike = false;
    }

    private static Response Refuse(int status, string message) =>
        Response.Json(status, new JsonObject { ["message"] = message, ["http_status_code"] = status });
}
