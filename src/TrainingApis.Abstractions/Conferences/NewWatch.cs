using System.Net;

namespace TrainingApis.Conferences;

/// <summary>A watch to make. What is null is not sent.</summary>
public sealed class NewWatch
{
    /// <summary>The session whose registrations to watch; <c>0</c> for all sessions.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>The address to call, without credentials in it.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The method to call it with; with <c>DELETE</c> nothing is delivered but the call.</summary>
    public string? Method { get; set; }

    /// <summary><see cref="WatchStatus.Enabled"/> or <see cref="WatchStatus.Disabled"/>.</summary>
    public WatchStatus? Status { get; set; }

    /// <summary>User name and password to call it with.</summary>
    public NetworkCredential? BasicCredential { get; set; }

    /// <summary>Headers to call it with. The values count as secrets.</summary>
    public IReadOnlyList<SecretField>? Headers { get; set; }

    /// <summary>What to deliver in place of the registration: JSON text, or a plain tree of dictionaries, lists and values.</summary>
    public object? Schema { get; set; }

    /// <summary>
    /// How the vendor gets a token to call it with, by wire name: <c>grantType</c>, <c>clientId</c>, <c>clientSecret</c>,
    /// <c>refreshToken</c>, <c>authUrl</c>, <c>accessTokenUrl</c>, <c>redirectUri</c>, <c>scope</c>.
    /// </summary>
    public IReadOnlyList<SecretField>? OAuth2 { get; set; }

    /// <summary>The ids of the keys that sign what is delivered.</summary>
    public IReadOnlyList<string>? SigningKeyIds { get; set; }
}
