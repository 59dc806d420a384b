namespace TrainingApis.Sandbox.Resamania;

/// <summary>Sales, and the copy of its contact that each holds.</summary>
internal static class ResamaniaSaleApi
{
    private static readonly string[] Known = { "contactId", "contactNumber", "contactGivenName", "contactFamilyName", "clubId", "clubCode", "address" };

    private static readonly string[] Filters =
    {
        "clubId", "contactId", "channel", "state", "invoiceId", "order[createdAt]",
        "createdAt[before]", "createdAt[strictly_before]", "createdAt[after]", "createdAt[strictly_after]",
    };

    /// <param name="method">The verb of the refreshing of the contact.</param>
    /// <param name="path">Its path: the documents have it in two forms.</param>
    public static IEnumerable<ResamaniaRoute> Routes(string method, string path) => new ResamaniaRoute[]
    {
        new("GET", "sales", ResamaniaAudience.Servers, ResamaniaContext.Club, List),
        new("POST", "sales", ResamaniaAudience.Everyone, ResamaniaContext.Club, Create),
        new("GET", "sales/{id}", ResamaniaAudience.Everyone, ResamaniaContext.Club, call => Answer(200, call, Find(call))),
        new("POST", "sales/{id}/articles", ResamaniaAudience.Everyone, ResamaniaContext.Club, AddArticle),
        new("GET", "sales/{id}/check", ResamaniaAudience.Everyone, ResamaniaContext.Club, Check),
        new("POST", "sales/{id}/transfer", ResamaniaAudience.Servers, ResamaniaContext.Club, Transfer),
        new(method, path, ResamaniaAudience.Everyone, ResamaniaContext.Club, UpdateContact),
    };

    private static SandboxAnswer List(ResamaniaCall call)
    {
        var query = new ResamaniaQuery(call.Request, Filters);
        var (before, strictlyBefore) = (query.Time("createdAt[before]"), query.Time("createdAt[strictly_before]"));
        var (after, strictlyAfter) = (query.Time("createdAt[after]"), query.Time("createdAt[strictly_after]"));
        var direction = query.Order("createdAt");
        var found = call.Brand.Sales.Values.Where(one => one.ClubId == call.Club!.Id
            && query.Allows("clubId", call.Brand.Iri("clubs", one.ClubId)) && query.Allows("contactId", call.Brand.Iri("contacts", one.ContactId))
            && query.Allows("channel", one.Channel) && query.Allows("state", one.State) && query.Allows("invoiceId", one.InvoiceId)
            && (before == null || one.CreatedAt <= before) && (strictlyBefore == null || one.CreatedAt < strictlyBefore)
            && (after == null || one.CreatedAt >= after) && (strictlyAfter == null || one.CreatedAt > strictlyAfter));
        var ordered = direction == 0 ? found.ToList() : found.OrderBy(one => direction * one.CreatedAt.Ticks).ToList();
        return HydraPage.Of(call, query, "Sale", "sales", ordered, hasTotal: true, (json, one) =>
        {
            json.WriteStartObject();
            ResamaniaSaleJson.WriteMembers(json, one, call.Brand);
            json.WriteEndObject();
        });
    }

    private static SandboxAnswer Create(ResamaniaCall call)
    {
        var body = ResamaniaBody.Read(call.Request, Known);
        var violations = new[] { "contactId", "clubId" }.Where(name => string.IsNullOrEmpty(body.Iri(name))).Select(name => (name, "required")).ToList();
        if (violations.Count > 0)
            throw ResamaniaRefusal.Invalid(violations);
        var contact = call.Contact((call.Brand.FindContact(body.Iri("contactId")!) ?? throw ResamaniaRefusal.NotFound()).Id);
        var club = call.Brand.FindClub(body.Iri("clubId")!);
        if (club == null || !call.MayChange(club.Id))
            throw ResamaniaRefusal.NotFound();
        var id = call.Brand.Sales.Keys.LastOrDefault() + 1;
        var sale = new ResamaniaSale(id, club.Id, body.Text("clubCode") ?? club.Code, call.Brand.Now, isSeeded: false)
        {
            ContactId = contact.Id,
            ContactNumber = body.Text("contactNumber"),
            ContactFamilyName = body.Text("contactFamilyName"),
            ContactGivenName = body.Text("contactGivenName"),
            Address = ResamaniaAddressFields.Apply(body, null, call.Brand, violations) ?? contact.Address?.Copy(),
        };
        // A contact may do without an address, a sale may not.
        if (sale.Address == null)
            violations.Add(("address", "required"));
        if (violations.Count > 0)
            throw ResamaniaRefusal.Invalid(violations);
        call.Brand.Sales.Add(id, sale);
        call.Record("sales.create", call.Brand.Iri("sales", id));
        return Answer(201, call, sale);
    }

    /// <summary>What an article looks like is nowhere published: any object is taken.</summary>
    private static SandboxAnswer AddArticle(ResamaniaCall call)
    {
        var sale = Find(call);
        sale.Articles.Add(ResamaniaBody.ReadObject(call.Request).GetRawText());
        call.Record("sales.articles", call.Brand.Iri("sales", sale.Id));
        return Answer(201, call, sale);
    }

    private static SandboxAnswer Check(ResamaniaCall call)
    {
        var sale = Find(call);
        var contact = call.Brand.Contacts[call.Brand.Follow(sale.ContactId)];
        var violations = new List<(string Path, string Message)>();
        if (sale.Address == null)
            violations.Add(("address", "required"));
        // Without a mobile number nobody can sign.
        if (contact.Mobile == null)
            violations.Add(("mobile", "required"));
        return violations.Count == 0 ? Answer(200, call, sale) : throw ResamaniaRefusal.Invalid(violations);
    }

    /// <summary>From a temporary contact to a real one.</summary>
    private static SandboxAnswer Transfer(ResamaniaCall call)
    {
        var sale = Find(call);
        var body = ResamaniaBody.Read(call.Request, "contactId");
        if (body.Iri("contactId") is not { Length: > 0 } iri)
            throw ResamaniaRefusal.Invalid("contactId", "required");
        var contact = call.Brand.FindContact(iri) ?? throw ResamaniaRefusal.NotFound();
        if (call.Brand.Contacts[call.Brand.Follow(sale.ContactId)].State != "temp")
            throw ResamaniaRefusal.Code("api.error.sale.transfer.contact-not-temp");
        sale.Refresh(contact);
        call.Record("sales.transfer", call.Brand.Iri("sales", sale.Id));
        return Answer(200, call, sale);
    }

    private static SandboxAnswer UpdateContact(ResamaniaCall call)
    {
        var sale = Find(call);
        if (call.Request.Body.Length > 0)
            throw ResamaniaRefusal.Of(400, "This operation takes no body.");
        sale.Refresh(call.Brand.Contacts[call.Brand.Follow(sale.ContactId)]);
        call.Record("sales.update_contact", call.Brand.Iri("sales", sale.Id));
        return SandboxAnswer.Empty(204);
    }

    /// <summary>The sale, where it is the caller's: a club's own, a member's own. Whoever moved keeps what now is its successor's.</summary>
    private static ResamaniaSale Find(ResamaniaCall call)
    {
        if (call.Brand.Sales.GetValueOrDefault(call.Id) is not { } sale || !call.MayChange(sale.ClubId))
            throw ResamaniaRefusal.NotFound();
        if (call.Identity.ContactId is { } member && call.Brand.Follow(member) != call.Brand.Follow(sale.ContactId))
            throw ResamaniaRefusal.NotGranted();
        return sale;
    }

    private static SandboxAnswer Answer(int status, ResamaniaCall call, ResamaniaSale sale) =>
        call.Item(status, "Sale", json => ResamaniaSaleJson.WriteMembers(json, sale, call.Brand));
}
