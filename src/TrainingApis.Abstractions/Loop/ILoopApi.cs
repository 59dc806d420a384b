namespace TrainingApis.Loop;

/// <summary>Represents an open connection to Cegid Loop.</summary>
public interface ILoopApi : IApi
{
    /// <summary>Gets the firm whose client files are listed if no other firm is specified; null for none.</summary>
    string? Domain { get; }

    /// <summary>Creates a client for client files, offers and contacts. A client is inexpensive: create one for each task.</summary>
    /// <param name="observer">The observer of the client; null for none.</param>
    ILoopClient Client(IApiObserver? observer = null);
}

/// <summary>
/// Reads the client files of a firm, and changes their collaborative offers and contacts (<c>https://developers.cegid.com</c>, Loop). Every
/// method throws <see cref="ApiException"/>, or <see cref="OperationCanceledException"/> if its token was cancelled. A change that may have
/// been made is never sent again: the error is <see cref="ApiErrorKind.InDoubt"/>, also after a cancellation. An <see
/// cref="OperationCanceledException"/> means that nothing was changed. The error of a refusal contains the French text of Loop. Its kind is
/// <see cref="ApiErrorKind.Conflict"/> for the e-mail address of another contact, <see cref="ApiErrorKind.NotFound"/> for an unknown
/// contact, otherwise <see cref="ApiErrorKind.Rejected"/>.
/// </summary>
public interface ILoopClient
{
    /// <summary>
    /// Gets the client files to which the application key has access (<c>GET LOOPHUB</c> with a body, or the route <c>Folders</c>).
    /// </summary>
    /// <param name="domain">The firm; null for the firm of the connection.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: no domain is specified.</exception>
    Task<IReadOnlyList<Folder>> GetFoldersAsync(string? domain = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds an offer to a client file (<c>POST collaborativeOffer/addOffer</c>, deprecated by the vendor since 2024-07-01, or the route
    /// <c>AddOffer</c>).
    /// </summary>
    Task<OfferResult> AddOfferAsync(FolderOffer offer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds an offer to a client file for one existing contact (<c>POST collaborativeOffer/addCollaborativeOffer</c>, or the route
    /// <c>AddOfferToContact</c>). This is the vendor's replacement for <see cref="AddOfferAsync"/>; its body is not documented.
    /// </summary>
    Task<OfferResult> AddOfferToContactAsync(ContactOffer offer, CancellationToken cancellationToken = default);

    /// <summary>Removes an offer from a client file, for all contacts (<c>POST collaborativeOffer/removeOffer</c>).</summary>
    Task<OfferResult> RemoveOfferAsync(FolderOffer offer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Provisions the database and the document store of a client file (<c>POST companyProvisioning/provisionCompany</c>). The response is
    /// not documented, so any response with a success status is accepted.
    /// </summary>
    Task<OperationResult> ProvisionAsync(FolderProvisioning folder, CancellationToken cancellationToken = default);

    /// <summary>Adds a contact with its client user and an offer (<c>POST provisionningCollab/addClient</c>).</summary>
    Task<ClientResult> AddClientAsync(NewClient client, CancellationToken cancellationToken = default);

    /// <summary>Changes a contact (<c>POST provisionningCollab/updateClient</c>).</summary>
    Task<ClientResult> UpdateClientAsync(ClientChange change, CancellationToken cancellationToken = default);

    /// <summary>Removes an offer from one contact of a client file (<c>POST provisionningCollab/removeApplication</c>).</summary>
    Task<ClientResult> RemoveApplicationAsync(ContactOffer offer, CancellationToken cancellationToken = default);
}
