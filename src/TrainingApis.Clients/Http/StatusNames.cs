using System.Net;
using System.Text.RegularExpressions;

namespace TrainingApis.Clients.Http;

/// <summary>Names of statuses in our own words; a vendor's reason phrase may be anything.</summary>
internal static class StatusNames
{
    private static readonly Regex WordStart = new("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant);

    /// <summary><c>429 Too Many Requests</c>.</summary>
    public static string Name(int status) =>
        Enum.IsDefined(typeof(HttpStatusCode), status) ? $"{status} {WordStart.Replace(((HttpStatusCode)status).ToString(), " ")}"
            : $"{status}";
}
