using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Provides the two ways of a prospect to another club: the migration into a temporary contact, and the transfer with a code.</summary>
internal static class ResamaniaMoves
{
    private const int LastTransferNumber = 455433;

    private static readonly ObjectSchema Migration = Schema.Object().Require("targetContactId targetClubId", ResamaniaCall.IriSchema);

    private static readonly ObjectSchema TransferRequest = Schema.Object().Require("clubId contactId", ResamaniaCall.IriSchema);

    private static readonly ObjectSchema Transition =
        Schema.Object().Require("transition", Schema.OneOf("validate", "cancel")).Allow("code", Schema.Text.OrNull());

    /// <summary>Moves the prospect of the path. The source is a prospect and the target temporary: the vendor's glossary has them swapped.</summary>
    public static Response Migrate(ResamaniaCall call)
    {
        var source = ResamaniaContacts.FindInPath(call);
        var body = call.Read(Migration);
        var target = call.Find("contacts", body.Text("targetContactId"));
        var clubId = ResamaniaStore.Id(call.Find("clubs", body.Text("targetClubId")));
        CheckSource(source, clubId);
        var error = (string?)target["state"] != "temp" ? "target-not-temp" : (string?)target["clubId"] != clubId ? "target-not-in-club" : null;
        if (error is not null)
        {
            throw ResamaniaException.Code("api.error.contact.migrate." + error);
        }

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
            throw ResamaniaException.NotFound();
        }

        CheckSource(contact, clubId);
        if (contact["mobile"] is null)
        {
            throw ResamaniaException.Invalid(("mobile", "required"));
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
        return Show(call, transfer, 2);
    }

    /// <summary>Confirms or cancels a transfer. For other clubs than the destination it does not exist.</summary>
    public static Response Decide(ResamaniaCall call)
    {
        var transfer = call.Find("transfers", ResamaniaStore.Iri($"signature_requests/{call.Request["id"]}"));
        if ((string?)transfer["clubId"] != call.ClubId)
        {
            throw ResamaniaException.NotFound();
        }

        var body = call.Read(Transition);
        var isConfirmed = body.Text("transition") == "validate";
        var code = body.Text("code");
        if (isConfirmed && string.IsNullOrEmpty(code))
        {
            throw ResamaniaException.Invalid(("code", "required"));
        }

        var error = (string?)transfer["state"] != "pending" ? "transition-not-allowed"
            : isConfirmed && code != (string?)transfer["code"] ? "invalid-code"
            : null;
        if (error is not null)
        {
            throw ResamaniaException.Code("api.error.signature-request." + error);
        }

        if (isConfirmed)
        {
            // The contact may have been moved in another way since the request.
            var source = call.Find("contacts", (string?)transfer["contactId"]);
            CheckSource(source, call.ClubId);
            var target = ResamaniaContacts.Add(call, call.ClubId);
            Replace(call, source, target);
            transfer["resultTargetId"] = ResamaniaStore.Id(target);
        }

        transfer["state"] = isConfirmed ? "validated" : "canceled";
        call.Record(ResamaniaStore.Id(transfer));
        return Show(call, transfer, 4);
    }

    private static void CheckSource(JsonObject source, string clubId)
    {
        var error = (string?)source["state"] != "prospect" ? "source-not-prospect" : (string?)source["clubId"] == clubId ? "same-club" : null;
        if (error is not null)
        {
            throw ResamaniaException.Code("api.error.contact.migrate." + error);
        }
    }

    /// <summary>Moves everything that is known of the source, its number included, to the target, which becomes the prospect.</summary>
    private static void Replace(ResamaniaCall call, JsonObject source, JsonObject target)
    {
        foreach (var name in new[] { "number", "birthDate", "email", "familyName", "gender", "givenName", "landline", "mobile", "sourceId" })
        {
            target[name] = source[name]?.DeepClone();
        }

        target["address"] = (source["address"] ?? target["address"])?.DeepClone();
        target["state"] = "prospect";
        var from = ResamaniaStore.Id(source);
        call.Store["contacts"].Remove(from);
        call.Store["moves"].Add(from, new JsonObject { ["from"] = from, ["to"] = ResamaniaStore.Id(target) });
    }

    private static Response Show(ResamaniaCall call, JsonObject transfer, int memberCount)
    {
        var shown = new JsonObject();
        foreach (var (name, value) in transfer.Take(memberCount))
        {
            shown[name] = value?.DeepClone();
        }

        return call.Item(201, "SignatureRequest", shown);
    }
}
