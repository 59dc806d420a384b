namespace TrainingApis.Loop;

/// <summary>An open connection to Cegid Loop.</summary>
public interface ILoopApi : IApi
{
    /// <summary>The firm whose client files are listed where no other is named; null for none.</summary>
    string? Domain { get; }

    /// <summary>Client files, offers and contacts over this connection. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Hears what this client does; null for nobody.</param>
    ILoopClient Client(IApiObserver? observer = null);
}
