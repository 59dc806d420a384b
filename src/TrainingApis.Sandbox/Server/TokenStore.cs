using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Server;

/// <summary>Represents the access and refresh tokens of one vendor. It is thread-safe.</summary>
/// <typeparam name="T">What a token stands for: an account, a scope of an account, a member.</typeparam>
internal sealed class TokenStore<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, (T Subject, DateTimeOffset Expires)> _access = new();
    private readonly ConcurrentDictionary<string, T> _refresh = new();

    /// <summary>Gets or sets how long new access tokens live.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Creates an access token.</summary>
    /// <param name="subject">What it stands for.</param>
    /// <param name="token">Its text; a random one when omitted.</param>
    /// <param name="lifetime">How long it lives; <see cref="Lifetime"/> when omitted.</param>
    public string Issue(T subject, string? token = null, TimeSpan? lifetime = null)
    {
        token ??= CreateText(64);
        _access[token] = (subject, DateTimeOffset.UtcNow + (lifetime ?? Lifetime));
        return token;
    }

    /// <summary>Creates a refresh token.</summary>
    public string IssueRefresh(T subject, string? token = null)
    {
        token ??= CreateText(48);
        _refresh[token] = subject;
        return token;
    }

    /// <summary>Gets what a valid access token stands for; null when it is unknown or expired.</summary>
    public T? Find(string? token, out bool isExpired)
    {
        isExpired = false;
        if (token is null || !_access.TryGetValue(token, out var found))
        {
            return null;
        }

        isExpired = found.Expires <= DateTimeOffset.UtcNow;
        return isExpired ? null : found.Subject;
    }

    /// <summary>Gets what a refresh token stands for, when it fits the caller.</summary>
    /// <param name="token">The refresh token.</param>
    /// <param name="isAllowed">Whether the caller may use it.</param>
    /// <param name="once">Whether it is worthless afterwards.</param>
    public T? Redeem(string token, Func<T, bool> isAllowed, bool once)
    {
        if (!_refresh.TryGetValue(token, out var subject) || !isAllowed(subject))
        {
            return null;
        }

        return !once || _refresh.TryRemove(token, out _) ? subject : null;
    }

    /// <summary>Makes all access tokens expire.</summary>
    public void ExpireAccessTokens()
    {
        foreach (var (token, held) in _access)
        {
            _access[token] = (held.Subject, DateTimeOffset.MinValue);
        }
    }

    /// <summary>Gets a random text in the alphabet of base64url.</summary>
    private static string CreateText(int bytes)
    {
        var random = new byte[bytes];
        RandomNumberGenerator.Fill(random);
        return Convert.ToBase64String(random).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}

/// <summary>Provides what all OAuth 2.0 token endpoints share (RFC 6749).</summary>
internal static class OAuth
{
    /// <summary>Handles a request to a token endpoint.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">The path of the endpoint; any other one does not exist.</param>
    /// <param name="grant">Handles the fields of a valid request and its <c>grant_type</c>.</param>
    public static Response Handle(Request request, string path, Func<NameValues, string, Response> grant)
    {
        if (!request.Path.Equals(path, StringComparison.OrdinalIgnoreCase))
        {
            return Response.Empty(404);
        }

        if (request.Method != "POST")
        {
            return Response.MethodNotAllowed(["POST"]);
        }

        // Nothing of it may travel in the address, where it would be logged.
        var isForm = request.MediaType == "application/x-www-form-urlencoded" && request.Query.Count == 0;
        var form = NameValues.Parse(isForm ? Encoding.UTF8.GetString(request.Body) : string.Empty);
        return !form.HasDuplicates && form.Get("grant_type") is { Length: > 0 } grantType
            ? grant(form, grantType)
            : Error(400, "invalid_request");
    }

    public static Response Error(int status, string error, string? description = null)
    {
        var json = new JsonObject { ["error"] = error };
        if (description is not null)
        {
            json["error_description"] = description;
        }

        return Respond(status, json);
    }

    /// <summary>Creates a token response with the members that the vendor documents.</summary>
    public static Response Respond(int status, JsonObject json) =>
        Response.Json(status, json).With("Cache-Control", "no-store").With("Pragma", "no-cache");
}
