using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Writes all objects and all changes, for tests to look at. Changes and tokens stand in the order in which they happened.</summary>
internal static class ResamaniaStateJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ResamaniaBrand> brands, IEnumerable<(string Grant, ResamaniaIdentity Identity)> tokens)
    {
        json.WriteStartObject();
        WriteList(json, "contacts", brands, brand => brand.Contacts.Values, (brand, one) =>
        {
            json.WriteBoolean("seeded", one.IsSeeded);
            json.WriteString("migratedTo", brand.Iri("contacts", one.MigratedTo));
            ResamaniaContactJson.WriteMembers(json, one, brand);
        });
        WriteList(json, "sales", brands, brand => brand.Sales.Values, (brand, one) =>
        {
            json.WriteBoolean("seeded", one.IsSeeded);
            ResamaniaSaleJson.WriteMembers(json, one, brand);
        });
        WriteList(json, "sources", brands, brand => brand.Sources.Values, (brand, one) =>
        {
            json.WriteBoolean("seeded", one.IsSeeded);
            json.WriteString("@id", brand.Iri("referentials/sources", one.Id));
            json.WriteString("name", one.Name);
            json.WriteBoolean("archived", one.IsArchived);
        });
        WriteList(json, "transfers", brands, brand => brand.Transfers.Values, (brand, one) =>
        {
            json.WriteString("@id", brand.Iri("signature_requests", one.Id));
            json.WriteString("contactId", brand.Iri("contacts", one.ContactId));
            json.WriteString("clubId", brand.Iri("clubs", one.ClubId));
            json.WriteString("code", one.Code);
            json.WriteString("state", one.State);
            json.WriteString("resultTargetId", brand.Iri("contacts", one.ResultTargetId));
        });
        WriteList(json, "changes", brands, brand => brand.Changes, (brand, one) => WriteChange(json, one, brand));
        json.WriteStartArray("tokens");
        foreach (var (grant, identity) in tokens)
        {
            json.WriteStartObject();
            json.WriteString("grant", grant);
            WriteIdentity(json, identity, brands.First(brand => brand.Token == identity.Account.ClientToken));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteList<T>(
        Utf8JsonWriter json, string name, IReadOnlyList<ResamaniaBrand> brands, Func<ResamaniaBrand, IEnumerable<T>> list, Action<ResamaniaBrand, T> writeMembers)
    {
        json.WriteStartArray(name);
        foreach (var brand in brands)
        {
            foreach (var item in list(brand))
            {
                json.WriteStartObject();
                json.WriteString("brand", brand.Token);
                writeMembers(brand, item);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteChange(Utf8JsonWriter json, ResamaniaChange change, ResamaniaBrand brand)
    {
        json.WriteString("operation", change.Operation);
        json.WriteString("iri", change.Iri);
        json.WriteString("grant", change.Identity.Grant);
        WriteIdentity(json, change.Identity, brand);
        json.WritePropertyName("body");
        if (change.Body.Length == 0)
            json.WriteNullValue();
        else
            json.WriteRawValue(change.Body);
    }

    private static void WriteIdentity(Utf8JsonWriter json, ResamaniaIdentity identity, ResamaniaBrand brand)
    {
        json.WriteString("clientId", identity.Account.ClientId);
        json.WriteString("actsForClub", brand.Iri("clubs", identity.ClubId));
        json.WriteString("actsAsContact", brand.Iri("contacts", identity.ContactId));
    }
}
