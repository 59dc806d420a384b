using System.Text.Json;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>A watch as callers write it. The vendor's table calls three members text that have members of their own: they are objects.</summary>
internal static class WatchChecks
{
    private static readonly BodyCheck Client = BodyChecks.Object(
        ("grantType", BodyChecks.Word("client_credentials")), new BodyMember("clientId", BodyChecks.Filled, required: true),
        ("clientSecret", BodyChecks.Text), new BodyMember("accessTokenUrl", BodyChecks.Address, required: true));

    private static readonly BodyCheck Refresh = BodyChecks.Object(
        ("grantType", BodyChecks.Word("refresh_token", "client_credentials")), new BodyMember("clientId", BodyChecks.Filled, required: true),
        ("clientSecret", BodyChecks.Text), new BodyMember("accessTokenUrl", BodyChecks.Address, required: true),
        new BodyMember("refreshToken", BodyChecks.Filled, required: true), ("authUrl", BodyChecks.Address), ("scope", BodyChecks.Text), ("redirectUri", BodyChecks.Address));

    public static BodyCheck Watch { get; } = BodyChecks.Object(
        new BodyMember("address", BodyChecks.Address, required: true),
        ("name", BodyChecks.Text),
        ("basicAuth", BodyChecks.Object(new BodyMember("username", BodyChecks.Filled, required: true), new BodyMember("password", BodyChecks.Text, required: true))),
        ("httpRequestHeader", BodyChecks.Map(BodyChecks.Text)),
        new BodyMember("schema", Schema),
        ("method", BodyChecks.Word("GET", "POST", "PUT", "PATCH", "DELETE")),
        ("status", BodyChecks.Word("enabled", "disabled")),
        new BodyMember("oauth2Auth", OAuth2),
        ("signature", BodyChecks.Object(("enabled", BodyChecks.Flag), ("cryptoKeyIds", BodyChecks.List(BodyChecks.Filled)))));

    /// <summary>Some members belong to one grant only.</summary>
    private static void OAuth2(JsonElement value, string path, BodyFaults faults)
    {
        var isClient = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("grantType", out var grant)
            && grant.ValueKind == JsonValueKind.String && grant.GetString() == "client_credentials";
        (isClient ? Client : Refresh)(value, path, faults);
    }

    /// <summary>A projection: text, or objects and arrays of it. Other types are written as text, too.</summary>
    private static void Schema(JsonElement value, string path, BodyFaults faults)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.String)
            Projection(value, path, faults);
        else
            faults.Add(path, "must be an object or a string");
    }

    private static void Projection(JsonElement value, string path, BodyFaults faults)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: BodyChecks.Map(Projection)(value, path, faults); break;
            case JsonValueKind.Array: BodyChecks.List(Projection)(value, path, faults); break;
            default: BodyChecks.Text(value, path, faults); break;
        }
    }
}
