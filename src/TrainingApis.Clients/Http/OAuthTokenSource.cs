using System.Globalization;
using System.Security;
using System.Text;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>Provides tokens of an OAuth token endpoint for any grant. All callers that wait share one renewal.</summary>
internal sealed class OAuthTokenSource(ApiSender sender, Uri endpoint, OAuthGrant grant, Redactor redactor, TimeProvider time,
    ApiService service, Func<IReadOnlyList<KeyValuePair<string, string>>> headers) : ITokenSource
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    private const long DefaultLifetime = 3600;
    private const long LongestLifetime = 366L * 24 * 3600;

    private readonly Operation _operation = new(service, "Token", OperationKind.Read, "POST token body", "get a token");
    private readonly SingleFlight<AccessToken> _renewal = new();
    private volatile AccessToken? _current;

    public bool CanRenew => true;

    public DateTimeOffset? Expires => _current?.Expires;

    public async Task<AccessToken> GetAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken)
    {
        AccessToken token;
        do
        {
            token = Usable(refused) ?? await _renewal.RunAsync(ending => RenewAsync(refused, observer, ending), cancellationToken)
                .ConfigureAwait(false);
        }
        while (ReferenceEquals(token, refused)); // A renewal that completed just as its token was refused.
        return token;
    }

    public void Forget()
    {
        _current = null;
        grant.Dispose();
    }

    private AccessToken? Usable(AccessToken? refused) =>
        _current is { } token && !ReferenceEquals(token, refused) && time.GetUtcNow() < token.RenewAt ? token : null;

    private async Task<AccessToken> RenewAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken)
    {
        // An earlier renewal can complete between the check of the caller and the start of this one.
        if (Usable(refused) is { } token)
        {
            return token;
        }

        var requested = time.GetUtcNow();
        try
        {
            using var response = await sender.SendAsync(CreateRequest(), observer, cancellationToken).ConfigureAwait(false);
            return _current = response.Decode(json => ReadToken(response, json, requested));
        }
        catch (ApiException exception) when (exception.StatusCode is (>= 400 and < 500 and not (407 or 408 or 429)) or 200
            && exception.Kind is not (ApiErrorKind.RateLimited or ApiErrorKind.UnexpectedResponse or ApiErrorKind.Unreachable))
        {
            if (grant.FallBack())
            {
                return await RenewAsync(refused, observer, cancellationToken).ConfigureAwait(false);
            }

            var reason = exception.Reason is null ? string.Empty : $": {exception.Reason.TrimEnd('.', ' ')}";
            throw exception.With(ApiErrorKind.AuthenticationFailed,
                $"Cannot get a token ({ErrorMap.NameOf(exception.StatusCode!.Value)}){reason}. "
                    + "Check the credentials and the token address.");
        }
    }

    /// <summary>The request changes nothing at the vendor, so it is retried like a read.</summary>
    private ApiRequest CreateRequest()
    {
        var request = new ApiRequest(_operation, HttpMethod.Post, endpoint, endpoint.AbsolutePath.TrimStart('/'), _operation.Subject);
        return request with
        {
            Body = grant.Write(redactor),
            BodyType = "application/x-www-form-urlencoded",
            Headers = headers(),
            HoldsSecrets = true,
        };
    }

    private AccessToken ReadToken(ApiResponse response, ReadOnlySpan<byte> json, DateTimeOffset requested)
    {
        var members = JsonTree.Read(json) as Dictionary<string, object?>;
        if (members?.GetValueOrDefault("access_token") is not string { Length: > 0 } value)
        {
            var error = members?.GetValueOrDefault("error") is null or false ? null : ErrorBody.Read(json, redactor);
            throw error is null ? ShapeException.Missing("access_token") : response.Rejected(error.Code, error.Reason);
        }

        if (value.Any(character => character is <= ' ' or > '~'))
        {
            throw new ShapeException("\"access_token\" cannot be sent in a header");
        }

        redactor.AddSecret(value);
        grant.Learn(members.GetValueOrDefault("refresh_token") as string, redactor);
        var seconds = members.GetValueOrDefault("expires_in") switch
        {
            long number => number,
            decimal number => (long)Math.Clamp(number, 0, LongestLifetime),
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => DefaultLifetime,
        };
        var lifetime = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestLifetime));
        // For a short lifetime, a fixed margin would be too long.
        var margin = TimeSpan.FromTicks(Math.Min(Margin.Ticks, lifetime.Ticks / 4));
        return new AccessToken(requested + lifetime, requested + lifetime - margin,
            KeyValuePair.Create("Authorization", "Bearer " + value));
    }
}

/// <summary>
/// Represents an OAuth grant with the client ID and secret in the form. If a response contained a refresh token that is kept, the next
/// request uses it. If that is refused, the grant itself is used again.
/// </summary>
/// <param name="type">The value of <c>grant_type</c>.</param>
/// <param name="clientId">The client's id.</param>
/// <param name="secret">The client's secret; a copy is kept.</param>
/// <param name="field">An additional field of the form, such as a scope or the account; null for none.</param>
/// <param name="refreshToken">The initial refresh token; null for none. A copy is kept.</param>
/// <param name="keepsRefreshToken">Whether refresh tokens from responses are used.</param>
internal sealed class OAuthGrant(string type, string clientId, SecureString secret, KeyValuePair<string, string>? field = null,
    SecureString? refreshToken = null, bool keepsRefreshToken = false) : IDisposable
{
    private const string RefreshToken = "refresh_token";
    private readonly SecureString _secret = secret.Copy();
    private SecureString? _refreshToken = refreshToken?.Copy();

    private bool IsRefreshOnly => type == RefreshToken;

    /// <summary>Creates the form. The caller clears it.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotConnected"/>: the secrets were removed.</exception>
    public byte[] Write(Redactor redactor)
    {
        try
        {
            var form = new StringBuilder();
            Add(form, "grant_type", _refreshToken is null ? type : RefreshToken);
            Add(form, "client_id", clientId);
            AddSecret(form, "client_secret", _secret, redactor);
            if (_refreshToken is { } token)
            {
                AddSecret(form, RefreshToken, token, redactor);
            }
            else if (field is { } more)
            {
                Add(form, more.Key, more.Value);
            }

            return Encoding.ASCII.GetBytes(form.ToString());
        }
        catch (ObjectDisposedException)
        {
            throw new ApiException(ApiErrorKind.NotConnected, "Cannot get a token: this connection is closed. Connect again.");
        }
    }

    /// <summary>Takes the refresh token from a response; null if there is none.</summary>
    public void Learn(string? token, Redactor redactor)
    {
        redactor.AddSecret(token);
        if (!keepsRefreshToken || (string.IsNullOrEmpty(token) && IsRefreshOnly))
        {
            return;
        }

        var old = _refreshToken;
        _refreshToken = string.IsNullOrEmpty(token) ? null : SecretText.Create(token);
        old?.Dispose();
    }

    /// <summary>Removes a refresh token that was refused. Returns false if there is no other way to get a token.</summary>
    public bool FallBack()
    {
        if (IsRefreshOnly || _refreshToken is null)
        {
            return false;
        }

        _refreshToken.Dispose();
        _refreshToken = null;
        return true;
    }

    public void Dispose()
    {
        _secret.Dispose();
        _refreshToken?.Dispose();
    }

    private static void Add(StringBuilder form, string name, string value) =>
        form.Append(form.Length == 0 ? string.Empty : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));

    private static void AddSecret(StringBuilder form, string name, SecureString secret, Redactor redactor) => SecretText.Use(secret, text =>
    {
        redactor.AddSecret(text);
        Add(form, name, new string(text));
        return true;
    });
}
