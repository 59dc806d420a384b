using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>The newer way to another club: the prospect is sent a code, and whoever has it decides.</summary>
internal static class ResamaniaTransferApi
{
    public static IReadOnlyList<ResamaniaRoute> Routes { get; } = new ResamaniaRoute[]
    {
        new("POST", "contact_migration_requests", ResamaniaAudience.Servers, ResamaniaContext.Club, Request),
        new("POST", "signature_requests/{id}/transitions", ResamaniaAudience.Servers, ResamaniaContext.Club, Decide),
    };

    private static SandboxAnswer Request(ResamaniaCall call)
    {
        var body = ResamaniaBody.Read(call.Request, "clubId", "contactId");
        var missing = new[] { "clubId", "contactId" }.Where(name => string.IsNullOrEmpty(body.Iri(name))).Select(name => (name, "required")).ToList();
        if (missing.Count > 0)
            throw ResamaniaRefusal.Invalid(missing);
        var club = call.Brand.FindClub(body.Iri("clubId")!);
        var contact = call.Brand.FindContact(body.Iri("contactId")!);
        // The context headers are those of the destination; any others are wrong ones.
        if (club == null || contact == null || club.Id != call.Club!.Id)
            throw ResamaniaRefusal.NotFound();
        if (contact.State != "prospect")
            throw ResamaniaRefusal.Code("api.error.contact.migrate.source-not-prospect");
        if (contact.ClubId == club.Id)
            throw ResamaniaRefusal.Code("api.error.contact.migrate.same-club");
        if (contact.Mobile == null)
            throw ResamaniaRefusal.Invalid("mobile", "required");
        var transfer = call.Brand.NewTransfer(contact.Id, club.Id, call.Control.TransferCode);
        call.Record("transfers.request", Iri(call, transfer));
        return call.Item(201, "SignatureRequest", json => WriteHead(json, call, transfer));
    }

    private static SandboxAnswer Decide(ResamaniaCall call)
    {
        // For others than its destination club a transfer is not there.
        if (call.Brand.Transfers.GetValueOrDefault(call.Id) is not { } transfer || transfer.ClubId != call.Club!.Id)
            throw ResamaniaRefusal.NotFound();
        var body = ResamaniaBody.Read(call.Request, "transition", "code");
        var (transition, code) = (body.Text("transition"), body.Text("code"));
        if (string.IsNullOrEmpty(transition))
            throw ResamaniaRefusal.Invalid("transition", "required");
        if (transition is not ("validate" or "cancel"))
            throw ResamaniaRefusal.Invalid("transition", "The value you selected is not a valid choice.");
        if (transition == "validate" && string.IsNullOrEmpty(code))
            throw ResamaniaRefusal.Invalid("code", "required");
        if (transfer.State != "pending")
            throw ResamaniaRefusal.Code("api.error.signature-request.transition-not-allowed");
        if (transition == "validate")
            Validate(call, transfer, code!);
        else
            transfer.State = "canceled";
        call.Record("transfers." + transition, Iri(call, transfer));
        return call.Item(201, "SignatureRequest", json =>
        {
            WriteHead(json, call, transfer);
            json.WriteString("state"u8, transfer.State);
            json.WriteString("resultTargetId"u8, call.Brand.Iri("contacts", transfer.ResultTargetId));
        });
    }

    private static void Validate(ResamaniaCall call, ResamaniaTransfer transfer, string code)
    {
        if (code != transfer.Code)
            throw ResamaniaRefusal.Code("api.error.signature-request.invalid-code");
        // It may have become another in the meantime, or have moved some other way.
        if (call.Brand.FindContact(transfer.ContactId) is not { State: "prospect" } source)
            throw ResamaniaRefusal.Code("api.error.contact.migrate.source-not-prospect");
        var target = call.Brand.NewContact(transfer.ClubId);
        target.TakeOver(source, call.Brand.Now);
        call.Brand.Add(target);
        (transfer.State, transfer.ResultTargetId) = ("validated", target.Id);
    }

    private static string Iri(ResamaniaCall call, ResamaniaTransfer transfer) => call.Brand.Iri("signature_requests", transfer.Id);

    private static void WriteHead(Utf8JsonWriter json, ResamaniaCall call, ResamaniaTransfer transfer)
    {
        json.WriteString("@id"u8, Iri(call, transfer));
        json.WriteString("@type"u8, "SignatureRequest");
    }
}
