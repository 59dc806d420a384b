using System.Text;
using System.Text.RegularExpressions;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Reads the fields of a token call, in either of the two published encodings.</summary>
internal static class ResamaniaForm
{
    private static readonly Regex Boundary = new("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Name = new("^content-disposition:\\s*form-data\\s*;.*?\\bname=(?:\"([^\"]*)\"|([^;\\s]+))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline);

    /// <summary>The fields by name; null where the body is no form, or says something twice.</summary>
    public static IReadOnlyDictionary<string, string>? Read(SandboxRequest request)
    {
        var text = Encoding.UTF8.GetString(request.Body);
        var pairs = request.MediaType switch
        {
            "application/x-www-form-urlencoded" => NameValues.Parse(text).Pairs,
            "multipart/form-data" => Parts(text, Boundary.Match(request.Header("Content-Type")!)),
            _ => null,
        };
        if (pairs == null || pairs.GroupBy(pair => pair.Key).Any(group => group.Count() > 1))
            return null;
        return pairs.ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private static IReadOnlyList<KeyValuePair<string, string>>? Parts(string text, Match boundary)
    {
        if (!boundary.Success)
            return null;
        var mark = "--" + boundary.Groups[1].Value + boundary.Groups[2].Value;
        var result = new List<KeyValuePair<string, string>>();
        var parts = ("\r\n" + text).Split("\r\n" + mark);
        if (parts.Length < 2 || !parts[^1].StartsWith("--", StringComparison.Ordinal))
            return null;
        foreach (var part in parts.Skip(1).Take(parts.Length - 2))
        {
            var headers = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (headers < 0 || Name.Match(part[..headers]) is not { Success: true } name)
                return null;
            result.Add(new(name.Groups[1].Value + name.Groups[2].Value, part[(headers + 4)..]));
        }

        return result;
    }
}
