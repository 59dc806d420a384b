namespace TrainingApis;

/// <summary>Specifies a vendor system.</summary>
public enum ApiService
{
    /// <summary>Cegos: training catalogue and registrations.</summary>
    Cegos,

    /// <summary>Cegid Loop: collaborative offers of accounting firms.</summary>
    Loop,

    /// <summary>Resamania: contacts and sales of clubs.</summary>
    Resamania,

    /// <summary>Agendize: conferences and their registrations.</summary>
    Conference,
}
