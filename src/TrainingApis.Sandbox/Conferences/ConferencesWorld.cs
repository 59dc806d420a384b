using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>All accounts' data and all changes to it. Whoever reads or changes it holds <see cref="Gate"/>.</summary>
internal sealed class ConferencesWorld
{
    /// <summary>The zone of times that name none.</summary>
    public const string CompanyZone = "Europe/Paris";

    private readonly int _seed;
    private readonly ConferencesTokens _tokens;
    private readonly Dictionary<string, ConferencesStore> _stores = new();
    private readonly List<JsonObject> _changes = new();

    public ConferencesWorld(int seed, ConferencesTokens tokens) => (_seed, _tokens) = (seed, tokens);

    public object Gate { get; } = new();

    /// <summary>What the account has; made when it is first asked for.</summary>
    public ConferencesStore StoreOf(ConferencesAccount account)
    {
        if (!_stores.TryGetValue(account.Name, out var store))
        {
            var place = _tokens.Accounts().TakeWhile(one => one.Name != account.Name).Count();
            _stores[account.Name] = store = ConferencesSeed.Fill(_seed, new ConferencesStore(account.Name, place));
        }

        return store;
    }

    /// <summary>True where any account has it.</summary>
    public bool Exists(ConferencesKind kind, string id) => _tokens.Accounts().Any(account => StoreOf(account).All(kind).Any(item => item.Id == id));

    /// <summary>The time of the next change: a minute after the one before, so that runs can be compared.</summary>
    public JsonObject Now(ConferencesItem session) =>
        ConferencesMembers.Time(new DateTime(2026, 1, 15, 10, 0, 0).AddMinutes(_changes.Count), (string?)session.Members["start"]?["timeZone"] ?? CompanyZone);

    /// <summary>Notes a change that was carried out.</summary>
    public void Record(string operation, ConferencesStore store, string id, string parentId, JsonObject? body) => _changes.Add(new JsonObject
    {
        ["operation"] = operation, ["account"] = store.Account, ["id"] = id, ["parentId"] = parentId, ["body"] = body?.DeepClone(),
    });

    public void Reset()
    {
        lock (Gate)
        {
            _stores.Clear();
            _changes.Clear();
        }
    }

    /// <summary>Everything: objects with what tells them apart, and the changes with their bodies.</summary>
    public void WriteState(Utf8JsonWriter json)
    {
        lock (Gate)
        {
            json.WriteStartObject();
            foreach (var (name, kind) in new[]
            {
                ("conferences", ConferencesKinds.Conference), ("sessions", ConferencesKinds.Session), ("registrations", ConferencesKinds.Registration),
                ("speakers", ConferencesKinds.Speaker), ("invitees", ConferencesKinds.Invitee), ("clients", ConferencesKinds.Client), ("watches", ConferencesKinds.Watch),
            })
            {
                json.WriteStartArray(name);
                foreach (var store in _tokens.Accounts().Select(StoreOf))
                    WriteItems(json, store, kind);
                json.WriteEndArray();
            }

            json.WriteStartArray("changes"u8);
            foreach (var change in _changes)
                change.WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WriteItems(Utf8JsonWriter json, ConferencesStore store, ConferencesKind kind)
    {
        foreach (var item in store.All(kind))
        {
            json.WriteStartObject();
            json.WriteString("account"u8, store.Account);
            json.WriteString("id"u8, item.Id);
            json.WriteString("parentId"u8, item.ParentId);
            // The rest can be read by the API; a state of a megabyte helps nobody.
            foreach (var name in new[] { "title", "externalId", "userId", "emailAddress", "status", "seats", "cancelReason", "cancelSource", "address" })
            {
                if (item.Members[name] is JsonValue value)
                {
                    json.WritePropertyName(name);
                    value.WriteTo(json);
                }
            }

            if ((string?)item.Members["client"]?["id"] is { } client)
                json.WriteString("clientId"u8, client);
            json.WriteEndObject();
        }
    }
}
