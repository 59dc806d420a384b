namespace TrainingApis.Sandbox.Loop;

/// <summary>One firm: its files and its contacts.</summary>
internal sealed class LoopCabinet
{
    private readonly Dictionary<string, LoopFolder> _byCode;
    private readonly Dictionary<string, LoopContact> _contacts = new(StringComparer.OrdinalIgnoreCase);

    public LoopCabinet(string domain, IReadOnlyList<LoopFolder> folders)
    {
        (Domain, Folders) = (domain, folders);
        _byCode = folders.ToDictionary(folder => folder.Code, StringComparer.Ordinal);
    }

    public string Domain { get; }

    public IReadOnlyList<LoopFolder> Folders { get; }

    public IEnumerable<LoopContact> Contacts => _contacts.Values;

    /// <summary>A file, by its code in the case in which it is stored.</summary>
    public LoopFolder? Folder(string code) => _byCode.GetValueOrDefault(code);

    public LoopContact? Contact(string email) => _contacts.GetValueOrDefault(email);

    public LoopContact Add(string email)
    {
        var contact = new LoopContact(Domain, email);
        _contacts.Add(email, contact);
        return contact;
    }
}
