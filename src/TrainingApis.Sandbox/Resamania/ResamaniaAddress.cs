using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Provides the addresses of contacts and sales.</summary>
internal static class ResamaniaAddress
{
    private const int LastNumber = 14285612;

    /// <summary>Gets the schema of an address. The last name is how the vendor's example of a sale spells it.</summary>
    public static Schema Schema { get; } = Server.Schema.Object().Allow(
        "addressCountry addressLocality streetAddress postalCode supplement addressCountryCode addressCountryIso addressCountryISo",
        Server.Schema.Text.OrNull());

    private static readonly (string Name, string Iso)[] Countries =
    [
        ("France", "FR"), ("Belgique", "BE"), ("Suisse", "CH"), ("Luxembourg", "LU"), ("Monaco", "MC"), ("Espagne", "ES"), ("Italie", "IT"),
    ];

    /// <summary>Creates an address with the members that responses have, in their order.</summary>
    public static JsonObject CreateRow(string iri) => new()
    {
        ["@id"] = iri,
        ["@type"] = "Address",
        ["addressCountry"] = null,
        ["addressCountryIso"] = null,
        ["addressLocality"] = null,
        ["postalCode"] = null,
        ["streetAddress"] = null,
        ["supplement"] = string.Empty,
    };

    /// <summary>Gets the address after a change: members that were not sent stay, and null for the whole clears it.</summary>
    public static JsonObject? Apply(ResamaniaCall call, JsonNode? change, JsonNode? current)
    {
        if (change is null)
        {
            return null;
        }

        var address = (JsonObject?)current?.DeepClone()
            ?? CreateRow(ResamaniaStore.Iri($"addresses/{LastNumber + call.Store["addresses"].NextNumber()}"));
        foreach (var (name, value) in (JsonObject)change)
        {
            // The three names of a country's code mean one member.
            var isCode = name is "addressCountryCode" or "addressCountryIso" or "addressCountryISo";
            address[isCode ? "addressCountryIso" : name] = value?.DeepClone();
            if (name == "addressCountry")
            {
                address["addressCountryIso"] = Array.Find(Countries, country => country.Name == (string?)value).Iso;
            }
        }

        return address;
    }
}
