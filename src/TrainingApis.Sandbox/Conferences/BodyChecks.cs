using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>The types that the documents use. Nothing is converted: text that looks like a number is text.</summary>
internal static class BodyChecks
{
    private static readonly Regex WallClock = new(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$", RegexOptions.CultureInvariant);

    public static BodyCheck Text { get; } = AtMost(int.MaxValue);

    /// <summary>Text that says something.</summary>
    public static BodyCheck Filled { get; } = OfText(text => text.Trim().Length > 0 ? null : "must not be empty");

    /// <summary>A local time without an offset.</summary>
    public static BodyCheck LocalTime { get; } = OfText(text =>
        WallClock.IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : "must be a date-time without offset, such as 2011-12-03T10:15:30");

    /// <summary>An absolute web address.</summary>
    public static BodyCheck Address { get; } = OfText(text =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? null : "must be an absolute URL");

    public static BodyCheck Flag { get; } = Typed(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False, "must be a boolean");

    public static BodyCheck Number { get; } = Typed(value => value.ValueKind == JsonValueKind.Number, "must be a number");

    /// <summary>Known to the API, but not for callers to set.</summary>
    public static BodyCheck ReadOnly { get; } = (_, path, faults) => faults.Add(path, "is read-only");

    public static BodyCheck AtMost(int letters) => OfText(text => text.Length <= letters ? null : $"must have at most {letters} characters");

    /// <summary>One of these, to the letter.</summary>
    public static BodyCheck Word(params string[] words) => OfText(text => words.Contains(text) ? null : "must be one of " + string.Join(", ", words));

    public static BodyCheck Whole(int least) =>
        Typed(value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least, $"must be an integer, {least} or more");

    public static BodyCheck List(BodyCheck item) => (value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            faults.Add(path, "must be an array");
            return;
        }

        var place = 0;
        foreach (var one in value.EnumerateArray())
            item(one, $"{path}[{place++}]", faults);
    };

    /// <summary>An object whose members the caller names.</summary>
    public static BodyCheck Map(BodyCheck item) => (value, path, faults) =>
    {
        foreach (var (name, one) in Members(value, path, faults) ?? new())
            item(one, Join(path, name), faults);
    };

    public static BodyCheck Object(params BodyMember[] members) => (value, path, faults) =>
    {
        if (Members(value, path, faults) is not { } given)
            return;
        foreach (var (name, one) in given)
        {
            if (Array.Find(members, member => member.Name == name) is { } member)
                member.Check(one, Join(path, name), faults);
            else
                faults.Add(Join(path, name), "is unknown");
        }

        foreach (var missing in members.Where(member => member.Required && !given.ContainsKey(member.Name)))
            faults.Add(Join(path, missing.Name), "is required");
    };

    private static BodyCheck OfText(Func<string, string?> fault) => (value, path, faults) =>
    {
        var found = value.ValueKind == JsonValueKind.String ? fault(value.GetString()!) : "must be a string";
        if (found != null)
            faults.Add(path, found);
    };

    private static BodyCheck Typed(Func<JsonElement, bool> fits, string fault) => (value, path, faults) =>
    {
        if (!fits(value))
            faults.Add(path, fault);
    };

    /// <summary>The members by name; null where it is no object, which is noted.</summary>
    private static Dictionary<string, JsonElement>? Members(JsonElement value, string path, BodyFaults faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, "must be an object");
            return null;
        }

        var members = new Dictionary<string, JsonElement>();
        foreach (var member in value.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
                faults.Add(Join(path, member.Name), "occurs twice");
        }

        return members;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
