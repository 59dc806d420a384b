using System.Security;

namespace TrainingApis.Conferences;

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
