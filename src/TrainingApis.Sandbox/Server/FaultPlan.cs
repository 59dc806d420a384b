using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TrainingApis.Sandbox.Server;

/// <summary>Specifies the random fault of a request.</summary>
internal enum FaultKind
{
    None,

    /// <summary>Status 429 with <c>Retry-After</c>. The request is not executed.</summary>
    TooManyRequests,

    /// <summary>The connection is refused before the content of the request is read, so the client knows that nothing was sent.</summary>
    ConnectionRefused,

    /// <summary>Status 503 with <c>Retry-After</c>.</summary>
    Unavailable,

    /// <summary>Status 500.</summary>
    InternalError,

    /// <summary>Status 502 with an HTML body.</summary>
    BadGateway,

    /// <summary>The connection is lost in the middle of the response.</summary>
    BrokenBody,
}

/// <summary>Represents the random fault of a request, with the value of <c>Retry-After</c> in seconds.</summary>
internal readonly record struct RandomFault(FaultKind Kind, int RetryAfter)
{
    /// <summary>Gets the response of the fault; null if the fault is not a response.</summary>
    public Response? ToResponse() => Kind switch
    {
        FaultKind.TooManyRequests => Response.Empty(429).With("Retry-After", RetryAfter.ToString(CultureInfo.InvariantCulture)),
        FaultKind.Unavailable => Response.Empty(503).With("Retry-After", RetryAfter.ToString(CultureInfo.InvariantCulture)),
        FaultKind.InternalError => Response.Text(500, "An error occurred while processing your request."),
        FaultKind.BadGateway => Response.Text(502, "<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html"),
        _ => null,
    };
}

/// <summary>
/// Selects from the seed the requests that have a fault, at most two in a row. Changes have only the first two kinds of faults, after which
/// it is certain that nothing was executed. Reads have all kinds.
/// </summary>
internal sealed class FaultPlan(int seed)
{
    private const int MaximumInARow = 2;
    private static readonly FaultKind[] OnChanges = [FaultKind.TooManyRequests, FaultKind.ConnectionRefused];
    private static readonly FaultKind[] OnReads = [.. Enum.GetValues(typeof(FaultKind)).Cast<FaultKind>().Skip(1)];

    private readonly ConcurrentDictionary<string, StrongBox<(int Attempts, int InARow)>> _targets = new();
    private readonly ConditionalWeakTable<HttpRequestMessage, StrongBox<int>> _faults = new();

    /// <summary>Gets the fault of an attempt. A message that is sent again is the same request.</summary>
    public RandomFault Next(HttpRequestMessage message, double rate)
    {
        if (rate <= 0)
        {
            return default;
        }

        var name = $"{message.Method} {message.RequestUri!.PathAndQuery}";
        var target = _targets.GetOrAdd(name, _ => new StrongBox<(int Attempts, int InARow)>());
        var met = _faults.GetValue(message, _ => new StrongBox<int>());
        lock (target)
        {
            var random = new SeededRandom(seed, target.Value.Attempts++, name);
            if (random.NextFraction() >= rate || target.Value.InARow >= MaximumInARow || met.Value >= MaximumInARow)
            {
                target.Value.InARow = 0;
                return default;
            }

            target.Value.InARow++;
            met.Value++;
            var isRead = message.Method == HttpMethod.Get;
            return new RandomFault(random.Pick(isRead ? OnReads : OnChanges), random.OneIn(4) ? 1 : 0);
        }
    }
}
