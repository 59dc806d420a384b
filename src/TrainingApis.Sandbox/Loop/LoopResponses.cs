using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Loop;

/// <summary>
/// Creates the responses of the service. If the documents do not specify the form, or contradict themselves, the form varies by file or
/// contact, but is always the same for one file or contact. Tests can set the form.
/// </summary>
internal sealed class LoopResponses(int seed, LoopSettings settings)
{
    /// <summary>The result if the contact already has the offer. It is a success.</summary>
    public const string AlreadyAssigned = "AlreadyAssigned";

    /// <summary>The result for any refusal by the service. Refusals by the gateway have only one form.</summary>
    private const string Refusal = "Refusal";

    private static readonly int[] RefusalStatuses = [200, 400, 409, 500];

    /// <summary>The texts of the responses and their forms: for each operation, and for two results that several operations have.</summary>
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

    /// <summary>Creates the response to a successful change.</summary>
    /// <param name="call">The request.</param>
    /// <param name="contact">The contact after the change; null if the operation concerns only a file.</param>
    /// <param name="result">The name of the text; null for the text of the operation.</param>
    public Response Accept(LoopCall call, JsonObject? contact = null, string? result = null)
    {
        result ??= call.Operation;
        var text = string.Format(CultureInfo.InvariantCulture, Texts[result].Text, call.Offer, call.Code);
        return Create(200, result, contact is null ? call.Code : call.Email, text, contact);
    }

    /// <summary>Creates the refusal of a valid request because of the data of files and contacts.</summary>
    /// <param name="item">The file or contact that determines the status and the form.</param>
    /// <param name="text">The reason.</param>
    /// <param name="status">The HTTP status; null if the documents do not specify it.</param>
    public ResponseException Refuse(string item, string text, int? status = null) =>
        new(Create(settings.RefusalStatus ?? status ?? Vary(item, "status").Pick(RefusalStatuses), Refusal, item, text));

    /// <summary>Creates the refusal of a request that does not match its schema.</summary>
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
        // The documents show both apostrophes only in these texts.
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

            // The documents show plain text with the media type of JSON. Other servers of this kind use the media type of text.
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

/// <summary>Specifies the form of a response body.</summary>
internal enum LoopShape
{
    /// <summary>A JSON object with the text as <c>message</c>.</summary>
    Message,

    /// <summary>The text as a JSON string.</summary>
    JsonText,

    /// <summary>The plain text, which is not JSON.</summary>
    PlainText,
    Nothing,

    /// <summary>A JSON object with <c>interloc</c>.</summary>
    Contact,

    /// <summary>A JSON object with <c>interloc</c> and <c>user</c>.</summary>
    ContactAndUser,
}

/// <summary>Represents the behaviour that the documents do not specify. Tests change these settings.</summary>
internal sealed class LoopSettings
{
    /// <summary>Gets or sets the HTTP status of refusals because of the data of files and contacts; null to vary it.</summary>
    public int? RefusalStatus { get; set; }

    /// <summary>Gets or sets the form of each text, by the name of the text. The form of any other text varies.</summary>
    public IReadOnlyDictionary<string, LoopShape> Shapes { get; set; } = new Dictionary<string, LoopShape>();

    /// <summary>
    /// Gets or sets whether the texts that the documents show with both apostrophes have the typographic one; null to vary it by file or
    /// contact.
    /// </summary>
    public bool? TypographicApostrophes { get; set; }

    /// <summary>Gets or sets the maximum number of client files in a list.</summary>
    public int FolderCount { get; set; } = LoopData.FolderCount;
}
