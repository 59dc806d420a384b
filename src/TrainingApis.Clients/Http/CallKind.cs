namespace TrainingApis.Clients.Http;

/// <summary>What sending a request twice would mean.</summary>
internal enum CallKind
{
    /// <summary>Nothing: it only reads.</summary>
    Read,

    /// <summary>Perhaps a second registration: it is sent again only when the vendor surely did not act.</summary>
    Change,
}
