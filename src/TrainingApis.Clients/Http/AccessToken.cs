namespace TrainingApis.Clients.Http;

/// <summary>What proves who is calling: the headers that say so, and how long they are good for.</summary>
internal sealed class AccessToken(DateTimeOffset expires, DateTimeOffset renewAt, params KeyValuePair<string, string>[] headers)
{
    private readonly KeyValuePair<string, string>[] _headers = headers;

    public DateTimeOffset Expires { get; } = expires;

    /// <summary>From when on a new one is asked for.</summary>
    public DateTimeOffset RenewAt { get; } = renewAt;

    public static AccessToken Bearer(string value, DateTimeOffset expires, DateTimeOffset renewAt) =>
        new(expires, renewAt, KeyValuePair.Create("Authorization", "Bearer " + value));

    /// <summary>Sets the headers, in place of those of an earlier token.</summary>
    public void Apply(HttpRequestMessage request)
    {
        foreach (var header in _headers)
        {
            request.Headers.Remove(header.Key);
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }
}
