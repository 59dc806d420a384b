using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Loop;

/// <summary>Provides the operations on client files, offers and contacts, and the rules by which the service refuses them.</summary>
internal sealed class LoopService
{
    private const string EmailTaken = "L'e-mail de cet interlocuteur est déjà associé à un autre interlocuteur";
    private const string NotInvited = "Pour proposer un service à un interlocuteur vous devez d'abord l'inviter sur votre tenant";
    private const string UnknownContact = "L'interlocuteur n'existe pas";

    private static readonly Schema Email =
        Schema.NotBlank.Where(value => Schema.IsEmailAddress(value.GetString()!), "une adresse e-mail");

    private static readonly Schema Offer = Schema.Text.Where(
        value => value.GetString() is "start" or "co-production" or "consultation", "start, co-production ou consultation");

    private static readonly ObjectSchema FolderList = new ObjectSchema().Require("apiKey domain", Schema.NotBlank);
    private static readonly ObjectSchema FolderOffer = new ObjectSchema().Require("codeDossier", Schema.NotBlank).Require("offre", Offer);
    private static readonly ObjectSchema ContactOffer =
        new ObjectSchema().Require("email", Email).Require("codeDossier", Schema.NotBlank).Require("offre", Offer);

    // The documents show this body with and without the offer.
    private static readonly ObjectSchema Provisioning = new ObjectSchema().Require("codeDossier", Schema.NotBlank).Allow("offre", Offer);

    // The documents do not specify which members are required. Here, all members of their example are required.
    private static readonly ObjectSchema NewClient = new ObjectSchema()
        .Require("email", Email)
        .Require("codeDossier nom prenom telephone profile", Schema.NotBlank)
        .Require("offre", Offer)
        .Require("social", Schema.Boolean);

    private static readonly ObjectSchema ClientChange = new ObjectSchema()
        .Require("email", Email)
        .Require("codeDossier", Schema.NotBlank)
        .Allow("offre", Offer)
        .Allow("nom prenom telephone profile", Schema.Text)
        .Allow("social actif defaultIssuer", Schema.Boolean);

    private readonly int _seed;
    private readonly LoopSettings _settings;
    private readonly LoopResponses _responses;

    public LoopService(int seed, LoopSettings settings, LoopResponses responses)
    {
        (_seed, _settings, _responses) = (seed, settings, responses);
        Routes = new Router<LoopOperation>(StringComparison.Ordinal)
        {
            { "Folders", "GET LOOPHUB", new(FolderList, ListFolders) },
            { "AddOffer", "POST collaborativeOffer/addOffer", Change(FolderOffer, AddOffer) },
            { "AddOfferToContact", "POST collaborativeOffer/addCollaborativeOffer", Change(ContactOffer, AddOfferToContact) },
            { "RemoveOffer", "POST collaborativeOffer/removeOffer", Change(FolderOffer, RemoveOffer) },
            { "Provision", "POST companyProvisioning/provisionCompany", Change(Provisioning, Provision) },
            { "AddClient", "POST provisionningCollab/addClient", Change(NewClient, AddClient) },
            { "UpdateClient", "POST provisionningCollab/updateClient", Change(ClientChange, UpdateClient) },
            { "RemoveApplication", "POST provisionningCollab/removeApplication", Change(ContactOffer, RemoveApplication) },
        };
    }

    public Router<LoopOperation> Routes { get; }

    public Database Database { get; } = new();

    private static bool Add(JsonArray offers, string offer)
    {
        if (offers.Any(one => (string?)one == offer))
        {
            return false;
        }

        offers.Add(offer);
        return true;
    }

    private static bool Remove(JsonArray? offers, string offer) =>
        offers?.FirstOrDefault(one => (string?)one == offer) is { } found && offers.Remove(found);

    /// <summary>Gets the offers of a contact on a file; null if the contact is not linked to the file.</summary>
    private static JsonArray? OffersOf(JsonObject contact, string code) => (JsonArray?)contact["folders"]![code];

    /// <summary>
    /// Adds an offer of a contact on a file, and links the contact to the file. Returns false if the contact already has the offer.
    /// </summary>
    private static bool Assign(JsonObject contact, LoopCall call)
    {
        if (OffersOf(contact, call.Code) is not { } offers)
        {
            contact["folders"]![call.Code] = offers = [];
        }

        return Add(offers, call.Offer!);
    }

    /// <summary>Creates an operation on a client file. Each change is recorded, unless it is refused.</summary>
    private LoopOperation Change(ObjectSchema schema, Func<LoopCall, JsonObject, Response> change) => new(schema, call =>
    {
        OpenFirm(call.Domain);
        var folder = Database["folders"].Find($"{call.Domain}/{call.Code}")
            ?? throw _responses.Refuse(call.Code, $"Le dossier client {call.Code} n'existe pas", 400);
        var response = change(call, folder);
        Database["changes"].Add(new JsonObject
        {
            ["operation"] = call.Operation,
            ["domain"] = call.Domain,
            ["fields"] = call.Fields.Json.DeepClone(),
        });
        return response;
    });

    private Response ListFolders(LoopCall call)
    {
        var reason = call.Fields.Text("apiKey") != call.Account.Key ? "Le champ apiKey ne correspond pas à la clé de l'en-tête x-apikey."
            : call.Fields.Text("domain") != call.Domain ? "Le domaine n'est pas associé à cette clé d'API."
            : null;
        if (reason is not null)
        {
            throw _responses.Refuse(call.Account.Key, reason, 400);
        }

        OpenFirm(call.Domain);
        return Response.Json(200, json =>
        {
            json.WriteStartArray();
            var folders = Database["folders"].Where(folder => (string?)folder["domain"] == call.Domain);
            foreach (var folder in folders.Take(_settings.FolderCount))
            {
                folder["listed"]!.WriteTo(json);
            }

            json.WriteEndArray();
        });
    }

    private Response AddOffer(LoopCall call, JsonObject folder)
    {
        Add((JsonArray)folder["offers"]!, call.Offer!);
        return _responses.Accept(call);
    }

    private Response RemoveOffer(LoopCall call, JsonObject folder)
    {
        Remove((JsonArray)folder["offers"]!, call.Offer!);
        foreach (var contact in Database["contacts"].Where(contact => (string?)contact["domain"] == call.Domain))
        {
            if (Remove(OffersOf(contact, call.Code), call.Offer!))
            {
                LoopData.SetRevision(Database, contact);
            }
        }

        return _responses.Accept(call);
    }

    private Response Provision(LoopCall call, JsonObject folder)
    {
        if ((string?)folder["status"] == LoopData.Operational)
        {
            throw _responses.Refuse(call.Code, $"Le dossier client {call.Code} est déjà opérationnel", 409);
        }

        folder["status"] = LoopData.Operational;
        if (call.Offer is { } offer)
        {
            Add((JsonArray)folder["offers"]!, offer);
        }

        return _responses.Accept(call);
    }

    private Response AddClient(LoopCall call, JsonObject folder)
    {
        if (FindContact(call) is not null)
        {
            throw _responses.Refuse(call.Email, EmailTaken);
        }

        CheckInvitation(call);
        var contact = LoopData.AddContact(Database, call.Domain, call.Email);
        Assign(contact, call);
        return Update(call, contact);
    }

    private Response UpdateClient(LoopCall call, JsonObject folder)
    {
        var contact = FindLinkedContact(call);
        CheckInvitation(call);

        // The other fields change in both cases, as the telephone number does in the example in the documents.
        var isDone = call.Offer is null || Assign(contact, call);
        return Update(call, contact, isDone);
    }

    private Response AddOfferToContact(LoopCall call, JsonObject folder)
    {
        var contact = FindContact(call) ?? throw _responses.Refuse(call.Email, UnknownContact);
        CheckInvitation(call);
        return Update(call, contact, Assign(contact, call));
    }

    private Response RemoveApplication(LoopCall call, JsonObject folder)
    {
        var contact = FindLinkedContact(call);
        Remove(OffersOf(contact, call.Code), call.Offer!);
        return Update(call, contact);
    }

    /// <summary>Stores the fields of the request, and sets new revisions of the contact and the user.</summary>
    private Response Update(LoopCall call, JsonObject contact, bool isDone = true)
    {
        foreach (var (name, value) in call.Fields.Json.Where(field => field.Key is not ("email" or "codeDossier" or "offre")))
        {
            contact["fields"]![name] = value!.DeepClone();
        }

        LoopData.SetRevision(Database, contact);
        return _responses.Accept(call, contact, isDone ? null : LoopResponses.AlreadyAssigned);
    }

    private JsonObject? FindContact(LoopCall call) => Database["contacts"].Find(LoopData.ContactId(call.Domain, call.Email));

    /// <summary>
    /// Gets the contact of a file. Only the operation that adds an offer to a contact accepts a contact that is not linked yet.
    /// </summary>
    private JsonObject FindLinkedContact(LoopCall call) => FindContact(call) is { } contact && OffersOf(contact, call.Code) is not null
        ? contact
        : throw _responses.Refuse(call.Email, UnknownContact);

    private void CheckInvitation(LoopCall call)
    {
        if (call.Offer is not null && call.Email.EndsWith(LoopData.UninvitedHost, StringComparison.OrdinalIgnoreCase))
        {
            throw _responses.Refuse(call.Email, NotInvited);
        }
    }

    /// <summary>Creates the data of a firm on first use.</summary>
    private void OpenFirm(string domain)
    {
        if (Database["firms"].Find(domain) is null)
        {
            Database["firms"].Add(domain, []);
            LoopData.AddFirm(Database, _seed, domain);
        }
    }
}
