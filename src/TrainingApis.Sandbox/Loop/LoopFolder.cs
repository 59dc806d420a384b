namespace TrainingApis.Sandbox.Loop;

/// <summary>A client file: what it is never changes, its status and its offers do.</summary>
internal sealed class LoopFolder
{
    public LoopFolder(string code, Guid objectId, LoopPerson owner) => (Code, ObjectId, Owner, UsualName, CompanyName) = (code, objectId, owner, code, code);

    public string Code { get; }

    public Guid ObjectId { get; }

    public LoopPerson Owner { get; }

    public string LastName { get; set; } = string.Empty;

    public string FirstName { get; set; } = string.Empty;

    public string UsualName { get; set; }

    public string CompanyName { get; set; }

    /// <summary>Who looks after the file; null for nobody.</summary>
    public LoopPerson? Manager { get; set; }

    /// <summary>False where the list stops after the owner's account, as the documents' second item does.</summary>
    public bool IsWhole { get; set; } = true;

    /// <summary>True once its database and its document store exist.</summary>
    public bool IsOperational { get; set; }

    /// <summary>The offers of the file itself; those of its contacts stand with them.</summary>
    public SortedSet<string> Offers { get; } = new(StringComparer.Ordinal);
}
