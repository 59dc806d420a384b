using TrainingApis.Clients.Http;
using TrainingApis.Loop;

namespace TrainingApis.Clients.Loop;

/// <summary>Cegid Loop: each method is build, send, map. The routes are spelled as the vendor spells them, one n or two.</summary>
internal sealed class LoopClient(LoopApi api, IApiObserver? observer) : ILoopClient
{

    // Only the public half of the key is in the body; it must be the one of the header.
    public async Task<IReadOnlyList<Folder>> GetFoldersAsync(string? domain = null, CancellationToken cancellationToken = default)
    {
        var named = string.IsNullOrWhiteSpace(domain) ? api.Domain : domain;
        if (named is null)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                "Which firm's client files? Name its domain here or on the connection.") { Api = ApiService.Loop,
                Operation = "GetFolders" };
        }

        var fields = new WireFields().Add("apiKey", api.Key).Add("domain", named);
        using var answer = await SendAsync("GetFolders", CallKind.Read, api.Routes["Folders"], fields,
            cancellationToken).ConfigureAwait(false);
        var list = answer.Decode(json => FolderList.Read(json, api.Model));
        return list.Sentence is null ? list.Items : throw Refused(answer, list.Sentence);
    }

    public async Task<OfferResult> AddOfferAsync(string codeDossier, Offer offer, CancellationToken cancellationToken = default)
    {
        var fields = new WireFields().Add("codeDossier", codeDossier).Add("offre", LoopOfferNames.Of(offer));
        var reply = await ChangeAsync("AddOffer", api.Routes["AddOffer"], fields, RequireMessage, cancellationToken).ConfigureAwait(false);
        return new OfferResult { CodeDossier = codeDossier, Offer = offer, Message = api.Clean(reply.Message) };
    }

    public async Task<OfferResult> AddOfferToContactAsync(string email, string codeDossier, Offer offer,
        CancellationToken cancellationToken = default)
    {
        var fields = new WireFields().Add("email", email).Add("codeDossier", codeDossier).Add("offre", LoopOfferNames.Of(offer));
        var reply = await ChangeAsync("AddOfferToContact", api.Routes["AddOfferToContact"], fields, AcceptAny,
            cancellationToken).ConfigureAwait(false);
        return new OfferResult { CodeDossier = codeDossier, Offer = offer, Message = api.Clean(reply.Message) };
    }

    public async Task<OfferResult> RemoveOfferAsync(string codeDossier, Offer offer, CancellationToken cancellationToken = default)
    {
        var fields = new WireFields().Add("codeDossier", codeDossier).Add("offre", LoopOfferNames.Of(offer));
        var reply = await ChangeAsync("RemoveOffer", Route.Parse("POST collaborativeOffer/removeOffer")!, fields, RequireMessage,
            cancellationToken).ConfigureAwait(false);
        return new OfferResult { CodeDossier = codeDossier, Offer = offer, Message = api.Clean(reply.Message) };
    }

    public async Task<OperationResult> ProvisionAsync(string codeDossier, CancellationToken cancellationToken = default)
    {
        var fields = new WireFields().Add("codeDossier", codeDossier);
        var reply = await ChangeAsync("Provision", Route.Parse("POST companyProvisioning/provisionCompany")!, fields, AcceptAny,
            cancellationToken).ConfigureAwait(false);
        return new OperationResult { CodeDossier = codeDossier, Message = api.Clean(reply.Message) };
    }

    public async Task<ClientResult> AddClientAsync(NewClient client, CancellationToken cancellationToken = default)
    {
        var reply = await ChangeAsync("AddClient", Route.Parse("POST provisionningCollab/addClient")!, FieldsOf(client), RequireContact,
            cancellationToken).ConfigureAwait(false);
        return Result(client.Email, client.CodeDossier, reply);
    }

    public async Task<ClientResult> UpdateClientAsync(ClientChange change, CancellationToken cancellationToken = default)
    {
        var reply = await ChangeAsync("UpdateClient", Route.Parse("POST provisionningCollab/updateClient")!, FieldsOf(change), RequireMessage,
            cancellationToken).ConfigureAwait(false);
        return Result(change.Email, change.CodeDossier, reply);
    }

    public async Task<ClientResult> RemoveApplicationAsync(string email, string codeDossier, Offer offer,
        CancellationToken cancellationToken = default)
    {
        var fields = new WireFields().Add("email", email).Add("codeDossier", codeDossier).Add("offre", LoopOfferNames.Of(offer));
        var reply = await ChangeAsync("RemoveApplication", Route.Parse("POST provisionningCollab/removeApplication")!, fields, RequireMessage,
            cancellationToken).ConfigureAwait(false);
        return Result(email, codeDossier, reply);
    }

    private static WireFields FieldsOf(NewClient client) => new WireFields()
        .Add("email", client.Email)
        .Add("codeDossier", client.CodeDossier)
        .Add("offre", LoopOfferNames.Of(client.Offer))
        .Add("nom", client.LastName)
        .Add("prenom", client.FirstName)
        .Add("telephone", client.Phone)
        .Add("profile", client.Profile)
        .Add("social", client.Social);

    private static WireFields FieldsOf(ClientChange change) => new WireFields()
        .Add("email", change.Email)
        .Add("codeDossier", change.CodeDossier)
        .Add("offre", LoopOfferNames.Of(change.Offer))
        .Add("nom", change.LastName)
        .Add("prenom", change.FirstName)
        .Add("telephone", change.Phone)
        .Add("profile", change.Profile)
        .Add("social", change.Social)
        .Add("actif", change.Active)
        .Add("defaultIssuer", change.DefaultIssuer);

    private static string? AcceptAny(LoopResponse reply) => null;

    private static string? RequireMessage(LoopResponse reply) => reply.HasContent ? null : "it has no \"message\" and no \"objectId\"";

    private static string? RequireContact(LoopResponse reply) => reply.ContactId is null ? "it has no \"objectId\" of the contact" : null;

    private static ApiException Refused(ApiResponse answer, string sentence)
    {
        var refusal = answer.Rejected(null, sentence);
        return LoopErrors.KindOf(sentence) is { } kind ? LoopErrors.As(refusal, kind) : refusal;
    }

    private ClientResult Result(string email, string codeDossier, LoopResponse reply) => new()
    {
        Email = email,
        CodeDossier = codeDossier,
        ContactObjectId = reply.ContactId,
        UserObjectId = reply.UserId,
        RevisionId = reply.RevisionId,
        Message = api.Clean(reply.Message),
    };

    private async Task<LoopResponse> ChangeAsync(string operation, Route route, WireFields fields, Func<LoopResponse, string?> validate,
        CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(operation, CallKind.Change, route, fields, cancellationToken).ConfigureAwait(false);
        var reply = LoopResponse.Read(answer);
        if (reply.Error is { } error)
        {
            throw Refused(answer, error);
        }

        if (LoopErrors.KindOf(reply.Message) is not null)
        {
            throw Refused(answer, reply.Message!);
        }

        if (validate(reply) is { } what)
        {
            var doubt = answer.Unexpected(what);
            doubt.Reason = api.Clean(reply.Message);
            throw doubt;
        }
        return reply;
    }

    private async Task<ApiResponse> SendAsync(string operation, CallKind kind, Route route, WireFields fields,
        CancellationToken cancellationToken)
    {
        var uri = ApiUri.Build(api.BaseUri, route.Path, query: route.InQuery ? fields.ToQuery() : null);
        var request = new ApiRequest(ApiService.Loop, operation, kind, route.Method, uri, route.Path)
        {
            Token = api.Keys,
            Body = route.InQuery ? default(ReadOnlyMemory<byte>?) : fields.ToJson(),
        };
        try
        {
            return await api.Sender.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException refusal)
        {
            throw LoopErrors.Recast(refusal);
        }
    }
}
