using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Represents the API gateway in front of the servers of Resamania, with its key and its limits. It is not thread-safe.</summary>
internal sealed class ResamaniaGateway
{
    /// <summary>The key that all requests must contain. It is not a secret, because it is valid only in a sandbox.</summary>
    public const string Key = "sandbox-gateway-key";

    /// <summary>Gets the limit of requests per day.</summary>
    public RateLimit Quota { get; } = new() { Maximum = 100_000, Period = TimeSpan.FromDays(1) };

    /// <summary>Gets the limit of requests per minute.</summary>
    public RateLimit Rate { get; } = new() { Maximum = 2750, Period = TimeSpan.FromMinutes(1) };

    /// <summary>Gets the limit of requests per second. Responses contain it, but it is not enforced.</summary>
    public RateLimit Spike { get; } = new() { Maximum = 30, Period = TimeSpan.FromSeconds(1) };

    /// <summary>Checks and counts a request, and adds the headers of the limits to the response.</summary>
    public Response Handle(Request request, Func<Response> next)
    {
        if (request.Header("x-gravitee-api-key") != Key)
        {
            return Refuse(401, "Unauthorized");
        }

        Quota.Count();
        Rate.Count();
        Spike.Count();
        var response = Quota.IsExceeded || Rate.IsExceeded ? Refuse(429, "Rate limit exceeded") : next();

        // The documents show no Retry-After header.
        (string Name, long Value)[] headers =
        [
            ("X-Quota-Limit", Quota.Maximum), ("X-Quota-Remaining", Quota.Remaining), ("X-Quota-Reset", Quota.ResetTime),
            ("X-Rate-Limit-Limit", Rate.Maximum), ("X-Rate-Limit-Remaining", Rate.Remaining), ("X-Rate-Limit-Reset", Rate.ResetTime),
            ("X-Spike-Arrest-Limit", Spike.Maximum), ("X-Spike-Arrest-Reset", Spike.ResetTime),
            ("X-Spike-Arrest-Slice-Period", (long)Spike.Period.TotalMilliseconds),
        ];
        Array.ForEach(headers, header => response.With(header.Name, header.Value.ToString(CultureInfo.InvariantCulture)));
        return response;
    }

    private static Response Refuse(int status, string message) =>
        Response.Json(status, new JsonObject { ["message"] = message, ["http_status_code"] = status });
}

/// <summary>Represents a limit of requests per period.</summary>
internal sealed class RateLimit
{
    private DateTimeOffset _start;
    private int _count;

    public int Maximum { get; set; }

    public TimeSpan Period { get; set; }

    public int Remaining => Math.Max(0, Maximum - _count);

    public bool IsExceeded => _count > Maximum;

    /// <summary>Gets the end of the current period, in Unix time in milliseconds.</summary>
    public long ResetTime => (_start + Period).ToUnixTimeMilliseconds();

    /// <summary>Counts a request.</summary>
    public void Count()
    {
        var now = DateTimeOffset.UtcNow;
        if (now >= _start + Period)
        {
            (_start, _count) = (now, 0);
        }

        _count++;
    }
}
