using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Represents the resources of the brand. Each is stored under its IRI, with the members that the API shows.</summary>
internal sealed class ResamaniaStore : Database
{
    /// <summary>The name of the brand, with which paths and IRIs start.</summary>
    public const string ClientToken = "demoapi";

    /// <summary>Gets the current time, which advances with each change only: the same requests give the same responses.</summary>
    public DateTime Now => new DateTime(2026, 1, 15, 9, 0, 0).AddMinutes(this["changes"].Count);

    /// <summary>Gets the IRI of a path. It lacks the environment segment of the address.</summary>
    public static string Iri(string path) => $"/{ClientToken}/{path}";

    /// <summary>Gets the IRI of a resource.</summary>
    public static string Id(JsonObject row) => (string)row["@id"]!;

    /// <summary>Gets some members of a resource.</summary>
    public static JsonObject Pick(JsonObject row, params string[] names) =>
        new JsonObject(names.Select(name => new KeyValuePair<string, JsonNode?>(name, row[name]?.DeepClone())));

    /// <summary>Creates an empty resource with the members that responses have, in their order.</summary>
    public static JsonObject CreateRow(string path, string type, string members)
    {
        var row = new JsonObject { ["@id"] = Iri(path), ["@type"] = type };
        Array.ForEach(members.Split(' '), name => row[name] = null);
        return row;
    }

    public JsonObject? FindByEmail(string email) =>
        this["contacts"].FirstOrDefault(row => email.Equals((string?)row["email"], StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets the IRI of the contact that a contact was moved into, or its own.</summary>
    public string Follow(string contactIri)
    {
        while (this["moves"].Find(contactIri) is { } move)
        {
            contactIri = (string)move["to"]!;
        }

        return contactIri;
    }
}

/// <summary>Represents the behaviour that the documents leave open, or that differs between brands. Tests change it.</summary>
internal sealed class ResamaniaSettings
{
    /// <summary>
    /// Gets or sets whether a network node's <c>children</c> are nodes and a list holds the roots, as before release 6.5.0. Since then
    /// they are IRIs, a list holds all nodes, and each names its parent.
    /// </summary>
    public bool NestedNodes { get; set; }

    /// <summary>Gets or sets the HTTP status of a request for a contact of another club: 200, 403 or 404.</summary>
    public int OtherClubStatus { get; set; } = 200;

    /// <summary>Gets or sets the fields that a contact must have. A name that is not documented is a field of the brand's own.</summary>
    public IReadOnlyList<string> RequiredFields { get; set; } = ["familyName", "givenName", "birthDate", "email"];

    /// <summary>Gets or sets the operations that the OAuth client is not granted, such as <c>SearchNetwork</c>.</summary>
    public IReadOnlyList<string> NotGranted { get; set; } = [];

    /// <summary>
    /// Gets or sets e-mails that somebody else registers between the search and the creation, each with the number of that person's club.
    /// </summary>
    public IReadOnlyDictionary<string, int> RegisteredMeanwhile { get; set; } = new Dictionary<string, int>();

    /// <summary>Gets or sets the code of new transfers, which the vendor sends to the contact.</summary>
    public string TransferCode { get; set; } = "1234";

    /// <summary>Gets or sets how many items a page has when the request does not say.</summary>
    public int PageSize { get; set; } = 30;

    /// <summary>Gets or sets how many items a page has at most.</summary>
    public int MaximumPageSize { get; set; } = 100;
}
