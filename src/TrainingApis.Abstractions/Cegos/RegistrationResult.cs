namespace TrainingApis.Cegos;

/// <summary>Represents a lead that was created.</summary>
public sealed class LeadResult
{
    /// <summary>Gets or sets the prospect's id in the vendor's CRM: a <c>TraineeCrmId</c> or <c>ManagerCrmId</c> whose <c>…IsLead</c> is
    /// true.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the vendor's code, <c>SUCCESS</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the vendor's text, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the e-mail address it was created with.</summary>
    public string? Email { get; set; }

    /// <summary>Gets the id, as the trainee of a registration.</summary>
    public string? TraineeCrmId => Id;

    /// <summary>Gets whether <see cref="TraineeCrmId"/> is the id of a lead, which it always is.</summary>
    public bool TraineeCrmIsLead => true;

    /// <summary>Gets or sets whether an earlier run created it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the id.</summary>
    public override string ToString() => Id ?? string.Empty;
}

/// <summary>Represents a registration that was created.</summary>
public sealed class RegistrationResult
{
    /// <summary>Gets or sets the registration's number, <c>INS-2024-001</c>.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Gets or sets the vendor's code, <c>SUCCESS</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the vendor's text, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the session it is for.</summary>
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the trainee's CRM id.</summary>
    public string? TraineeCrmId { get; set; }

    /// <summary>Gets or sets the customer's own reference, if one was given.</summary>
    public string? ClientReference { get; set; }

    /// <summary>Gets or sets whether an earlier run created it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the number.</summary>
    public override string ToString() => RegistrationNumber ?? string.Empty;
}

/// <summary>Represents a registration that was cancelled.</summary>
public sealed class CancellationResult
{
    /// <summary>Gets or sets the number of the registration.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Gets or sets the vendor's code, <c>SUCCESS</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the vendor's text, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets whether an earlier run cancelled it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the number.</summary>
    public override string ToString() => RegistrationNumber ?? string.Empty;
}

/// <summary>Represents what a check found out about a registration that is yet to be made.</summary>
public sealed class RegistrationCheck
{
    /// <summary>Gets or sets the number of the input object, from 1; null where all came from the command line.</summary>
    public int? Row { get; set; }

    /// <summary>Gets or sets the session.</summary>
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the trainee's CRM id.</summary>
    public string? TraineeCrmId { get; set; }

    /// <summary>Gets whether no problem was found.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>Gets or sets what is wrong, a sentence each; empty where nothing is.</summary>
    public ItemList<string> Problems { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the status of the session; null where the catalogue has no such session.</summary>
    public SessionStatus? SessionStatus { get; set; }

    /// <summary>Gets or sets the places that the valid rows before this one leave; null where they are not limited, or not known.</summary>
    public int? PlacesLeft { get; set; }

    /// <summary>Gets or sets the title of the session's product; null where it is not known.</summary>
    public string? ProductTitle { get; set; }

    /// <summary>Gets the problems, or <c>valid</c>.</summary>
    public override string ToString() => IsValid ? "valid" : Problems.ToString();
}
