namespace TrainingApis.Cegos;

/// <summary>A registration that was cancelled.</summary>
public sealed class CancellationResult
{
    /// <summary>The number of the registration.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>The vendor's code, <c>SUCCESS</c>.</summary>
    public string? Code { get; set; }

    /// <summary>The vendor's words, if any.</summary>
    public string? Message { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>The number.</summary>
    public override string ToString() => RegistrationNumber ?? string.Empty;
}
