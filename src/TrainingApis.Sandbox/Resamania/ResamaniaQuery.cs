using System.Globalization;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>The filters and the page of a list. A name that is not documented is refused: it would else be a filter that does nothing.</summary>
internal sealed class ResamaniaQuery
{
    private const int DefaultSize = 30;
    private const int MaximumSize = 100;

    public ResamaniaQuery(SandboxRequest request, params string[] filters)
    {
        Pairs = request.Query.Pairs.Select(pair => new KeyValuePair<string, string>(Bare(pair.Key), pair.Value)).ToList();
        var unknown = request.Query.Pairs.Select(pair => pair.Key).FirstOrDefault(name => !filters.Contains(Bare(name)) && name is not ("page" or "itemsPerPage"));
        if (unknown != null)
            throw ResamaniaRefusal.Of(400, $"Unknown query parameter \"{unknown}\".");
        Page = Number("page", 1, "Page");
        ItemsPerPage = Math.Min(MaximumSize, Number("itemsPerPage", DefaultSize, "Limit"));
        // Whether the caller asked for pages; an answer of one page then names its view all the same.
        AsksForPage = Has("page") || Has("itemsPerPage");
        Others = request.Query.Pairs.Where(pair => pair.Key is not ("page" or "itemsPerPage")).ToList();
    }

    public int Page { get; }

    public int ItemsPerPage { get; }

    public bool AsksForPage { get; }

    /// <summary>The query without its page, as it came.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Others { get; }

    private IReadOnlyList<KeyValuePair<string, string>> Pairs { get; }

    public bool Has(string name) => Pairs.Any(pair => pair.Key == name);

    public string? Get(string name) => Pairs.LastOrDefault(pair => pair.Key == name).Value;

    /// <summary>True where the filter is not set, or one of its values is the given one.</summary>
    public bool Allows(string name, string? value) =>
        !Has(name) || Pairs.Any(pair => pair.Key == name && string.Equals(pair.Value, value, StringComparison.OrdinalIgnoreCase));

    /// <summary>A filter of true or false, in the words that the framework takes.</summary>
    public bool? Flag(string name) => Get(name) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        var other => throw ResamaniaRefusal.Of(400, $"Invalid boolean value \"{other}\" for \"{name}\"."),
    };

    /// <summary>A filter of a day or an instant; what has an offset is taken to the clubs' wall clock without it.</summary>
    public DateTime? Time(string name)
    {
        if (Get(name) is not { } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.DateTime
            : throw ResamaniaRefusal.Of(400, $"Invalid date \"{text}\" for \"{name}\".");
    }

    /// <summary>The direction of an order: 1, -1, or 0 for none.</summary>
    public int Order(string name) => Get($"order[{name}]")?.ToLowerInvariant() switch
    {
        null => 0,
        "asc" => 1,
        "desc" => -1,
        _ => throw ResamaniaRefusal.Of(400, $"Invalid order for \"{name}\"."),
    };

    /// <summary>A filter may be repeated, with or without brackets behind its name.</summary>
    private static string Bare(string name) => name.EndsWith("[]", StringComparison.Ordinal) ? name[..^2] : name;

    private int Number(string name, int otherwise, string word)
    {
        if (Get(name) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw ResamaniaRefusal.Of(400, $"{word} should not be less than 1");
    }
}
