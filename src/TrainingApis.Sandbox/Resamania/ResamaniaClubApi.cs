using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Clubs, of the brand or of a network, and countries.</summary>
internal static class ResamaniaClubApi
{
    private static readonly string[] Filters =
    {
        "clubTags.name", "postalCode", "order[name]", "disabledProcess", "visibility", "withResaboxNotification", "q",
    };

    public static IReadOnlyList<ResamaniaRoute> Routes { get; } = new ResamaniaRoute[]
    {
        new("GET", "countries", ResamaniaAudience.Everyone, ResamaniaContext.None, Countries),
        new("GET", "clubs", ResamaniaAudience.Everyone, ResamaniaContext.None, call => List(call, "clubs", call.Brand.Clubs)),
        new("GET", "clubs/{id}", ResamaniaAudience.Everyone, ResamaniaContext.None, call => Read(call, call.Brand.Clubs)),
        new("GET", "network/clubs", ResamaniaAudience.Everyone, ResamaniaContext.Network, call => List(call, "network/clubs", OfNetwork(call))),
        new("GET", "network/clubs/{id}", ResamaniaAudience.Everyone, ResamaniaContext.Network, call => Read(call, OfNetwork(call))),
        new("GET", "club_network/clubs", ResamaniaAudience.Everyone, ResamaniaContext.Club, call => List(call, "club_network/clubs", Siblings(call))),
    };

    private static SandboxAnswer List(ResamaniaCall call, string collection, IEnumerable<ResamaniaClub> clubs)
    {
        var query = new ResamaniaQuery(call.Request, Filters);
        var withResabox = query.Flag("withResaboxNotification");
        var direction = query.Order("name");
        var found = clubs.Where(one => (!query.Has("clubTags.name") || one.Tags.Any(tag => query.Allows("clubTags.name", tag)))
            && query.Allows("postalCode", one.PostalCode) && query.Allows("visibility", one.Visibility)
            && (!query.Has("disabledProcess") || one.DisabledProcesses.Any(process => query.Allows("disabledProcess", process)))
            && (withResabox == null || one.HasResaboxNotification == withResabox)
            && (query.Get("q") is not { } text || one.Name.Contains(text, StringComparison.OrdinalIgnoreCase))).ToList();
        if (direction != 0)
            found.Sort((one, other) => direction * string.CompareOrdinal(one.Name, other.Name));
        return HydraPage.Of(call, query, "Club", collection, found, hasTotal: true, (json, one) =>
        {
            json.WriteStartObject();
            WriteMembers(json, one, call.Brand);
            json.WriteEndObject();
        });
    }

    private static SandboxAnswer Read(ResamaniaCall call, IEnumerable<ResamaniaClub> clubs)
    {
        var club = clubs.FirstOrDefault(one => one.Id == call.Id) ?? throw ResamaniaRefusal.NotFound();
        return call.Item(200, "Club", json => WriteMembers(json, club, call.Brand));
    }

    private static SandboxAnswer Countries(ResamaniaCall call)
    {
        var query = new ResamaniaQuery(call.Request);
        return HydraPage.Of(call, query, "Country", "countries", ResamaniaCountries.All, hasTotal: true, (json, one) =>
        {
            json.WriteStartObject();
            json.WriteString("@id"u8, call.Brand.Iri("countries/" + one.Iso));
            json.WriteString("@type"u8, "Country");
            json.WriteString("name"u8, one.Name);
            json.WriteString("iso"u8, one.Iso);
            json.WriteEndObject();
        });
    }

    private static IEnumerable<ResamaniaClub> OfNetwork(ResamaniaCall call) => Below(call.Brand, call.Node!.Id);

    /// <summary>The clubs below the node that the caller's club hangs from; a club without a network has only itself.</summary>
    private static IEnumerable<ResamaniaClub> Siblings(ResamaniaCall call) =>
        call.Brand.Nodes.Find(node => node.ClubId == call.Club!.Id)?.ParentId is { } parent ? Below(call.Brand, parent) : new[] { call.Club! };

    private static IEnumerable<ResamaniaClub> Below(ResamaniaBrand brand, long nodeId)
    {
        var ids = ResamaniaNodeApi.Below(brand, nodeId).Select(node => node.ClubId).ToList();
        return brand.Clubs.Where(club => ids.Contains(club.Id));
    }

    private static void WriteMembers(Utf8JsonWriter json, ResamaniaClub club, ResamaniaBrand brand)
    {
        json.WriteString("@id"u8, brand.Iri("clubs", club.Id));
        json.WriteString("@type"u8, "Club");
        json.WriteNumber("id"u8, club.Id);
        json.WriteString("name"u8, club.Name);
        json.WriteString("code"u8, club.Code);
        json.WriteString("streetAddress"u8, club.Street);
        json.WriteString("postalCode"u8, club.PostalCode);
        json.WriteString("addressLocality"u8, club.Town);
        json.WriteString("addressCountry"u8, "France");
        json.WriteString("addressCountryIso"u8, "FR");
        json.WriteString("visibility"u8, club.Visibility);
        json.WriteBoolean("withResaboxNotification"u8, club.HasResaboxNotification);
        WriteTexts(json, "disabledProcesses", club.DisabledProcesses);
        json.WriteStartArray("clubTags"u8);
        foreach (var tag in club.Tags)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "ClubTag");
            json.WriteString("name"u8, tag);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
