using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Provides sales. Each holds its own copy of the contact's names and number.</summary>
internal static class ResamaniaSales
{
    private static readonly ObjectSchema Sale = Schema.Object()
        .Require("contactId clubId", ResamaniaCall.IriSchema)
        .Allow("contactNumber contactGivenName contactFamilyName clubCode", Schema.Text.OrNull())
        .Allow("address", ResamaniaAddress.Schema.OrNull());

    public static Response Create(ResamaniaCall call)
    {
        var body = call.Read(Sale);
        var contact = call.Find("contacts", body.Text("contactId"));
        var club = call.FindOwnClub(body.Text("clubId"));
        call.CheckOwnContact(ResamaniaStore.Id(contact));

        // A contact may have no address, a sale may not.
        var address = ResamaniaAddress.Apply(call, body.Json["address"], null) ?? contact["address"]?.DeepClone()
            ?? throw ResamaniaException.Invalid(("address", "required"));
        var sales = call.Store["sales"];
        var row = CreateRow(ResamaniaSampleData.LastSale + sales.NextNumber(), contact, club, call.Store.Now);
        foreach (var (name, value) in body.Json.Where(member => member.Value is not null))
        {
            row[name] = value!.DeepClone();
        }

        row["address"] = address;
        sales.Add(ResamaniaStore.Id(row), row);
        call.Record(ResamaniaStore.Id(row));
        return call.Item(201, "Sale", row);
    }

    public static Response Read(ResamaniaCall call) => call.Item(200, "Sale", FindInPath(call));

    /// <summary>Copies number and names of the contact again; of a contact that was moved, those of its successor.</summary>
    public static Response UpdateContact(ResamaniaCall call)
    {
        var sale = FindInPath(call);
        if (call.Request.Body.Length > 0)
        {
            throw new ResamaniaException(400, "This operation takes no body.");
        }

        CopyContact(sale, call.Find("contacts", call.Store.Follow((string)sale["contactId"]!)));
        call.Record(ResamaniaStore.Id(sale));
        return Response.Empty(204);
    }

    /// <summary>Creates a sale of a contact with the members that responses have, in their order.</summary>
    public static JsonObject CreateRow(int number, JsonObject contact, JsonObject club, DateTime created)
    {
        var row = new JsonObject
        {
            ["@id"] = ResamaniaStore.Iri($"sales/{number}"),
            ["@type"] = "Sale",
            ["contactId"] = null,
            ["contactNumber"] = null,
            ["contactFamilyName"] = null,
            ["contactGivenName"] = null,
            ["clubId"] = ResamaniaStore.Id(club),
            ["clubCode"] = club["code"]?.DeepClone(),
            ["state"] = "draft",
            ["createdAt"] = ResamaniaCall.FormatTime(created, number),
            ["address"] = contact["address"]?.DeepClone(),
        };
        CopyContact(row, contact);
        return row;
    }

    private static void CopyContact(JsonObject sale, JsonObject contact)
    {
        sale["contactId"] = ResamaniaStore.Id(contact);
        sale["contactNumber"] = contact["number"]?.DeepClone();
        sale["contactFamilyName"] = contact["familyName"]?.DeepClone();
        sale["contactGivenName"] = contact["givenName"]?.DeepClone();
    }

    /// <summary>Gets the sale of the path: a club token finds those of its club, a contact token may use its contact's own.</summary>
    private static JsonObject FindInPath(ResamaniaCall call)
    {
        var sale = call.Find("sales", ResamaniaStore.Iri($"sales/{call.Request["id"]}"));
        call.FindOwnClub((string?)sale["clubId"]);
        call.CheckOwnContact((string)sale["contactId"]!);
        return sale;
    }
}
