using TrainingApis.Cmdlets.Changes;
using System.Text.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>A watch as the journal knows it: everything but the secrets, of which only the names count.</summary>
internal static class WatchFields
{
    public static IReadOnlyList<KeyValuePair<string, object?>> Of(NewWatch watch) => Change.FieldsOf(new
    {
        watch.SessionId,
        watch.Address,
        watch.Name,
        watch.Method,
        watch.Status,
        User = watch.BasicCredential?.UserName,
        Headers = Names(watch.Headers),
        Schema = watch.Schema is null ? null : JsonSerializer.Serialize(watch.Schema),
        OAuth2 = Names(watch.OAuth2),
        Keys = watch.SigningKeyIds is null ? null : string.Join(",", watch.SigningKeyIds),
    });

    /// <summary>The watch that an earlier run has made, from what it was made of.</summary>
    public static Watch FromJournal(NewWatch watch, string id) => new()
    {
        WatchId = id,
        SessionId = watch.SessionId,
        Name = watch.Name,
        Address = watch.Address,
        Method = watch.Method?.ToUpperInvariant(),
        StatusRaw = watch.Status?.ToString().ToLowerInvariant(),
        Signed = watch.SigningKeyIds is null ? null : true,
        SigningKeyId = watch.SigningKeyIds is null ? ItemList<string>.Empty : new ItemList<string>([.. watch.SigningKeyIds]),
        FromJournal = true,
    };

    private static string? Names(IReadOnlyList<SecretField>? fields) =>
        fields is null ? null : string.Join(",", fields.Select(field => field.Name));
}
