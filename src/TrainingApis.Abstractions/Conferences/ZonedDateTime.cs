using System.Globalization;
using System.Security;
using System.Text.RegularExpressions;

namespace TrainingApis.Conferences;

/// <summary>
/// Represents a local time and the name of its time zone, as Agendize sent them. It can be compared with other instances, with dates and
/// with ISO 8601 text: by the instant if both values have one; otherwise, by the local time. A time without a zone, and a date of kind <see
/// cref="DateTimeKind.Unspecified"/>, have only a local time.
/// </summary>
public sealed class ZonedDateTime : IComparable, IComparable<ZonedDateTime>, IEquatable<ZonedDateTime>
{
    private static readonly Regex Form =
        new(@"^(?<local>\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,7})?)?)?)(?<offset>Z|[+-]\d\d:\d\d)?( +(?<zone>\S.*))?$",
        RegexOptions.CultureInvariant);

    private readonly DateTimeOffset? _instant;

    /// <summary>Creates an instance that keeps both texts unchanged.</summary>
    /// <param name="dateTime">The local time, such as <c>2011-12-03T10:15:30</c>.</param>
    /// <param name="timeZone">The name of the time zone, such as <c>Europe/Paris</c>.</param>
    public ZonedDateTime(string? dateTime, string? timeZone) : this(dateTime, timeZone, null) => _instant = Instant();

    private ZonedDateTime(string? dateTime, string? timeZone, DateTimeOffset? instant)
    {
        DateTimeRaw = dateTime;
        TimeZone = timeZone;
        DateTime = WallClock.Parse(dateTime);
        _instant = instant;
    }

    /// <summary>Gets the local time, of kind <see cref="DateTimeKind.Unspecified"/>; null if the text is not a valid time.</summary>
    public DateTime? DateTime { get; }

    /// <summary>Gets the local time as Agendize sent it.</summary>
    public string? DateTimeRaw { get; }

    /// <summary>Gets the name of the time zone as Agendize sent it.</summary>
    public string? TimeZone { get; }

    /// <summary>
    /// Converts a date for comparisons. The result has an instant, unless the date is of kind <see cref="DateTimeKind.Unspecified"/>.
    /// </summary>
    public static implicit operator ZonedDateTime(DateTime date) =>
        new(date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture), null,
            date.Kind == DateTimeKind.Unspecified ? null : new DateTimeOffset(date));

    /// <summary>Converts an instant for comparisons.</summary>
    public static implicit operator ZonedDateTime(DateTimeOffset date) =>
        new(date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture), null, date);

    /// <summary>
    /// Reads ISO 8601 text, optionally followed by an offset or by the name of a time zone, as <see cref="ToString"/> writes it.
    /// </summary>
    /// <exception cref="FormatException">The text does not have this format.</exception>
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
    /// Gets the instant, with the offset of the time zone. A local time that is skipped by a clock change is read with the offset before
    /// the change, and is therefore later by the size of the change (02:30 becomes 03:30). For a local time that occurs twice, the first
    /// one is used. Null if the computer does not know the time zone.
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

    /// <summary>
    /// Gets whether both are the same instant. If neither has an instant, their local times are compared; if neither has a local time,
    /// their texts are compared.
    /// </summary>
    /// <param name="other">The other time.</param>
    public bool Equals(ZonedDateTime? other) => other is not null && Key == other.Key;

    /// <summary>Gets whether the object is an equal instance, or a date or an ISO 8601 text of the same time.</summary>
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

    /// <summary>Gets the time and the zone: <c>2011-12-03 10:15:30 Europe/Paris</c>.</summary>
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
            // This compares the offsets, because .NET identifies invalid and ambiguous times incorrectly if winter time is the exception
            // (Dublin).
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
            return null; // The first and the last day of the calendar are out of range
        }
    }
}

/// <summary>Finds time zones by name. A name from an external source must never be used as a path.</summary>
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
