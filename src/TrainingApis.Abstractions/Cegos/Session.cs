using System.Globalization;

namespace TrainingApis.Cegos;

/// <summary>
/// Represents a session: a product at a place and a time (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>, sessions). Values that
/// Cegos computes (full, last place, probable) are returned as they are, and are not recalculated.
/// </summary>
public sealed class Session
{
    /// <summary>Gets or sets the code of the session, which is its identity, such as <c>2025-61072-PAR-001</c>.</summary>
    public string YearlySessionCode { get; set; } = string.Empty;

    /// <summary>Gets or sets the number of the session among the sessions of the product.</summary>
    public int? SessionNumber { get; set; }

    /// <summary>Gets the code of the product in this year, in the product form, such as <c>202561072</c>.</summary>
    public string? YearlyProductCode => YearlyProductCodeRaw is { } code ? CegosCode.ToProductForm(code) : null;

    /// <summary>Gets or sets the same code as Cegos sent it, such as <c>2025-61072</c>.</summary>
    public string? YearlyProductCodeRaw { get; set; }

    /// <summary>Gets or sets the title of the product; null if it was not requested.</summary>
    public string? ProductTitle { get; set; }

    /// <summary>Gets or sets the code of the product without the year.</summary>
    public string? ProductCode { get; set; }

    /// <summary>Gets the start, in the local time of the venue.</summary>
    public DateTime? StartDate => WallClock.Parse(StartDateRaw);

    /// <summary>Gets or sets the start as Cegos sent it.</summary>
    public string? StartDateRaw { get; set; }

    /// <summary>Gets the end, in the local time of the venue.</summary>
    public DateTime? EndDate => WallClock.Parse(EndDateRaw);

    /// <summary>Gets or sets the end as Cegos sent it.</summary>
    public string? EndDateRaw { get; set; }

    /// <summary>Gets or sets the duration in days, with seven hours per day.</summary>
    public decimal? DurationInDays { get; set; }

    /// <summary>Gets or sets the city; <c>A DISTANCE</c> if the session is remote.</summary>
    public string? City { get; set; }

    /// <summary>Gets or sets whether the training is remote.</summary>
    public bool? IsRemote { get; set; }

    /// <summary>Gets the status, derived from <see cref="StatusRaw"/>.</summary>
    public SessionStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "OPEN" or "0" => SessionStatus.Open,
        "VALID" or "100" => SessionStatus.Valid,
        "INVITED" or "200" => SessionStatus.Invited,
        "CANCEL" or "CANCELLED" or "CANCELED" or "900" => SessionStatus.Cancelled,
        "CLOSED" => SessionStatus.Closed,
        _ => SessionStatus.Unknown,
    };

    /// <summary>Gets or sets the status as Cegos sent it: a word or a number.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets whether the session is guaranteed to take place.</summary>
    public bool? GuaranteedSession { get; set; }

    /// <summary>Gets or sets whether the session is full.</summary>
    public bool? IsFull { get; set; }

    /// <summary>Gets or sets whether only one place is left.</summary>
    public bool? IsLastPlaceAvailable { get; set; }

    /// <summary>Gets or sets whether the session will probably take place.</summary>
    public bool? IsHighProbability { get; set; }

    /// <summary>Gets or sets the number of registrations.</summary>
    public int? RegistrationCount { get; set; }

    /// <summary>Gets or sets the minimum number of participants that the session requires.</summary>
    public int? LimitMin { get; set; }

    /// <summary>Gets or sets the maximum number of participants.</summary>
    public int? LimitMax { get; set; }

    /// <summary>Gets the number of places left: 0 if the session is full; null if Cegos sent no limit.</summary>
    public int? PlacesLeft => IsFull == true ? 0 : LimitMax is { } limit ? Math.Max(0, limit - (RegistrationCount ?? 0)) : null;

    /// <summary>Gets or sets the price. Cegos does not specify the currency.</summary>
    public decimal? Price { get; set; }

    /// <summary>Gets or sets the discounted price.</summary>
    public decimal? InterDiscountPrice { get; set; }

    /// <summary>Gets or sets the number of components, without those by video conference.</summary>
    public int? ComponentCount { get; set; }

    /// <summary>Gets or sets whether the session can be paid with the personal training account (CPF).</summary>
    public bool? TopCpf { get; set; }

    /// <summary>Gets or sets the parts. Lists of sessions contain them only if they were requested.</summary>
    public ItemList<SessionPart> Parts { get; set; } = ItemList<SessionPart>.Empty;

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the code.</summary>
    public override string ToString() => YearlySessionCode;

    /// <summary>Gets whether the session can be booked: open or valid, not full and not started.</summary>
    /// <param name="now">The current time, in the local time of the venue.</param>
    public bool IsAvailable(DateTime now) =>
        Status is SessionStatus.Open or SessionStatus.Valid && IsFull != true && !(StartDate <= now);
}

/// <summary>Specifies the status of a session. Cegos sends it as a word or as a number, in several spellings.</summary>
public enum SessionStatus
{
    /// <summary>The status is missing or unknown; see <see cref="Session.StatusRaw"/>.</summary>
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

/// <summary>Represents a part of a session, usually one day.</summary>
public sealed class SessionPart : NestedObject
{
    /// <summary>Gets or sets the number of the part, starting with 1.</summary>
    public int? Number { get; set; }

    /// <summary>Gets or sets whether the training is remote.</summary>
    public bool? IsRemote { get; set; }

    /// <summary>
    /// Gets the start, in the local time of the venue. If Cegos sent the hour and the minute as separate members, these are used.
    /// </summary>
    public DateTime? StartDate => WallClock.At(WallClock.Parse(StartDateRaw), StartTimeHour, StartTimeMinute);

    /// <summary>Gets or sets the start as Cegos sent it.</summary>
    public string? StartDateRaw { get; set; }

    /// <summary>
    /// Gets the end, in the local time of the venue. If Cegos sent the hour and the minute as separate members, these are used.
    /// </summary>
    public DateTime? EndDate => WallClock.At(WallClock.Parse(EndDateRaw), EndTimeHour, EndTimeMinute);

    /// <summary>Gets or sets the end as Cegos sent it.</summary>
    public string? EndDateRaw { get; set; }

    /// <summary>Gets or sets the hour of the start.</summary>
    public int? StartTimeHour { get; set; }

    /// <summary>Gets or sets the minute of the start.</summary>
    public int? StartTimeMinute { get; set; }

    /// <summary>Gets or sets the hour of the end.</summary>
    public int? EndTimeHour { get; set; }

    /// <summary>Gets or sets the minute of the end.</summary>
    public int? EndTimeMinute { get; set; }

    /// <summary>Gets or sets the duration in days, with seven hours per day.</summary>
    public decimal? DurationInDay { get; set; }

    /// <summary>Gets or sets the ID of the centre, which is not necessarily a <see cref="Center.Code"/>.</summary>
    public string? CenterId { get; set; }

    /// <summary>
    /// Gets the start and the end: <c>2025-09-15 09:00 - 17:30</c>. If the dates cannot be read, gets them as Cegos sent them, or the
    /// number of the part.
    /// </summary>
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
