using System.Text.Json;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Creates a watch from the journal.</summary>
internal static class WatchFields
{
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
}
