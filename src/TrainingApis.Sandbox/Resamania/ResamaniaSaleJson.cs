using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Writes sales.</summary>
internal static class ResamaniaSaleJson
{
    public static void WriteMembers(Utf8JsonWriter json, ResamaniaSale sale, ResamaniaBrand brand)
    {
        json.WriteString("@id"u8, brand.Iri("sales", sale.Id));
        json.WriteString("@type"u8, "Sale");
        json.WriteString("contactId"u8, brand.Iri("contacts", sale.ContactId));
        json.WriteString("contactNumber"u8, sale.ContactNumber);
        json.WriteString("contactFamilyName"u8, sale.ContactFamilyName);
        json.WriteString("contactGivenName"u8, sale.ContactGivenName);
        json.WriteString("clubId"u8, brand.Iri("clubs", sale.ClubId));
        json.WriteString("clubCode"u8, sale.ClubCode);
        json.WriteString("state"u8, sale.State);
        json.WriteString("channel"u8, sale.Channel);
        json.WriteString("invoiceId"u8, sale.InvoiceId);
        json.WriteString("createdAt"u8, ResamaniaContactJson.Time(sale.CreatedAt, sale.Id));
        ResamaniaAddressFields.Write(json, sale.Address, brand);
        json.WriteStartArray("articles"u8);
        foreach (var article in sale.Articles)
            json.WriteRawValue(article);
        json.WriteEndArray();
    }
}
