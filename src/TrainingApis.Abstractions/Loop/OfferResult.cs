namespace TrainingApis.Loop;

/// <summary>An offer that was given to a client file, or taken back from it.</summary>
public sealed class OfferResult
{
    /// <summary>The file's code.</summary>
    public string? CodeDossier { get; set; }

    /// <summary>The offer.</summary>
    public Offer? Offer { get; set; }

    /// <summary>The vendor's sentence, in French, if any.</summary>
    public string? Message { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>The file's code and the offer.</summary>
    public override string ToString() => $"{CodeDossier} {Offer}";
}
