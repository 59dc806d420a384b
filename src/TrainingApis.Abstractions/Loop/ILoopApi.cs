namespace TrainingApis.Loop;

/// <summary>Represents an open connection to Cegid Loop.</summary>
public interface ILoopApi : IApi
{
    /// <summary>Gets the firm whose client files are listed where no other is named; null for none.</summary>
    string? Domain { get; }

    /// <summary>Gets a client of files, offers and contacts. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Is told what this client does; null for nobody.</param>
    ILoopClient Client(IApiObserver? observer = null);
}

/// <summary>
/// Reads client files of a firm, and changes their collaborative offers and contacts (<c>https://developers.cegid.com</c>, Loop). Every
/// method throws <see cref="ApiException"/>, or <see cref="OperationCanceledException"/> when its token was cancelled. A change is never
/// sent twice: what may have happened is <see cref="ApiErrorKind.InDoubt"/>, also when cancelled; an
/// <see cref="OperationCanceledException"/> means that nothing was done. A refusal keeps the vendor's French text:
/// <see cref="ApiErrorKind.Conflict"/> for the e-mail of another contact, <see cref="ApiErrorKind.NotFound"/> for an unknown contact,
/// otherwise <see cref="ApiErrorKind.Rejected"/>.
/// </summary>
public interface ILoopClient
{
    /// <summary>Gets the client files that the application key may see (<c>GET LOOPHUB</c> with a body, or the route
    /// <c>Folders</c>).</summary>
    /// <param name="domain">The firm; the connection's where it is null.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/> where there is no domain.</exception>
    Task<IReadOnlyList<Folder>> GetFoldersAsync(string? domain = null, CancellationToken cancellationToken = default);

    /// <summary>Adds an offer to a file (<c>POST collaborativeOffer/addOffer</c>, deprecated by the vendor since 2024-07-01, or the route
    /// <c>AddOffer</c>).</summary>
    Task<OfferResult> AddOfferAsync(FolderOffer offer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds an offer to a file for one contact that exists (<c>POST collaborativeOffer/addCollaborativeOffer</c>, or the route
    /// <c>AddOfferToContact</c>). The vendor's replacement for <see cref="AddOfferAsync"/>; its body is not documented.
    /// </summary>
    Task<OfferResult> AddOfferToContactAsync(ContactOffer offer, CancellationToken cancellationToken = default);

    /// <summary>Removes an offer from a file, for every contact (<c>POST collaborativeOffer/removeOffer</c>).</summary>
    Task<OfferResult> RemoveOfferAsync(FolderOffer offer, CancellationToken cancellationToken = default);

    /// <summary>Provisions a file: its database and its document store (<c>POST companyProvisioning/provisionCompany</c>). The response
    /// is not documented: any success counts.</summary>
    Task<OperationResult> ProvisionAsync(FolderProvisioning folder, CancellationToken cancellationToken = default);

    /// <summary>Adds a contact with its client user and an offer (<c>POST provisionningCollab/addClient</c>).</summary>
    Task<ClientResult> AddClientAsync(NewClient client, CancellationToken cancellationToken = default);

    /// <summary>Changes a contact (<c>POST provisionningCollab/updateClient</c>).</summary>
    Task<ClientResult> UpdateClientAsync(ClientChange change, CancellationToken cancellationToken = default);

    /// <summary>Removes an offer from one contact of a file (<c>POST provisionningCollab/removeApplication</c>).</summary>
    Task<ClientResult> RemoveApplicationAsync(ContactOffer offer, CancellationToken cancellationToken = default);
}
