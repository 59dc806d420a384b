using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>What an endpoint is given: the request, and who acts for whom from where.</summary>
internal sealed class ResamaniaCall
{
    private readonly string _id;

    public ResamaniaCall(SandboxRequest request, ResamaniaBrand brand, ResamaniaIdentity identity, ResamaniaControl control, ResamaniaContext context, string id)
    {
        (Request, Brand, Identity, Control, _id) = (request, brand, identity, control, id);
        var club = Header("x-user-club-id", brand.FindClub);
        var node = Header("x-user-network-node-id", brand.FindNode);
        Club = identity.IsAnonymous ? club : OwnClub(club);
        Node = node ?? (identity.IsAnonymous ? null : brand.Nodes.Find(one => one.ClubId == Club!.Id));
        var asksForNode = context == ResamaniaContext.Network || (context == ResamaniaContext.Club && brand.Nodes.Count > 0 && control.NodeHeaderRequired);
        if ((context != ResamaniaContext.None && Club == null) || (asksForNode && Node == null))
            throw ResamaniaRefusal.NotFound();
    }

    public SandboxRequest Request { get; }

    public ResamaniaBrand Brand { get; }

    public ResamaniaIdentity Identity { get; }

    public ResamaniaControl Control { get; }

    /// <summary>For whom the caller acts; there for sure where the endpoint asks for a club.</summary>
    public ResamaniaClub? Club { get; }

    /// <summary>Where the caller acts from; there for sure where the endpoint asks for a network.</summary>
    public ResamaniaNode? Node { get; }

    /// <summary>The id in the path. Ids are numbers; an IRI in this place finds nothing.</summary>
    public long Id => long.TryParse(_id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw ResamaniaRefusal.NotFound();

    /// <summary>The contact of that id, where the caller may touch it: a member may touch itself.</summary>
    public ResamaniaContact Contact(long id)
    {
        if (Identity.IsMember && Identity.ContactId != id)
            throw ResamaniaRefusal.NotGranted();
        return Brand.FindContact(id) ?? throw ResamaniaRefusal.NotFound();
    }

    /// <summary>True where the identity may change what belongs to that club: the club grant ends at its own.</summary>
    public bool MayChange(long clubId) => Identity.ClubId == null || Identity.ClubId == clubId;

    public void Record(string operation, string iri) => Brand.Changes.Add(new ResamaniaChange(operation, iri, Identity, Encoding.UTF8.GetString(Request.Body)));

    public SandboxAnswer Item(int status, string context, Action<Utf8JsonWriter> writeMembers) => Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("@context"u8, Brand.Iri("contexts/" + context));
        writeMembers(json);
        json.WriteEndObject();
    });

    public static SandboxAnswer Json(int status, Action<Utf8JsonWriter> write) => new(status, "application/ld+json; charset=utf-8", SandboxBody.FromJson(write));

    /// <summary>A context header's object. An empty header is none: the vendor's own collection blanks them.</summary>
    private T? Header<T>(string name, Func<string, T?> find)
        where T : class
    {
        var iri = Request.Header(name);
        return string.IsNullOrEmpty(iri) ? null : find(iri) ?? throw ResamaniaRefusal.NotFound();
    }

    /// <summary>The club that follows from the token; a header may repeat it, not contradict it.</summary>
    private ResamaniaClub OwnClub(ResamaniaClub? header)
    {
        var id = Identity.ClubId ?? Brand.Contacts[Brand.Follow(Identity.ContactId!.Value)].ClubId;
        return header == null || header.Id == id ? Brand.Clubs.Find(club => club.Id == id)! : throw ResamaniaRefusal.NotFound();
    }
}
