using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TrainingApis.Clients.Json;

/// <summary>
/// Reads the public models from JSON. The source-generated context describes them (members, types, setters), and this class reads them for
/// all APIs. Each connection has its own instance with a string pool.
/// </summary>
internal sealed class ModelJson
{
    private const string RawSuffix = "Raw";
    private const string FromJournal = "fromJournal"; // The client sets these members, whatever a response contains.
    private static readonly (object True, object False) Flags = (true, false);

    private readonly JsonSerializerContext _generated;
    private readonly Func<Type, string, string?> _wireName;
    private readonly ConcurrentDictionary<Type, JsonValueReader<object?>> _readers = new();

    /// <param name="generated">The source-generated context of the API.</param>
    /// <param name="wireName">Gets the wire name of a member if it differs from the name of the member; null if it has none.</param>
    public ModelJson(JsonSerializerContext generated, Func<Type, string, string?>? wireName = null)
    {
        _generated = generated;
        _wireName = wireName ?? ((_, name) => name);
        var pool = new StringPool();
        Add<string>((ref Utf8JsonReader reader) => JsonScalars.Text(ref reader, pool));
        Add<int>((ref Utf8JsonReader reader) => JsonScalars.Int32(ref reader) ?? 0);
        Add<int?>((ref Utf8JsonReader reader) => JsonScalars.Int32(ref reader));
        Add<decimal?>((ref Utf8JsonReader reader) => JsonScalars.Decimal(ref reader));
        Add<bool?>((ref Utf8JsonReader reader) => JsonScalars.Boolean(ref reader) is { } flag ? flag ? Flags.True : Flags.False : null);
        Add<DateTime?>((ref Utf8JsonReader reader) => JsonScalars.Date(ref reader));
    }

    /// <summary>Gets or sets the members that are neither read nor kept.</summary>
    public IReadOnlyCollection<string> Ignored { get; init; } = [];

    /// <summary>Adds the reader of a type that is not a model. For initialization only.</summary>
    public ModelJson Add<T>(JsonValueReader<object?> reader)
    {
        _readers[typeof(T)] = reader;
        return this;
    }

    /// <summary>Gets the reader of a type.</summary>
    /// <exception cref="NotSupportedException">The context of the API does not contain the type.</exception>
    public JsonValueReader<object?> ReaderOf(Type type) => _readers.GetOrAdd(type, Create);

    /// <summary>Gets the wire name of a member; null if it has none.</summary>
    public string? WireName(Type model, string name) => _wireName(model, name) switch
    {
        FromJournal => null,
        { } wireName when wireName.EndsWith(RawSuffix, StringComparison.Ordinal) => wireName[..^RawSuffix.Length],
        var wireName => wireName,
    };

    /// <summary>Reads one model; null if there is no object.</summary>
    public T? Read<T>(ref Utf8JsonReader reader)
        where T : class => (T?)ReaderOf(typeof(T))(ref reader);

    /// <summary>Reads the objects of a list. A single object is a list of one item.</summary>
    public void ReadItems<T>(ref Utf8JsonReader reader, List<T> items)
        where T : class
    {
        var read = ReaderOf(typeof(T));
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            items.Add((T)read(ref reader)!);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(reader.TokenType == JsonTokenType.StartObject ? (T)read(ref reader)!
                : throw new ShapeException("an item of the list is not an object"));
        }
    }

    private JsonValueReader<object?> Create(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ItemList<>))
        {
            var item = type.GenericTypeArguments[0];
            var list = Activator.CreateInstance(typeof(ListReader<>).MakeGenericType(item), ReaderOf(item))!;
            return (JsonValueReader<object?>)Delegate.CreateDelegate(typeof(JsonValueReader<object>), list,
                nameof(ListReader<object>.Read));
        }

        return ((IJsonTypeInfoResolver)_generated).GetTypeInfo(type, _generated.Options) is { Kind: JsonTypeInfoKind.Object } described
            ? new ModelReader(this, described).Read
            : throw new NotSupportedException($"{type.Name} is not a model of this API.");
    }

    /// <summary>
    /// Reads a list. A single value is a list of one item, null is an empty list, and values that are not items are left out.
    /// </summary>
    private sealed class ListReader<T>(JsonValueReader<object?> read)
        where T : class
    {
        public object Read(ref Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                return ReadItem(ref reader) is { } only ? new ItemList<T>([only]) : ItemList<T>.Empty;
            }

            List<T>? items = null;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (ReadItem(ref reader) is { } item)
                {
                    (items ??= []).Add(item);
                }
            }

            return items is null ? ItemList<T>.Empty : new ItemList<T>(items);
        }

        private T? ReadItem(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : (T?)read(ref reader);
    }
}
