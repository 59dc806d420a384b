using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Provides contacts: searches, creation and changes.</summary>
internal static class ResamaniaContacts
{
    private const int LastNumber = 2974339;

    private static readonly Schema Phone = Schema.Pattern(@"^\+?[0-9][0-9 .()\-]{4,20}$", "be a valid phone number");

    /// <summary>The documented fields, and those that other clients of the vendor send.</summary>
    private static readonly Dictionary<string, Schema> Fields = new()
    {
        ["familyName"] = Schema.Text,
        ["givenName"] = Schema.Text,
        ["gender"] = Schema.OneOf("male", "female"),
        ["clubId"] = ResamaniaCall.IriSchema,
        ["birthDate"] = Schema.Text.Where(IsDate, "be a valid date"),
        ["email"] = Schema.Pattern(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", "be a valid email address"),
        ["mobile"] = Phone,
        ["landline"] = Phone,
        ["sourceId"] = ResamaniaCall.IriSchema,
        ["address"] = ResamaniaAddress.Schema,
        ["state"] = Schema.OneOf("temp", "prospect"),
        ["prescriberId"] = Schema.Text,
        ["occupationId"] = Schema.Text,
        ["companyId"] = Schema.Text,
        ["externalId"] = Schema.Text,
        ["nationalId"] = Schema.Text,
        ["goalIds"] = Schema.ArrayOf(Schema.Text),
        ["motivationIds"] = Schema.ArrayOf(Schema.Text),
    };

    public static Response List(ResamaniaCall call) => call.List(
        "Contact",
        call.Store["contacts"].Where(row => (string?)row["clubId"] == call.ClubId),
        Schema.Object().Allow("email clubId state mobile number familyName givenName", Schema.Text));

    /// <summary>Searches all clubs. The items have fewer members, and the collection calls itself contacts.</summary>
    public static Response SearchNetwork(ResamaniaCall call) =>
        call.List("Contact", call.Store["contacts"], Schema.Object().Require("email", Schema.NotBlank), Reduce, "contacts");

    public static Response Read(ResamaniaCall call) => call.Item(200, "Contact", FindInPath(call));

    public static Response Create(ResamaniaCall call)
    {
        var body = call.Read(CreateSchema(call.Settings, isNew: true));
        var clubId = body.Text("clubId") ?? call.ClubId;
        if (!call.MayChange(ResamaniaStore.Id(call.Find("clubs", clubId))))
        {
            throw ResamaniaException.NotFound();
        }

        if (body.Text("email") is { } email && call.Settings.RegisteredMeanwhile.TryGetValue(email, out var club) && call.Store.FindByEmail(email) is null)
        {
            Add(call, ResamaniaStore.Iri($"clubs/{club}"))["email"] = email;
        }

        Check(call, body, null);
        var row = Add(call, clubId);
        Apply(call, body, row);
        call.Record(ResamaniaStore.Id(row));
        return call.Item(201, "Contact", row);
    }

    public static Response Update(ResamaniaCall call)
    {
        var row = FindInPath(call);
        if (!call.MayChange((string?)row["clubId"]))
        {
            throw ResamaniaException.NotFound();
        }

        var body = call.Read(CreateSchema(call.Settings, isNew: false));
        if (body.Text("clubId") is { } clubId && ResamaniaStore.Id(call.Find("clubs", clubId)) != (string?)row["clubId"])
        {
            throw ResamaniaException.Invalid(("clubId", "This value should not be changed."));
        }

        Check(call, body, row);
        Apply(call, body, row);
        call.Record(ResamaniaStore.Id(row));
        return call.Item(200, "Contact", row);
    }

    /// <summary>Gets the contact of the path. A contact token is for its own contact only.</summary>
    public static JsonObject FindInPath(ResamaniaCall call)
    {
        var iri = ResamaniaStore.Iri($"contacts/{call.Request["id"]}");
        if (call.Identity.ContactId is { } own && own != iri)
        {
            throw ResamaniaException.NotGranted();
        }

        var row = call.Find("contacts", iri);
        return (string?)row["clubId"] == call.ClubId || call.Settings.OtherClubContact == OtherClubContact.Readable ? row
            : throw (call.Settings.OtherClubContact == OtherClubContact.Forbidden ? ResamaniaException.NotGranted() : ResamaniaException.NotFound());
    }

    /// <summary>Adds an empty contact with the next number.</summary>
    public static JsonObject Add(ResamaniaCall call, string clubId)
    {
        var contacts = call.Store["contacts"];
        var row = CreateRow(LastNumber + contacts.NextNumber(), clubId, "prospect", call.Store.Now);
        return contacts.Add(ResamaniaStore.Id(row), row);
    }

    /// <summary>Creates an empty contact with the members that responses have, in their order.</summary>
    public static JsonObject CreateRow(int number, string clubId, string state, DateTime created) => new()
    {
        ["@id"] = ResamaniaStore.Iri($"contacts/{number}"),
        ["@type"] = "http://schema.org/Person",
        ["number"] = $"C{number}",
        ["address"] = null,
        ["birthDate"] = null,
        ["email"] = null,
        ["familyName"] = null,
        ["gender"] = null,
        ["givenName"] = null,
        ["pictureId"] = null,
        ["tags"] = new JsonArray(),
        ["clubId"] = clubId,
        ["landline"] = null,
        ["mobile"] = null,
        ["parentalIdentificationValidated"] = false,
        ["state"] = state,
        ["initialSalepersonId"] = null,
        ["sourceId"] = null,
        ["createdAt"] = ResamaniaCall.FormatTime(created, number),
        ["updatedAt"] = ResamaniaCall.FormatTime(created, number),
    };

    private static bool IsDate(JsonElement value) =>
        DateTime.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsPresent(JsonElement value) =>
        value.ValueKind != JsonValueKind.Null && (value.ValueKind != JsonValueKind.String || !string.IsNullOrWhiteSpace(value.GetString()));

    /// <summary>Creates the schema of a contact: of a new one all required fields must be there, of a known one none of them is cleared.</summary>
    private static ObjectSchema CreateSchema(ResamaniaSettings settings, bool isNew)
    {
        var schema = Schema.Object();
        foreach (var name in settings.RequiredFields.Union(Fields.Keys))
        {
            var field = Fields.TryGetValue(name, out var known) ? known : Schema.Any;
            var isRequired = settings.RequiredFields.Contains(name);
            field = isRequired ? field.Where(IsPresent, ResamaniaCall.RequiredRule) : field.OrNull();
            schema = isRequired && isNew ? schema.Require(name, field) : schema.Allow(name, field);
        }

        return schema;
    }

    private static void Check(ResamaniaCall call, RequestBody body, JsonObject? current)
    {
        if (body.Text("sourceId") is { } source)
        {
            call.Find("sources", source);
        }

        // An e-mail is unique in the whole brand. That of a temporary contact counts too.
        if (body.Text("email") is { } email && call.Store.FindByEmail(email) is { } other && other != current)
        {
            throw ResamaniaException.Code("api.error.contact.email-already-used");
        }
    }

    private static void Apply(ResamaniaCall call, RequestBody body, JsonObject row)
    {
        foreach (var (name, value) in body.Json)
        {
            row[name] = name switch
            {
                "address" => ResamaniaAddress.Apply(call, value, row[name]),
                "state" => value?.DeepClone() ?? "prospect",
                "clubId" => row[name]?.DeepClone(),
                _ => value?.DeepClone(),
            };
        }

        row["updatedAt"] = ResamaniaCall.FormatTime(call.Store.Now, GetNumber(row));
    }

    private static int GetNumber(JsonObject row) => int.Parse(ResamaniaStore.Id(row).Split('/')[^1], CultureInfo.InvariantCulture);

    private static JsonObject Reduce(JsonObject row)
    {
        var shown = new JsonObject();
        foreach (var name in new[] { "@id", "@type", "number", "birthDate", "familyName", "gender", "givenName", "pictureId", "clubId", "state" })
        {
            shown[name] = row[name]?.DeepClone();
        }

        shown["partialPhoneNumber"] = (string?)row["mobile"] is { Length: > 4 } mobile ? "******" + mobile[^4..] : null;
        return shown;
    }
}
