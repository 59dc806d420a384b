using System.Net;

namespace TrainingApis.Clients.Http;

/// <summary>Sets the token. A 401 renews it, once for each call, and the call is made again: a 401 says that the vendor did not
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
