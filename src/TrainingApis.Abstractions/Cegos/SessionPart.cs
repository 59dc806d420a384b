using System.Globalization;

namespace TrainingApis.Cegos;

/// <summary>Represents one part of a session, usually a day.</summary>
public sealed class SessionPart : NestedObject
{
    /// <summary>Gets or sets its number, from 1.</summary>
    public int? Number { get; set; }

    /// <summary>Gets or sets whether it is remote.</summary>
    public bool? IsRemote { get; set; }

    /// <summary>Gets the beginning, wall-clock of the venue; hour and minute come from their own members where Cegos sent them.</summary>
    public DateTime? StartDate => WallClock.At(WallClock.Parse(StartDateRaw), StartTimeHour, StartTimeMinute);

    /// <summary>Gets or sets the beginning as Cegos wrote it.</summary>
    public string? StartDateRaw { get; set; }

    /// <summary>Gets the end, wall-clock of the venue; hour and minute come from their own members where Cegos sent them.</summary>
    public DateTime? EndDate => WallClock.At(WallClock.Parse(EndDateRaw), EndTimeHour, EndTimeMinute);

    /// <summary>Gets or sets the end as Cegos wrote it.</summary>
    public string? EndDateRaw { get; set; }

    /// <summary>Gets or sets the hour it begins.</summary>
    public int? StartTimeHour { get; set; }

    /// <summary>Gets or sets the minute it begins.</summary>
    public int? StartTimeMinute { get; set; }

    /// <summary>Gets or sets the hour it ends.</summary>
    public int? EndTimeHour { get; set; }

    /// <summary>Gets or sets the minute it ends.</summary>
    public int? EndTimeMinute { get; set; }

    /// <summary>Gets or sets the duration in days of seven hours.</summary>
    public decimal? DurationInDay { get; set; }

    /// <summary>Gets or sets the centre; it may or may not equal a <see cref="Center.Code"/>.</summary>
    public string? CenterId { get; set; }

    /// <summary>Gets when it takes place: <c>2025-09-15 09:00 - 17:30</c>. A part without readable dates gives them as Cegos sent them, or
    /// its number.</summary>
    public override string ToString()
    {
        var (start, end) = (StartDate, EndDate);
        var isOneDay = start is not null && start.Value.Date == end?.Date;
        var parts = new[] { Show(start, StartDateRaw), isOneDay ? Time(end) : Show(end, EndDateRaw) };
        var text = string.Join(" - ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return text.Length > 0 || Number is null ? text : $"part {Number.Value.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string? Show(DateTime? date, string? raw) => date?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? raw;

    private static string? Time(DateTime? date) => date?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
