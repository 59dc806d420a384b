using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Represents the API gateway in front of the vendor's servers: its key and its limits. It is not thread-safe.</summary>
internal sealed class ResamaniaGateway
{
    /// <summary>The key that all requests carry. It is not a secret: nothing outside a sandbox knows it.</summary>
    public const string Key = "sandbox-gateway-key";

    /// <summary>Gets the limit of requests in a day.</summary>
    public RateLimit Quota { get; } = new() { Maximum = 100_000, Period = TimeSpan.FromDays(1) };

    /// <summary>Gets the limit of requests in a minute.</summary>
    public RateLimit Rate { get; } = new() { Maximum = 2750, Period = TimeSpan.FromMinutes(1) };

    /// <summary>Gets the limit of requests in a second. It is shown, but not enforced.</summary>
    public RateLimit Spike { get; } = new() { Maximum = 30, Period = TimeSpan.FromSeconds(1) };

    /// <summary>Checks and counts a request, and adds the limits' headers to the response.</summary>
    public Response Handle(Request request, Func<Response> next)
    {
        if (request.Header("x-gravitee-api-key") != Key)
        {
            return Refuse(401, "Unauthorized");
        }

        Quota.Count();
        Rate.Count();
        Spike.Count();
        var response = Math.Min(Quota.Remaining, Rate.Remaining) >= 0 ? next() : Refuse(429, "Rate limit exceeded");

        // The documents show no Retry-After.
        foreach (var (name, limit) in new[] { ("X-Quota", Quota), ("X-Rate-Limit", Rate), ("X-Spike-Arrest", Spike) })
        {
            response.With(name + "-Limit", Format(limit.Maximum)).With(name + "-Reset", Format(limit.Reset.ToUnixTimeMilliseconds()));
            if (limit == Spike)
            {
                response.With("X-Spike-Arrest-Slice-Period", Format((long)limit.Period.TotalMilliseconds));
            }
            else
            {
                response.With(name + "-Remaining", Format(Math.Max(0, limit.Remaining)));
            }
        }

        return response;
    }

    private static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Response Refuse(int status, string message) =>
        Response.Json(status, new JsonObject { ["message"] = message, ["http_status_code"] = status });
}

/// <summary>Represents a limit of requests in a period.</summary>
internal sealed class RateLimit
{
    private DateTimeOffset _start;
    private int _count;

    public int Maximum { get; set; }

    public TimeSpan Period { get; set; }

    /// <summary>Gets how many requests are left in the current period; negative above the limit.</summary>
    public int Remaining => Maximum - _count;

    /// <summary>Gets when the current period ends.</summary>
    public DateTimeOffset Reset => _start + Period;

    /// <summary>Counts a request.</summary>
    public void Count()
    {
        var now = DateTimeOffset.UtcNow;
        if (now >= Reset)
        {
            (_start, _count) = (now, 0);
        }

        _count++;
    }
}
