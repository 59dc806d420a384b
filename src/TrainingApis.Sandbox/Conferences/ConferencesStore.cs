using System.Globalization;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>All that one account has.</summary>
internal sealed class ConferencesStore
{
    /// <summary>The ids of two accounts never meet.</summary>
    private const int IdsAnAccount = 1_000_000;

    private readonly Dictionary<ConferencesKind, List<ConferencesItem>> _items = ConferencesKinds.All.ToDictionary(kind => kind, _ => new List<ConferencesItem>());
    private readonly Dictionary<ConferencesKind, int> _made = ConferencesKinds.All.ToDictionary(kind => kind, _ => 0);
    private readonly int _place;

    public ConferencesStore(string account, int place) => (Account, _place) = (account, place);

    public string Account { get; }

    public IReadOnlyList<ConferencesItem> All(ConferencesKind kind) => _items[kind];

    public IEnumerable<ConferencesItem> In(ConferencesKind kind, string parentId) => _items[kind].Where(item => item.ParentId == parentId);

    /// <summary>By the id; a conference also by its external id.</summary>
    public ConferencesItem? Find(ConferencesKind kind, string id) =>
        _items[kind].Find(item => item.Id == id)
        ?? (kind == ConferencesKinds.Conference ? _items[kind].Find(item => item.Text("externalId") == id) : null);

    /// <summary>Adds one more; no id is ever given twice.</summary>
    public ConferencesItem Add(ConferencesKind kind, string parentId, JsonObject members)
    {
        var index = _made[kind]++;
        var id = ((_place * IdsAnAccount) + kind.FirstId + index).ToString(CultureInfo.InvariantCulture);
        var item = new ConferencesItem(index, id, parentId, members);
        _items[kind].Add(item);
        return item;
    }

    public void Remove(ConferencesKind kind, ConferencesItem item) => _items[kind].Remove(item);
}
