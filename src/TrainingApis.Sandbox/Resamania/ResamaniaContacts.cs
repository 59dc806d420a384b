using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Provides the operations on contacts: searches, creation and changes.</summary>
internal static class ResamaniaContacts
{
    private const int LastNumber = 2974339;
    private const int LastAddress = 14285612;

    private const string Members = "number address birthDate email familyName gender givenName pictureId tags clubId landline mobile"
        + " parentalIdentificationValidated state initialSalepersonId sourceId createdAt updatedAt";

    /// <summary>The schema of an address. A request can contain the country code under two names.</summary>
    public static readonly ObjectSchema AddressSchema = new ObjectSchema().Allow(
        "addressCountry addressLocality streetAddress postalCode supplement addressCountryCode addressCountryIso", Schema.Text.OrNull());

    /// <summary>The documented fields, and the fields that other clients of Resamania send.</summary>
    private static readonly Dictionary<string, Schema> Fields = new (string Names, Schema Schema)[]
    {
        ("familyName givenName prescriberId occupationId companyId externalId nationalId", Schema.Text),
        ("clubId sourceId", ResamaniaCall.IriSchema),
        ("gender", Schema.OneOf("male", "female")),
        ("birthDate", Schema.Text.Where(IsDate, "be a valid date")),
        ("email", Schema.Text.Where(value => Schema.IsEmailAddress(value.GetString()!), "be a valid email address")),
        ("mobile landline", Schema.Pattern(@"^\+?[0-9][0-9 .()\-]{4,20}$", "be a valid phone number")),
        ("address", AddressSchema),
        ("state", Schema.OneOf("temp", "prospect")),
        ("goalIds motivationIds", Schema.ArrayOf(Schema.Text)),
    }.SelectMany(field => field.Names.Split(' ').Select(name => (Name: name, field.Schema)))
        .ToDictionary(field => field.Name, field => field.Schema);

    public static Response List(ResamaniaCall call) => call.List(
        "Contact",
        call.Store["contacts"].Where(row => (string?)row["clubId"] == call.ClubId),
        new ObjectSchema().Allow("email clubId state mobile number familyName givenName", Schema.Text));

    /// <summary>
    /// Searches the contacts of all clubs. The items have fewer members, and the IRI of the collection is that of the contacts.
    /// </summary>
    public static Response SearchNetwork(ResamaniaCall call) =>
        call.List("Contact", call.Store["contacts"], new ObjectSchema().Require("email", Schema.NotBlank), Reduce, "contacts");

    public static Response Read(ResamaniaCall call) => call.Item(200, "Contact", FindInPath(call));

    public static Response Create(ResamaniaCall call)
    {
        var body = call.Read(CreateSchema(call.Settings, isNew: true));
        var club = call.FindOwnClub(body.Text("clubId") ?? call.ClubId);
        RegisterMeanwhile(call, body.Text("email"));
        Check(call, body, null);
        var row = Add(call, ResamaniaStore.Id(club));
        Apply(call, body, row);
        call.Record(ResamaniaStore.Id(row));
        return call.Item(201, "Contact", row);
    }

    public static Response Update(ResamaniaCall call)
    {
        var row = FindInPath(call);
        call.FindOwnClub((string?)row["clubId"]);
        var body = call.Read(CreateSchema(call.Settings, isNew: false));
        if (body.Text("clubId") is { } clubId && ResamaniaStore.Id(call.Find("clubs", clubId)) != (string?)row["clubId"])
        {
            throw ResamaniaErrors.Invalid(("clubId", "This value should not be changed."));
        }

        Check(call, body, row);
        Apply(call, body, row);
        call.Record(ResamaniaStore.Id(row));
        return call.Item(200, "Contact", row);
    }

    /// <summary>Gets the contact in the path. A contact token can access only its own contact.</summary>
    public static JsonObject FindInPath(ResamaniaCall call)
    {
        var iri = ResamaniaStore.Iri($"contacts/{call.Request["id"]}");
        call.CheckOwnContact(iri);
        var row = call.Find("contacts", iri);
        return (string?)row["clubId"] == call.ClubId || call.Settings.OtherClubStatus == 200 ? row
            : throw (call.Settings.OtherClubStatus == 403 ? ResamaniaErrors.NotGranted() : ResamaniaErrors.NotFound());
    }

    /// <summary>Adds an empty contact with the next number.</summary>
    public static JsonObject Add(ResamaniaCall call, string clubId)
    {
        var contacts = call.Store["contacts"];
        var row = CreateRow(LastNumber + contacts.NextNumber(), clubId, "prospect", call.Store.Now);
        return contacts.Add(ResamaniaStore.Id(row), row);
    }

    /// <summary>Creates a contact without personal data.</summary>
    public static JsonObject CreateRow(int number, string clubId, string state, DateTime created)
    {
        var row = ResamaniaStore.CreateRow($"contacts/{number}", "http://schema.org/Person", Members);
        (row["number"], row["clubId"], row["state"]) = ($"C{number}", clubId, state);
        (row["tags"], row["parentalIdentificationValidated"]) = (new JsonArray(), false);
        var time = ResamaniaCall.FormatTime(created, number);
        (row["createdAt"], row["updatedAt"]) = (time, time);
        return row;
    }

    public static JsonObject CreateAddress(int number)
    {
        var row = ResamaniaStore.CreateRow(
            $"addresses/{number}", "Address", "addressCountry addressCountryIso addressLocality postalCode streetAddress supplement");
        row["supplement"] = string.Empty;
        return row;
    }

    /// <summary>Gets the address after a change. Members that were not sent are kept, and null instead of an address clears it.</summary>
    public static JsonObject? ChangeAddress(ResamaniaCall call, JsonNode? change, JsonNode? current)
    {
        if (change is null)
        {
            return null;
        }

        var address = (JsonObject?)current?.DeepClone() ?? CreateAddress(LastAddress + call.Store["addresses"].NextNumber());
        foreach (var (name, value) in (JsonObject)change)
        {
            address[name == "addressCountryCode" ? "addressCountryIso" : name] = value?.DeepClone();
        }

        return address;
    }

    private static bool IsDate(JsonElement value) =>
        DateTime.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsPresent(JsonElement value) =>
        value.ValueKind != JsonValueKind.Null && (value.ValueKind != JsonValueKind.String || !string.IsNullOrWhiteSpace(value.GetString()));

    /// <summary>Creates the schema of a contact. A new contact must have all required fields. A change must not clear them.</summary>
    private static ObjectSchema CreateSchema(ResamaniaSettings settings, bool isNew)
    {
        var schema = new ObjectSchema();
        foreach (var name in settings.RequiredFields.Union(Fields.Keys))
        {
            var field = Fields.TryGetValue(name, out var known) ? known : Schema.Any;
            var isRequired = settings.RequiredFields.Contains(name);
            field = isRequired ? field.Where(IsPresent, ResamaniaCall.RequiredRule) : field.OrNull();
            schema = isRequired && isNew ? schema.Require(name, field) : schema.Allow(name, field);
        }

        return schema;
    }

    /// <summary>
    /// Registers an e-mail address for another person if the settings contain it, between the search and the creation by the caller.
    /// </summary>
    private static void RegisterMeanwhile(ResamaniaCall call, string? email)
    {
        var meanwhile = call.Settings.RegisteredMeanwhile;
        if (email is not null && meanwhile.TryGetValue(email, out var club) && call.Store.FindByEmail(email) is null)
        {
            Add(call, ResamaniaStore.Iri($"clubs/{club}"))["email"] = email;
        }
    }

    private static void Check(ResamaniaCall call, RequestBody body, JsonObject? current)
    {
        if (body.Text("sourceId") is { } source)
        {
            call.Find("sources", source);
        }

        // An e-mail address is unique in the whole brand, including the addresses of temporary contacts.
        var other = body.Text("email") is { } email ? call.Store.FindByEmail(email) : null;
        ResamaniaErrors.ThrowUnless(other is null || other == current, "contact.email-already-used");
    }

    private static void Apply(ResamaniaCall call, RequestBody body, JsonObject row)
    {
        foreach (var (name, value) in body.Json)
        {
            row[name] = name switch
            {
                "address" => ChangeAddress(call, value, row[name]),
                "clubId" or "state" => (value ?? row[name])?.DeepClone(),
                _ => value?.DeepClone(),
            };
        }

        row["updatedAt"] = ResamaniaCall.FormatTime(call.Store.Now, GetNumber(row));
    }

    private static int GetNumber(JsonObject row) => int.Parse(ResamaniaStore.Id(row).Split('/')[^1], CultureInfo.InvariantCulture);

    private static JsonObject Reduce(JsonObject row)
    {
        var shown = ResamaniaStore.Pick(
            row, "@id", "@type", "number", "birthDate", "familyName", "gender", "givenName", "pictureId", "clubId", "state");
        shown["partialPhoneNumber"] = (string?)row["mobile"] is { Length: > 4 } mobile ? "******" + mobile[^4..] : null;
        return shown;
    }
}
