using System.Globalization;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>All that one brand holds. A brand without nodes is a single club.</summary>
internal sealed class ResamaniaBrand
{
    // The clock of the sandbox stands still between changes: what it makes is the same each time.
    private static readonly DateTime Start = new(2026, 1, 15, 9, 0, 0);
    private long _lastContact = 2974339;
    private long _lastAddress = 14285612;
    private long _lastTransfer = 455433;

    public ResamaniaBrand(string token) => Token = token;

    public string Token { get; }

    public SortedDictionary<long, ResamaniaContact> Contacts { get; } = new();

    public List<ResamaniaClub> Clubs { get; } = new();

    public List<ResamaniaNode> Nodes { get; } = new();

    public SortedDictionary<long, ResamaniaSource> Sources { get; } = new();

    public SortedDictionary<long, ResamaniaSale> Sales { get; } = new();

    public SortedDictionary<long, ResamaniaTransfer> Transfers { get; } = new();

    public List<ResamaniaChange> Changes { get; } = new();

    public DateTime Now => Start.AddMinutes(Changes.Count);

    public string Iri(string path) => $"/{Token}/{path}";

    public string Iri(string resource, long id) => $"/{Token}/{resource}/{id.ToString(CultureInfo.InvariantCulture)}";

    public string? Iri(string resource, long? id) => id is { } number ? Iri(resource, number) : null;

    public ResamaniaClub? FindClub(string iri) => IdOf("clubs", iri) is { } id ? Clubs.Find(club => club.Id == id) : null;

    public ResamaniaNode? FindNode(string iri) => IdOf("network_nodes", iri) is { } id ? Nodes.Find(node => node.Id == id) : null;

    public ResamaniaSource? FindSource(string iri) => IdOf("referentials/sources", iri) is { } id ? Sources.GetValueOrDefault(id) : null;

    public ResamaniaContact? FindContact(string iri) => IdOf("contacts", iri) is { } id ? FindContact(id) : null;

    /// <summary>The contact, unless it has moved away.</summary>
    public ResamaniaContact? FindContact(long id) => Contacts.GetValueOrDefault(id) is { MigratedTo: null } contact ? contact : null;

    public ResamaniaContact? FindByEmail(string email) =>
        Contacts.Values.FirstOrDefault(contact => contact.MigratedTo == null && string.Equals(contact.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the contact of that id is now.</summary>
    public long Follow(long contactId)
    {
        while (Contacts[contactId].MigratedTo is { } next)
            contactId = next;
        return contactId;
    }

    /// <summary>A contact that nobody sees until it is added; one that is refused takes no id.</summary>
    public ResamaniaContact NewContact(long clubId) => new(_lastContact + 1, clubId, isSeeded: false) { CreatedAt = Now, UpdatedAt = Now };

    public void Add(ResamaniaContact contact) => Contacts.Add(_lastContact = contact.Id, contact);

    public ResamaniaAddressData NewAddress() => new(++_lastAddress);

    public ResamaniaTransfer NewTransfer(long contactId, long clubId, string code)
    {
        var transfer = new ResamaniaTransfer(++_lastTransfer, contactId, clubId, code);
        Transfers.Add(transfer.Id, transfer);
        return transfer;
    }

    private long? IdOf(string resource, string iri)
    {
        var start = Iri(resource) + "/";
        return iri.StartsWith(start, StringComparison.Ordinal) && long.TryParse(iri[start.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
