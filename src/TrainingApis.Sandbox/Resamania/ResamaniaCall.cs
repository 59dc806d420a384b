using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Specifies the tokens to which an operation is granted.</summary>
[Flags]
internal enum ResamaniaAudience
{
    None = 0,

    /// <summary>Tokens of the anonymous grant and of the club grant.</summary>
    Servers = 1,

    /// <summary>Tokens that act for a contact.</summary>
    Contacts = 2,

    All = Servers | Contacts,
}

/// <summary>Represents an operation of Resamania.</summary>
/// <param name="Audience">The tokens that can call the operation.</param>
/// <param name="NeedsContext">Whether the operation requires the club and the network node of the caller.</param>
/// <param name="Handle">The handler of the operation.</param>
internal sealed record ResamaniaOperation(ResamaniaAudience Audience, bool NeedsContext, Func<ResamaniaCall, Response> Handle)
{
    /// <summary>Gets the operation that issues tokens. It requires no token, and its body is a form.</summary>
    public static ResamaniaOperation Token { get; } = new(ResamaniaAudience.None, false, _ => Response.Empty(404));
}

/// <summary>Represents a request to an operation, with the identity of the caller.</summary>
internal sealed record ResamaniaCall(
    Request Request, string Operation, ResamaniaStore Store, ResamaniaIdentity Identity, ResamaniaSettings Settings)
{
    public const string LinkedData = "application/ld+json; charset=utf-8";
    public const string IriRule = "be an IRI";
    public const string RequiredRule = "not be blank";

    private static readonly string[] BodyTypes = ["application/json", "application/ld+json"];
    private static readonly Schema Positive = Schema.Integer.Where(value => value.GetInt32() > 0, "be greater than 0");

    /// <summary>Gets the schema of a reference to another resource. Resamania finds no resource by an ID that is not an IRI.</summary>
    public static Schema IriSchema { get; } = Schema.Any.Where(value => value.ValueKind == JsonValueKind.String, IriRule);

    /// <summary>Gets the IRI of the club for which the caller acts; empty if the operation requires none.</summary>
    public string ClubId { get; private set; } = string.Empty;

    /// <summary>Gets the network node from which the caller acts; null if the operation requires none.</summary>
    public JsonObject? Node { get; private set; }

    /// <summary>Gets a resource by an IRI from a body or a path.</summary>
    public JsonObject Find(string table, string? iri) => Store[table].Find(iri) ?? throw ResamaniaErrors.NotFound();

    /// <summary>Reads the fields of the body.</summary>
    public RequestBody Read(ObjectSchema schema) => schema.Read(Request, mediaTypes: BodyTypes);

    /// <summary>Gets a club in which the caller can make changes. A club token finds only its own club.</summary>
    public JsonObject FindOwnClub(string? iri) =>
        Identity.ClubId is null || Identity.ClubId == iri ? Find("clubs", iri) : throw ResamaniaErrors.NotFound();

    /// <summary>Refuses the contact token of another contact.</summary>
    public void CheckOwnContact(string iri)
    {
        if (Identity.ContactId is { } own && Store.Follow(own) != Store.Follow(iri))
        {
            throw ResamaniaErrors.NotGranted();
        }
    }

    /// <summary>
    /// Sets the club and the network node from the headers or, if the token acts for a club or a contact, from the token.
    /// </summary>
    public void SetContext(bool isNeeded)
    {
        var club = FindInHeader("x-user-club-id", "clubs");
        Node = FindInHeader("x-user-network-node-id", "network_nodes");
        if ((Identity.ClubId ?? GetClubOfContact()) is { } own)
        {
            club ??= Find("clubs", own);
            Node ??= Store["network_nodes"].FirstOrDefault(node => (string?)node["clubId"] == own);
            if (ResamaniaStore.Id(club) != own)
            {
                throw ResamaniaErrors.NotFound();
            }
        }

        ClubId = club is null ? string.Empty : ResamaniaStore.Id(club);
        if (isNeeded && (club is null || Node is null))
        {
            throw ResamaniaErrors.NotFound();
        }
    }

    /// <summary>Records a change.</summary>
    public void Record(string iri) => Store["changes"].Add(new JsonObject { ["operation"] = Operation, ["iri"] = iri });

    /// <summary>Creates the response with one resource.</summary>
    public Response Item(int status, string type, JsonObject row)
    {
        var json = (JsonObject)row.DeepClone();
        json.Insert(0, "@context", ResamaniaStore.Iri("contexts/" + type));
        return Response.Json(status, json, LinkedData);
    }

    /// <summary>Creates the response with a page of a collection.</summary>
    /// <param name="type">The type of the items.</param>
    /// <param name="rows">All resources.</param>
    /// <param name="filters">The schema of the query parameters: members of a resource, and <c>q</c> for a part of the name. The paging
    /// parameters are added.</param>
    /// <param name="show">The function that creates an item of the response; null for a copy of the resource.</param>
    /// <param name="collection">The path of the IRI of the collection; null for the path of the request.</param>
    public Response List(
        string type,
        IEnumerable<JsonObject> rows,
        ObjectSchema filters,
        Func<JsonObject, JsonObject>? show = null,
        string? collection = null)
    {
        var names = filters.Names.ToList();
        var query = filters.Allow("page itemsPerPage", Positive).ReadPairs(Request.Query);
        var found = rows.Where(row => names.TrueForAll(name => query.Json[name] is not { } text || Matches(row, name, $"{text}"))).ToList();
        var size = Math.Min(query.Integer("itemsPerPage") ?? Settings.PageSize, Settings.MaximumPageSize);
        var page = new Page(query.Integer("page") ?? 1, size, found.Count);
        var items = found.Skip(page.Start).Take(page.Size).Select(row => show?.Invoke(row) ?? row.DeepClone());

        // The documents show searches by e-mail in the club without a total.
        var hasTotal = collection is not null || !query.Has("email");
        var json = new JsonObject
        {
            ["@context"] = ResamaniaStore.Iri("contexts/" + type),
            ["@id"] = collection is null ? Request.Path : ResamaniaStore.Iri(collection),
            ["@type"] = "hydra:Collection",
            ["hydra:member"] = new JsonArray([.. items]),
        };
        if (hasTotal)
        {
            json["hydra:totalItems"] = found.Count;
        }

        if (page.TotalPages > 1 || query.Has("page") || query.Has("itemsPerPage"))
        {
            json["hydra:view"] = CreateView(page, query, hasTotal);
        }

        return Response.Json(200, json, LinkedData);
    }

    /// <summary>Gets a time in the formats of Resamania: with an offset if the number is even, without an offset if it is odd.</summary>
    public static string FormatTime(DateTime time, int number) =>
        time.ToString(number % 2 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'+01:00'" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static bool Matches(JsonObject row, string name, string text) => name == "q"
        ? ((string)row["name"]!).Contains(text, StringComparison.OrdinalIgnoreCase)
        : string.Equals(row[name]?.ToString(), text, StringComparison.OrdinalIgnoreCase);

    private string? GetClubOfContact() =>
        Identity.ContactId is { } contact ? (string?)Find("contacts", Store.Follow(contact))["clubId"] : null;

    /// <summary>Gets the resource of a context header. An empty header is ignored.</summary>
    private JsonObject? FindInHeader(string name, string table) => Request.Header(name) is { Length: > 0 } iri ? Find(table, iri) : null;

    /// <summary>Creates the links between pages. They are IRIs, without the environment segment of the address.</summary>
    private JsonObject CreateView(Page page, RequestBody query, bool hasTotal)
    {
        var filters = string.Concat(query.Json.Where(field => field.Key is not ("page" or "itemsPerPage"))
            .Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value!.ToString())}&"));
        var view = new JsonObject { ["@id"] = Link(page.Number), ["@type"] = "hydra:PartialCollectionView" };
        if (page.TotalPages > 1)
        {
            view["hydra:first"] = Link(1);
        }

        // Without a total, the framework cannot determine the last page.
        if (page.TotalPages > 1 && hasTotal)
        {
            view["hydra:last"] = Link(page.TotalPages);
        }

        if (page.Number < page.TotalPages)
        {
            view["hydra:next"] = Link(page.Number + 1);
        }

        return view;

        string Link(int number) => $"{Request.Path}?{filters}itemsPerPage={page.Size}&page={number}";
    }
}
