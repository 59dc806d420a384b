using System.Text.RegularExpressions;

namespace TrainingApis.Clients.Http;

/// <summary>How one operation is called: <c>METHOD path[ query]</c>.</summary>
internal sealed class Route
{
    private static readonly Regex Form =
        new(@"^(?<method>[A-Za-z]{3,7}) +/?(?<path>(?:[\w.~-]|\{\w+\})+(?:/(?:[\w.~-]|\{\w+\})+)*)(?<query> +query)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private Route(HttpMethod method, string path, bool inQuery)
    {
        Method = method;
        Path = path;
        InQuery = inQuery;
    }

    public HttpMethod Method { get; }

    /// <summary>The path under the base address, with parameters as <c>{name}</c>.</summary>
    public string Path { get; }

    /// <summary>True where the fields travel in the query instead of the body.</summary>
    public bool InQuery { get; }

    /// <summary>The names of the path's parameters.</summary>
    public IEnumerable<string> Parameters => Regex.Matches(Path, @"\{(\w+)\}").Select(parameter => parameter.Groups[1].Value);

    public override string ToString() => $"{Method} {Path}{(InQuery ? " query" : string.Empty)}";

    /// <summary>Reads it; null where it is none.</summary>
    public static Route? Parse(string? text)
    {
        var match = Form.Match(text?.Trim() ?? string.Empty);
        var (method, path) = (match.Groups["method"].Value.ToUpperInvariant(), match.Groups["path"].Value);
        return match.Success && Methods.Contains(method) && !path.Split('/').Any(segment => segment is "." or "..")
            ? new Route(new HttpMethod(method), path, match.Groups["query"].Success)
            : null;
    }
}
