using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Loop;

/// <summary>
/// Creates the responses of the service. Where the documents leave the form open or contradict themselves, it varies by file or
/// contact, always the same for one, until a test chooses.
/// </summary>
internal sealed class LoopResponses(int seed, LoopSettings settings)
{
    /// <summary>A success: the contact had the offer before.</summary>
    public const string AlreadyAssigned = "AlreadyAssigned";

    /// <summary>Any refusal by the service. Those of the gateway have one form only.</summary>
    private const string Refusal = "Refusal";

    private static readonly int[] RefusalStatuses = [200, 400, 409, 500];

    /// <summary>The texts of the responses and their forms: of each operation, and of two results that several operations have.</summary>
    private static readonly Dictionary<string, (string Text, LoopShape[] Shapes)> Texts = new()
    {
        ["AddOffer"] = ("L'offre {0} a été ajoutée au dossier client {1}", [LoopShape.Message]),
        ["AddOfferToContact"] = (
            "L'offre {0} a été ajoutée au dossier client {1}",
            [LoopShape.Message, LoopShape.JsonText, LoopShape.ContactAndUser, LoopShape.Nothing]),
        ["RemoveOffer"] = ("L'offre {0} a été retirée du dossier client {1}", [LoopShape.Message]),
        ["Provision"] = (
            "Le dossier client {1} est opérationnel", [LoopShape.Message, LoopShape.JsonText, LoopShape.PlainText, LoopShape.Nothing]),
        ["AddClient"] = ("L'interlocuteur a été ajouté.", [LoopShape.Contact, LoopShape.ContactAndUser]),
        ["UpdateClient"] = (
            "L'interlocuteur a été mis à jour.", [LoopShape.Contact, LoopShape.ContactAndUser, LoopShape.JsonText, LoopShape.PlainText]),
        ["RemoveApplication"] = ("L'application a été retirée à l'interlocuteur.", [LoopShape.ContactAndUser]),
        [AlreadyAssigned] = (
            "L'application est déjà affectée à l'interlocuteur.", [LoopShape.JsonText, LoopShape.PlainText, LoopShape.Message]),
        [Refusal] = (string.Empty, [LoopShape.Message, LoopShape.JsonText, LoopShape.PlainText]),
    };

    public static Response Message(int status, string text) => Response.Json(status, new JsonObject { ["message"] = text });

    /// <summary>Creates the response to a change that succeeded.</summary>
    /// <param name="call">The request.</param>
    /// <param name="contact">The contact after the change; null when the operation is about a file only.</param>
    /// <param name="result">Which text it has; that of the operation when omitted.</param>
    public Response Accept(LoopCall call, JsonObject? contact = null, string? result = null)
    {
        result ??= call.Operation;
        var text = string.Format(CultureInfo.InvariantCulture, Texts[result].Text, call.Offer, call.Code);
        return Create(200, result, contact is null ? call.Code : call.Email, text, contact);
    }

    /// <summary>Creates the refusal of a request that is as documented, for what the service knows of files and contacts.</summary>
    /// <param name="item">The file or contact by which status and form vary.</param>
    /// <param name="text">The reason.</param>
    /// <param name="status">The HTTP status; null when the documents leave it open.</param>
    public ResponseException Refuse(string item, string text, int? status = null) =>
        new(Create(settings.RefusalStatus ?? status ?? Vary(item, "status").Pick(RefusalStatuses), Refusal, item, text));

    /// <summary>Creates the refusal of a request that is not as documented.</summary>
    public Response RefuseFields(IReadOnlyList<SchemaError> errors)
    {
        var isMediaType = errors[0].Rule == SchemaRule.MediaType;
        var text = isMediaType ? "Le type de contenu doit être application/json."
            : errors[0].Path.Length == 0 ? "Le corps de la requête doit être un objet JSON."
            : string.Join(" ", errors.Select(Describe).Distinct());
        return Create(isMediaType ? 415 : 400, Refusal, text, text);
    }

    private static string Describe(SchemaError error) => $"Le champ {error.Path} " + error.Rule switch
    {
        SchemaRule.Required => "est obligatoire.",
        SchemaRule.Unknown => "est inconnu.",
        SchemaRule.Duplicate => "est présent deux fois.",
        SchemaRule.Type => error.Expected == "boolean" ? "doit être un booléen." : "doit être une chaîne de caractères.",
        _ => $"doit être {error.Expected}.",
    };

    private static Response Entities(JsonObject contact, bool withUser)
    {
        var json = new JsonObject { ["interloc"] = Entity("interlocuteur", contact["objectId"], contact["revisionId"]) };
        if (withUser)
        {
            json["user"] = Entity("utilisateurClient", contact["userObjectId"], contact["userRevisionId"]);
        }

        return Response.Json(200, json);
    }

    private static JsonObject Entity(string className, JsonNode? id, JsonNode? revision) => new()
    {
        ["module"] = "cabinet",
        ["className"] = className,
        ["data"] = new JsonObject { ["objectId"] = id!.DeepClone(), ["$status"] = "none", ["revisionId"] = revision!.DeepClone() },
    };

    private Response Create(int status, string result, string item, string text, JsonObject? contact = null)
    {
        // The documents show only these texts with both apostrophes.
        if (result is Refusal or AlreadyAssigned
            && (settings.TypographicApostrophes ?? Vary(item, "apostrophe").OneIn(2)))
        {
            text = text.Replace('\'', '’');
        }

        var shape = settings.Shapes.TryGetValue(result, out var chosen) ? chosen : Vary(item, result).Pick(Texts[result].Shapes);
        return shape switch
        {
            LoopShape.Message => Message(status, text),
            LoopShape.JsonText => Response.Json(status, JsonValue.Create(text)),

            // The documents show bare text that is declared as JSON; other servers of this kind declare it as text.
            LoopShape.PlainText when Vary(item, "type").OneIn(2) => Response.Text(status, text, "application/json"),
            LoopShape.PlainText => Response.Text(status, text),
            LoopShape.Nothing => Response.Empty(status),
            _ when contact is null => throw new InvalidOperationException($"{result} has no contact."),
            _ => Entities(contact, withUser: shape == LoopShape.ContactAndUser),
        };
    }

    private SeededRandom Vary(string item, string purpose) =>
        new(seed, (long)SeededRandom.Hash(item.ToLowerInvariant()), "loop " + purpose);
}

/// <summary>Lists the forms of a response body.</summary>
internal enum LoopShape
{
    /// <summary>A JSON object with the text as <c>message</c>.</summary>
    Message,

    /// <summary>The text as a JSON string.</summary>
    JsonText,

    /// <summary>The bare text, which is not JSON.</summary>
    PlainText,
    Nothing,

    /// <summary>A JSON object with <c>interloc</c>.</summary>
    Contact,

    /// <summary>A JSON object with <c>interloc</c> and <c>user</c>.</summary>
    ContactAndUser,
}

/// <summary>Represents the behaviour that the documents leave open. Tests change it.</summary>
internal sealed class LoopSettings
{
    /// <summary>Gets or sets the HTTP status of refusals for what the service knows of files and contacts; null to vary it.</summary>
    public int? RefusalStatus { get; set; }

    /// <summary>Gets or sets the form of each text, by its name. That of a text that is not in it varies.</summary>
    public IReadOnlyDictionary<string, LoopShape> Shapes { get; set; } = new Dictionary<string, LoopShape>();

    /// <summary>
    /// Gets or sets the apostrophe of the texts that the documents show with both; null for one or the other, by file or contact.
    /// </summary>
    public bool? TypographicApostrophes { get; set; }

    /// <summary>Gets or sets how many client files a list shows at most.</summary>
    public int FolderCount { get; set; } = LoopData.FolderCount;
}
