using System.Globalization;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Reads a cell that holds a date without a time: a date object, or <c>2000-12-31</c>. Never <c>31/12/2000</c>, which cultures
/// read
/// differently.</summary>
internal sealed class DateFieldAttribute : FieldTransformationAttribute
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    protected override string Expected => "a date (ISO 8601, such as 2000-12-31)";

    protected override object? Cleared => Clearing.Date;

    protected override object? Read(object value) => value switch
    {
        DateTime date => date.Date,
        DateTimeOffset date => date.Date,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        string text => DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var date) ? date.Date : null,
        _ => null,
    };
}

/// <summary>Reads a point in time for a filter: a date object, or ISO 8601 text with or without a time. The time zone is not
/// converted.</summary>
internal sealed class TimeFieldAttribute : FieldTransformationAttribute
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    protected override string Expected => "a date (ISO 8601, such as 2026-12-31 or 2026-12-31T14:00)";

    protected override object? Read(object value) => value switch
    {
        DateTime time => time,
        DateTimeOffset time => time.DateTime,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        string text => DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        _ => null,
    };
}
