namespace TrainingApis;

/// <summary>Specifies the API of a vendor.</summary>
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

/// <summary>Provides the names of the vendors for messages.</summary>
internal static class ApiServiceNames
{
    public static string VendorName(this ApiService api) => api switch
    {
        ApiService.Loop => "Cegid Loop",
        ApiService.Conference => "Agendize",
        _ => api.ToString(),
    };
}
