namespace TrainingApis.Sandbox.Conferences;

/// <summary>The resources as the documents describe them.</summary>
internal static class ConferencesKinds
{
    private static readonly BodyCheck Short = BodyChecks.AtMost(127);

    private static readonly BodyCheck Start = BodyChecks.Object(new BodyMember("dateTime", BodyChecks.LocalTime, required: true), ("timeZone", BodyChecks.Filled));

    private static readonly BodyMember[] InviteeMembers =
    {
        ("firstName", BodyChecks.Text), ("lastName", BodyChecks.Text), ("emailAddress", BodyChecks.Text), ("phoneNumber", BodyChecks.Text),
        ("status", BodyChecks.Word("pending", "accepted", "refused")),
    };

    public static ConferencesKind Conference { get; } = new(
        "Conference",
        1201,
        "id title description externalId picture location capacity duration webLink code tags form availability registrationRules cipherId",
        BodyChecks.Object(ConferenceMembers(required: true)),
        BodyChecks.Object(ConferenceMembers(required: false)));

    public static ConferencesKind Session { get; } = new(
        "Session",
        40001,
        "id start status cipherId webLink",
        BodyChecks.Object(SessionMembers(required: true)),
        BodyChecks.Object(SessionMembers(required: false)));

    public static ConferencesKind Registration { get; } = new(
        "Registration",
        700001,
        "id client status seats registered cipherId source sourceType cancelReason cancelSource cancelled webLink form",
        BodyChecks.Object(RegistrationMembers(required: true)),
        BodyChecks.Object(RegistrationMembers(required: false)));

    public static ConferencesKind Speaker { get; } = new(
        "Speaker",
        301,
        "id userId firstName lastName emailAddress phoneNumber",
        BodyChecks.Object(SpeakerMembers(required: true)),
        BodyChecks.Object(SpeakerMembers(required: false)));

    public static ConferencesKind Invitee { get; } = new(
        "Invitee",
        8801,
        "id firstName lastName emailAddress phoneNumber status",
        BodyChecks.Object(InviteeMembers.Append(new BodyMember("id", BodyChecks.ReadOnly)).ToArray()),
        BodyChecks.Object(InviteeMembers.Append(new BodyMember("id", BodyChecks.ReadOnly)).ToArray()));

    /// <summary>Who can be registered. Another API keeps them: here they only exist.</summary>
    public static ConferencesKind Client { get; } = new(
        "Client", 5001, "id firstName lastName emailAddress phoneNumber", BodyChecks.ReadOnly, BodyChecks.ReadOnly);

    public static ConferencesKind Watch { get; } = new(
        "Watch", 61, "id address name basicAuth httpRequestHeader schema method status oauth2Auth signature", WatchChecks.Watch, BodyChecks.ReadOnly);

    public static IReadOnlyList<ConferencesKind> All { get; } = new[] { Conference, Session, Registration, Speaker, Invitee, Client, Watch };

    /// <summary>What a cancellation may say.</summary>
    public static BodyCheck Cancellation { get; } = BodyChecks.Object(("reason", BodyChecks.Text), ("source", BodyChecks.Text));

    private static BodyMember[] RegistrationMembers(bool required) => new[]
    {
        new BodyMember("client", BodyChecks.Object(ClientMembers(required)), required),
        // The third status is for a deletion to give.
        ("status", BodyChecks.Word("accepted", "waitingList")), ("seats", BodyChecks.Whole(1)), ("form", FormChecks.Items),
    }.Concat(ReadOnly("id registered cipherId source sourceType cancelReason cancelSource cancelled webLink")).ToArray();

    private static BodyMember[] ClientMembers(bool required) =>
        ReadOnly("firstName lastName emailAddress phoneNumber").Append(new BodyMember("id", BodyChecks.Filled, required)).ToArray();

    private static BodyMember[] SessionMembers(bool required) =>
        ReadOnly("id status cipherId webLink").Append(new BodyMember("start", Start, required)).ToArray();

    private static BodyMember[] SpeakerMembers(bool required) =>
        ReadOnly("id firstName lastName emailAddress phoneNumber").Append(new BodyMember("userId", BodyChecks.Filled, required)).ToArray();

    private static BodyMember[] ConferenceMembers(bool required) => new[]
    {
        new BodyMember("title", Short, required), ("description", BodyChecks.Text), ("externalId", BodyChecks.Text),
        ("picture", BodyChecks.Object(("url", BodyChecks.Address), ("mimeType", BodyChecks.Text), ("data", BodyChecks.Text))),
        ("location", Location()), ("capacity", BodyChecks.Whole(0)), ("duration", BodyChecks.Number), ("code", BodyChecks.Text),
        ("tags", BodyChecks.List(BodyChecks.Object(("id", BodyChecks.Text), ("text", BodyChecks.Text)))),
        ("form", BodyChecks.Object(("contactFields", FormChecks.Items), ("additionalFields", BodyChecks.List(FormChecks.Items)))),
        ("availability", BodyChecks.Text),
        ("registrationRules", BodyChecks.Object(("allowAdditionalSeats", BodyChecks.Flag), ("numberOfAdditionalSeats", BodyChecks.Whole(0)))),
    }.Concat(ReadOnly("id cipherId webLink")).ToArray();

    private static BodyCheck Location() => BodyChecks.Object(
        ("type", BodyChecks.Word("address", "link", "custom", "schedulingCompanyAddress")), ("text", BodyChecks.Text), ("street", Short), ("additionalStreet", Short),
        ("zipCode", Short), ("state", Short), ("city", Short), ("country", Short),
        ("geolocation", BodyChecks.Object(("lat", BodyChecks.Number), ("lng", BodyChecks.Number))), ("companyId", BodyChecks.Text));

    private static IEnumerable<BodyMember> ReadOnly(string names) => names.Split(' ').Select(name => new BodyMember(name, BodyChecks.ReadOnly));
}
