using TrainingApis.Conferences;
using Xunit;

namespace TrainingApis.Tests.Unit.Conferences;

/// <summary>Tests local times with a time zone, also around daylight saving changes.</summary>
public class ZonedDateTimeTests
{
    [Theory]
    [InlineData("2026-01-15T10:00:00", "Europe/Paris", "2026-01-15T10:00:00+01:00")]
    [InlineData("2026-07-15T10:00:00", "Europe/Paris", "2026-07-15T10:00:00+02:00")]
    [InlineData("2026-03-29T01:59:59", "Europe/Paris", "2026-03-29T01:59:59+01:00")]
    [InlineData("2026-03-29T02:30:00", "Europe/Paris", "2026-03-29T03:30:00+02:00")] // skipped hour
    [InlineData("2026-03-29T03:00:00", "Europe/Paris", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-25T02:30:00", "Europe/Paris", "2026-10-25T02:30:00+02:00")] // ambiguous hour
    [InlineData("2026-10-25T03:00:00", "Europe/Paris", "2026-10-25T03:00:00+01:00")]
    [InlineData("2026-03-29T01:30:00", "Europe/Dublin", "2026-03-29T02:30:00+01:00")] // winter time is the adjusted time
    [InlineData("2026-10-25T01:30:00", "Europe/Dublin", "2026-10-25T01:30:00+01:00")]
    [InlineData("2026-10-04T02:15:00", "Australia/Lord_Howe", "2026-10-04T02:45:00+11:00")] // adjusted by half an hour
    [InlineData("2011-12-30T12:00:00", "Pacific/Apia", "2011-12-31T12:00:00+14:00")] // skipped day
    [InlineData("2026-01-15T10:00:00", "UTC", "2026-01-15T10:00:00+00:00")]
    public void Converts_to_an_instant_with_the_offset_of_the_zone(string local, string zone, string instant)
    {
        var found = new ZonedDateTime(local, zone).ToDateTimeOffset()!.Value;

        Assert.Equal(instant, found.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-01-15T10:00:00", "Mars/Olympus", "2026-01-15 10:00:00 Mars/Olympus")]
    [InlineData("2026-01-15T10:00:00", null, "2026-01-15 10:00:00")]
    [InlineData("2026-01-15T10:00:00", "../../../etc/passwd", "2026-01-15 10:00:00 ../../../etc/passwd")]
    [InlineData("2026-01-15T10:00:00", "/dev/zero", "2026-01-15 10:00:00 /dev/zero")]
    [InlineData("soon", "Europe/Paris", "soon Europe/Paris")]
    [InlineData("0001-01-01T00:00:00", "Asia/Tokyo", "0001-01-01 00:00:00 Asia/Tokyo")]
    [InlineData(null, "Europe/Paris", "Europe/Paris")]
    public void Keeps_the_text_of_an_unknown_time_or_zone(string? local, string? zone, string text)
    {
        var time = new ZonedDateTime(local, zone);

        Assert.Null(time.ToDateTimeOffset());
        Assert.Equal((local, zone, text), (time.DateTimeRaw, time.TimeZone, time.ToString()));
    }

    [Fact]
    public void Compares_by_instant_if_both_have_one()
    {
        var paris = new ZonedDateTime("2026-01-15T10:00:00", "Europe/Paris");
        var tokyo = new ZonedDateTime("2026-01-15T18:00:00", "Asia/Tokyo");
        var instant = new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(paris, tokyo);
        Assert.Equal(paris.GetHashCode(), tokyo.GetHashCode());
        Assert.Equal((0, 0, -1, 1), (paris.CompareTo(instant), paris.CompareTo((object)instant.UtcDateTime),
            paris.CompareTo(instant.AddSeconds(1)), paris.CompareTo(null)));
    }

    [Theory]
    [InlineData("2026-01-15T10:00:00", 0)]
    [InlineData("2026-01-15 10:00", 0)]
    [InlineData("2026-01-15", 1)]
    [InlineData("2026-01-15T09:00:00Z", 0)]
    [InlineData("2026-01-15T09:59:59+01:00", 1)]
    [InlineData("2026-01-15 10:00:00 Europe/Paris", 0)]
    [InlineData("2026-01-15 10:00:00 Asia/Tokyo", 1)]
    public void Compares_with_text(string text, int order) =>
        Assert.Equal(order, Math.Sign(new ZonedDateTime("2026-01-15T10:00:00", "Europe/Paris").CompareTo((object)text)));

    [Fact]
    public void Compares_by_local_time_without_a_known_zone()
    {
        var time = new ZonedDateTime("2026-01-15T10:00:00", "Mars/Olympus");

        Assert.Equal(0, time.CompareTo(new DateTime(2026, 1, 15, 10, 0, 0)));
        Assert.Equal(0, time.CompareTo(new ZonedDateTime("2026-01-15T10:00:00", "Europe/Paris")));
        Assert.NotEqual(new ZonedDateTime("soon", null), new ZonedDateTime("later", null));
    }

    [Fact]
    public void Equality_is_transitive_and_hash_codes_are_distinct()
    {
        var paris = new ZonedDateTime("2026-01-15T10:00:00", "Europe/Paris");
        var local = new ZonedDateTime("2026-01-15T10:00:00", null);
        var tokyo = new ZonedDateTime("2026-01-15T10:00:00", "Asia/Tokyo");

        Assert.False(paris.Equals(local));
        Assert.False(local.Equals(tokyo));
        Assert.False(paris.Equals(tokyo));
        Assert.Equal(local, new ZonedDateTime("2026-01-15T10:00", "Mars/Olympus"));
        Assert.Equal(100, Enumerable.Range(0, 100).Select(minutes =>
            new ZonedDateTime($"2026-01-15T{10 + (minutes / 60)}:{minutes % 60:00}:00", "Europe/Paris").GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void Equals_a_date_or_a_text_of_the_same_time()
    {
        var paris = new ZonedDateTime("2026-01-15T10:00:00", "Europe/Paris");

        Assert.True(paris.Equals((object)new DateTime(2026, 1, 15, 10, 0, 0)));
        Assert.True(paris.Equals((object)"2026-01-15T09:00:00Z"));
        Assert.True(paris.Equals((object)new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.FromHours(1))));
        Assert.False(paris.Equals((object)"soon"));
        Assert.False(paris.Equals(7));
    }

    [Theory]
    [InlineData("15/01/2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-01-15T10:00:00+99:00")]
    [InlineData("")]
    public void Rejects_text_that_is_not_a_date(string text) => Assert.Throws<FormatException>(() => ZonedDateTime.Parse(text));
}
