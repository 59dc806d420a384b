using System.Collections;
using System.Security;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>
/// Converts between PowerShell objects and trees of plain objects (null, scalars, lists, dictionaries), which the clients convert to and
/// from JSON.
/// </summary>
internal static class ObjectConverter
{
    private const int Deepest = 64;

    public static object? FromPowerShell(object? value) => FromPowerShell(value, 0);

    /// <summary>
    /// Converts a JSON object to a custom object, or to a dictionary if names differ only in letter case, which a custom object does not
    /// allow.
    /// </summary>
    public static object? ToPowerShell(object? plain) => plain switch
    {
        IReadOnlyDictionary<string, object?> members => ToObject(members),
        IReadOnlyList<object?> items => items.Select(ToPowerShell).ToArray(),
        _ => plain,
    };

    private static object? FromPowerShell(object? value, int depth)
    {
        if (depth > Deepest)
        {
            throw Refused($"The body is nested more than {Deepest} levels deep.");
        }

        var bare = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        return bare switch
        {
            null or string or bool or DateTime or DateTimeOffset or decimal => bare,
            SecureString or PSCredential =>
                throw Refused("A body cannot hold a SecureString or a credential: turn it into text knowingly first."),
            Guid or Uri or char or Enum or TimeSpan => bare.ToString(),
            IDictionary map => Entries(map)
                .ToDictionary(entry => entry.Key, entry => FromPowerShell(entry.Value, depth + 1), StringComparer.Ordinal),
            IEnumerable list => list.Cast<object?>().Select(item => FromPowerShell(item, depth + 1)).ToList(),
            _ when bare.GetType().IsPrimitive => bare,
            _ => PSObject.AsPSObject(bare).Properties.Where(p => p.IsGettable)
                .ToDictionary(p => p.Name, p => FromPowerShell(p.Value, depth + 1), StringComparer.Ordinal),
        };
    }

    /// <summary>Gets the entries of any dictionary. The enumerator of a generic dictionary would return pairs.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary map)
    {
        for (var entries = map.GetEnumerator(); entries.MoveNext();)
        {
            yield return KeyValuePair.Create(entries.Key.ToString()!, entries.Value);
        }
    }

    private static object ToObject(IReadOnlyDictionary<string, object?> members)
    {
        if (members.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() != members.Count || members.ContainsKey(string.Empty))
        {
            return members.ToDictionary(m => m.Key, m => ToPowerShell(m.Value), StringComparer.Ordinal);
        }

        var result = new PSObject();
        foreach ((var name, var value) in members)
        {
            result.Properties.Add(new PSNoteProperty(name, ToPowerShell(value)));
        }

        return result;
    }

    private static ApiException Refused(string message) => new(ApiErrorKind.InvalidArgument, message);
}
