namespace TrainingApis.Cegos;

/// <summary>A lead that was created.</summary>
public sealed class LeadResult
{
    /// <summary>The prospect's id in the vendor's CRM: a <c>TraineeCrmId</c> or <c>ManagerCrmId</c> whose <c>…IsLead</c> is true.</summary>
    public string? Id { get; set; }

    /// <summary>The vendor's code, <c>SUCCESS</c>.</summary>
    public string? Code { get; set; }

    /// <summary>The vendor's words, if any.</summary>
    public string? Message { get; set; }

    /// <summary>The e-mail address it was created with.</summary>
    public string? Email { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>The id.</summary>
    public override string ToString() => Id ?? string.Empty;
}
