using System.Globalization;

namespace TrainingApis.Cegos;

/// <summary>
/// Represents a session: a product at a place and a time (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>, sessions).
/// What Cegos computes (full, last place, probable) is passed on, not computed again.
/// </summary>
public sealed class Session
{
    /// <summary>Gets or sets the session, its identity: <c>2025-61072-PAR-001</c>.</summary>
    public string YearlySessionCode { get; set; } = string.Empty;

    /// <summary>Gets or sets its number among the sessions of the product.</summary>
    public int? SessionNumber { get; set; }

    /// <summary>Gets the code of the product of that year, in the products' form: <c>202561072</c>.</summary>
    public string? YearlyProductCode => YearlyProductCodeRaw is { } code ? CegosCode.ToProductForm(code) : null;

    /// <summary>Gets or sets the same code as Cegos sent it: <c>2025-61072</c>.</summary>
    public string? YearlyProductCodeRaw { get; set; }

    /// <summary>Gets or sets the title of the product; null where it was not asked for.</summary>
    public string? ProductTitle { get; set; }

    /// <summary>Gets or sets the product whatever the year.</summary>
    public string? ProductCode { get; set; }

    /// <summary>Gets the beginning, wall-clock of the venue.</summary>
    public DateTime? StartDate => WallClock.Parse(StartDateRaw);

    /// <summary>Gets or sets the beginning as Cegos wrote it.</summary>
    public string? StartDateRaw { get; set; }

    /// <summary>Gets the end, wall-clock of the venue.</summary>
    public DateTime? EndDate => WallClock.Parse(EndDateRaw);

    /// <summary>Gets or sets the end as Cegos wrote it.</summary>
    public string? EndDateRaw { get; set; }

    /// <summary>Gets or sets the duration in days of seven hours.</summary>
    public decimal? DurationInDays { get; set; }

    /// <summary>Gets or sets the city; <c>A DISTANCE</c> where it is remote.</summary>
    public string? City { get; set; }

    /// <summary>Gets or sets whether it is remote.</summary>
    public bool? IsRemote { get; set; }

    /// <summary>Gets the status, from <see cref="StatusRaw"/>.</summary>
    public SessionStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "OPEN" or "0" => SessionStatus.Open,
        "VALID" or "100" => SessionStatus.Valid,
        "INVITED" or "200" => SessionStatus.Invited,
        "CANCEL" or "CANCELLED" or "CANCELED" or "900" => SessionStatus.Cancelled,
        "CLOSED" => SessionStatus.Closed,
        _ => SessionStatus.Unknown,
    };

    /// <summary>Gets or sets the status as Cegos wrote it: a word or a number.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets whether it will take place in any case.</summary>
    public bool? GuaranteedSession { get; set; }

    /// <summary>Gets or sets whether no place is left.</summary>
    public bool? IsFull { get; set; }

    /// <summary>Gets or sets whether one place is left.</summary>
    public bool? IsLastPlaceAvailable { get; set; }

    /// <summary>Gets or sets whether it will probably take place.</summary>
    public bool? IsHighProbability { get; set; }

    /// <summary>Gets or sets how many are registered.</summary>
    public int? RegistrationCount { get; set; }

    /// <summary>Gets or sets how many it takes for it to take place.</summary>
    public int? LimitMin { get; set; }

    /// <summary>Gets or sets how many it can take.</summary>
    public int? LimitMax { get; set; }

    /// <summary>Gets how many places are left: 0 where it is full; null where Cegos sent no limit.</summary>
    public int? PlacesLeft => IsFull == true ? 0 : LimitMax is { } limit ? Math.Max(0, limit - (RegistrationCount ?? 0)) : null;

    /// <summary>Gets or sets the price; Cegos names no currency.</summary>
    public decimal? Price { get; set; }

    /// <summary>Gets or sets the discounted price.</summary>
    public decimal? InterDiscountPrice { get; set; }

    /// <summary>Gets or sets how many components it has, those by video conference not counted.</summary>
    public int? ComponentCount { get; set; }

    /// <summary>Gets or sets whether the CPF pays.</summary>
    public bool? TopCpf { get; set; }

    /// <summary>Gets or sets its parts; from a list only where they were asked for.</summary>
    public ItemList<SessionPart> Parts { get; set; } = ItemList<SessionPart>.Empty;

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The code.</summary>
    public override string ToString() => YearlySessionCode;

    /// <summary>Tells whether it can be booked: open or valid, not full and not past.</summary>
    /// <param name="now">The present, wall-clock of the venue.</param>
    public bool IsAvailable(DateTime now) =>
        Status is SessionStatus.Open or SessionStatus.Valid && IsFull != true && !(StartDate <= now);
}

/// <summary>Specifies the status of a session. Cegos writes it as a word or as a number, in several spellings.</summary>
public enum SessionStatus
{
    /// <summary>None of the values below; see <see cref="Session.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>Open for registrations (<c>Open</c>, 0).</summary>
    Open,

    /// <summary>Valid (<c>Valid</c>, 100).</summary>
    Valid,

    /// <summary>The participants were invited (<c>Invited</c>, 200).</summary>
    Invited,

    /// <summary>Cancelled (<c>Cancel</c>, <c>Cancelled</c>, 900).</summary>
    Cancelled,

    /// <summary>Closed (<c>Closed</c>).</summary>
    Closed,
}

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
