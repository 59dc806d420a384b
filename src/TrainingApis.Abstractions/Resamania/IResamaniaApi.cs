namespace TrainingApis.Resamania;

/// <summary>An open connection to Resamania.</summary>
public interface IResamaniaApi : IApi
{
    /// <summary>The brand's name in addresses.</summary>
    string ClientToken { get; }

    /// <summary>Contacts, their migration and their sales over this connection. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Hears what this client does; null for nobody.</param>
    IResamaniaContactClient Contacts(IApiObserver? observer = null);

    /// <summary>Clubs, network nodes and sources over this connection. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Hears what this client does; null for nobody.</param>
    IResamaniaClubClient Clubs(IApiObserver? observer = null);
}
