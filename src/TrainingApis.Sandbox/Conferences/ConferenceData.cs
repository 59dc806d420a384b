using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Represents a type of resource.</summary>
internal sealed class ConferenceResource(string name, int firstId, string members)
{
    public static ConferenceResource Conference { get; } = new(
        "Conference", 1201, "id title description externalId picture location capacity duration webLink code tags form " +
            "availability registrationRules cipherId");

    public static ConferenceResource Session { get; } = new("Session", 40001, "id start status cipherId webLink");

    public static ConferenceResource Registration { get; } = new(
        "Registration", 700001, "id client status seats registered cipherId source sourceType cancelReason cancelSource " +
            "cancelled webLink form");

    public static ConferenceResource Watch { get; } = new(
        "Watch", 61, "id address name basicAuth httpRequestHeader schema method status oauth2Auth signature");

    /// <summary>
    /// Gets the type of the people who can be registered. Another API of Agendize manages them, so the sandbox has no operations on them.
    /// </summary>
    public static ConferenceResource Client { get; } = new(
        "Client", 5001, "id firstName lastName emailAddress phoneNumber language consent");

    /// <summary>Gets the name of the type, for error messages and tables.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the ID of the first resource.</summary>
    public int FirstId { get; } = firstId;

    /// <summary>Gets the members that responses contain. The last two members of a client are not documented.</summary>
    public IReadOnlyList<string> Members { get; } = members.Split(' ');
}

/// <summary>Represents the resources, in one table for each type.</summary>
internal sealed class ConferenceData : Database
{
    public Table this[ConferenceResource type] => this[type.Name];

    public IEnumerable<JsonObject> Below(ConferenceResource type, JsonObject parent) =>
        this[type].Where(row => (string?)row["parentId"] == (string?)parent["id"]);

    /// <summary>Adds a resource. A row also contains <c>parentId</c> and <c>index</c>, which are not part of the API.</summary>
    public JsonObject Add(ConferenceResource type, string? parentId, JsonObject members)
    {
        var index = this[type].NextNumber() - 1;
        var id = (type.FirstId + index).ToString(CultureInfo.InvariantCulture);
        (members["id"], members["parentId"], members["index"]) = (id, parentId, index);
        return this[type].Add(id, members);
    }

    /// <summary>Gets a resource by its ID, or a conference also by its external ID; null if there is none.</summary>
    public JsonObject? Find(ConferenceResource type, string id) =>
        this[type].Find(id)
        ?? (type == ConferenceResource.Conference ? this[type].FirstOrDefault(row => (string?)row["externalId"] == id) : null);

    /// <summary>
    /// Gets the local time of the next change. It is one minute after the previous change, so that test runs can be compared.
    /// </summary>
    public JsonObject Now(JsonObject session)
    {
        var time = new DateTime(2026, 1, 15, 10, 0, 0).AddMinutes(this["changes"].Count);
        return Time(time, (string?)session["start"]!["timeZone"] ?? ConferenceForm.CompanyZone);
    }

    /// <summary>Records a change.</summary>
    public void Record(string operation, JsonObject row, JsonObject? body) => this["changes"].Add(new JsonObject
    {
        ["operation"] = operation,
        ["id"] = (string?)row["id"],
        ["parentId"] = (string?)row["parentId"],
        ["body"] = body?.DeepClone(),
    });

    /// <summary>Gets a date and time without an offset, with the name of the time zone.</summary>
    public static JsonObject Time(DateTime time, string? zone)
    {
        var json = new JsonObject { ["dateTime"] = time.ToString("yyyy-MM-ddTHH:mm:ss.FFF", CultureInfo.InvariantCulture) };
        if (zone is not null)
        {
            json["timeZone"] = zone;
        }

        return json;
    }

    /// <summary>Gets the members of a client that a registration contains.</summary>
    public static JsonObject ClientOf(JsonObject client) => new(
        ConferenceResource.Client.Members.Where(client.ContainsKey).Select(name => KeyValuePair.Create(name, client[name]?.DeepClone())));
}
