using System.Net;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Sets the token. A 401 renews the token, once for each request, and the request is sent again, because the vendor did not process it.
/// </summary>
internal sealed class TokenHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        if (call.Request.Token is not { } source)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var token = await source.GetAsync(null, call.Observer, cancellationToken).ConfigureAwait(false);
        token.Apply(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || call.TokenWasRenewed || !source.CanRenew)
        {
            return response;
        }

        call.TokenWasRenewed = true;
        response.Dispose();
        token = await source.GetAsync(token, call.Observer, cancellationToken).ConfigureAwait(false);
        token.Apply(request);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Provides the tokens of requests. Thread-safe.</summary>
internal interface ITokenSource
{
    /// <summary>Gets whether a refused token can be renewed.</summary>
    bool CanRenew { get; }

    /// <summary>Gets when the current token expires; null if there is none.</summary>
    DateTimeOffset? Expires { get; }

    /// <summary>
    /// Gets the current token, or a new one if it is about to expire or was refused. All callers that wait share one renewal.
    /// </summary>
    /// <param name="refused">The token that the API refused with 401; null for the first attempt.</param>
    /// <param name="observer">The observer of the token request, if this caller starts it.</param>
    /// <param name="cancellationToken">Cancels the wait of this caller.</param>
    Task<AccessToken> GetAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken);

    /// <summary>Removes the token and the secrets for it.</summary>
    void Forget();
}

/// <summary>Represents headers that authenticate a request, and how long they are valid.</summary>
/// <param name="expires">When they expire.</param>
/// <param name="renewAt">When new ones are requested.</param>
/// <param name="headers">The headers.</param>
internal sealed class AccessToken(DateTimeOffset expires, DateTimeOffset renewAt, params KeyValuePair<string, string>[] headers)
{
    public DateTimeOffset Expires { get; } = expires;

    public DateTimeOffset RenewAt { get; } = renewAt;

    /// <summary>Sets the headers, and replaces those of an earlier token.</summary>
    public void Apply(HttpRequestMessage request)
    {
        foreach (var header in headers)
        {
            request.Headers.Remove(header.Key);
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }
}
