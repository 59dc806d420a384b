using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Provides sales. Each contains a copy of the number and the names of its contact.</summary>
internal static class ResamaniaSales
{
    private static readonly ObjectSchema Sale = new ObjectSchema()
        .Require("contactId clubId", ResamaniaCall.IriSchema)
        .Allow("contactNumber contactGivenName contactFamilyName clubCode", Schema.Text.OrNull())
        .Allow("address", ResamaniaContacts.AddressSchema.OrNull());

    /// <summary>Creates a sale. It needs an address: its own, or that of the contact.</summary>
    public static Response Create(ResamaniaCall call)
    {
        var body = call.Read(Sale);
        var contact = call.Find("contacts", body.Text("contactId"));
        var club = call.FindOwnClub(body.Text("clubId"));
        call.CheckOwnContact(ResamaniaStore.Id(contact));
        var address = ResamaniaContacts.ChangeAddress(call, body.Json["address"], null) ?? contact["address"]?.DeepClone()
            ?? throw ResamaniaErrors.Invalid(("address", "required"));
        var sale = ResamaniaSampleData.AddSale(call.Store, ResamaniaSampleData.LastSale + call.Store["sales"].NextNumber(), contact);
        foreach (var (name, value) in body.Json.Where(member => member.Value is not null))
        {
            sale[name] = value!.DeepClone();
        }

        (sale["clubId"], sale["clubCode"], sale["state"], sale["address"]) = (ResamaniaStore.Id(club), club["code"]?.DeepClone(), "draft",
            address);
        call.Record(ResamaniaStore.Id(sale));
        return call.Item(201, "Sale", sale);
    }

    /// <summary>
    /// Copies the number and the names of the contact into the sale again. If the contact was moved, those of its successor are copied. A
    /// club token finds the sales of its club, and a contact token can access the sales of its contact.
    /// </summary>
    public static Response UpdateContact(ResamaniaCall call)
    {
        var sale = call.Find("sales", ResamaniaStore.Iri($"sales/{call.Request["id"]}"));
        var contactId = (string)sale["contactId"]!;
        call.FindOwnClub((string?)sale["clubId"]);
        call.CheckOwnContact(contactId);
        if (call.Request.Body.Length > 0)
        {
            throw ResamaniaErrors.Create(400, "This operation takes no body.");
        }

        CopyContact(sale, call.Find("contacts", call.Store.Follow(contactId)));
        call.Record(ResamaniaStore.Id(sale));
        return Response.Empty(204);
    }

    /// <summary>Writes the ID, the number and the names of a contact into a sale.</summary>
    public static void CopyContact(JsonObject sale, JsonObject contact)
    {
        sale["contactId"] = ResamaniaStore.Id(contact);
        sale["contactNumber"] = contact["number"]?.DeepClone();
        sale["contactFamilyName"] = contact["familyName"]?.DeepClone();
        sale["contactGivenName"] = contact["givenName"]?.DeepClone();
    }
}
