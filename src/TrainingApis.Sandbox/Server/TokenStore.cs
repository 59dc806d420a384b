using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Server;

/// <summary>Represents the access and refresh tokens of one vendor. It is thread-safe.</summary>
/// <typeparam name="T">The type of the subject of a token: an account, a scope of an account, or a member.</typeparam>
internal sealed class TokenStore<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, (T Subject, DateTimeOffset Expires)> _access = new();
    private readonly ConcurrentDictionary<string, T> _refresh = new();

    /// <summary>Gets or sets the lifetime of new access tokens.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Creates an access token.</summary>
    /// <param name="subject">The subject of the token.</param>
    /// <param name="token">The text of the token; null for a random text.</param>
    /// <param name="lifetime">The lifetime of the token; null for <see cref="Lifetime"/>.</param>
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

    /// <summary>Gets the subject of an access token; null if the token is unknown or expired.</summary>
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

    /// <summary>Gets the subject of a refresh token; null if the token is unknown or the caller cannot use it.</summary>
    /// <param name="token">The refresh token.</param>
    /// <param name="isAllowed">The function that returns whether the caller can use the token.</param>
    /// <param name="once">Whether the token is invalid after this call.</param>
    public T? Redeem(string token, Func<T, bool> isAllowed, bool once)
    {
        if (!_refresh.TryGetValue(token, out var subject) || !isAllowed(subject))
        {
            return null;
        }

        return !once || _refresh.TryRemove(token, out _) ? subject : null;
    }

    /// <summary>Sets all access tokens to expired.</summary>
    public void ExpireAccessTokens()
    {
        foreach (var (token, held) in _access)
        {
            _access[token] = (held.Subject, DateTimeOffset.MinValue);
        }
    }

    /// <summary>Creates a random text with the characters of base64url.</summary>
    private static string CreateText(int bytes)
    {
        var random = new byte[bytes];
        RandomNumberGenerator.Fill(random);
        return Convert.ToBase64String(random).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}

/// <summary>Provides the common parts of all OAuth 2.0 token endpoints (RFC 6749).</summary>
internal static class OAuth
{
    /// <summary>Handles a request to a token endpoint.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">The path of the endpoint. Any other path does not exist.</param>
    /// <param name="grant">The function that handles the fields of a valid request and its <c>grant_type</c>.</param>
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

        // No field can be in the address, because addresses are logged.
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
