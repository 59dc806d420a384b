using System.Globalization;

namespace TrainingApis;

/// <summary>
/// Reads local times. The vendors write the same local time with and without <c>Z</c> or an offset, so the text after the time is ignored
/// and the time is not converted.
/// </summary>
internal static class WallClock
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd",
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm",
    ];

    /// <summary>Reads ISO 8601 text; null for any other text.</summary>
    /// <returns>A date of kind <see cref="DateTimeKind.Unspecified"/>.</returns>
    public static DateTime? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var local = WithoutZone(text.AsSpan().Trim());
        return DateTime.TryParseExact(local, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>
    /// Gets the same day at another time; the unchanged date if the hour is null, or if the hour or the minute is invalid.
    /// </summary>
    public static DateTime? At(DateTime? date, int? hour, int? minute) =>
        date is { } day && hour is >= 0 and < 24 && minute is null or (>= 0 and < 60)
            ? day.Date.AddHours(hour!.Value).AddMinutes(minute ?? 0)
            : date;

    private static ReadOnlySpan<char> WithoutZone(ReadOnlySpan<char> text)
    {
        const int dateLength = 10;
        if (text.Length <= dateLength)
        {
            return text;
        }

        var zone = text[dateLength..].IndexOfAny('Z', '+', '-');
        return zone < 0 ? text : text[..(dateLength + zone)].TrimEnd();
    }
}
