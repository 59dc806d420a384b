using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Loop;

namespace TrainingApis.Clients.Loop;

/// <summary>Reads and changes client files, offers and contacts of Cegid Loop.</summary>
internal sealed class LoopClient(LoopApi api, IApiObserver? observer) : ApiClient<LoopApi>(api, observer), ILoopClient
{
    private static readonly EnvelopeShape Shape = new("codeIbs", AllowsArray: true, AllowsItem: true);
    private static readonly Identity<Folder> Folders = new("codeIbs", folder => folder.CodeDossier);

    // The body contains only the public part of the key, which must be the same as in the header.
    public Task<IReadOnlyList<Folder>> GetFoldersAsync(string? domain = null, CancellationToken cancellationToken = default)
    {
        var named = string.IsNullOrWhiteSpace(domain) ? Api.Domain : domain;
        return SendAsync(LoopOperations.GetFolders, named is not null ? Members(InQuery("apiKey", Api.Key), InQuery("domain", named))
            : throw LoopOperations.GetFolders.CreateError(ApiErrorKind.InvalidArgument, [], "name the domain here or on the connection."),
            ReadFolders, cancellationToken);
    }

    public Task<OfferResult> AddOfferAsync(FolderOffer offer, CancellationToken cancellationToken = default) =>
        ChangeAsync(LoopOperations.AddOffer, offer, LoopResponse.RequireContent,
            response => Result(offer.CodeDossier, offer.Offer, response), cancellationToken);

    public Task<OfferResult> AddOfferToContactAsync(ContactOffer offer, CancellationToken cancellationToken = default) =>
        ChangeAsync(LoopOperations.AddOfferToContact, offer, LoopResponse.AcceptAny,
            response => Result(offer.CodeDossier, offer.Offer, response), cancellationToken);

    public Task<OfferResult> RemoveOfferAsync(FolderOffer offer, CancellationToken cancellationToken = default) =>
        ChangeAsync(LoopOperations.RemoveOffer, offer, LoopResponse.RequireContent,
            response => Result(offer.CodeDossier, offer.Offer, response), cancellationToken);

    public Task<OperationResult> ProvisionAsync(FolderProvisioning folder, CancellationToken cancellationToken = default) =>
        ChangeAsync(LoopOperations.Provision, folder, LoopResponse.AcceptAny,
            response => new OperationResult
            {
                CodeDossier = folder.CodeDossier,
                Message = Clean(response.Message),
                AdditionalProperties = response.AdditionalProperties,
            }, cancellationToken);

    public Task<ClientResult> AddClientAsync(NewClient client, CancellationToken cancellationToken = default) =>
        ChangeAsync(LoopOperations.AddClient, client, LoopResponse.RequireContact,
            response => Result(client.Email, client.CodeDossier, response), cancellationToken);

    public Task<ClientResult> UpdateClientAsync(ClientChange change, CancellationToken cancellationToken = default) =>
        ChangeAsync(LoopOperations.UpdateClient, change, LoopResponse.RequireContent,
            response => Result(change.Email, change.CodeDossier, response), cancellationToken);

    public Task<ClientResult> RemoveApplicationAsync(ContactOffer offer, CancellationToken cancellationToken = default) =>
        ChangeAsync(LoopOperations.RemoveApplication, offer, LoopResponse.RequireContent,
            response => Result(offer.Email, offer.CodeDossier, response), cancellationToken);

    /// <summary>Reads an array of files without an envelope. A sentence instead of the array is a refusal.</summary>
    private IReadOnlyList<Folder> ReadFolders(ApiResponse response)
    {
        var sentence = response.Decode(json => Utf8Text.FirstByte(json) is (byte)'"' or (byte)'{' ? JsonTree.Read(json) : null) switch
        {
            string text => text,
            Dictionary<string, object?> members when !members.ContainsKey("codeIbs") => JsonObject.Of(members)!.Text("message"),
            _ => null,
        };
        return sentence is not null ? throw LoopErrors.Refused(response, sentence)
            : response.Decode(json => Envelope<Folder>.Read(json, Api.Model, Shape, Folders)).Items;
    }

    private OfferResult Result(string codeDossier, Offer offer, LoopResponse response) =>
        new()
        {
            CodeDossier = codeDossier,
            Offer = offer,
            Message = Clean(response.Message),
            AdditionalProperties = response.AdditionalProperties
        };

    private ClientResult Result(string email, string codeDossier, LoopResponse response) => new()
    {
        Email = email,
        CodeDossier = codeDossier,
        ContactObjectId = response.ContactId,
        UserObjectId = response.UserId,
        RevisionId = response.RevisionId,
        Message = Clean(response.Message),
        AdditionalProperties = response.AdditionalProperties,
    };

    private Task<T> ChangeAsync<T>(Operation operation, object request, Func<LoopResponse, string?> validate, Func<LoopResponse, T> map,
        CancellationToken cancellationToken) => SendAsync(operation, request, response =>
    {
        var result = LoopResponse.Read(response);
        if (validate(result) is not { } what)
        {
            return map(result);
        }

        var doubt = response.Unexpected(what);
        doubt.Reason = Clean(result.Message);
        throw doubt;
    }, cancellationToken);
}
