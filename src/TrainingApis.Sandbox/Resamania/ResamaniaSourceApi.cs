using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Sources of contacts.</summary>
internal static class ResamaniaSourceApi
{
    /// <param name="method">The verb of the list.</param>
    /// <param name="path">The list's path: the documents have it in two forms.</param>
    public static IEnumerable<ResamaniaRoute> Routes(string method, string path) => new ResamaniaRoute[]
    {
        new(method, path, ResamaniaAudience.Everyone, ResamaniaContext.None, List),
        new("POST", path, ResamaniaAudience.Servers, ResamaniaContext.None, Create),
        new("GET", path + "/{id}", ResamaniaAudience.Everyone, ResamaniaContext.None, call => Answer(200, call, Find(call))),
        new("PUT", path + "/{id}", ResamaniaAudience.Servers, ResamaniaContext.None, Update),
        new("DELETE", path + "/{id}", ResamaniaAudience.Servers, ResamaniaContext.None, Delete),
    };

    private static SandboxAnswer List(ResamaniaCall call)
    {
        var query = new ResamaniaQuery(call.Request, "archived");
        var archived = query.Flag("archived");
        var found = call.Brand.Sources.Values.Where(one => archived == null || one.IsArchived == archived).ToList();
        return HydraPage.Of(call, query, "Source", "referentials/sources", found, hasTotal: true, (json, one) =>
        {
            json.WriteStartObject();
            WriteMembers(json, one, call.Brand);
            json.WriteEndObject();
        });
    }

    private static SandboxAnswer Create(ResamaniaCall call)
    {
        var name = Name(ResamaniaBody.Read(call.Request, "name"));
        var source = new ResamaniaSource(call.Brand.Sources.Keys.LastOrDefault() + 1, name, isArchived: false, isSeeded: false);
        call.Brand.Sources.Add(source.Id, source);
        call.Record("sources.create", Iri(call.Brand, source));
        return Answer(201, call, source);
    }

    private static SandboxAnswer Update(ResamaniaCall call)
    {
        var source = Find(call);
        var body = ResamaniaBody.Read(call.Request, "name", "archived");
        var name = body.Has("name") ? Name(body) : source.Name;
        (source.Name, source.IsArchived) = (name, body.Flag("archived") ?? source.IsArchived);
        call.Record("sources.update", Iri(call.Brand, source));
        return Answer(200, call, source);
    }

    private static SandboxAnswer Delete(ResamaniaCall call)
    {
        var source = Find(call);
        call.Brand.Sources.Remove(source.Id);
        call.Record("sources.delete", Iri(call.Brand, source));
        return SandboxAnswer.Empty(204);
    }

    private static ResamaniaSource Find(ResamaniaCall call) => call.Brand.Sources.GetValueOrDefault(call.Id) ?? throw ResamaniaRefusal.NotFound();

    private static string Name(ResamaniaBody body) =>
        body.Text("name") is { } name && !string.IsNullOrWhiteSpace(name) ? name : throw ResamaniaRefusal.Invalid("name", "required");

    private static string Iri(ResamaniaBrand brand, ResamaniaSource source) => brand.Iri("referentials/sources", source.Id);

    private static SandboxAnswer Answer(int status, ResamaniaCall call, ResamaniaSource source) =>
        call.Item(status, "Source", json => WriteMembers(json, source, call.Brand));

    private static void WriteMembers(Utf8JsonWriter json, ResamaniaSource source, ResamaniaBrand brand)
    {
        json.WriteString("@id"u8, Iri(brand, source));
        json.WriteString("@type"u8, "Source");
        json.WriteString("name"u8, source.Name);
        json.WriteBoolean("archived"u8, source.IsArchived);
    }
}
