namespace TrainingApis.Sandbox.Resamania;

/// <summary>What the answer to a new contact repeats of the request; the vendor's own example repeats little.</summary>
public enum ResamaniaEcho
{
    /// <summary>As the example where the new id is even, in full where it is odd.</summary>
    ByItem,

    /// <summary>All that was stored.</summary>
    Full,

    /// <summary>As the vendor's example: birth date, gender, mobile and street null, names in another case. The contact holds them all the same.</summary>
    Sample,
}
