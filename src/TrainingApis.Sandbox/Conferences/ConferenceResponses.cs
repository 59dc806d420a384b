using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>
/// Creates responses. If the documents do not specify the form, it varies by resource, but the same resource always has the same form.
/// </summary>
internal sealed class ConferenceResponses(ConferenceSettings settings)
{
    public Response Item(ConferenceResource type, JsonObject row, IReadOnlyCollection<string>? fields = null) =>
        Response.Json(200, Show(type, row, fields));

    /// <summary>Creates the response with a list. A list is always complete.</summary>
    /// <param name="type">The type of the resources.</param>
    /// <param name="rows">The resources.</param>
    /// <param name="parent">The parent of the resources, which determines the form of the list; null for the list of all
    /// conferences.</param>
    /// <param name="fields">The members to include; null for all.</param>
    public Response List(ConferenceResource type, IEnumerable<JsonObject> rows, JsonObject? parent, IReadOnlyCollection<string>? fields)
    {
        var items = new JsonArray([.. rows.Select(row => Show(type, row, fields))]);
        var isBare = settings.BareLists ?? (parent is not null && IsOdd(parent));
        return Response.Json(200, isBare ? items : new JsonObject { ["items"] = items });
    }

    /// <summary>Creates the response to a request that does not match its schema.</summary>
    public Response Invalid(IReadOnlyList<SchemaError> errors) => errors[0].Rule switch
    {
        SchemaRule.MediaType => Error(415, "The body must be application/json"),
        SchemaRule.Syntax => Error(400, "The body is not valid JSON"),
        _ => Error(
            400,
            "Invalid request: " + string.Join("; ", errors.Select(error => $"{PathOf(error)} {error.Message}")),
            fields: errors.Select(PathOf).Distinct()),
    };

    /// <summary>Creates an exception that ends a request with an error response.</summary>
    public ResponseException Refusal(int status, string message) => new(Error(status, message));

    /// <summary>Creates an exception that ends a valid request that violates a business rule.</summary>
    public ResponseException Rejection(string message) => new(Error(400, message, isRejection: true));

    private static string PathOf(SchemaError error) => error.Path.Length == 0 ? "body" : error.Path;

    private static bool IsOdd(JsonObject row) => (int)row["index"]! % 2 == 1;

    private Response Error(int status, string message, bool isRejection = false, IEnumerable<string>? fields = null)
    {
        var error = new JsonObject
        {
            ["message"] = message,
            ["statusCode"] = status,
            ["fields"] = new JsonArray([.. (fields ?? []).Select(field => JsonValue.Create(field))]),
        };
        var response = Response.Json(settings.ErrorsWithSuccess ?? isRejection ? 200 : status, new JsonObject { ["error"] = error });
        return response.Status == 401 ? response.With("WWW-Authenticate", "Bearer") : response;
    }

    private JsonObject Show(ConferenceResource type, JsonObject row, IReadOnlyCollection<string>? fields)
    {
        var json = new JsonObject();
        foreach (var name in type.Members.Where(name => row.ContainsKey(name) && fields?.Contains(name) != false))
        {
            json[name] = row[name]?.DeepClone();
        }

        var index = (int)row["index"]!;
        ShowId(json, index);
        if (json["client"] is JsonObject client)
        {
            ShowId(client, index + 1);
        }

        // A member without a value is null in one resource and omitted in the next one.
        foreach (var name in json.Where(member => member.Value is null && IsOdd(row)).Select(member => member.Key).ToList())
        {
            json.Remove(name);
        }

        if (json["form"] is JsonArray { Count: 1 } form && (settings.FormsAsObjects ?? IsOdd(row)))
        {
            json["form"] = form[0]!.DeepClone();
        }

        if (json["signature"] is JsonObject signature && signature["cryptoKeyIds"] is { } keys
            && (settings.KeysInSignature ?? IsOdd(row)))
        {
            signature.Remove("cryptoKeyIds");
            signature["keys"] = keys;
        }

        return json;
    }

    private void ShowId(JsonObject json, int index)
    {
        if ((string?)json["id"] is { } id && (settings.NumericIds ?? index % 3 == 1))
        {
            json["id"] = int.Parse(id, CultureInfo.InvariantCulture);
        }
    }
}

/// <summary>
/// Represents the behaviour that the documents do not specify. If a setting is null, both forms occur, but always the same form for one
/// resource. Tests change these settings.
/// </summary>
internal sealed class ConferenceSettings
{
    /// <summary>Gets or sets whether each refresh returns a new refresh token and revokes the previous one.</summary>
    public bool RotateRefreshTokens { get; set; }

    /// <summary>
    /// Gets or sets whether a list is an array instead of <c>{"items":[…]}</c>. Only related APIs of Agendize document the envelope.
    /// </summary>
    public bool? BareLists { get; set; }

    /// <summary>Gets or sets whether IDs in responses are numbers instead of text. IDs in requests are always text.</summary>
    public bool? NumericIds { get; set; }

    /// <summary>
    /// Gets or sets whether a <c>form</c> with one item is an object instead of an array. The documents show an object in a table, but an
    /// array in an outline.
    /// </summary>
    public bool? FormsAsObjects { get; set; }

    /// <summary>
    /// Gets or sets whether the signing keys of a watch have the name <c>keys</c> in a response, instead of <c>cryptoKeyIds</c>, which is
    /// the only name allowed in requests. Two pages of the documents differ.
    /// </summary>
    public bool? KeysInSignature { get; set; }

    /// <summary>
    /// Gets or sets whether a response with the member <c>error</c> has the status 200 instead of the status of the error. If null, only a
    /// rejection (full session, second cancellation) has the status 200.
    /// </summary>
    public bool? ErrorsWithSuccess { get; set; }
}
