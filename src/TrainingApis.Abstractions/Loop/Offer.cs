namespace TrainingApis.Loop;

/// <summary>A collaborative offer, as LoopHub shows it: Collaboratif TPE – Offre Start, Co-production or Consultation.</summary>
public enum Offer
{
    /// <summary><c>start</c> on the wire.</summary>
    [WireName("start")]
    Start,

    /// <summary><c>co-production</c> on the wire.</summary>
    [WireName("co-production")]
    CoProduction,

    /// <summary><c>consultation</c> on the wire.</summary>
    [WireName("consultation")]
    Consultation,
}
