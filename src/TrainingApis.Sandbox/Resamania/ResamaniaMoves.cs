using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Provides the two ways to move a prospect to another club: into a temporary contact, or with a code.</summary>
internal static class ResamaniaMoves
{
    private const int LastTransferNumber = 455433;

    private static readonly string[] Moved =
        ["number", "birthDate", "email", "familyName", "gender", "givenName", "landline", "mobile", "sourceId"];

    private static readonly ObjectSchema Migration = new ObjectSchema().Require("targetContactId targetClubId", ResamaniaCall.IriSchema);

    private static readonly ObjectSchema TransferRequest = new ObjectSchema().Require("clubId contactId", ResamaniaCall.IriSchema);

    private static readonly ObjectSchema Transition =
        new ObjectSchema().Require("transition", Schema.OneOf("validate", "cancel")).Allow("code", Schema.Text.OrNull());

    /// <summary>
    /// Moves the prospect in the path into a temporary contact. The glossary in the documents has the two states in the wrong order.
    /// </summary>
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

    /// <summary>Creates a signature request. Resamania sends its code to the contact. The headers specify the destination.</summary>
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

    /// <summary>Confirms or cancels a transfer. The transfer exists only for the destination club.</summary>
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

            // The contact can have been moved by another operation since the request.
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

    private static void CheckSource(JsonObject source, string clubId)
    {
        ResamaniaErrors.ThrowUnless((string?)source["state"] == "prospect", "contact.migrate.source-not-prospect");
        ResamaniaErrors.ThrowUnless((string?)source["clubId"] != clubId, "contact.migrate.same-club");
    }

    /// <summary>Moves all data of the source, including its number, to the target, which becomes the prospect.</summary>
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
