using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Represents the resources of the brand. Each is stored under its IRI, with the members that the API shows.</summary>
internal sealed class ResamaniaStore
{
    /// <summary>The name of the brand, with which paths and IRIs start.</summary>
    public const string ClientToken = "demoapi";

    public Database Database { get; } = new();

    public Table this[string table] => Database[table];

    /// <summary>Gets the current time, which advances with each change only: the same requests give the same responses.</summary>
    public DateTime Now => new DateTime(2026, 1, 15, 9, 0, 0).AddMinutes(Database["changes"].Count);

    /// <summary>Gets the IRI of a path. It lacks the environment segment of the address.</summary>
    public static string Iri(string path) => $"/{ClientToken}/{path}";

    /// <summary>Gets the IRI of a resource.</summary>
    public static string Id(JsonObject row) => (string)row["@id"]!;

    /// <summary>Gets some members of a resource.</summary>
    public static JsonObject Pick(JsonObject row, params string[] names) =>
        new JsonObject(names.Select(name => new KeyValuePair<string, JsonNode?>(name, row[name]?.DeepClone())));

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

/// <summary>Provides the vendor's names of the OAuth grants.</summary>
internal static class GrantType
{
    public const string Anonymous = "client_credentials";
    public const string Club = "http://clubclientcredentials";
    public const string Contact = "http://contactclientcredentials";
    public const string Refresh = "refresh_token";
}

/// <summary>Represents an OAuth client of Resamania.</summary>
/// <param name="ClientId">The client ID.</param>
/// <param name="ClientSecret">The client secret.</param>
/// <param name="Grants">The grants that it may use; the vendor gives a client with the contact grant no other one.</param>
internal sealed record ResamaniaAccount(string ClientId, string ClientSecret, IReadOnlyList<string> Grants)
{
    /// <summary>Gets the account that acts as itself or as a club. It is not a secret: nothing outside a sandbox knows it.</summary>
    public static ResamaniaAccount Default { get; } = new("sandbox-client", "sandbox-secret", [GrantType.Anonymous, GrantType.Club]);

    /// <summary>Gets the account that acts as a contact.</summary>
    public static ResamaniaAccount Contact { get; } = new("sandbox-contact-client", "sandbox-contact-secret", [GrantType.Contact]);

    public static IReadOnlyList<ResamaniaAccount> All { get; } = [Default, Contact];
}

/// <summary>Represents whom an access token stands for.</summary>
/// <param name="Account">The OAuth client.</param>
/// <param name="Grant">The grant by which it was issued.</param>
/// <param name="ClubId">The IRI of the club of a club grant.</param>
/// <param name="ContactId">The IRI of the contact of a contact grant.</param>
internal sealed record ResamaniaIdentity(ResamaniaAccount Account, string Grant, string? ClubId = null, string? ContactId = null);
