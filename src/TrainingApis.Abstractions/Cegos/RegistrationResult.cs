namespace TrainingApis.Cegos;

/// <summary>Represents a lead that was created.</summary>
public sealed class LeadResult
{
    /// <summary>
    /// Gets or sets the ID of the prospect in the CRM of Cegos: a <c>TraineeCrmId</c> or <c>ManagerCrmId</c> whose <c>…IsLead</c> is true.
    /// </summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the code of Cegos, such as <c>SUCCESS</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the message of Cegos, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the e-mail address of the lead.</summary>
    public string? Email { get; set; }

    /// <summary>Gets the ID, for use as the trainee of a registration.</summary>
    public string? TraineeCrmId => Id;

    /// <summary>Gets whether <see cref="TraineeCrmId"/> is the ID of a lead. The value is always true.</summary>
    public bool TraineeCrmIsLead => true;

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the ID.</summary>
    public override string ToString() => Id ?? string.Empty;
}

/// <summary>Represents a registration that was created.</summary>
public sealed class RegistrationResult
{
    /// <summary>Gets or sets the number of the registration, such as <c>INS-2024-001</c>.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Gets or sets the code of Cegos, such as <c>SUCCESS</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the message of Cegos, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the ID of the session.</summary>
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the CRM ID of the trainee.</summary>
    public string? TraineeCrmId { get; set; }

    /// <summary>Gets or sets the reference of the customer, if one was specified.</summary>
    public string? ClientReference { get; set; }

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the number of the registration.</summary>
    public override string ToString() => RegistrationNumber ?? string.Empty;
}

/// <summary>Represents a registration that was cancelled.</summary>
public sealed class CancellationResult
{
    /// <summary>Gets or sets the number of the registration.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Gets or sets the code of Cegos, such as <c>SUCCESS</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the message of Cegos, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the number of the registration.</summary>
    public override string ToString() => RegistrationNumber ?? string.Empty;
}

/// <summary>Represents the result of a check of a registration before it is created.</summary>
public sealed class RegistrationCheck
{
    /// <summary>Gets or sets the number of the input object, starting with 1; null if all values are from the command line.</summary>
    public int? Row { get; set; }

    /// <summary>Gets or sets the ID of the session.</summary>
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the CRM ID of the trainee.</summary>
    public string? TraineeCrmId { get; set; }

    /// <summary>Gets whether no problem was found.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>Gets or sets the problems, one sentence each; empty if there are none.</summary>
    public ItemList<string> Problems { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the status of the session; null if the catalogue does not contain the session.</summary>
    public SessionStatus? SessionStatus { get; set; }

    /// <summary>Gets or sets the number of places left after the previous valid rows; null if it is unlimited or unknown.</summary>
    public int? PlacesLeft { get; set; }

    /// <summary>Gets or sets the title of the product of the session; null if it is unknown.</summary>
    public string? ProductTitle { get; set; }

    /// <summary>Gets the problems, or <c>valid</c> if there are none.</summary>
    public override string ToString() => IsValid ? "valid" : Problems.ToString();
}
