using System.Net;
using System.Security;

namespace TrainingApis.Conferences;

/// <summary>Represents a watch: the vendor calls an address whenever a registration changes. What the calls carry to prove themselves is
/// never kept here.</summary>
public sealed class Watch
{
    /// <summary>Gets or sets its id.</summary>
    public string WatchId { get; set; } = string.Empty;

    /// <summary>Gets or sets the session that is watched; <c>0</c> for all.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets its name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the address that is called.</summary>
    public string? Address { get; set; }

    /// <summary>Gets or sets the method that it is called with.</summary>
    public string? Method { get; set; }

    /// <summary>Gets whether it delivers, from <see cref="StatusRaw"/>.</summary>
    public WatchStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "ENABLED" => WatchStatus.Enabled,
        "DISABLED" => WatchStatus.Disabled,
        _ => WatchStatus.Unknown,
    };

    /// <summary>Gets or sets the status as the vendor wrote it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets whether deliveries are signed.</summary>
    public bool? Signed { get; set; }

    /// <summary>Gets or sets the ids of the keys that sign them.</summary>
    public ItemList<string> SigningKeyId { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets whether an earlier run of a journal had made it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>The id.</summary>
    public override string ToString() => WatchId;
}

/// <summary>Specifies whether a watch delivers.</summary>
public enum WatchStatus
{
    /// <summary>None of the values below; see <see cref="Watch.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>It does (<c>enabled</c>).</summary>
    [WireName("enabled")]
    Enabled,

    /// <summary>It does not (<c>disabled</c>).</summary>
    [WireName("disabled")]
    Disabled,
}

/// <summary>Represents a watch to create. What is null is not sent. Secrets are <see cref="SecureString"/> in its members too.</summary>
public sealed class NewWatch
{
    private static readonly string[] OAuth2Names =
        ["grantType", "clientId", "clientSecret", "refreshToken", "authUrl", "accessTokenUrl", "redirectUri", "scope"];

    /// <summary>Gets or sets the session whose registrations to watch; <c>0</c> for all sessions.</summary>
    [WireName("sessionId", InPath = true)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the address to call, without credentials in it.</summary>
    [WireName("address")]
    public string Address { get; set; } = string.Empty;

    /// <summary>Gets or sets its name.</summary>
    [WireName("name")]
    public string? Name { get; set; }

    /// <summary>Gets or sets user name and password to call it with.</summary>
    public NetworkCredential? BasicCredential { get; set; }

    /// <summary>Gets the user name to call it with.</summary>
    [WireName("basicAuth.username")]
    public string? BasicUserName => BasicCredential?.UserName;

    /// <summary>Gets the password to call it with.</summary>
    [WireName("basicAuth.password")]
    public SecureString? BasicPassword => BasicCredential?.SecurePassword;

    /// <summary>Gets or sets headers to call it with. The values count as secrets.</summary>
    public IReadOnlyList<SecretField>? Headers { get; set; }

    /// <summary>Gets the headers by name.</summary>
    [WireName("httpRequestHeader")]
    public IReadOnlyDictionary<string, SecureString>? HeadersByName => ByName(Headers);

    /// <summary>Gets or sets what to deliver in place of the registration: JSON text, or a plain tree of dictionaries, lists and
    /// values.</summary>
    [WireName("schema")]
    public object? Schema { get; set; }

    /// <summary>Gets or sets the HTTP method to call it with; with <c>DELETE</c> the call has no body.</summary>
    [WireName("method", WireFormat.UpperCase)]
    public string? Method { get; set; }

    /// <summary>Gets or sets whether it delivers: <see cref="WatchStatus.Enabled"/> or <see cref="WatchStatus.Disabled"/>.</summary>
    [WireName("status")]
    public WatchStatus? Status { get; set; }

    /// <summary>
    /// Gets or sets how the vendor gets a token to call it with, by wire name: <c>grantType</c>, <c>clientId</c>, <c>clientSecret</c>,
    /// <c>refreshToken</c>, <c>authUrl</c>, <c>accessTokenUrl</c>, <c>redirectUri</c>, <c>scope</c>.
    /// </summary>
    public IReadOnlyList<SecretField>? OAuth2 { get; set; }

    /// <summary>Gets these settings by name.</summary>
    [WireName("oauth2Auth")]
    public IReadOnlyDictionary<string, SecureString>? OAuth2ByName => ByName(OAuth2?.Select(field => new SecretField(
        OAuth2Names.FirstOrDefault(name => name.Equals(field.Name, StringComparison.OrdinalIgnoreCase)) ?? throw new ApiException(
            ApiErrorKind.InvalidArgument,
            $"There is no OAuth 2 setting of that name; there are {string.Join(", ", OAuth2Names)}. Nothing was sent."), field.Value)));

    /// <summary>Gets or sets whether deliveries are signed; null for true where there are keys.</summary>
    public bool? SignatureEnabled { get; set; }

    /// <summary>Gets whether deliveries are signed, as it is sent.</summary>
    [WireName("signature.enabled")]
    public bool? IsSigned => SignatureEnabled ?? (SigningKeyIds is null ? default(bool?) : true);

    /// <summary>Gets or sets the ids of the keys that sign what is delivered.</summary>
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
    /// <summary>Gets or sets the watch.</summary>
    [WireName("watchId", InPath = true)]
    public string WatchId { get; set; } = string.Empty;
}

/// <summary>Represents a name with a value that is not shown.</summary>
/// <param name="name">The name.</param>
/// <param name="value">The value; it is not copied.</param>
public sealed class SecretField(string name, SecureString value)
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the value.</summary>
    public SecureString Value { get; } = value;

    /// <summary>Gets the name, never the value.</summary>
    public override string ToString() => Name;
}
