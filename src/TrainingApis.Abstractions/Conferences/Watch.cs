using System.Net;
using System.Security;

namespace TrainingApis.Conferences;

/// <summary>
/// Represents a watch: Agendize calls an address whenever a registration changes. The credentials of these calls are never stored in this
/// object.
/// </summary>
public sealed class Watch
{
    /// <summary>Gets or sets the ID of the watch.</summary>
    public string WatchId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the watched session; <c>0</c> for all sessions.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the name of the watch.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the address to call.</summary>
    public string? Address { get; set; }

    /// <summary>Gets or sets the HTTP method of the calls.</summary>
    public string? Method { get; set; }

    /// <summary>Gets whether the watch sends deliveries, derived from <see cref="StatusRaw"/>.</summary>
    public WatchStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "ENABLED" => WatchStatus.Enabled,
        "DISABLED" => WatchStatus.Disabled,
        _ => WatchStatus.Unknown,
    };

    /// <summary>Gets or sets the status as Agendize sent it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets whether deliveries are signed.</summary>
    public bool? Signed { get; set; }

    /// <summary>Gets or sets the IDs of the keys that sign the deliveries.</summary>
    public ItemList<string> SigningKeyId { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the ID.</summary>
    public override string ToString() => WatchId;
}

/// <summary>Specifies whether a watch sends deliveries.</summary>
public enum WatchStatus
{
    /// <summary>The status is missing or unknown; see <see cref="Watch.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>The watch sends deliveries (<c>enabled</c>).</summary>
    [WireName("enabled")]
    Enabled,

    /// <summary>The watch does not send deliveries (<c>disabled</c>).</summary>
    [WireName("disabled")]
    Disabled,
}

/// <summary>
/// Represents a watch to create. Null values are not sent. All members that contain secrets use <see cref="SecureString"/>.
/// </summary>
public sealed class NewWatch
{
    private static readonly string[] OAuth2Names =
        ["grantType", "clientId", "clientSecret", "refreshToken", "authUrl", "accessTokenUrl", "redirectUri", "scope"];

    /// <summary>Gets or sets the ID of the session whose registrations are watched; <c>0</c> for all sessions.</summary>
    [WireName("sessionId", InPath = true)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the address to call, which must not contain credentials.</summary>
    [WireName("address")]
    public string Address { get; set; } = string.Empty;

    /// <summary>Gets or sets the name of the watch.</summary>
    [WireName("name")]
    public string? Name { get; set; }

    /// <summary>Gets or sets the user name and the password for the calls.</summary>
    public NetworkCredential? BasicCredential { get; set; }

    /// <summary>Gets the user name for the calls.</summary>
    [WireName("basicAuth.username")]
    public string? BasicUserName => BasicCredential?.UserName;

    /// <summary>Gets the password for the calls.</summary>
    [WireName("basicAuth.password")]
    public SecureString? BasicPassword => BasicCredential?.SecurePassword;

    /// <summary>Gets or sets the headers of the calls. The values are treated as secrets.</summary>
    public IReadOnlyList<SecretField>? Headers { get; set; }

    /// <summary>Gets the headers by name.</summary>
    [WireName("httpRequestHeader")]
    public IReadOnlyDictionary<string, SecureString>? HeadersByName => ByName(Headers);

    /// <summary>
    /// Gets or sets the content to deliver instead of the registration: JSON text, or a tree of dictionaries, lists and plain values.
    /// </summary>
    [WireName("schema")]
    public object? Schema { get; set; }

    /// <summary>Gets or sets the HTTP method of the calls. With <c>DELETE</c>, the calls have no body.</summary>
    [WireName("method", WireFormat.UpperCase)]
    public string? Method { get; set; }

    /// <summary>
    /// Gets or sets whether the watch sends deliveries: <see cref="WatchStatus.Enabled"/> or <see cref="WatchStatus.Disabled"/>.
    /// </summary>
    [WireName("status")]
    public WatchStatus? Status { get; set; }

    /// <summary>
    /// Gets or sets the OAuth 2 settings with which Agendize requests a token for the calls, by wire name: <c>grantType</c>,
    /// <c>clientId</c>, <c>clientSecret</c>, <c>refreshToken</c>, <c>authUrl</c>, <c>accessTokenUrl</c>, <c>redirectUri</c>, <c>scope</c>.
    /// </summary>
    public IReadOnlyList<SecretField>? OAuth2 { get; set; }

    /// <summary>Gets the OAuth 2 settings by name.</summary>
    [WireName("oauth2Auth")]
    public IReadOnlyDictionary<string, SecureString>? OAuth2ByName => ByName(OAuth2?.Select(field => new SecretField(
        OAuth2Names.FirstOrDefault(name => name.Equals(field.Name, StringComparison.OrdinalIgnoreCase)) ?? throw new ApiException(
            ApiErrorKind.InvalidArgument,
            $"There is no OAuth 2 setting of that name; there are {string.Join(", ", OAuth2Names)}. Nothing was sent."), field.Value)));

    /// <summary>Gets or sets whether deliveries are signed; null to sign them if there are keys.</summary>
    public bool? SignatureEnabled { get; set; }

    /// <summary>Gets whether deliveries are signed, as sent in the request.</summary>
    [WireName("signature.enabled")]
    public bool? IsSigned => SignatureEnabled ?? (SigningKeyIds is null ? default(bool?) : true);

    /// <summary>Gets or sets the IDs of the keys that sign the deliveries.</summary>
    [WireName("signature.cryptoKeyIds")]
    public IReadOnlyList<string>? SigningKeyIds { get; set; }

    private static Dictionary<string, SecureString>? ByName(IEnumerable<SecretField>? fields)
    {
        var byName = fields is null ? null : new Dictionary<string, SecureString>(StringComparer.Ordinal);
        foreach (var field in fields ?? [])
        {
            byName![field.Name] = field.Value;
        }

        return byName;
    }
}

/// <summary>Represents the deletion of a watch.</summary>
public sealed class WatchRemoval
{
    /// <summary>Gets or sets the ID of the watch.</summary>
    [WireName("watchId", InPath = true)]
    public string WatchId { get; set; } = string.Empty;
}

/// <summary>Represents a name with a value that is not displayed.</summary>
/// <param name="name">The name.</param>
/// <param name="value">The value, which is not copied.</param>
public sealed class SecretField(string name, SecureString value)
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the value.</summary>
    public SecureString Value { get; } = value;

    /// <summary>Gets the name, and never the value.</summary>
    public override string ToString() => Name;
}
