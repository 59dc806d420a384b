using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>
/// Provides the two ways to move a prospect to another club, into a temporary contact and with a code, and what a sale needs after it.
/// </summary>
internal static class ResamaniaMoves
{
    private const int LastTransferNumber = 455433;

    private static readonly string[] Moved =
        ["number", "birthDate", "email", "familyName", "gender", "givenName", "landline", "mobile", "sourceId"];

    private static readonly ObjectSchema Migration = new ObjectSchema().Require("targetContactId targetClubId", ResamaniaCall.IriSchema);

    private static readonly ObjectSchema TransferRequest = new ObjectSchema().Require("clubId contactId", ResamaniaCall.IriSchema);

    private static readonly ObjectSchema Transition =
        new ObjectSchema().Require("transition", Schema.OneOf("validate", "cancel")).Allow("code", Schema.Text.OrNull());

    /// <summary>Moves the prospect of the path into a temporary contact. The vendor's glossary has the two states swapped.</summary>
    public static Response Migrate(ResamaniaCall call)
    {
        var source = ResamaniaContacts.FindInPath(call);
        var body = call.Read(Migration);
        var target = call.Find("contacts", body.Text("targetContactId"));
        var clubId = ResamaniaStore.Id(call.Find("clubs", body.Text("targetClubId")));
        CheckSource(source, clubId);
        ResamaniaErrors.ThrowUnless((string?)target["state"] == "temp", "contact.migrate.target-not-temp");
        ResamaniaErrors.ThrowUnless((string?)target["clubId"] == clubId, "contact.migrate.target-not-in-club");
        Replace(call, source, target);
        call.Record(ResamaniaStore.Id(source));
        return Response.Empty(204);
    }

    /// <summary>Creates a signature request, whose code the vendor sends to the contact. The headers name the destination.</summary>
    public static Response RequestTransfer(ResamaniaCall call)
    {
        var body = call.Read(TransferRequest);
        var contact = call.Find("contacts", body.Text("contactId"));
        var clubId = ResamaniaStore.Id(call.Find("clubs", body.Text("clubId")));
        if (clubId != call.ClubId)
        {
            throw ResamaniaErrors.NotFound();
        }

        CheckSource(contact, clubId);
        if (contact["mobile"] is null)
        {
            throw ResamaniaErrors.Invalid(("mobile", "required"));
        }

        var transfers = call.Store["transfers"];
        var iri = ResamaniaStore.Iri($"signature_requests/{LastTransferNumber + transfers.NextNumber()}");
        var transfer = transfers.Add(iri, new JsonObject
        {
            ["@id"] = iri,
            ["@type"] = "SignatureRequest",
            ["state"] = "pending",
            ["resultTargetId"] = null,
            ["contactId"] = ResamaniaStore.Id(contact),
            ["clubId"] = clubId,
            ["code"] = call.Settings.TransferCode,
        });
        call.Record(iri);
        return call.Item(201, "SignatureRequest", ResamaniaStore.Pick(transfer, "@id", "@type"));
    }

    /// <summary>Confirms or cancels a transfer. For other clubs than the destination it does not exist.</summary>
    public static Response Decide(ResamaniaCall call)
    {
        var transfer = call.Find("transfers", ResamaniaStore.Iri($"signature_requests/{call.Request["id"]}"));
        if ((string?)transfer["clubId"] != call.ClubId)
        {
            throw ResamaniaErrors.NotFound();
        }

        var body = call.Read(Transition);
        var isConfirmed = body.Text("transition") == "validate";
        var code = body.Text("code");
        if (isConfirmed && string.IsNullOrEmpty(code))
        {
            throw ResamaniaErrors.Invalid(("code", "required"));
        }

        ResamaniaErrors.ThrowUnless((string?)transfer["state"] == "pending", "signature-request.transition-not-allowed");
        if (isConfirmed)
        {
            ResamaniaErrors.ThrowUnless(code == (string?)transfer["code"], "signature-request.invalid-code");

            // The contact may have been moved in another way since the request.
            var source = call.Find("contacts", (string?)transfer["contactId"]);
            CheckSource(source, call.ClubId);
            var target = ResamaniaContacts.Add(call, call.ClubId);
            Replace(call, source, target);
            transfer["resultTargetId"] = ResamaniaStore.Id(target);
        }

        transfer["state"] = isConfirmed ? "validated" : "canceled";
        call.Record(ResamaniaStore.Id(transfer));
        return call.Item(201, "SignatureRequest", ResamaniaStore.Pick(transfer, "@id", "@type", "state", "resultTargetId"));
    }

    /// <summary>
    /// Copies number and names of the contact into the sale again; of a contact that was moved, those of its successor. A club token
    /// finds the sales of its club, a contact token may use its contact's own.
    /// </summary>
    public static Response UpdateSale(ResamaniaCall call)
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

    /// <summary>Writes a sale's own copy of the contact's number and names.</summary>
    public static void CopyContact(JsonObject sale, JsonObject contact)
    {
        sale["contactId"] = ResamaniaStore.Id(contact);
        sale["contactNumber"] = contact["number"]?.DeepClone();
        sale["contactFamilyName"] = contact["familyName"]?.DeepClone();
        sale["contactGivenName"] = contact["givenName"]?.DeepClone();
    }

    private static void CheckSource(JsonObject source, string clubId)
    {
        ResamaniaErrors.ThrowUnless((string?)source["state"] == "prospect", "contact.migrate.source-not-prospect");
        ResamaniaErrors.ThrowUnless((string?)source["clubId"] != clubId, "contact.migrate.same-club");
    }

    /// <summary>Moves everything that is known of the source, its number included, to the target, which becomes the prospect.</summary>
    private static void Replace(ResamaniaCall call, JsonObject source, JsonObject target)
    {
        foreach (var name in Moved)
        {
            target[name] = source[name]?.DeepClone();
        }

        target["address"] = (source["address"] ?? target["address"])?.DeepClone();
        target["state"] = "prospect";
        var from = ResamaniaStore.Id(source);
        call.Store["contacts"].Remove(from);
        call.Store["moves"].Add(from, new JsonObject { ["from"] = from, ["to"] = ResamaniaStore.Id(target) });
    }
}
