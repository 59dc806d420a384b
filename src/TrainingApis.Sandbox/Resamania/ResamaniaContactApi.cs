namespace TrainingApis.Sandbox.Resamania;

/// <summary>Contacts: found, made, read, changed and migrated.</summary>
internal static class ResamaniaContactApi
{
    private static readonly string[] Filters = { "email", "id", "clubId", "state", "mobile", "number", "familyName", "givenName", "updatedAt[after]" };

    public static IReadOnlyList<ResamaniaRoute> Routes { get; } = new ResamaniaRoute[]
    {
        new("GET", "contacts", ResamaniaAudience.Servers, ResamaniaContext.Club, List),
        new("POST", "contacts", ResamaniaAudience.Servers, ResamaniaContext.Club, Create),
        new("GET", "network/contact_search", ResamaniaAudience.Servers, ResamaniaContext.Network, Search),
        new("GET", "contacts/{id}", ResamaniaAudience.Everyone, ResamaniaContext.Club, Read),
        new("PUT", "contacts/{id}", ResamaniaAudience.Everyone, ResamaniaContext.Club, Update),
        new("PUT", "contacts/{id}/migrate", ResamaniaAudience.Members, ResamaniaContext.Club, Migrate),
    };

    private static SandboxAnswer List(ResamaniaCall call)
    {
        var query = new ResamaniaQuery(call.Request, Filters);
        var after = query.Time("updatedAt[after]");
        var found = call.Brand.Contacts.Values.Where(one => one.MigratedTo == null && one.ClubId == call.Club!.Id
            && query.Allows("email", one.Email) && query.Allows("clubId", call.Brand.Iri("clubs", one.ClubId))
            && (query.Allows("id", one.Id.ToString()) || query.Allows("id", call.Brand.Iri("contacts", one.Id)))
            && query.Allows("state", one.State) && query.Allows("mobile", one.Mobile) && query.Allows("number", one.Number)
            && query.Allows("familyName", one.FamilyName) && query.Allows("givenName", one.GivenName)
            && (after == null || one.UpdatedAt >= after)).ToList();
        // The documents' answer to a search by e-mail has no count.
        return HydraPage.Of(call, query, "Contact", "contacts", found, hasTotal: !query.Has("email"), (json, one) =>
        {
            json.WriteStartObject();
            ResamaniaContactJson.WriteMembers(json, one, call.Brand);
            json.WriteEndObject();
        });
    }

    private static SandboxAnswer Search(ResamaniaCall call)
    {
        var query = new ResamaniaQuery(call.Request, "email");
        if (!query.Has("email"))
            throw ResamaniaRefusal.Invalid("email", "required");
        var found = call.Brand.Contacts.Values.Where(one => one.MigratedTo == null && query.Allows("email", one.Email)).ToList();
        // The collection calls itself by the name of the other one.
        return HydraPage.Of(call, query, "Contact", "contacts", found, hasTotal: true, (json, one) => ResamaniaContactJson.WriteReduced(json, one, call.Brand));
    }

    private static SandboxAnswer Create(ResamaniaCall call)
    {
        var body = ResamaniaContactFields.ReadBody(call.Request);
        var contact = call.Brand.NewContact(ResamaniaContactFields.ClubOf(body, call));
        ResamaniaContactFields.Apply(body, contact, call, isNew: true);
        call.Brand.Add(contact);
        call.Record("contacts.create", call.Brand.Iri("contacts", contact.Id));
        var asSample = call.Control.Echo == ResamaniaEcho.Sample || (call.Control.Echo == ResamaniaEcho.ByItem && contact.Id % 2 == 0);
        return call.Item(201, "Contact", json => ResamaniaContactJson.WriteMembers(json, contact, call.Brand, asSample));
    }

    private static SandboxAnswer Read(ResamaniaCall call)
    {
        var contact = call.Contact(call.Id);
        return call.Item(200, "Contact", json => ResamaniaContactJson.WriteMembers(json, contact, call.Brand));
    }

    private static SandboxAnswer Update(ResamaniaCall call)
    {
        var contact = call.Contact(call.Id).Copy();
        if (!call.MayChange(contact.ClubId))
            throw ResamaniaRefusal.NotFound();
        ResamaniaContactFields.Apply(ResamaniaContactFields.ReadBody(call.Request), contact, call, isNew: false);
        call.Brand.Contacts[contact.Id] = contact;
        call.Record("contacts.update", call.Brand.Iri("contacts", contact.Id));
        return call.Item(200, "Contact", json => ResamaniaContactJson.WriteMembers(json, contact, call.Brand));
    }

    /// <summary>The source is a prospect of another club, the target a temporary contact; the vendor's glossary has the two states swapped.</summary>
    private static SandboxAnswer Migrate(ResamaniaCall call)
    {
        var source = call.Contact(call.Id);
        var body = ResamaniaBody.Read(call.Request, "targetContactId", "targetClubId");
        var missing = new[] { "targetContactId", "targetClubId" }.Where(name => string.IsNullOrEmpty(body.Iri(name))).Select(name => (name, "required")).ToList();
        if (missing.Count > 0)
            throw ResamaniaRefusal.Invalid(missing);
        var target = call.Brand.FindContact(body.Iri("targetContactId")!) ?? throw ResamaniaRefusal.NotFound();
        var club = call.Brand.FindClub(body.Iri("targetClubId")!) ?? throw ResamaniaRefusal.NotFound();
        if (source.State != "prospect")
            throw ResamaniaRefusal.Code("api.error.contact.migrate.source-not-prospect");
        if (target.State != "temp")
            throw ResamaniaRefusal.Code("api.error.contact.migrate.target-not-temp");
        if (target.ClubId != club.Id)
            throw ResamaniaRefusal.Code("api.error.contact.migrate.target-not-in-club");
        if (source.ClubId == club.Id)
            throw ResamaniaRefusal.Code("api.error.contact.migrate.same-club");
        target.TakeOver(source, call.Brand.Now);
        call.Record("contacts.migrate", call.Brand.Iri("contacts", source.Id));
        return SandboxAnswer.Empty(204);
    }
}
