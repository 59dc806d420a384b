namespace TrainingApis.Loop;

/// <summary>Represents a collaborative offer, as LoopHub shows it: Collaboratif TPE – Offre Start, Co-production or Consultation.</summary>
public enum Offer
{
    /// <summary><c>start</c> in the API.</summary>
    [WireName("start")]
    Start,

    /// <summary><c>co-production</c> in the API.</summary>
    [WireName("co-production")]
    CoProduction,

    /// <summary><c>consultation</c> in the API.</summary>
    [WireName("consultation")]
    Consultation,
}
