using System.Globalization;
using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Writes contacts as the vendor does.</summary>
internal static class ResamaniaContactJson
{
    /// <summary>The members of a contact, as lists and reads have them.</summary>
    public static void WriteMembers(Utf8JsonWriter json, ResamaniaContact contact, ResamaniaBrand brand, bool asSample = false)
    {
        WriteHead(json, contact, brand);
        ResamaniaAddressFields.Write(json, contact.Address, brand, withStreet: !asSample);
        json.WriteString("birthDate"u8, asSample ? null : contact.BirthDate);
        json.WriteString("email"u8, contact.Email);
        json.WriteString("familyName"u8, asSample ? TitleCase(contact.FamilyName) : contact.FamilyName);
        json.WriteString("gender"u8, asSample ? null : contact.Gender);
        json.WriteString("givenName"u8, asSample ? TitleCase(contact.GivenName) : contact.GivenName);
        json.WriteNull("pictureId"u8);
        json.WriteStartArray("tags"u8);
        if (contact.IsSeeded && contact.Id % 4 == 1)
            json.WriteStringValue(brand.Iri("tags", 3));
        json.WriteEndArray();
        json.WriteString("clubId"u8, brand.Iri("clubs", contact.ClubId));
        json.WriteString("landline"u8, contact.Landline);
        json.WriteString("mobile"u8, asSample ? null : contact.Mobile);
        json.WriteBoolean("parentalIdentificationValidated"u8, false);
        json.WriteString("state"u8, contact.State);
        json.WriteNull("initialSalepersonId"u8);
        if (!asSample)
            WriteRest(json, contact, brand);
    }

    /// <summary>The few members that the search of the network shows: no e-mail, no address, and of the phone four digits.</summary>
    public static void WriteReduced(Utf8JsonWriter json, ResamaniaContact contact, ResamaniaBrand brand)
    {
        json.WriteStartObject();
        WriteHead(json, contact, brand);
        json.WriteString("birthDate"u8, contact.BirthDate);
        json.WriteString("familyName"u8, contact.FamilyName);
        json.WriteString("gender"u8, contact.Gender);
        json.WriteString("givenName"u8, contact.GivenName);
        json.WriteNull("pictureId"u8);
        json.WriteString("clubId"u8, brand.Iri("clubs", contact.ClubId));
        json.WriteString("state"u8, contact.State);
        json.WriteString("partialPhoneNumber"u8, contact.Mobile is { Length: > 4 } mobile ? "******" + mobile[^4..] : null);
        json.WriteEndObject();
    }

    /// <summary>An instant as the vendor writes it: by item with the offset of the clubs' wall clock, or without any.</summary>
    public static string Time(DateTime time, long id) =>
        time.ToString(id % 2 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'+01:00'" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static void WriteHead(Utf8JsonWriter json, ResamaniaContact contact, ResamaniaBrand brand)
    {
        json.WriteString("@id"u8, brand.Iri("contacts", contact.Id));
        json.WriteString("@type"u8, "http://schema.org/Person");
        json.WriteString("number"u8, contact.Number);
    }

    /// <summary>What the documents elide; others have seen these members, and not all of them always.</summary>
    private static void WriteRest(Utf8JsonWriter json, ResamaniaContact contact, ResamaniaBrand brand)
    {
        json.WriteString("sourceId"u8, brand.Iri("referentials/sources", contact.SourceId));
        json.WriteString("createdAt"u8, Time(contact.CreatedAt, contact.Id));
        json.WriteString("updatedAt"u8, Time(contact.UpdatedAt, contact.Id));
        if (contact.Id % 3 != 0)
            return;
        json.WriteNull("prescriberId"u8);
        json.WriteNull("occupationId"u8);
        json.WriteStartArray("goalIds"u8);
        json.WriteStringValue(brand.Iri("goals", 1 + (contact.Id % 5)));
        json.WriteEndArray();
        json.WriteNull("companyId"u8);
        json.WriteBoolean("identificationValidated"u8, contact.State == "client");
        json.WriteNull("currentSalepersonId"u8);
        json.WriteString("externalId"u8, contact.Id % 2 == 0 ? "EXT-" + contact.Id.ToString(CultureInfo.InvariantCulture) : null);
        json.WriteString("channel"u8, "web");
    }

    private static string? TitleCase(string? name) => name == null ? null : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());
}
