using System.Security;
using System.Text.Json;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Conferences;

/// <summary>The body that makes a watch. It holds secrets, which the redactor gets to know by that; disposing it wipes it.</summary>
internal sealed class WatchBody : IDisposable
{
    private static readonly string[] OAuth2Names =
        ["grantType", "clientId", "clientSecret", "refreshToken", "authUrl", "accessTokenUrl", "redirectUri", "scope"];
    private static readonly string[] OAuth2Secrets = ["clientSecret", "refreshToken"];

    private readonly MemoryStream _buffer = new(16 * 1024);

    private WatchBody()
    {
    }

    public ReadOnlyMemory<byte> Bytes => _buffer.GetBuffer().AsMemory(0, (int)_buffer.Length);

    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: something that makes no sense, or that would be
    /// shown.</exception>
    public static WatchBody Write(NewWatch watch, Redactor redactor)
    {
        if (!Uri.TryCreate(watch.Address, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            throw Invalid("The address of a watch must be a whole one that begins with https://.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw Invalid("The address of a watch must not hold credentials; give them as the basic credential.");
        }

        var body = new WatchBody();
        using var json = new Utf8JsonWriter(body._buffer, JsonTree.WriterOptions);
        json.WriteStartObject();
        json.WriteString("address", watch.Address);
        if (watch.Name is not null)
        {
            json.WriteString("name", watch.Name);
        }

        if (watch.BasicCredential is { } credential)
        {
            json.WriteStartObject("basicAuth");
            json.WriteString("username", credential.UserName);
            WriteSecret(json, "password", credential.SecurePassword, redactor);
            json.WriteEndObject();
        }
        WriteHeaders(json, watch.Headers, redactor);
        if (watch.Schema is { } schema)
        {
            json.WritePropertyName("schema");
            json.WriteRawValue(Schema(schema));
        }
        if (watch.Method is not null)
        {
            json.WriteString("method", watch.Method.ToUpperInvariant());
        }

        if (watch.Status is { } status)
        {
            json.WriteString("status", status == WatchStatus.Unknown ? throw Invalid("A watch is Enabled or Disabled.")
                : status.ToString().ToLowerInvariant());
        }

        WriteOAuth2(json, watch.OAuth2, redactor);
        WriteSignature(json, watch.SigningKeyIds);
        json.WriteEndObject();
        return body;
    }

    public void Dispose() => Array.Clear(_buffer.GetBuffer(), 0, _buffer.Capacity);

    private static void WriteHeaders(Utf8JsonWriter json, IReadOnlyList<SecretField>? headers, Redactor redactor)
    {
        if (headers is null)
        {
            return;
        }

        json.WriteStartObject("httpRequestHeader");
        foreach (var header in headers)
        {
            WriteSecret(json, header.Name, header.Value, redactor);
        }

        json.WriteEndObject();
    }

    private static void WriteOAuth2(Utf8JsonWriter json, IReadOnlyList<SecretField>? fields, Redactor redactor)
    {
        if (fields is null)
        {
            return;
        }

        json.WriteStartObject("oauth2Auth");
        foreach (var field in fields)
        {
            var name = OAuth2Names.FirstOrDefault(known => known.Equals(field.Name, StringComparison.OrdinalIgnoreCase))
                ?? throw Invalid($"There is no OAuth 2 setting of that name; there are {string.Join(", ", OAuth2Names)}.");
            if (OAuth2Secrets.Contains(name))
            {
                WriteSecret(json, name, field.Value, redactor);
            }
            else
            {
                SecretText.Use(field.Value, text => { json.WriteString(name, text); return true; });
            }
        }
        json.WriteEndObject();
    }

    private static void WriteSignature(Utf8JsonWriter json, IReadOnlyList<string>? keyIds)
    {
        if (keyIds is null)
        {
            return;
        }

        json.WriteStartObject("signature");
        json.WriteBoolean("enabled", true);
        json.WriteStartArray("cryptoKeyIds");
        foreach (var id in keyIds)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSecret(Utf8JsonWriter json, string name, SecureString secret, Redactor redactor) =>
        SecretText.Use(secret, text =>
    {
        redactor.AddSecret(text);
        json.WriteString(name, text);
        return true;
    });

    private static byte[] Schema(object schema)
    {
        try
        {
            return JsonTree.Write(schema is string text ? JsonTree.Read(System.Text.Encoding.UTF8.GetBytes(text)) : schema);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw Invalid("The schema is no JSON, or holds something that cannot be written as JSON.");
        }
    }

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message + " Nothing was sent.");
}
