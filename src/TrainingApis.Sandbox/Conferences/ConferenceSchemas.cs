using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Provides the documented fields of all requests.</summary>
internal static class ConferenceSchemas
{
    /// <summary>
    /// The undocumented members of form items, values and value formats in the sample data. They are accepted, so that a caller can send a
    /// form that it read before.
    /// </summary>
    private static readonly string[] UndocumentedFormMembers = ["position", "seatsLeft", "regexFlags"];

    private static readonly Schema Url = Schema.Text.Where(
        value => Uri.TryCreate(value.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http",
        "be an absolute URL");

    private static readonly Schema Seats = Schema.Integer.Where(value => value.GetInt32() >= 1, "be 1 or more");

    // The third status, cancelled, is read-only.
    private static readonly Schema Status = Schema.OneOf("accepted", "waitingList");

    private static readonly Schema Form = Schema.ArrayOf(() => FormItem!);

    private static readonly Schema FormItem = FormObject()
        .Require("id", Schema.NotBlank)
        .Allow("type title bind bindGroup externalId help placeholder value", Schema.Text)
        .Allow("mandatory visible otherValue category multiple", Schema.Boolean)
        .Allow("values", Schema.ArrayOf(FormValue().Allow("values", Schema.ArrayOf(FormValue()))))
        .Allow("valueFormat", ValueFormat())
        .Allow("zonedDateTime", Schema.ReadOnly)
        .Allow("subItem", Form);

    public static ObjectSchema NewRegistration { get; } = Registration().Require("client", Client().Require("id", Schema.NotBlank));

    public static ObjectSchema RegistrationChange { get; } = Registration().Allow("client", Client().Allow("id", Schema.NotBlank));

    public static ObjectSchema Cancellation { get; } = new ObjectSchema().Allow("reason source", Schema.Text);

    /// <summary>
    /// Gets the schema of a watch. Three members are text in the table of the documents, but they have members, so they are objects.
    /// </summary>
    public static ObjectSchema Watch { get; } = new ObjectSchema()
        .Require("address", Url)
        .Allow("name", Schema.Text)
        .Allow("basicAuth", new ObjectSchema().Require("username", Schema.NotBlank).Require("password", Schema.Text))
        .Allow("httpRequestHeader", Schema.MapOf(Schema.Text))
        .Allow("schema", Schema.Any.Where(
            value => value.ValueKind is JsonValueKind.Object or JsonValueKind.String && IsProjection(value),
            "be text, or an object whose values are text"))
        .Allow("method", Schema.OneOf("GET", "POST", "PUT", "PATCH", "DELETE"))
        .Allow("status", Schema.OneOf("enabled", "disabled"))
        .Allow("oauth2Auth", new ObjectSchema()
            .Require("clientId", Schema.NotBlank).Require("accessTokenUrl", Url)
            .Allow("grantType", Schema.OneOf("refresh_token", "client_credentials"))
            .Allow("clientSecret scope", Schema.Text).Allow("refreshToken", Schema.NotBlank).Allow("authUrl redirectUri", Url)
            .Where(value => IsClientCredentials(value) || value.TryGetProperty("refreshToken", out _), "have a refreshToken")
            .Where(
                value => !IsClientCredentials(value) || !HasOneOf(value, "refreshToken", "authUrl", "scope"),
                "have no refreshToken, authUrl or scope with client_credentials"))
        .Allow("signature", new ObjectSchema().Allow("enabled", Schema.Boolean).Allow("cryptoKeyIds", Schema.ArrayOf(Schema.NotBlank)));

    /// <summary>Gets the schema of the query of a read operation.</summary>
    /// <param name="type">The type of the resource. The parameter <c>fields</c> contains names of its members.</param>
    /// <param name="others">The names of other parameters, which are true or false; null for none.</param>
    public static ObjectSchema Query(ConferenceResource type, string? others = null)
    {
        var names = Schema.Text.Where(value => value.GetString()!.Split(',').All(type.Members.Contains), "be names of members");
        var schema = new ObjectSchema().Allow("fields", names);
        return others is null ? schema : schema.Allow(others, Schema.TextBoolean);
    }

    private static ObjectSchema Registration() => new ObjectSchema()
        .Allow("seats", Seats).Allow("status", Status).Allow("form", Form)
        .Allow("id registered cipherId source sourceType cancelReason cancelSource cancelled webLink", Schema.ReadOnly);

    private static ObjectSchema Client() => new ObjectSchema().Allow("firstName lastName emailAddress phoneNumber", Schema.ReadOnly);

    private static ObjectSchema FormValue() => FormObject().Allow("id name value", Schema.Text);

    private static ObjectSchema ValueFormat() =>
        FormObject().Allow("maxLength minLength", Schema.Number).Allow("regexType regexValue valueFormat", Schema.Text);

    private static ObjectSchema FormObject() =>
        new ObjectSchema().IgnoreUnknown(path => UndocumentedFormMembers.Contains(path[(path.LastIndexOf('.') + 1)..]));

    private static bool IsProjection(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(member => IsProjection(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().All(IsProjection),
        _ => value.ValueKind == JsonValueKind.String,
    };

    private static bool IsClientCredentials(JsonElement value) =>
        value.TryGetProperty("grantType", out var grantType) && grantType.GetString() == "client_credentials";

    private static bool HasOneOf(JsonElement value, params string[] names) => names.Any(name => value.TryGetProperty(name, out _));
}
