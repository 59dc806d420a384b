namespace TrainingApis.Cegos;

/// <summary>A registration that was made.</summary>
public sealed class RegistrationResult
{
    /// <summary>The registration's number, <c>INS-2024-001</c>.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>The vendor's code, <c>SUCCESS</c>.</summary>
    public string? Code { get; set; }

    /// <summary>The vendor's words, if any.</summary>
    public string? Message { get; set; }

    /// <summary>The session it is for.</summary>
    public string? SessionId { get; set; }

    /// <summary>The trainee's CRM id.</summary>
    public string? TraineeCrmId { get; set; }

    /// <summary>The customer's own reference, if one was given.</summary>
    public string? ClientReference { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>The number.</summary>
    public override string ToString() => RegistrationNumber ?? string.Empty;
}
