namespace TrainingApis.Conferences;

/// <summary>An open connection to Agendize's conferences.</summary>
public interface IConferenceApi : IApi
{
    /// <summary>The conferences over this connection. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Hears what this client does; null for nobody.</param>
    IConferenceClient Client(IApiObserver? observer = null);
}
