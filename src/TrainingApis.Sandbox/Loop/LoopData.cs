using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Loop;

/// <summary>Creates client files and contacts: the examples in the documents, and sample data.</summary>
internal static class LoopData
{
    public const string Operational = "Opérationnel";

    /// <summary>The domain of the e-mail addresses that were not invited to the tenant of the firm.</summary>
    public const string UninvitedHost = "@horstenant.example";

    public const int FolderCount = 600;

    private const int FirstRevision = 0x6B3B5;

    private static readonly string[] DocumentedFolders =
    [
        """
        {"objectId":"a05eaac0-7939-497b-81bb-911958caa6ea","codeIbs":"044212","nom":"","prenom":"","nomUsuel":"044212",
        "raisonSociale":"044212","maitreDossier":"master1@example.onmicrosoft.com","maitreDossierId":"28c12c49-d4a7-4ef6-bb68-c278451c25ae",
        "engagementManager":"master1@example.onmicrosoft.com","engagementManagerId":"28c12c49-d4a7-4ef6-bb68-c278451c25ae"}
        """,
        """
        {"objectId":"b42ba973-07ce-4c6a-873a-5509ab7a20e2","codeIbs":"MANON001","nom":"","prenom":"","nomUsuel":"MANON001",
        "raisonSociale":"MANON001","maitreDossier":"master2@example.onmicrosoft.com"}
        """,
    ];

    private static readonly string[] DocumentedCodes = ["044212", "MANON001", "MANON002", "MANON003", "MANON004", "CEGID003"];
    private static readonly string[] CodePrefixes = ["CLI", "DUPONT-", "Bio_", "SCI "];
    private static readonly string[] LegalForms = ["SARL", "SAS", "SASU", "EURL", "SCI", "SA à directoire"];
    private static readonly string[] LastNames = ["LEFÈVRE", "Garçon", "D'Hérouville", "Noël", "MÜLLER-BLANC", "Peña", "de La Tour"];
    private static readonly string[] FirstNames = ["Hélène", "François", "Zoé", "Jean-Noël", "Aïcha", "Benoît", "Gaël", "Anne-Cécile"];

    private static readonly string[] Companies =
    [
        "Ateliers du Phare", "Boulangerie de l'Église", "Électricité Générale d'Œuilly", "Garage \"Le Relais\"", "Bâti & Fils ; couverture",
        "Agence Côté Sud", "Crêperie du Château", "Pharmacie des Trois Maïs", "Transports Prévôt", "Menuiserie L’Établi",
        "Association À Cœur Ouvert", "+ de Fleurs", "=Design", "Société d'Exploitation des Huîtrières de l'Île-d'Oléron",
    ];

    /// <summary>Adds the initial data of a firm: its client files, and two contacts of the file <c>MANON001</c>.</summary>
    public static void AddFirm(Database database, int seed, string domain)
    {
        for (var index = 0; index < FolderCount; index++)
        {
            var listed = index < DocumentedFolders.Length ? JsonNode.Parse(DocumentedFolders[index])! : CreateFolder(seed, domain, index);
            var code = (string)listed["codeIbs"]!;
            database["folders"].Add($"{domain}/{code}", new JsonObject
            {
                ["domain"] = domain,
                ["codeDossier"] = code,

                // MANON004 is the file to provision in the documents. Every tenth file after it can also be provisioned.
                ["status"] = index % 10 == 4 ? "A préparer" : Operational,
                ["offers"] = new JsonArray(),
                ["listed"] = listed,
            });
        }

        AddContact(database, domain, "helene.lefevre@example.com", "consultation", "LEFÈVRE", "Hélène");
        AddContact(database, domain, "francois.garcon" + UninvitedHost, "start", "Garçon", "François");
    }

    /// <summary>Adds a contact and its client user, without links to files.</summary>
    public static JsonObject AddContact(Database database, string domain, string email)
    {
        var id = ContactId(domain, email);
        return database["contacts"].Add(id, new JsonObject
        {
            ["domain"] = domain,
            ["email"] = email,
            ["objectId"] = CreateId("contact", id),
            ["userObjectId"] = CreateId("user", id),
            ["fields"] = new JsonObject { ["actif"] = true, ["defaultIssuer"] = false },
            ["folders"] = new JsonObject(),
        });
    }

    public static string ContactId(string domain, string email) => $"{domain}/{email.ToLowerInvariant()}";

    /// <summary>Sets the revisions of the user of a contact, then of the contact, to the next row versions of the database.</summary>
    public static void SetRevision(Database database, JsonObject contact)
    {
        contact["userRevisionId"] = $"0x{FirstRevision + database["contacts"].NextNumber():X16}";
        contact["revisionId"] = $"0x{FirstRevision + database["contacts"].NextNumber():X16}";
    }

    /// <summary>Creates a GUID that is always the same for the same purpose and subject.</summary>
    private static string CreateId(string purpose, string subject)
    {
        var (first, second) = (SeededRandom.Hash(purpose + subject), SeededRandom.Hash(subject + purpose));
        return new Guid((int)first, (short)(first >> 32), (short)(first >> 48), BitConverter.GetBytes(second)).ToString();
    }

    private static void AddContact(Database database, string domain, string email, string offer, string lastName, string firstName)
    {
        var contact = AddContact(database, domain, email);
        var fields = contact["fields"]!;
        (fields["nom"], fields["prenom"], fields["telephone"]) = (lastName, firstName, "0102030405");
        (fields["profile"], fields["social"]) = ("2.0", true);
        contact["folders"]!["MANON001"] = new JsonArray(offer);
        SetRevision(database, contact);
    }

    /// <summary>Creates a client file in the form of the list.</summary>
    private static JsonObject CreateFolder(int seed, string domain, int index)
    {
        var random = new SeededRandom(seed, (long)SeededRandom.Hash(domain) + index, "loop folder");
        var (code, owner, manager) = (CreateCode(index), 3 + random.Next(6), 3 + random.Next(6));
        var (last, first) = random.OneIn(4) ? (random.Pick(LastNames), random.Pick(FirstNames)) : (string.Empty, string.Empty);
        var company = random.Pick(Companies);

        // The client is a person or a company, or the only name of the file is its code, as in the examples in the documents.
        var (usualName, companyName) = last.Length > 0 ? ($"{last} {first}", $"EI {first} {last}")
            : random.OneIn(6) ? (code, code)
            : (company, $"{company} {random.Pick(LegalForms)}");
        var folder = new JsonObject
        {
            ["objectId"] = CreateId("folder", $"{seed}/{domain}/{code}"),
            ["codeIbs"] = code,
            ["nom"] = last,
            ["prenom"] = first,
            ["nomUsuel"] = usualName,
            ["raisonSociale"] = companyName,
            ["maitreDossier"] = Account(owner),
        };

        // Some files do not have the last members.
        if (!random.OneIn(8))
        {
            var hasManager = !random.OneIn(8);
            folder["maitreDossierId"] = CreateId("person", $"{owner}");
            folder["engagementManager"] = hasManager ? Account(manager) : null;
            folder["engagementManagerId"] = hasManager ? CreateId("person", $"{manager}") : null;
        }

        return folder;

        static string Account(int number) => $"master{number}@example.onmicrosoft.com";
    }

    /// <summary>Creates a code. Codes are text: they can contain leading zeros, lower-case letters and spaces.</summary>
    private static string CreateCode(int index) =>
        index < DocumentedCodes.Length ? DocumentedCodes[index]
        : index % 2 == 0 ? $"{44212 + (index * 7):D6}"
        : $"{CodePrefixes[index / 2 % CodePrefixes.Length]}{index:D4}";
}
