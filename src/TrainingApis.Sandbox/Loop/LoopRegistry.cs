namespace TrainingApis.Sandbox.Loop;

/// <summary>The files and contacts of all firms, and the rules by which the service says no.</summary>
internal sealed class LoopRegistry
{
    private const int UsualFolderCount = 600;
    private const long FirstRevision = 0x6B3B5;
    private static readonly string[] NewFields = { "nom", "prenom", "telephone", "profile", "social" };
    private static readonly string[] ChangedFields = NewFields.Append("actif").Append("defaultIssuer").ToArray();

    private readonly object _gate = new();
    private readonly int _seed;
    private readonly Dictionary<string, LoopCabinet> _cabinets = new(StringComparer.Ordinal);
    private readonly List<LoopChange> _changes = new();
    private readonly HashSet<string> _strangers = new(StringComparer.OrdinalIgnoreCase);
    private int _folderCount = UsualFolderCount;
    private long _revision = FirstRevision;

    public LoopRegistry(int seed) => _seed = seed;

    public int FolderCount
    {
        get { lock (_gate) return _folderCount; }
        set => Begin(value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)));
    }

    public IReadOnlyList<LoopFolder> Folders(string domain)
    {
        lock (_gate)
            return Cabinet(domain).Folders;
    }

    public void Uninvite(string email)
    {
        lock (_gate)
            _strangers.Add(email);
    }

    /// <summary>Carries out what was asked, or says why not.</summary>
    public LoopOutcome Apply(LoopOperation operation, string domain, LoopGiven given)
    {
        lock (_gate)
        {
            var cabinet = Cabinet(domain);
            var code = given.Text("codeDossier");
            var outcome = cabinet.Folder(code) is { } folder
                ? Apply(operation, cabinet, folder, given)
                : LoopOutcome.Refused(code, LoopTexts.UnknownFolder(code), 400);
            if (!outcome.IsRefusal)
                _changes.Add(new LoopChange(operation, domain, given));
            return outcome;
        }
    }

    /// <summary>Shows everything, while nobody changes it.</summary>
    public void ReadAll(Action<IEnumerable<LoopCabinet>, IEnumerable<LoopChange>> read)
    {
        lock (_gate)
        {
            Cabinet(LoopAccount.Default.Domain);
            read(_cabinets.Values, _changes);
        }
    }

    public void Reset()
    {
        Begin(UsualFolderCount);
        lock (_gate)
            _strangers.Clear();
    }

    private void Begin(int folderCount)
    {
        lock (_gate)
        {
            _cabinets.Clear();
            _changes.Clear();
            (_folderCount, _revision) = (folderCount, FirstRevision);
        }
    }

    private LoopOutcome Apply(LoopOperation operation, LoopCabinet cabinet, LoopFolder folder, LoopGiven given) => operation switch
    {
        LoopOperation.AddOffer => AddOffer(folder, given.Text("offre")),
        LoopOperation.RemoveOffer => RemoveOffer(cabinet, folder, given.Text("offre")),
        LoopOperation.ProvisionCompany => Provision(folder),
        LoopOperation.AddClient => AddClient(cabinet, folder, given),
        LoopOperation.UpdateClient => UpdateClient(cabinet, folder, given),
        LoopOperation.RemoveApplication => RemoveApplication(cabinet, folder, given),
        _ => AddOfferToContact(cabinet, folder, given),
    };

    private static LoopOutcome AddOffer(LoopFolder folder, string offer)
    {
        folder.Offers.Add(offer);
        return LoopOutcome.Done(LoopReply.AddOffer, folder.Code, LoopTexts.OfferAdded(offer, folder.Code));
    }

    private LoopOutcome RemoveOffer(LoopCabinet cabinet, LoopFolder folder, string offer)
    {
        folder.Offers.Remove(offer);
        foreach (var contact in cabinet.Contacts.Where(contact => contact.Unassign(folder.Code, offer)))
            contact.Touch(ref _revision);
        return LoopOutcome.Done(LoopReply.RemoveOffer, folder.Code, LoopTexts.OfferRemoved(offer, folder.Code));
    }

    private static LoopOutcome Provision(LoopFolder folder)
    {
        if (folder.IsOperational)
            return LoopOutcome.Refused(folder.Code, LoopTexts.AlreadyProvisioned(folder.Code), 409);
        folder.IsOperational = true;
        return LoopOutcome.Done(LoopReply.ProvisionCompany, folder.Code, LoopTexts.Provisioned(folder.Code));
    }

    private LoopOutcome AddClient(LoopCabinet cabinet, LoopFolder folder, LoopGiven given)
    {
        var email = given.Text("email");
        if (cabinet.Contact(email) != null)
            return LoopOutcome.Refused(email, LoopTexts.EmailTaken);
        if (IsStranger(email))
            return LoopOutcome.Refused(email, LoopTexts.NotInvited);
        var contact = cabinet.Add(email);
        contact.Assign(folder.Code, given.Text("offre"));
        (contact.Fields["actif"], contact.Fields["defaultIssuer"]) = (true, false);
        return Change(contact, given, NewFields, LoopReply.AddClient, LoopTexts.ClientAdded);
    }

    private LoopOutcome UpdateClient(LoopCabinet cabinet, LoopFolder folder, LoopGiven given)
    {
        var email = given.Text("email");
        if (FindLinked(cabinet, folder, email) is not { } contact)
            return LoopOutcome.Refused(email, LoopTexts.UnknownContact);
        if (given.Has("offre") && IsStranger(email))
            return LoopOutcome.Refused(email, LoopTexts.NotInvited);
        // The other fields change whatever becomes of the offer: the sample's telephone did.
        return given.Has("offre") && !contact.Assign(folder.Code, given.Text("offre"))
            ? Change(contact, given, ChangedFields, LoopReply.AlreadyAssigned, LoopTexts.AlreadyAssigned)
            : Change(contact, given, ChangedFields, LoopReply.UpdateClient, LoopTexts.ClientUpdated);
    }

    private LoopOutcome AddOfferToContact(LoopCabinet cabinet, LoopFolder folder, LoopGiven given)
    {
        var (email, offer) = (given.Text("email"), given.Text("offre"));
        if (cabinet.Contact(email) is not { } contact)
            return LoopOutcome.Refused(email, LoopTexts.UnknownContact);
        if (IsStranger(email))
            return LoopOutcome.Refused(email, LoopTexts.NotInvited);
        return contact.Assign(folder.Code, offer)
            ? Change(contact, given, Array.Empty<string>(), LoopReply.AddCollaborativeOffer, LoopTexts.OfferAdded(offer, folder.Code))
            : LoopOutcome.Done(LoopReply.AlreadyAssigned, contact, LoopTexts.AlreadyAssigned);
    }

    private LoopOutcome RemoveApplication(LoopCabinet cabinet, LoopFolder folder, LoopGiven given)
    {
        var email = given.Text("email");
        if (FindLinked(cabinet, folder, email) is not { } contact)
            return LoopOutcome.Refused(email, LoopTexts.UnknownContact);
        contact.Unassign(folder.Code, given.Text("offre"));
        return Change(contact, given, Array.Empty<string>(), LoopReply.RemoveApplication, LoopTexts.ApplicationRemoved);
    }

    private LoopOutcome Change(LoopContact contact, LoopGiven given, string[] fields, LoopReply reply, string text)
    {
        contact.Keep(given, fields);
        contact.Touch(ref _revision);
        return LoopOutcome.Done(reply, contact, text);
    }

    /// <summary>Only the route that adds an offer to a contact makes the link to a file; for the others a contact is one of that file.</summary>
    private static LoopContact? FindLinked(LoopCabinet cabinet, LoopFolder folder, string email) =>
        cabinet.Contact(email) is { } contact && contact.Links.ContainsKey(folder.Code) ? contact : null;

    private bool IsStranger(string email) => _strangers.Contains(email) || email.EndsWith(LoopStock.StrangeHost, StringComparison.OrdinalIgnoreCase);

    private LoopCabinet Cabinet(string domain)
    {
        if (!_cabinets.TryGetValue(domain, out var cabinet))
            _cabinets[domain] = cabinet = LoopStock.Make(_seed, domain, _folderCount, ref _revision);
        return cabinet;
    }
}
