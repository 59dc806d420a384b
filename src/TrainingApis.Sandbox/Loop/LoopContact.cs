using TrainingApis.Sandbox.Data;

namespace TrainingApis.Sandbox.Loop;

/// <summary>A contact, the client user that belongs to it, and its offers on each file.</summary>
internal sealed class LoopContact
{
    private readonly int _digits;
    private long _revision;
    private long _userRevision;

    public LoopContact(string domain, string email)
    {
        Email = email;
        var about = (long)Dice.Hash(domain + " " + email);
        (ObjectId, UserId) = (LoopIds.Make(about, "contact"), LoopIds.Make(about, "user"));
        // The documents' versions have 13 to 16 digits.
        _digits = 13 + (ObjectId.ToByteArray()[0] % 4);
    }

    public string Email { get; }

    public Guid ObjectId { get; }

    public Guid UserId { get; }

    public string RevisionId => Show(_revision);

    public string UserRevisionId => Show(_userRevision);

    /// <summary>Text and booleans by the vendor's names, as last given.</summary>
    public SortedDictionary<string, object> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>The offers by file. A file without any is linked all the same.</summary>
    public SortedDictionary<string, SortedSet<string>> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Links the file where it is not yet; false where the offer was assigned already.</summary>
    public bool Assign(string code, string offer)
    {
        if (!Links.TryGetValue(code, out var offers))
            Links[code] = offers = new SortedSet<string>(StringComparer.Ordinal);
        return offers.Add(offer);
    }

    public bool Unassign(string code, string offer) => Links.TryGetValue(code, out var offers) && offers.Remove(offer);

    /// <summary>Keeps what was given, and nothing else.</summary>
    public void Keep(LoopGiven given, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (given.Find(name) is { } value)
                Fields[name] = value;
        }
    }

    /// <summary>Each change has two numbers of the database's count: the user's, then the contact's.</summary>
    public void Touch(ref long count) => (_userRevision, _revision) = (++count, ++count);

    private string Show(long revision) => "0x" + revision.ToString("X" + _digits);
}
