using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>Tokens of an OAuth token endpoint, whatever the grant. One renewal serves all who wait for it.</summary>
internal sealed class OAuthTokenSource(ApiSender sender, ApiService api, Uri endpoint, IOAuthGrant grant, Redactor redactor,
    TimeProvider time, Func<IReadOnlyList<KeyValuePair<string, string>>>? headers = null) : ITokenSource
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    private const long DefaultLifetime = 3600;
    private const long LongestLifetime = 366L * 24 * 3600;

    private readonly Uri _endpoint = endpoint;
    private readonly IOAuthGrant _grant = grant;
    private readonly SingleFlight<AccessToken> _renewal = new();
    private volatile AccessToken? _current;

    public bool CanRenew => true;

    public DateTimeOffset? Expires => _current?.Expires;

    public async Task<AccessToken> GetAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken)
    {
        AccessToken token;
        do
        {
            token = Usable(refused) ?? await _renewal.RunAsync(ending =>
                RenewAsync(refused, observer, ending), cancellationToken).ConfigureAwait(false);
        }
        while (ReferenceEquals(token, refused)); // a renewal that ended just as its token was refused
        return token;
    }

    public void Forget()
    {
        _current = null;
        _grant.Dispose();
    }

    private AccessToken? Usable(AccessToken? refused) =>
        _current is { } token && !ReferenceEquals(token, refused) && time.GetUtcNow() < token.RenewAt ? token : null;

    private async Task<AccessToken> RenewAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken)
    {
        // An earlier renewal may have ended between the caller's look and this one's start.
        if (Usable(refused) is { } token)
        {
            return token;
        }

        var asked = time.GetUtcNow();
        using var form = new FormBody();
        try
        {
            _grant.Write(form, redactor);
            using var answer = await sender.SendAsync(Request(form.Bytes), observer, cancellationToken).ConfigureAwait(false);
            return _current = answer.Decode(json => ReadToken(json, asked));
        }
        catch (ObjectDisposedException)
        {
            throw sender.Closed(Request(default)); // the secret was forgotten
        }
        catch (ApiException exception) when (exception.StatusCode is >= 400 and < 500 and not (407 or 408 or 429)
            && exception.Kind != ApiErrorKind.RateLimited)
        {
            if (_grant.FallBack())
            {
                return await RenewAsync(refused, observer, cancellationToken).ConfigureAwait(false);
            }

            throw Refused(exception);
        }
    }

    /// <summary>It changes nothing at the vendor's, so it is repeated as a read is.</summary>
    private ApiRequest Request(ReadOnlyMemory<byte> form) =>
        new(api, "Token", CallKind.Read, HttpMethod.Post, _endpoint, _endpoint.AbsolutePath.TrimStart('/'))
    {
        Body = form,
        BodyType = FormBody.MediaType,
        Headers = headers?.Invoke() ?? [],
    };

    private AccessToken ReadToken(ReadOnlySpan<byte> json, DateTimeOffset asked)
    {
        var members = JsonTree.Read(json) as IReadOnlyDictionary<string, object?>;
        if (members?.GetValueOrDefault("access_token") is not string { Length: > 0 } value)
        {
            throw ShapeException.Missing("access_token");
        }

        if (value.Any(character => character is <= ' ' or > '~'))
        {
            throw new ShapeException("\"access_token\" cannot be sent in a header");
        }

        redactor.AddSecret(value);
        _grant.Learn(members, redactor);
        var seconds = members.GetValueOrDefault("expires_in") switch
        {
            long number => number,
            decimal number => (long)Math.Clamp(number, 0, LongestLifetime),
            string text when long.TryParse(text, out var number) => number,
            _ => DefaultLifetime,
        };
        var lifetime = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestLifetime));
        var margin = TimeSpan.FromTicks(Math.Min(Margin.Ticks, lifetime.Ticks / 4)); // a short life would be all margin
        return AccessToken.Bearer(value, asked + lifetime, asked + lifetime - margin);
    }

    private ApiException Refused(ApiException refusal)
    {
        var status = StatusNames.Name(refusal.StatusCode!.Value);
        var reason = refusal.Reason is null ? string.Empty : $" It says: {refusal.Reason}";
        return new ApiException(ApiErrorKind.AuthenticationFailed,
            $"{api} refused to give a token ({status}); check the credentials and the token address.{reason}", refusal.InnerException)
        {
            Api = refusal.Api,
            Operation = refusal.Operation,
            StatusCode = refusal.StatusCode,
            Code = refusal.Code,
            Reason = refusal.Reason,
            RequestId = refusal.RequestId,
        };
    }
}
