namespace TrainingApis.Cegos;

/// <summary>An open connection to Cegos.</summary>
public interface ICegosApi : IApi
{
    /// <summary>The catalogue over this connection. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Hears what this client does; null for nobody.</param>
    ICegosCatalogClient Catalog(IApiObserver? observer = null);

    /// <summary>Leads, registrations and deferrals over this connection. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Hears what this client does; null for nobody.</param>
    ICegosRegistrationClient Registrations(IApiObserver? observer = null);
}
