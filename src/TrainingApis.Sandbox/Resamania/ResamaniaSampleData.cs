using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Provides the initial data of the brand. People from the examples in the documents have the IDs from the documents.</summary>
internal static class ResamaniaSampleData
{
    /// <summary>The club for which the connections of the sandbox act.</summary>
    public const string ClubId = "/demoapi/clubs/1";

    /// <summary>The root node of the network.</summary>
    public const string NetworkNodeId = "/demoapi/network_nodes/1433";

    public const int LastSource = 8;

    public const int LastSale = 44;

    private const int ContactsOfFirstClub = 61;
    private const int ContactsOfOtherClubs = 7;

    private static readonly (int Id, string Name, string Code, string Street, string PostalCode, string Town)[] Clubs =
    [
        (1, "Forme & Santé Toulon", "ABC", "4 boulevard de Strasbourg", "83000", "Toulon"),
        (2, "Forme & Santé Nice", "FSN", "1 promenade des Anglais", "06000", "Nice"),
        (3, "L'Atelier du Mouvement", "ADM", "18 rue de la République", "13002", "Marseille"),
        (4, "Énergie Lyon Part-Dieu", "ELP", "85 cours Lafayette", "69003", "Lyon"),
        (5, "Énergie Saint-Étienne", "ESE", "9 place de l'Hôtel-de-Ville", "42000", "Saint-Étienne"),
        (6, "Club du Siège (salariés)", "SIEGE", "2 rue des Écoles", "59777", "Lille"),
        (7, "Océan Brest", "OCB", "3 quai de la Douane", "29200", "Brest"),
        (1356, "Arthémis", "ART", "27 rue du Faubourg-Saint-Honoré", "75008", "Paris"),
    ];

    private static readonly (int Id, string Name, string? Alias, string Type, int? Parent, int? Club)[] Nodes =
    [
        (1433, "Siège", null, "group", null, null),
        (1434, "Franchise Méditerranée", "mediterranee", "franchise", 1433, null),
        (1435, "Franchise Rhône-Alpes", "rhone-alpes", "franchise", 1433, null),
        (1438, "Arthémis", "arthemis", "club", 1433, 1356),
        (1440, "Forme & Santé Toulon", "toulon", "club", 1434, 1),
        (1441, "Forme & Santé Nice", "nice", "club", 1434, 2),
        (1442, "L'Atelier du Mouvement", null, "club", 1434, 3),
        (1443, "Énergie Lyon Part-Dieu", "lyon", "club", 1435, 4),
        (1444, "Énergie Saint-Étienne", null, "club", 1435, 5),
        (1445, "Club du Siège (salariés)", null, "club", 1433, 6),
        (1446, "Océan Brest", "brest", "club", 1433, 7),
    ];

    private static readonly string[] Sources =
    [
        "Site internet", "Bouche-à-oreille", "Réseaux sociaux", "Parrainage", "Salon « Forme & Santé »", "Dépliant (été 2019)",
        "Comité d'entreprise", "Passage devant le club",
    ];

    /// <summary>
    /// One person for each branch of the online registration of Resamania. The last two have the same e-mail address, as is possible in
    /// older data.
    /// </summary>
    private static readonly (
        int Id, int Club, string State, string Email, string Family, string Given, string? Gender, string Birth, string? Mobile)[] Known =
    [
        (2974221, 1, "prospect", "john+test@email.tld", "John", "Test", null, "1990-01-01", null),
        (10296819, 1, "old_client", "justine+old@email.tld", "Doe", "Justine", "female", "1992-04-22", "+33612341615"),
        (2, 1, "temp", "temp+33@email.tld", "Martin", "Inès", null, "1994-09-12", null),
        (12345, 2, "prospect", "ines+nice@email.tld", "MARTIN", "Inès", "female", "1994-09-12", "+33698765432"),
        (12346, 3, "client", "paul+client@email.tld", "Béranger", "Paul", "male", "1987-02-28", "+33611223344"),
        (12347, 2, "prospect", "anne+twice@email.tld", "Lefèvre", "Anne", "female", "1979-11-30", "+33655667788"),
        (12348, 4, "old_client", "anne+twice@email.tld", "Lefevre", "Anne", "female", "1979-11-30", null),
    ];

    private static readonly string[] States = ["prospect", "client", "prospect", "old_client", "temp", "prospect", "client"];

    private static readonly string[] GivenNames =
        ["Hélène", "François", "Zoé", "Loïc", "Aïcha", "Jean-François", "Chloé", "Mickaël", "Océane", "Stéphane"];

    private static readonly string[] FamilyNames =
        ["Lefèvre", "D'Almeida", "Le Goff", "Œuvrard", "Hervé-Bazin", "N'Diaye", "Müller", "Çelik", "GARÇON", "de La Tour d'Auvergne"];

    private static readonly (string Street, string PostalCode, string Town)[] Places =
    [
        ("52 chemin du Fort Rouge", "83390", "Cuers"), ("1 rue de l'Église", "06000", "NICE"), ("27 quai Bérigny", "76400", "Fécamp"),
        ("3 bis, avenue Général-de-Gaulle", "69003", "Lyon"), ("Résidence « Les Pins »", "20090", "Ajaccio"),
    ];

    public static void AddTo(ResamaniaStore store, int seed)
    {
        foreach (var (id, name, code, street, postalCode, town) in Clubs)
        {
            Add(store, "clubs", $"clubs/{id}", "Club", new JsonObject
            {
                ["id"] = id,
                ["name"] = name,
                ["code"] = code,
                ["streetAddress"] = street,
                ["postalCode"] = postalCode,
                ["addressLocality"] = town,
                ["addressCountry"] = "France",
                ["addressCountryIso"] = "FR",
            });
        }

        foreach (var (id, name, alias, type, parent, club) in Nodes)
        {
            Add(store, "network_nodes", $"network_nodes/{id}", "NetworkNode", new JsonObject
            {
                ["id"] = id,
                ["name"] = name,
                ["alias"] = alias,
                ["type"] = type,
                ["clubId"] = club is null ? null : ResamaniaStore.Iri($"clubs/{club}"),
                ["parent"] = parent is null ? null : ResamaniaStore.Iri($"network_nodes/{parent}"),
            });
        }

        for (var number = 1; number <= LastSource; number++)
        {
            AddSource(store, number, Sources[number - 1], isArchived: number == 6);
        }

        AddKnown(store, seed);
        foreach (var (id, _, _, _, _, _) in Clubs)
        {
            var count = (id == 1 ? ContactsOfFirstClub : ContactsOfOtherClubs) - Known.Count(one => one.Club == id);
            for (var index = 0; index < count; index++)
            {
                AddContact(store, 2800000 + (id * 100) + index, id, States[index % States.Length], seed);
            }
        }

        AddSales(store);
    }

    public static JsonObject AddSource(ResamaniaStore store, int number, string name, bool isArchived = false) =>
        Add(store, "sources", $"referentials/sources/{number}", "Source", new JsonObject { ["name"] = name, ["archived"] = isArchived });

    public static JsonObject AddSale(ResamaniaStore store, int number, JsonObject contact)
    {
        var sale = new JsonObject { ["clubId"] = contact["clubId"]!.DeepClone() };
        ResamaniaSales.CopyContact(sale, contact);
        return Add(store, "sales", $"sales/{number}", "Sale", sale);
    }

    private static JsonObject Add(ResamaniaStore store, string table, string path, string type, JsonObject members)
    {
        members.Insert(0, "@id", ResamaniaStore.Iri(path));
        members.Insert(1, "@type", type);
        return store[table].Add(ResamaniaStore.Id(members), members);
    }

    private static void AddKnown(ResamaniaStore store, int seed)
    {
        foreach (var one in Known)
        {
            var row = AddContact(store, one.Id, one.Club, one.State, seed);
            (row["email"], row["familyName"], row["givenName"], row["gender"]) = (one.Email, one.Family, one.Given, one.Gender);
            (row["birthDate"], row["mobile"]) = (one.Birth, one.Mobile);
            row["address"] = CreateAddress(11000000 + one.Id, Places[0]);
        }

        var (john, justine) = (store["contacts"].First(), store["contacts"].ElementAt(1));
        john["address"] = CreateAddress(14284392, ("1 The Street", "06000", "NICE"));
        justine["number"] = "ZM14314719";
    }

    private static JsonObject AddContact(ResamaniaStore store, int number, int club, string state, int seed)
    {
        var random = new SeededRandom(seed, number, "contact");
        var (given, place) = (random.Next(GivenNames.Length), random.Pick(Places));
        var created = new DateTime(2021, 1, 4, 8, 0, 0).AddMinutes(random.Next(2_500_000));
        var row = ResamaniaContacts.CreateRow(number, ResamaniaStore.Iri($"clubs/{club}"), state, created);
        (row["givenName"], row["familyName"]) = (GivenNames[given], random.Pick(FamilyNames));
        row["email"] = $"contact+{number}@example.com";
        row["gender"] = random.OneIn(5) ? null : given % 2 == 0 ? "female" : "male";
        row["birthDate"] = new DateTime(1950, 1, 1).AddDays(random.Next(20000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        row["mobile"] = random.OneIn(4) ? null : $"+336{random.Next(100_000_000):D8}";
        row["landline"] = random.OneIn(3) ? $"04{random.Next(100_000_000):D8}" : null;
        row["sourceId"] = random.OneIn(4) ? null : ResamaniaStore.Iri($"referentials/sources/{1 + random.Next(LastSource)}");
        row["address"] = random.OneIn(6) ? null : CreateAddress(11000000 + number, place);
        if (random.OneIn(3))
        {
            // The documents do not show these members.
            row["externalId"] = $"EXT-{number}";
            row["goalIds"] = new JsonArray(ResamaniaStore.Iri($"goals/{1 + random.Next(5)}"));
        }

        return store["contacts"].Add(ResamaniaStore.Id(row), row);
    }

    private static JsonObject CreateAddress(int number, (string Street, string PostalCode, string Town) place)
    {
        var address = ResamaniaContacts.CreateAddress(number);
        (address["addressCountry"], address["addressCountryIso"]) = ("France", "FR");
        (address["streetAddress"], address["postalCode"], address["addressLocality"]) = place;
        return address;
    }

    /// <summary>Adds sale 33, which belongs to the temporary contact 2, and sales of other contacts.</summary>
    private static void AddSales(ResamaniaStore store)
    {
        var contacts = store["contacts"].ToList();
        for (var number = 33; number <= LastSale; number++)
        {
            var contact = number == 33 ? store["contacts"].Find(ResamaniaStore.Iri("contacts/2"))! : contacts[number];
            AddSale(store, number, contact);
        }
    }
}
