using System.Text;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Provides the sample resources.</summary>
internal sealed class ConferenceSampleData(ConferenceData data, int seed)
{
    /// <summary>The name of the account, which is the source of the registrations that the account creates.</summary>
    public const string AccountName = "sandbox";

    private const int ClientCount = 60;
    private const string CompanyAddress = """{"type":"schedulingCompanyAddress","companyId":"77"}""";
    private const string Link = """{"type":"link","text":"https://visio.example.com/salle?nom=été"}""";
    private const string Custom = """{"type":"custom","text":"Lieu à confirmer"}""";

    private static readonly (
        string Title, string? ExternalId, string Location, string Zone, int Capacity, int MoreSeats, int Sessions)[] Events =
    [
        ("Forum RH 2026 : l'avenir du travail", "FORUM-RH-2026", Address("Paris"), "Europe/Paris", 200, 9, 3),

        // This external ID contains a slash, a space, an accent and a percent sign.
        ("Matinale « Management à distance »", "matinale/été 2026 100%", Address("Lyon"), "Europe/Paris", 12, 9, 2),
        ("Séminaire \"Oser ; décider ; agir\"", null, Address("Nantes"), "Europe/Paris", 60, 0, 3),
        ("Journée d'étude à Saint-Denis", "974-01", CompanyAddress, "Indian/Reunion", 80, 4, 2),
        ("Café-débat : TVA & opérations internationales", null, Address("Bruxelles"), "Europe/Brussels", 40, 9, 2),
        ("=Webinaire : l'œuvre et la méthode 🌞", "WEB", Link, "America/Guadeloupe", 500, 1, 2),
        ("Rencontres d'Ys", null, Address("Douarnenez"), "Europe/Ys", 30, 9, 1),
        ("Conférence sans date", "SANS-DATE", Custom, "Europe/Paris", 30, 9, 0),
    ];

    private static readonly string[] FirstNames =
    [
        "Amélie", "Benoît", "Chloé", "Damien", "Éléonore", "François-Xavier", "Gaëlle", "Hélène", "Inès", "Jérôme", "Loïc", "Maëlys",
        "Noël", "Océane", "Zoé",
    ];

    private static readonly string[] LastNames =
    [
        "Lefèvre", "D'Hérouville", "Müller", "Nuñez", "Le Goff", "Çelik", "O'Brien", "Bœuf", "Saint-Exupéry", "N'Guyen", "Prévost",
        "Crépin ; fils", "Åkesson",
    ];

    private readonly int _seed = seed ^ (int)SeededRandom.Hash(AccountName);

    /// <summary>Adds all resources.</summary>
    public void Add()
    {
        for (var index = 0; index < ClientCount; index++)
        {
            data.Add(ConferenceResource.Client, null, CreateClient(index));
        }

        for (var index = 0; index < Events.Length; index++)
        {
            var conference = data.Add(ConferenceResource.Conference, null, CreateConference(index));
            for (var number = 0; number < Events[index].Sessions; number++)
            {
                AddSession(conference, Events[index].Zone, number);
            }
        }
    }

    private static string Address(string city) => $$"""
        {"type":"address","street":"12 rue de l'Église","additionalStreet":"Bâtiment B ; 2e étage","zipCode":"06200",
         "city":"{{city}}","country":"France","geolocation":{"lat":48.8566,"lng":2.3522} }
        """;

    private static JsonObject CreateConference(int index)
    {
        var (title, externalId, location, _, capacity, moreSeats, _) = Events[index];
        return new JsonObject
        {
            ["title"] = title,
            ["externalId"] = externalId,
            ["description"] = $"<p>{title}</p>\n<ul><li>Accueil dès 8 h 30</li></ul>",
            ["picture"] = new JsonObject { ["url"] = $"https://www.example.com/{index}.png", ["mimeType"] = "image/png" },
            ["location"] = JsonNode.Parse(location),
            ["capacity"] = capacity,
            ["duration"] = 90 + (30 * index),
            ["webLink"] = $"https://www.example.com/c/{index}",
            ["code"] = $"CONF{index:D2}",
            ["tags"] = JsonNode.Parse("""[{"id":"1","text":"Présentiel"},{"id":"2","text":"Été ; gratuit"}]"""),
            ["form"] = ConferenceSampleForms.CreateFields(),
            ["availability"] = "public",
            ["registrationRules"] = new JsonObject { ["allowAdditionalSeats"] = moreSeats > 0, ["numberOfAdditionalSeats"] = moreSeats },
            ["cipherId"] = $"cf{7919 * (index + 1):x8}",
        };
    }

    /// <summary>
    /// Gets the time of a registration. Some times are difficult to read: one is skipped and one occurs twice because of daylight saving
    /// time, one has an unknown time zone, and one has fractions of a second.
    /// </summary>
    private static JsonObject CreateTime(int index, DateTime time, string? zone) => index switch
    {
        1 => ConferenceData.Time(new DateTime(2025, 3, 30, 2, 30, 0), "Europe/Paris"),
        2 => ConferenceData.Time(new DateTime(2025, 10, 26, 2, 30, 0), "Europe/Paris"),
        3 => ConferenceData.Time(time, "Atlantis/Sunken_City"),
        4 => ConferenceData.Time(time.AddMilliseconds(123), zone),
        _ => ConferenceData.Time(time, zone),
    };

    private JsonObject CreateClient(int index)
    {
        var random = new SeededRandom(_seed, index, "client");
        var (first, last) = (random.Pick(FirstNames), random.Pick(LastNames));
        return new JsonObject
        {
            ["firstName"] = first,
            ["lastName"] = last,
            ["emailAddress"] = $"{Plain(first)}.{Plain(last)}{index}@example.com",
            ["language"] = "fr",
            ["consent"] = new JsonObject { ["newsletter"] = index % 2 == 0 },
            ["phoneNumber"] = random.OneIn(5) ? null : $"+33 6 {10 + random.Next(90)} {10 + random.Next(90)} {10 + random.Next(90)} 00",
        };
    }

    /// <summary>Gets a name in the form that e-mail addresses use.</summary>
    private static string Plain(string name) => string.Concat(
        name.Split(';')[0].Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(letter => letter is >= 'a' and <= 'z'));

    private void AddSession(JsonObject conference, string zone, int number)
    {
        var index = data[ConferenceResource.Session].Count;
        var random = new SeededRandom(_seed, index, "conference session");
        var start = new DateTime(2026, 2, 3, 9, 0, 0).AddDays((7 * index) + random.Next(5)).AddMinutes(30 * random.Next(16));
        var cipher = $"ss{15485863L * (index + 1):x10}";

        // The third session of a conference is closed. One session has no time zone, so its start is in the time zone of the company.
        var session = data.Add(ConferenceResource.Session, (string)conference["id"]!, new JsonObject
        {
            ["start"] = ConferenceData.Time(start, index == 13 ? null : zone),
            ["status"] = number == 2 ? "closed" : "opened",
            ["cipherId"] = cipher,
            ["webLink"] = $"https://www.example.com/s/{cipher}",
        });

        // The second session of the first conference is empty. The first session of the second conference is full.
        var count = index == 1 ? 0 : index == 0 ? 12 : 3 + random.Next(8);
        for (var place = 0; place < count; place++)
        {
            AddRegistration(conference, session, place);
        }

        if (index == 3)
        {
            var registrations = data.Below(ConferenceResource.Registration, session).ToList();
            var free = Math.Max(0, (int)conference["capacity"]! - ConferenceRegistrations.CountSeats(registrations));
            registrations[0]["seats"] = (int)registrations[0]["seats"]! + free;
        }
    }

    private void AddRegistration(JsonObject conference, JsonObject session, int place)
    {
        var index = data[ConferenceResource.Registration].Count;
        var random = new SeededRandom(_seed, index, "conference registration");
        var client = data[ConferenceResource.Client].ElementAt(random.Next(ClientCount));
        var (time, zone) = (new DateTime(2025, 11, 3, 8, 0, 0).AddMinutes(random.Next(90_000)), (string?)session["start"]!["timeZone"]);
        var isDouble = (bool)conference["registrationRules"]!["allowAdditionalSeats"]! && random.OneIn(4);
        var (isCancelled, isFromApi) = (place % 6 == 5, random.OneIn(3));
        var registration = new JsonObject
        {
            ["client"] = ConferenceData.ClientOf(client),
            ["status"] = isCancelled ? "cancelled" : place % 7 == 3 ? "waitingList" : "accepted",
            ["seats"] = isDouble ? 2 : 1,
            ["registered"] = CreateTime(index, time, zone),
            ["source"] = isFromApi ? AccountName : "https://www.example.com/inscription?campagne=été",
            ["sourceType"] = isFromApi ? "api" : "widget",
            ["cancelReason"] = isCancelled && index % 2 == 0 ? "Empêchement ; sera remplacé·e" : null,
            ["cancelSource"] = isCancelled ? "widget" : null,
            ["cancelled"] = isCancelled ? ConferenceData.Time(time.AddDays(2), zone) : null,
            ["form"] = ConferenceSampleForms.Create(index, client, conference),
        };
        ConferenceRegistrations.AddLinks(data.Add(ConferenceResource.Registration, (string)session["id"]!, registration));
    }
}
