using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security;

namespace TrainingApis;

/// <summary>Represents a member of a request in the form in which it is sent.</summary>
/// <param name="name">The wire name.</param>
/// <param name="value">The value to send: null, <see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="decimal"/>, <see
/// cref="double"/>, a <see cref="ResourceId"/>, a <see cref="SecureString"/>, or a <see cref="List{T}"/> or <see cref="Dictionary{TKey,
/// TValue}"/> of these.</param>
/// <param name="isInPath">Whether the member is a path parameter; otherwise it is sent in the body or the query.</param>
internal sealed class RequestMember(string name, object? value, bool isInPath = false)
{
    public string Name { get; } = name;

    public object? Value { get; } = value;

    public bool IsInPath { get; } = isInPath;
}

/// <summary>Represents a resource that is identified by its number or by its IRI. Both identify the same resource.</summary>
/// <param name="collection">The collection, such as <c>contacts</c> or <c>referentials/sources</c>.</param>
/// <param name="text">The number or the IRI.</param>
internal sealed class ResourceId(string collection, string text)
{
    public string Collection { get; } = collection;

    /// <summary>Gets the number or the IRI as specified, without white space at the ends.</summary>
    public string Text { get; } = text.Trim();

    /// <summary>Gets the number, which is the last segment of an IRI.</summary>
    public string Id => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>Gets the common form of the number and the IRI: <c>contacts/1</c>.</summary>
    public override string ToString() => $"{Collection}/{Id}";
}

/// <summary>Represents a request that can send members as null to clear their values at the vendor.</summary>
internal interface IClearingRequest
{
    /// <summary>Gets the names of the properties that are sent as null.</summary>
    IReadOnlyCollection<string> Cleared { get; }
}

/// <summary>
/// Converts a request to the members that are sent, in the order of the properties of the request. The client creates the path, the query
/// and the body from them, and the journal creates its keys, so that neither depends on names in the code.
/// </summary>
internal static class RequestMembers
{
    private static readonly ConcurrentDictionary<Type, Property[]> Known = new();

    /// <summary>Gets the members of a request. Properties that are null are omitted, unless the request clears them.</summary>
    /// <param name="request">The request; its properties have a <see cref="WireNameAttribute"/>.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: a value that cannot be sent.</exception>
    public static IReadOnlyList<RequestMember> Of(object request)
    {
        var members = new List<RequestMember>();
        var cleared = (request as IClearingRequest)?.Cleared;
        foreach (var property in Known.GetOrAdd(request.GetType(), Describe))
        {
            var value = property.Info.GetValue(request, BindingFlags.DoNotWrapExceptions, null, null, null);
            if (value is null && cleared?.Contains(property.Info.Name) != true)
            {
                continue;
            }

            var wire = value is null ? null : ToWire(property, value is string text ? PlainTree.Of(text)! : value);
            if (property.Wire.Format == WireFormat.Members)
            {
                members.AddRange(((Dictionary<string, object?>)wire!).Select(member => new RequestMember(member.Key, member.Value)));
            }
            else if (property.Wire.Name.IndexOf('.') is > 0 and var dot)
            {
                Nested(members, property.Wire.Name[..dot])[property.Wire.Name[(dot + 1)..]] = wire;
            }
            else
            {
                members.Add(new RequestMember(property.Wire.Name, wire, property.Wire.InPath));
            }
        }

        return members;
    }

    /// <summary>Gets the value of a member; null if there is none.</summary>
    /// <param name="members">The members.</param>
    /// <param name="name">The wire name. The name of a nested member is dotted: <c>client.id</c>.</param>
    public static object? Find(IReadOnlyList<RequestMember> members, string name)
    {
        var path = name.Split('.');
        var value = members.FirstOrDefault(member => member.Name == path[0])?.Value;
        return path.Skip(1).Aggregate(value, (parent, part) => (parent as Dictionary<string, object?>)?.GetValueOrDefault(part));
    }

    private static Property[] Describe(Type request) => request.GetProperties()
        .Select(info => new Property(info, info.GetCustomAttribute<WireNameAttribute>()!))
        .Where(property => property.Wire is not null)
        .OrderBy(property => property.Info.MetadataToken)
        .ToArray();

    /// <summary>Gets the object that dotted names have in common. It is added at the position of the first of these names.</summary>
    private static Dictionary<string, object?> Nested(List<RequestMember> members, string name)
    {
        if (members.FirstOrDefault(member => member.Name == name)?.Value is Dictionary<string, object?> known)
        {
            return known;
        }

        var nested = new Dictionary<string, object?>(StringComparer.Ordinal);
        members.Add(new RequestMember(name, nested));
        return nested;
    }

    private static object? ToWire(Property property, object value) => (property.Wire.Format, value) switch
    {
        (_, string text) when property.Wire.Collection is { } collection => new ResourceId(collection, text),
        (_, string text) when property.Wire.InPath => text.Trim(),
        (WireFormat.Id, string text) => text.Trim(),
        (WireFormat.UpperCase, string text) => text.ToUpperInvariant(),
        (WireFormat.Text, bool flag) => flag ? "true" : "false",
        (WireFormat.Text, decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture),
        (WireFormat.ZeroOrOne, bool flag) => flag ? 1L : 0L,
        (WireFormat.Number, Enum word) => Convert.ToInt64(word, CultureInfo.InvariantCulture),
        (WireFormat.Date, DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, Enum word) => WireNameAttribute.WordOf(word) ?? throw NotSendable(property, word),
        (_, SecureString) => value,
        (_, IReadOnlyDictionary<string, SecureString> secrets) =>
            secrets.ToDictionary(secret => secret.Key, secret => (object?)secret.Value, StringComparer.Ordinal),
        _ => PlainTree.Of(value),
    };

    private static ApiException NotSendable(Property property, Enum value)
    {
        var words = Enum.GetValues(value.GetType()).Cast<Enum>().Where(word => WireNameAttribute.WordOf(word) is not null);
        return new(ApiErrorKind.InvalidArgument,
            $"{property.Info.Name} cannot be set to {value}, only to {string.Join(" or ", words)}. Nothing was sent.");
    }

    private sealed record Property(PropertyInfo Info, WireNameAttribute Wire);
}
