using System.Text.RegularExpressions;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Where one operation listens, and what carries its fields.</summary>
internal sealed class ConferencesRoute
{
    private static readonly Regex Placeholder = new(@"^\{(\w+)\}$", RegexOptions.CultureInvariant);
    private readonly string[] _path;

    private ConferencesRoute(string method, string[] path, bool fieldsInQuery) => (Method, _path, FieldsInQuery) = (method, path, fieldsInQuery);

    public string Method { get; }

    public bool FieldsInQuery { get; }

    /// <summary>How many of its segments are no ids: of two routes that fit, the one with more of them is meant.</summary>
    public int Literals => _path.Count(part => !Placeholder.IsMatch(part));

    public static ConferencesRoute Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts.Length > 3 || (parts.Length == 3 && parts[2] != "query"))
            throw new ArgumentException($"'{text}' is no route: METHOD path[ query].", nameof(text));
        return new ConferencesRoute(parts[0].ToUpperInvariant(), parts[1].Trim('/').Split('/'), parts.Length == 3);
    }

    /// <summary>The ids in the path by name; null where the path is another. Servers of this kind do look at the case of letters.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] segments)
    {
        if (segments.Length != _path.Length)
            return null;
        var ids = new Dictionary<string, string>();
        for (var place = 0; place < _path.Length; place++)
        {
            if (Placeholder.Match(_path[place]) is { Success: true } name && segments[place].Length > 0)
                ids[name.Groups[1].Value] = segments[place];
            else if (_path[place] != segments[place])
                return null;
        }

        return ids;
    }
}
