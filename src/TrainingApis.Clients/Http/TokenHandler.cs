using System.Net;

namespace TrainingApis.Clients.Http;

/// <summary>Sets the token. A 401 renews it, once for each request, and the request is sent again: after a 401 the vendor did not
/// act.</summary>
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

/// <summary>Provides the token of requests. Thread-safe.</summary>
internal interface ITokenSource
{
    /// <summary>Gets whether a refused token can be renewed.</summary>
    bool CanRenew { get; }

    /// <summary>Gets when the present token ends; null where there is none.</summary>
    DateTimeOffset? Expires { get; }

    /// <summary>Gets the present token, or a new one where it is about to end or was refused. All who wait share one renewal.</summary>
    /// <param name="refused">The token that the API refused with 401; null at first.</param>
    /// <param name="observer">Who is told of the token request, if this caller starts it.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    Task<AccessToken> GetAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken);

    /// <summary>Forgets the token and the secrets behind it.</summary>
    void Forget();
}

/// <summary>Represents headers that authenticate a request, and how long they are valid.</summary>
/// <param name="expires">When they end.</param>
/// <param name="renewAt">When new ones are requested.</param>
/// <param name="headers">The headers.</param>
internal sealed class AccessToken(DateTimeOffset expires, DateTimeOffset renewAt, params KeyValuePair<string, string>[] headers)
{
    public DateTimeOffset Expires { get; } = expires;

    public DateTimeOffset RenewAt { get; } = renewAt;

    /// <summary>Sets the headers, in place of those of an earlier token.</summary>
    public void Apply(HttpRequestMessage request)
    {
        foreach (var header in headers)
        {
            request.Headers.Remove(header.Key);
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }
}
