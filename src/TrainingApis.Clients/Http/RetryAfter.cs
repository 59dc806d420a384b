using System.Globalization;
using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>Reads <c>Retry-After</c> in both forms, also where the number is none that .NET would parse.</summary>
internal static class RetryAfter
{
    /// <summary>A wait longer than this is not waited for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long the vendor asks to wait; <see cref="TimeSpan.MaxValue"/> for what is beyond counting. Null where it does not say, or
    /// names a moment that has passed.
    /// </summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        if (!response.Headers.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var text = values.First().Trim();
        if (text.Length > 0 && text.All(character => character is >= '0' and <= '9'))
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.MaxValue;
        }

        if (!RetryConditionHeaderValue.TryParse(text, out var parsed) || parsed.Date is not { } moment)
        {
            return null;
        }
        // Their date is compared with their clock: ours may be wrong.
        var wait = moment - (response.Headers.Date ?? time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : null;
    }
}
