using System.Globalization;
using System.Security;
using System.Text.RegularExpressions;

namespace TrainingApis.Conferences;

/// <summary>
/// Represents a local time and the name of its time zone, as the vendor sent them. It compares with others, with dates and with ISO 8601
/// text: by the instant where both sides know theirs, else by the local time. A time without a zone and a date of no kind have only that.
/// </summary>
public sealed class ZonedDateTime : IComparable, IComparable<ZonedDateTime>, IEquatable<ZonedDateTime>
{
    private static readonly Regex Form =
        new(@"^(?<local>\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,7})?)?)?)(?<offset>Z|[+-]\d\d:\d\d)?( +(?<zone>\S.*))?$",
        RegexOptions.CultureInvariant);

    private readonly DateTimeOffset? _instant;

    /// <summary>Takes both as they are.</summary>
    /// <param name="dateTime">The local time, <c>2011-12-03T10:15:30</c>.</param>
    /// <param name="timeZone">The zone's name, <c>Europe/Paris</c>.</param>
    public ZonedDateTime(string? dateTime, string? timeZone) : this(dateTime, timeZone, null) => _instant = Instant();

    private ZonedDateTime(string? dateTime, string? timeZone, DateTimeOffset? instant)
    {
        DateTimeRaw = dateTime;
        TimeZone = timeZone;
        DateTime = WallClock.Parse(dateTime);
        _instant = instant;
    }

    /// <summary>Gets the local time, of kind <see cref="DateTimeKind.Unspecified"/>; null where the vendor's text is none.</summary>
    public DateTime? DateTime { get; }

    /// <summary>Gets the local time as the vendor wrote it.</summary>
    public string? DateTimeRaw { get; }

    /// <summary>Gets the zone's name as the vendor wrote it.</summary>
    public string? TimeZone { get; }

    /// <summary>A date as what it is compared with: an instant, unless it is of no kind.</summary>
    public static implicit operator ZonedDateTime(DateTime date) =>
        new(date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture), null,
            date.Kind == DateTimeKind.Unspecified ? null : new DateTimeOffset(date));

    /// <summary>An instant as what it is compared with.</summary>
    public static implicit operator ZonedDateTime(DateTimeOffset date) =>
        new(date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture), null, date);

    /// <summary>Reads ISO 8601 text, alone, with an offset, or with a zone's name behind it, as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ZonedDateTime Parse(string text)
    {
        var match = Form.Match(text?.Trim() ?? string.Empty);
        if (!match.Success || WallClock.Parse(match.Groups["local"].Value) is null)
        {
            throw new FormatException("This is no date as 2026-01-15T10:00:00, alone, with an offset, or with the name of a time zone "
                + "behind it.");
        }

        var local = match.Groups["local"].Value.Replace(' ', 'T');
        return match.Groups["offset"] is { Success: true, Value: var offset }
            ? new ZonedDateTime(local, null,
                DateTimeOffset.Parse((local.Contains('T') ? local : local + "T00:00") + offset, CultureInfo.InvariantCulture))
            : new ZonedDateTime(local, match.Groups["zone"] is { Success: true, Value: var zone } ? zone : null);
    }

    /// <summary>
    /// The instant, with the zone's offset. A time that the clocks skip is read with the offset before the change, and so comes out that
    /// much later (02:30 becomes 03:30); a time that they show twice is the first of the two. Null where the machine does not know the
    /// zone.
    /// </summary>
    public DateTimeOffset? ToDateTimeOffset() => _instant;

    /// <inheritdoc/>
    public int CompareTo(ZonedDateTime? other) => other is null ? 1
        : _instant is { } instant && other._instant is { } otherInstant ? instant.CompareTo(otherInstant)
        : Nullable.Compare(DateTime, other.DateTime);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        ZonedDateTime other => CompareTo(other),
        DateTime date => CompareTo((ZonedDateTime)date),
        DateTimeOffset date => CompareTo((ZonedDateTime)date),
        string text => CompareTo(Parse(text)),
        _ => throw new ArgumentException("It compares with dates and with ISO 8601 text only.", nameof(obj)),
    };

    /// <summary>Gets whether both are the same instant; of two without one, the same local time; of two that are no times, the same
    /// texts.</summary>
    /// <param name="other">The other time.</param>
    public bool Equals(ZonedDateTime? other) => other is not null && Key == other.Key;

    /// <summary>Gets whether it is equal to another, or at the same time as a date or an ISO 8601 text.</summary>
    /// <param name="obj">The other time, a date or a text.</param>
    public override bool Equals(object? obj)
    {
        try
        {
            return obj is ZonedDateTime other ? Equals(other) : obj is System.DateTime or DateTimeOffset or string && CompareTo(obj) == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode();

    /// <summary>Time and zone: <c>2011-12-03 10:15:30 Europe/Paris</c>.</summary>
    public override string ToString() =>
        $"{DateTime?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? DateTimeRaw} {TimeZone}".Trim();

    private (long? Instant, DateTime? Local, string? Text) Key => _instant is { } instant ? (instant.UtcTicks, null, null)
        : DateTime is { } local ? (null, local, null)
        : (null, null, $"{DateTimeRaw} {TimeZone}");

    private DateTimeOffset? Instant()
    {
        if (DateTime is not { } local || TimeZones.Find(TimeZone) is not { } zone)
        {
            return null;
        }

        try
        {
            // By the offsets themselves: what the platform calls invalid or ambiguous is wrong where winter is the exception (Dublin).
            var asUtc = System.DateTime.SpecifyKind(local, DateTimeKind.Utc);
            var (before, after) = (zone.GetUtcOffset(asUtc.AddDays(-1)), zone.GetUtcOffset(asUtc.AddDays(1)));
            foreach (var offset in new[] { before, after })
            {
                if (zone.GetUtcOffset(asUtc - offset) == offset)
                {
                    return new DateTimeOffset(local, offset);
                }
            }
            return new DateTimeOffset(local, before).ToOffset(after);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // the first or the last day of the calendar
        }
    }
}

/// <summary>Finds time zones by their names. A name that comes from outside must never become a path.</summary>
internal static class TimeZones
{
    public static TimeZoneInfo? Find(string? name)
    {
        var id = name?.Trim();
        return string.IsNullOrEmpty(id) || !id.All(IsOfName) || id[0] == '/'
            || id.Contains("..", StringComparison.Ordinal) ? null : Look(id);
    }

    private static bool IsOfName(char letter) =>
        letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/' or '_' or '-' or '+' or '.' or ' ';

    private static TimeZoneInfo? Look(string id)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException
            or UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }
}
