using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Creates responses in the forms that the documents leave open. The same resource always has the same form.</summary>
internal sealed class ConferenceResponses(ConferenceSettings settings)
{
    public Response Item(ConferenceResource type, JsonObject row, IReadOnlyCollection<string>? fields = null) =>
        Response.Json(200, Show(type, row, fields));

    /// <summary>Creates a list, which is always whole.</summary>
    /// <param name="type">What it lists.</param>
    /// <param name="rows">The resources.</param>
    /// <param name="parent">What they belong to, which decides the form of the list; null for the list of all conferences.</param>
    /// <param name="fields">The members to show; null for all.</param>
    public Response List(ConferenceResource type, IEnumerable<JsonObject> rows, JsonObject? parent, IReadOnlyCollection<string>? fields)
    {
        var items = new JsonArray([.. rows.Select(row => Show(type, row, fields))]);
        var isBare = settings.BareLists ?? (parent is not null && IsOdd(parent));
        return Response.Json(200, isBare ? items : new JsonObject { ["items"] = items });
    }

    /// <summary>Creates the response to a request that is not as documented.</summary>
    public Response Invalid(IReadOnlyList<SchemaError> errors) => errors[0].Rule switch
    {
        SchemaRule.MediaType => Error(415, "The body must be application/json"),
        SchemaRule.Syntax => Error(400, "The body is not valid JSON"),
        _ => Error(
            400,
            "Invalid request: " + string.Join("; ", errors.Select(error => $"{PathOf(error)} {error.Message}")),
            fields: errors.Select(PathOf).Distinct()),
    };

    /// <summary>Creates an early end of a request.</summary>
    public ResponseException Refusal(int status, string message) => new(Error(status, message));

    /// <summary>Creates an early end of a request that is valid but breaks a rule of the business.</summary>
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

        // An absent value is null in one registration and missing in the next.
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
/// Represents the behaviour that the documents leave open. Where a setting is null, both forms occur, always the same for one resource.
/// Tests change it.
/// </summary>
internal sealed class ConferenceSettings
{
    /// <summary>Gets or sets whether each renewal gives a new refresh token and revokes the old one.</summary>
    public bool RotateRefreshTokens { get; set; }

    /// <summary>Gets or sets whether a list is an array instead of <c>{"items":[…]}</c>. Only sibling APIs document the envelope.</summary>
    public bool? BareLists { get; set; }

    /// <summary>Gets or sets whether IDs in responses are numbers instead of text. In requests they are always text.</summary>
    public bool? NumericIds { get; set; }

    /// <summary>
    /// Gets or sets whether a <c>form</c> with one item is an object instead of an array: the vendor's table says object, its outline
    /// array.
    /// </summary>
    public bool? FormsAsObjects { get; set; }

    /// <summary>
    /// Gets or sets whether a response names a watch's signing keys <c>keys</c> instead of <c>cryptoKeyIds</c>, the only name that requests
    /// may use: two of the vendor's pages differ.
    /// </summary>
    public bool? KeysInSignature { get; set; }

    /// <summary>
    /// Gets or sets whether a response with the member <c>error</c> has status 200 instead of its own; when null, only that of a rejection
    /// (full session, second cancellation) has.
    /// </summary>
    public bool? ErrorsWithSuccess { get; set; }
}
