using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Conferences;

/// <summary>
/// Reads the watch that was made, member by member: the vendor repeats what it was given, and what the deliveries prove themselves with
/// is left out. Unknown members are left out too, for that reason.
/// </summary>
internal static class WatchResponse
{
    public static Watch Read(ApiResponse answer, NewWatch asked, Redactor secrets)
    {
        var members = answer.Decode(json =>
        {
            ConferenceErrors.Check(answer, json, secrets);
            return JsonMembers.Read(json);
        });
        var id = JsonMembers.Text(members, "id") ?? JsonMembers.Text(members, "watcherId") ?? throw answer.Unexpected("it has no \"id\"");
        var signature = JsonMembers.Of(members.GetValueOrDefault("signature"));
        return new Watch
        {
            WatchId = id,
            SessionId = asked.SessionId,
            Name = secrets.Redact(JsonMembers.Text(members, "name")) ?? asked.Name,
            Address = secrets.Redact(JsonMembers.Text(members, "address")) ?? asked.Address,
            Method = JsonMembers.Text(members, "method") ?? asked.Method?.ToUpperInvariant(),
            StatusRaw = JsonMembers.Text(members, "status") ?? asked.Status?.ToString().ToLowerInvariant(),
            Signed = signature?.GetValueOrDefault("enabled") as bool? ?? (asked.SigningKeyIds is null ? default(bool?) : true),
            SigningKeyId = Keys(signature?.GetValueOrDefault("cryptoKeyIds") ?? signature?.GetValueOrDefault("keys")),
        };
    }

    /// <summary>Ids, or objects with one: the vendor's pages show both.</summary>
    private static ItemList<string> Keys(object? keys) => new((keys as List<object?> ?? [keys])
        .Select(key => JsonMembers.Of(key) is { } members ? JsonMembers.Text(members, "id")
            : JsonMembers.Text(new Dictionary<string, object?> { ["id"] = key }, "id"))
        .OfType<string>().ToArray());
}
