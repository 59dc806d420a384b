using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Conferences;

/// <summary>
/// Reads the watch that was made, member by member: the vendor repeats what it was given, and what the deliveries prove themselves with
/// is left out. Unknown members are left out too, for that reason.
/// </summary>
internal static class WatchAnswer
{
    public static Watch Read(ApiAnswer answer, NewWatch asked, Redactor secrets)
    {
        var members = answer.Decode(json =>
        {
            ConferenceRefusal.Check(answer, json, secrets);
            return PlainMembers.Read(json);
        });
        var id = PlainMembers.Text(members, "id") ?? PlainMembers.Text(members, "watcherId") ?? throw answer.Unexpected("it has no \"id\"");
        var signature = PlainMembers.Of(members.GetValueOrDefault("signature"));
        return new Watch
        {
            WatchId = id,
            SessionId = asked.SessionId,
            Name = secrets.Clean(PlainMembers.Text(members, "name")) ?? asked.Name,
            Address = secrets.Clean(PlainMembers.Text(members, "address")) ?? asked.Address,
            Method = PlainMembers.Text(members, "method") ?? asked.Method?.ToUpperInvariant(),
            StatusRaw = PlainMembers.Text(members, "status") ?? asked.Status?.ToString().ToLowerInvariant(),
            Signed = signature?.GetValueOrDefault("enabled") as bool? ?? (asked.SigningKeyIds is null ? default(bool?) : true),
            SigningKeyId = Keys(signature?.GetValueOrDefault("cryptoKeyIds") ?? signature?.GetValueOrDefault("keys")),
        };
    }

    /// <summary>Ids, or objects with one: the vendor's pages show both.</summary>
    private static ItemList<string> Keys(object? keys) => new((keys as List<object?> ?? [keys])
        .Select(key => PlainMembers.Of(key) is { } members ? PlainMembers.Text(members, "id")
            : PlainMembers.Text(new Dictionary<string, object?> { ["id"] = key }, "id"))
        .OfType<string>().ToArray());
}
