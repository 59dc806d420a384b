using System.Security;
using System.Text;
using System.Text.Json;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Conferences;

/// <summary>Checks a watch before it is sent, and reads the created watch.</summary>
internal static class WatchRequest
{
    private static readonly string[] OAuth2Secrets = ["clientSecret", "refreshToken"];

    /// <summary>Gets the members to send. Settings that are not secret are text, so that they are not redacted in errors.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: a setting is invalid, or would be visible.</exception>
    public static IReadOnlyList<RequestMember> MembersOf(NewWatch watch)
    {
        if (!Uri.TryCreate(watch.Address, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            throw Invalid("The address of a watch must be an absolute one that begins with https://.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw Invalid("The address of a watch must not have credentials; give them as the basic credential.");
        }

        return RequestMembers.Of(watch).Select(member => (member.Name, member.Value) switch
        {
            ("schema", string text) => new RequestMember(member.Name, ReadSchema(text)),
            ("oauth2Auth", Dictionary<string, object?> settings) => new RequestMember(member.Name, settings.ToDictionary(
                setting => setting.Key,
                setting => OAuth2Secrets.Contains(setting.Key) ? setting.Value
                    : SecretText.Use((SecureString)setting.Value!, text => new string(text)))),
            _ => member,
        }).ToArray();
    }

    /// <summary>
    /// Reads the created watch member by member. The vendor repeats the request, so the secrets of the delivery and unknown members are
    /// left out.
    /// </summary>
    public static Watch Read(ApiResponse response, NewWatch watch, Func<string?, string?> clean)
    {
        var json = response.Decode(body => ConferenceErrors.Check(response, body, clean) ? JsonObject.Read(body) : null!);
        var signature = json.Object("signature");
        return new Watch
        {
            WatchId = json.Text("id", "watcherId") ?? throw response.Unexpected("it has no \"id\""),
            SessionId = watch.SessionId,
            Name = clean(json.Text("name")) ?? watch.Name,
            Address = clean(json.Text("address")) ?? watch.Address,
            Method = json.Text("method") ?? watch.Method?.ToUpperInvariant(),
            StatusRaw = json.Text("status") ?? (watch.Status is { } status ? WireNameAttribute.WordOf(status) : null),
            Signed = signature?["enabled"] as bool? ?? watch.IsSigned,
            SigningKeyId = Keys(signature?["cryptoKeyIds"] ?? signature?["keys"]),
        };
    }

    /// <summary>Reads IDs, or objects with an ID. The documents show both.</summary>
    private static ItemList<string> Keys(object? keys) => new((keys as List<object?> ?? [keys])
        .Select(key => JsonObject.Of(key) is { } json ? json.Text("id") : JsonObject.AsText(key))
        .OfType<string>().ToArray());

    private static object? ReadSchema(string text)
    {
        try
        {
            return JsonTree.Read(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Invalid("The schema is not JSON.");
        }
    }

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message + " Nothing was sent.");
}
