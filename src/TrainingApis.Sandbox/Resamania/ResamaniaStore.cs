using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Represents the resources of the brand. Each resource is stored under its IRI, with the members of the API.</summary>
internal sealed class ResamaniaStore : Database
{
    /// <summary>The name of the brand, which is the first segment of paths and IRIs.</summary>
    public const string ClientToken = "demoapi";

    /// <summary>Gets the current time. It advances only with each change, so that the same requests get the same responses.</summary>
    public DateTime Now => new DateTime(2026, 1, 15, 9, 0, 0).AddMinutes(this["changes"].Count);

    /// <summary>Gets the IRI of a path. It does not contain the environment segment of the address.</summary>
    public static string Iri(string path) => $"/{ClientToken}/{path}";

    /// <summary>Gets the IRI of a resource.</summary>
    public static string Id(JsonObject row) => (string)row["@id"]!;

    /// <summary>Gets the specified members of a resource.</summary>
    public static JsonObject Pick(JsonObject row, params string[] names) =>
        new JsonObject(names.Select(name => new KeyValuePair<string, JsonNode?>(name, row[name]?.DeepClone())));

    /// <summary>Creates an empty resource with the members of responses, in the same order.</summary>
    public static JsonObject CreateRow(string path, string type, string members)
    {
        var row = new JsonObject { ["@id"] = Iri(path), ["@type"] = type };
        Array.ForEach(members.Split(' '), name => row[name] = null);
        return row;
    }

    public JsonObject? FindByEmail(string email) =>
        this["contacts"].FirstOrDefault(row => email.Equals((string?)row["email"], StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets the IRI of the contact into which a contact was moved, or the IRI of the contact itself if it was not moved.</summary>
    public string Follow(string contactIri)
    {
        while (this["moves"].Find(contactIri) is { } move)
        {
            contactIri = (string)move["to"]!;
        }

        return contactIri;
    }
}

/// <summary>
/// Represents the behaviour that the documents do not specify, or that differs between brands. Tests change these settings.
/// </summary>
internal sealed class ResamaniaSettings
{
    /// <summary>
    /// Gets or sets whether the <c>children</c> of a network node are nodes and a list contains the root nodes, as before release 6.5.0.
    /// Since this release, they are IRIs, a list contains all nodes, and each node contains the IRI of its parent.
    /// </summary>
    public bool NestedNodes { get; set; }

    /// <summary>Gets or sets the HTTP status of a request for a contact of another club: 200, 403 or 404.</summary>
    public int OtherClubStatus { get; set; } = 200;

    /// <summary>Gets or sets the required fields of a contact. An undocumented name is a custom field of the brand.</summary>
    public IReadOnlyList<string> RequiredFields { get; set; } = ["familyName", "givenName", "birthDate", "email"];

    /// <summary>Gets or sets the operations that are not granted to the OAuth client, such as <c>SearchNetwork</c>.</summary>
    public IReadOnlyList<string> NotGranted { get; set; } = [];

    /// <summary>
    /// Gets or sets the e-mail addresses that another person registers between the search and the creation, each with the number of the
    /// club of this person.
    /// </summary>
    public IReadOnlyDictionary<string, int> RegisteredMeanwhile { get; set; } = new Dictionary<string, int>();

    /// <summary>Gets or sets the code of new transfers, which Resamania sends to the contact.</summary>
    public string TransferCode { get; set; } = "1234";

    /// <summary>Gets or sets the default number of items of a page.</summary>
    public int PageSize { get; set; } = 30;

    /// <summary>Gets or sets the maximum number of items of a page.</summary>
    public int MaximumPageSize { get; set; } = 100;
}
